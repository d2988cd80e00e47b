// Package locals asks for origins within one package.
package locals

import (
	"encoding/json"
	"os"

	"origins/lib"
)

func where(any) {}

type order struct {
	name  string
	minor int64
	in    inner
	ptr   *inner
}

type inner struct{ text string }

func constants(b bool) {
	s := "a"
	where(s) // want `^const "a"$`
	if b {
		s = "b"
	}
	where(s) // want `^const "a"; const "b"$`
}

func param(s string) { where(s) } // want `^param s$`

func environment() { where(os.Getenv("X")) } // want `^call Getenv$`

func fields() {
	o := order{name: "a"}
	o.in.text = "b"
	where(o.name)    // want `^const "a"$`
	where(o.in.text) // want `^const "b"$`
	o.name = "c"
	where(o.name) // want `^const "c"$`
	p := order{name: "d"}
	where(p.name)  // want `^const "d"$`
	where(p.minor) // want `^zero$`
}

func pointers() {
	o := &order{ptr: &inner{}}
	o.ptr.text = "a"
	q := o.ptr
	q.text = "b"
	where(o.ptr.text) // want `^const "b"$`
	o.ptr = &inner{text: "c"}
	where(q.text)     // want `^const "b"$`
	where(o.ptr.text) // want `^const "c"$`
}

func branch(b bool) {
	var o order
	o.name = "a"
	if b {
		o.name = "b"
	} else {
		where(o.name) // want `^const "a"$`
	}
	where(o.name) // want `^const "a"; const "b"$`
}

func loop(n int) {
	var o order
	for range n {
		where(o.name) // want `^const "a"; zero$`
		o.name = "a"
	}
}

func named() (s string, err error) {
	s = "a"
	defer func() { recover() }()
	return
}

func results() {
	s, _ := named()
	where(s)                      // want `^const "a"$`
	where(pick(order{name: "x"})) // want `^const "x"$`
	where(pick(order{}))          // want `^zero$`
}

func pick(o order) string { return o.name }

func (o *order) rename(s string) { o.name = s }

func (o *order) fresh() *order {
	o.rename("fresh")
	return o
}

func setters() {
	var o order
	o.rename("a")
	where(o.name) // want `^const "a"$`
	o.name = "b"
	where(o.name)         // want `^const "b"$`
	where(o.fresh().name) // want `^const "fresh"$`
}

func slices(b bool) {
	list := []string{"a", "b"}
	list = append(list, "c")
	where(list[0]) // want `^const "a"; const "b"; const "c"$`
	for _, s := range list {
		where(s) // want `^const "a"; const "b"; const "c"$`
	}
}

func maps() {
	m := map[string]any{"x": "a", "y": map[string]string{"z": "b"}}
	where(m["x"]) // want `^const "a"$`
	m["x"] = "c"
	where(m["x"]) // want `^const "c"$`
	sub := m["y"].(map[string]string)
	where(sub["z"]) // want `^const "b"$`
	for _, v := range m {
		where(v) // want `const "a"; const "c"`
	}
}

func closures() {
	s := "a"
	f := func() string { return s }
	where(f()) // want `^const "a"$`
	set := func(x string) { s = x }
	set("b")
	where(s) // want `^const "b"$`
	g := pickFunc
	where(g("x")) // want `^const "x"$`
	o := order{name: "bound"}
	h := o.get
	where(h()) // want `^const "bound"$`
	func(x string) {
		where(x) // want `^const "y"$`
	}("y")
	o.name = "captured"
	func() {
		where(o.minor) // want `^zero$`
	}()
}

func (o order) get() string { return o.name }

func pickFunc(s string) string { return s }

func channels() {
	c := make(chan string, 1)
	c <- "a"
	where(<-c) // want `^const "a"$`
	select {
	case s := <-c:
		where(s) // want `^const "a"$`
	}
}

func decoded(b []byte) error {
	o := order{name: "a"}
	err := json.Unmarshal(b, &o)
	where(o.name) // want `^filled by call Unmarshal.0$`
	return err
}

func recursive(n int, s string) string {
	if n == 0 {
		return s
	}
	return recursive(n-1, "deeper")
}

func recursion() {
	where(recursive(3, "a")) // want `^const "a"; const "deeper"$`
}

func variadic(s ...string) string { return s[0] }

func varargs() {
	where(variadic("a", "b")) // want `^const "a"$`
}

func generic[T any](x T) T { return x }

func generics() {
	where(generic("a")) // want `^const "a"$`
}

func foreign(id string) {
	r := lib.ToRequest(lib.Order{ID: id, Buyer: &lib.Buyer{Phone: "47"}})
	where(r.Ref)      // want `^param id$`
	where(r.To.Phone) // want `^const "47"$`
	q := lib.Same(&lib.Request{Ref: "r"})
	where(q.Ref)   // want `^const "r"$`
	where(r.Minor) // want `^zero$`
}

type sender interface{ send() string }

func invoke(s sender) { where(s.send()) } // want `^call send$`

var base = "https://a"

func global() { where(base) } // want `^const "https://a"$`

func assert(x any) {
	var v any = order{name: "a"}
	o, ok := v.(order)
	_ = ok
	where(o.name) // want `^const "a"$`
	s, _ := x.(string)
	where(s) // want `^param x$`
}

type holder struct{ m map[string]string }

// conditional copies what src holds, where it holds something: on the way around
// that, nothing of src was loaded.
func conditional(src holder, n string) {
	src.m = map[string]string{"x": n}
	dst := holder{map[string]string{"x": "a"}}
	if src.m != nil {
		dst.m = src.m
	}
	where(dst.m["x"]) // want `^const "a"; param n$`
}
