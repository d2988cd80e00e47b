// Package recursion has functions that call themselves and each other.
package recursion

func sink(any) {}

func down(f float64, n int) int64 {
	if n == 0 {
		return int64(f * 100)
	}
	return down(f, n-1)
}

func even(f float64, n int) int64 {
	if n == 0 {
		return 0
	}
	return odd(f, n-1)
}

func odd(f float64, n int) int64 {
	if n == 0 {
		return int64(f * 100)
	}
	return even(f, n-1)
}

func whole(n int) int64 {
	if n == 0 {
		return 1
	}
	return 2 * whole(n-1)
}

func use(f float64) {
	sink(down(f, 3)) // want `^cut by 100`
	sink(even(f, 3)) // want `^clean; cut by 100`
	sink(odd(f, 3))  // want `^clean; cut by 100`
	sink(whole(3))   // want `^clean$`
}

type tree struct {
	price       int64
	left, right *tree
}

func (t *tree) sum() int64 {
	if t == nil {
		return 0
	}
	return t.price + t.left.sum() + t.right.sum()
}

func walk(f float64) {
	t := &tree{price: 5, left: &tree{price: 6}}
	sink(t.sum()) // want `^clean$`
	t.price = int64(f * 100)
	sink(t.sum()) // want `cut by 100`
}
