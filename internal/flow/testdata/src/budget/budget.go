// Package budget adds up more ways than anybody follows.
package budget

func sink(any) {}

func many(b []bool, f float64) {
	var n int64
	sink(f0(b, n))
}

func f0(b []bool, n int64) int64 {
	if b[0] {
		return f1(b, n+1)
	}
	if b[1] {
		return f1(b, n+2)
	}
	if b[2] {
		return f1(b, n+3)
	}
	return f1(b, n+4)
}

func f1(b []bool, n int64) int64 {
	if b[0] {
		return f2(b, n+1)
	}
	if b[1] {
		return f2(b, n+2)
	}
	if b[2] {
		return f2(b, n+3)
	}
	return f2(b, n+4)
}

func f2(b []bool, n int64) int64 {
	if b[0] {
		return f3(b, n+1)
	}
	if b[1] {
		return f3(b, n+2)
	}
	if b[2] {
		return f3(b, n+3)
	}
	return f3(b, n+4)
}

func f3(b []bool, n int64) int64 {
	if b[0] {
		return f4(b, n+1)
	}
	if b[1] {
		return f4(b, n+2)
	}
	if b[2] {
		return f4(b, n+3)
	}
	return f4(b, n+4)
}

func f4(b []bool, n int64) int64 {
	if b[0] {
		return f5(b, n+1)
	}
	if b[1] {
		return f5(b, n+2)
	}
	if b[2] {
		return f5(b, n+3)
	}
	return f5(b, n+4)
}

func f5(b []bool, n int64) int64 {
	if b[0] {
		return f6(b, n+1)
	}
	if b[1] {
		return f6(b, n+2)
	}
	if b[2] {
		return f6(b, n+3)
	}
	return f6(b, n+4)
}

func f6(b []bool, n int64) int64 {
	if b[0] {
		return f7(b, n+1)
	}
	if b[1] {
		return f7(b, n+2)
	}
	if b[2] {
		return f7(b, n+3)
	}
	return f7(b, n+4)
}

func f7(b []bool, n int64) int64 { return n }
