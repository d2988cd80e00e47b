package code

import (
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"strings"
	"testing"

	"golang.org/x/tools/go/ssa"
	"golang.org/x/tools/go/ssa/ssautil"
)

const source = `package shop

import (
	"errors"
	"net/http"
	"net/url"
)

type (
	Answer *http.Response // declared as a pointer
	State  string
	Broken struct{}
	Client struct{ name string }
	Payer  interface{ Pay(to string) error }
)

func (*Broken) Error() string { return "" }

func (c *Client) Pay(to string) error { return errors.New(to) }

func Each[T any](list []T, do func(T)) {
	for _, x := range list {
		do(x)
	}
}

var types struct {
	answer  Answer
	state   State
	link    *url.URL
	broken  *Broken
	plain   error
	numbers []int
}

func calls(c *Client, p Payer, f func()) {
	c.Pay("static")
	p.Pay("interface")
	pay := c.Pay
	pay("method value")
	f()
	Each([]string{"a"}, func(string) {})
	http.Get("https://example.com")
}

func loops(n int) {
	for n > 0 {
		for range []int{1, 2} {
			println("inner")
		}
		n--
	}
	println("behind")
}
`

// library stands for the packages that source imports.
var library = stubs{
	"errors":   "package errors; func New(text string) error { return nil }",
	"net/http": "package http; type Response struct{ StatusCode int }; func Get(url string) (*Response, error) { return nil, nil }",
	"net/url":  "package url; type URL struct{ Host string }",
}

type stubs map[string]string

func (s stubs) Import(path string) (*types.Package, error) {
	fset := token.NewFileSet()
	file, err := parser.ParseFile(fset, path, s[path], 0)
	if err != nil {
		return nil, err
	}
	return new(types.Config).Check(path, fset, []*ast.File{file}, nil)
}

func build(t *testing.T) *ssa.Package {
	t.Helper()
	fset := token.NewFileSet()
	file, err := parser.ParseFile(fset, "shop.go", source, 0)
	if err != nil {
		t.Fatal(err)
	}
	conf := &types.Config{Importer: library}
	pkg, _, err := ssautil.BuildPackage(conf, fset, types.NewPackage("example.com/shop", ""), []*ast.File{file}, ssa.InstantiateGenerics)
	if err != nil {
		t.Fatal(err)
	}
	return pkg
}

func TestTypes(t *testing.T) {
	vars := build(t).Pkg.Scope().Lookup("types").Type().Underlying().(*types.Struct)
	of := map[string]types.Type{}
	for f := range vars.Fields() {
		of[f.Name()] = f.Type()
	}
	for _, tt := range []struct {
		what      string
		got, want bool
	}{
		{"a type declared as a pointer is what it points to", IsHTTP(of["answer"], "Response"), true},
		{"it is not written as a pointer", IsPointer(of["answer"]), false},
		{"it points to a struct", IsStruct(of["answer"]), true},
		{"a declared string is a text", IsText(of["state"]), true},
		{"a URL is a text", IsText(of["link"]), true},
		{"a slice is no text", IsText(of["numbers"]), false},
		{"nothing is no text", IsText(nil), false},
		{"an implementation is an error", IsError(of["broken"]), true},
		{"it is not the interface", IsErrorInterface(of["broken"]), false},
		{"error is the interface", IsErrorInterface(of["plain"]), true},
		{"several results are no error", IsError(types.NewTuple()), false},
		{"nothing is no named type", IsNamed(nil, "net/http", "Response"), false},
	} {
		if tt.got != tt.want {
			t.Errorf("%s: %v", tt.what, tt.got)
		}
	}
}

func TestCalls(t *testing.T) {
	pkg := build(t)
	want := []struct {
		callee   string
		first    string // what argument 0 is
		helper   string // of this package
		standard bool
	}{
		{"Client.Pay", "c", "Pay", false},
		{"Payer.Pay", "p", "", false},
		{"the function called", `"method value":string`, "", false},
		{"the function called", "", "", false},
		{"shop.Each", "", "Each", false},
		{"http.Get", `"https://example.com":string`, "", true},
	}
	calls := Calls(pkg.Func("calls"))
	if len(calls) != len(want) {
		t.Fatalf("%d calls, want %d", len(calls), len(want))
	}
	for i, w := range want {
		f := Callee(calls[i])
		if got := FuncName(f); got != w.callee {
			t.Errorf("call %d goes to %s, want %s", i, got, w.callee)
		}
		arg, ok := Argument(calls[i], 0)
		if w.first != "" && (!ok || arg.Name() != w.first) {
			t.Errorf("call %d has the first argument %v, want %s", i, arg, w.first)
		}
		helper := ""
		if fn := Helper(pkg.Pkg, calls[i]); fn != nil {
			helper = fn.Name()
		}
		if helper != w.helper {
			t.Errorf("call %d goes to the helper %q, want %q", i, helper, w.helper)
		}
		if f != nil && IsStandard(f.Pkg().Path()) != w.standard {
			t.Errorf("call %d: %s is of the standard library: %v", i, f.Pkg().Path(), !w.standard)
		}
	}
	if f := Callee(calls[0]); !IsFunc(f, "example.com/shop", "Client", "Refund", "Pay") || IsFunc(f, "example.com/shop", "", "Pay") {
		t.Error("the method is not known by its receiver")
	}
}

func TestLoops(t *testing.T) {
	fn := build(t).Func("loops")
	loops := LoopsOf(fn)
	if len(loops) != 2 {
		t.Fatalf("%d loops, want 2", len(loops))
	}
	calls := Calls(fn)
	for _, call := range calls {
		arg, _ := Argument(call, 0)
		text, ok := ConstText(arg)
		switch l := Innermost(loops, call.Block()); {
		case !ok: // len of the slice
		case text == "inner" && (l == nil || !l.Ranges() || !l.Holds(call)):
			t.Errorf("the inner loop is %+v", l)
		case text == "behind" && (l != nil || l.Holds(call)):
			t.Errorf("behind the loops there is %+v", l)
		}
	}
	outer := loops[0]
	if outer.Ranges() || len(outer.Blocks) <= len(loops[1].Blocks) {
		t.Errorf("the outer loop is %+v", outer)
	}
}

// TestFieldWrites lists the fields that a file sets, with what it sets them to.
func TestFieldWrites(t *testing.T) {
	const program = `package p

type inner struct{ a, b int }
type outer[T any] struct{ in *inner; v T }

func f() (int, error) { return 0, nil }

func g(x *inner, m map[string]int) {
	x.a = 1
	x.b, _ = f()
	_ = &x.a
	_ = outer[int]{&inner{2, 3}, 4}
	_ = []*inner{{b: 5}}
	x.a++
	a := x.a
	a = 6
	m["a"] = a
}
`
	fset := token.NewFileSet()
	file, err := parser.ParseFile(fset, "p.go", program, 0)
	if err != nil {
		t.Fatal(err)
	}
	info := &types.Info{Types: map[ast.Expr]types.TypeAndValue{}, Defs: map[*ast.Ident]types.Object{}, Uses: map[*ast.Ident]types.Object{}}
	if _, err := (&types.Config{}).Check("p", fset, []*ast.File{file}, info); err != nil {
		t.Fatal(err)
	}
	var got []string
	FieldWrites(info, file, func(f *types.Var, value ast.Expr) {
		text := "?"
		if value != nil {
			text = program[value.Pos()-file.FileStart : value.End()-file.FileStart]
		}
		got = append(got, f.Name()+"="+text)
	})
	want := "a=1 b=? a=? in=&inner{2, 3} v=4 a=2 b=3 b=5"
	if strings.Join(got, " ") != want {
		t.Errorf("got %q, want %q", strings.Join(got, " "), want)
	}
}
