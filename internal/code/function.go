package code

import (
	"go/types"
	"strings"

	"golang.org/x/tools/go/ssa"
)

// Origin is the generic function of which fn is an instance, or fn.
func Origin(fn *ssa.Function) *ssa.Function {
	if o := fn.Origin(); o != nil {
		return o
	}
	return fn
}

// Declared is the declared function of fn, the generic one of an instance; nil
// where fn is a literal or was made by the compiler.
func Declared(fn *ssa.Function) *types.Func {
	obj, ok := fn.Object().(*types.Func)
	if !ok {
		return nil
	}
	return obj.Origin()
}

// Visible reports whether another package can call fn: what it declares in its
// scope and does not export, none can; methods of unexported types can be
// reached.
func Visible(fn *types.Func) bool {
	return fn.Exported() && fn.Name() != "init"
}

// FullName is the path of the package of fn, its receiver's type if it has one,
// and its name: "errors.Is", "net/http.Client.Do".
func FullName(fn *ssa.Function) string {
	obj, ok := Origin(fn).Object().(*types.Func)
	if !ok || obj.Pkg() == nil {
		return ""
	}
	name := obj.Name()
	if recv := ReceiverName(obj); recv != "" {
		name = recv + "." + name
	}
	return obj.Pkg().Path() + "." + name
}

// IsFunc reports whether f is one of the functions of the package with the path
// pkg that have the names, or one of its methods: recv is the name of the
// receiver's type, "" for functions. nil is none.
func IsFunc(f *types.Func, pkg, recv string, names ...string) bool {
	if f == nil || f.Pkg() == nil || f.Pkg().Path() != pkg || ReceiverName(f) != recv {
		return false
	}
	for _, n := range names {
		if f.Name() == n {
			return true
		}
	}
	return false
}

// ReceiverName is the name of the type that has the method f, or "".
func ReceiverName(f *types.Func) string {
	r := f.Signature().Recv()
	if r == nil {
		return ""
	}
	if n, ok := types.Unalias(Deref(r.Type())).(*types.Named); ok {
		return n.Obj().Name()
	}
	return ""
}

// FuncName is how a message calls f: "Client.Capture", "http.Get"; "the function
// called" for nil.
func FuncName(f *types.Func) string {
	if f == nil {
		return "the function called"
	}
	if r := ReceiverName(f); r != "" {
		return r + "." + f.Name()
	}
	if f.Pkg() != nil {
		return f.Pkg().Name() + "." + f.Name()
	}
	return f.Name()
}

// Bound is the declared method behind a method value, the generic function
// behind an instance, or fn itself.
func Bound(fn *ssa.Function) *ssa.Function {
	if fn.Synthetic == "" || fn.Prog == nil {
		return fn
	}
	if obj, ok := fn.Object().(*types.Func); ok {
		if m := fn.Prog.FuncValue(obj.Origin()); m != nil {
			return m
		}
	}
	return fn
}

// IsThunk reports whether fn is made by the compiler for a method value or a
// method expression.
func IsThunk(fn *ssa.Function) bool {
	return fn.Synthetic != "" && fn.Origin() == nil && Bound(fn) != fn
}

// IsStandard reports whether an import path is of the standard library, as far
// as what sends requests, waits for answers or handles them calls it.
func IsStandard(path string) bool {
	switch first, _, _ := strings.Cut(path, "/"); first {
	case "bytes", "context", "crypto", "database", "encoding", "errors", "fmt", "hash", "html", "io", "log", "maps", "math",
		"mime", "net", "os", "path", "reflect", "regexp", "slices", "sort", "strconv", "strings", "sync", "text", "time", "unicode", "bufio":
		return true
	}
	return false
}
