package secret

import (
	"go/types"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/vippslint/vippslint/internal/code"
	"github.com/vippslint/vippslint/internal/flow"
)

// qualified is the name of f with its package, and its type where it is a
// method: "net/http.Header.Get".
func qualified(f *types.Func) string {
	if f == nil || f.Pkg() == nil {
		return ""
	}
	if r := code.ReceiverName(f); r != "" {
		return f.Pkg().Path() + "." + r + "." + f.Name()
	}
	return f.Pkg().Path() + "." + f.Name()
}

// fieldOf is field i of the struct that t is or points to.
func fieldOf(t types.Type, i int) *types.Var {
	s, ok := code.Deref(t).Underlying().(*types.Struct)
	if !ok || i >= s.NumFields() {
		return nil
	}
	return s.Field(i).Origin()
}

// fieldAt is the field of a value of type t to which a step of a path leads; nil
// where the step is another.
func fieldAt(t types.Type, step string) *types.Var {
	i, err := strconv.Atoi(strings.TrimPrefix(step, "."))
	if err != nil || !strings.HasPrefix(step, ".") {
		return nil
	}
	return fieldOf(t, i)
}

func isText(t types.Type) bool {
	if t == nil {
		return false
	}
	b, ok := t.Underlying().(*types.Basic)
	return ok && b.Info()&types.IsString != 0
}

// elements are the values of a list that is written out: the arguments of a
// variadic function, or a composite literal. It gives nil for another slice.
func elements(v ssa.Value) []ssa.Value {
	slice, ok := v.(*ssa.Slice)
	if !ok {
		return nil
	}
	array, ok := slice.X.(*ssa.Alloc)
	if !ok {
		return nil
	}
	at := map[int64]ssa.Value{}
	last := int64(-1)
	for _, ref := range *array.Referrers() {
		addr, ok := ref.(*ssa.IndexAddr)
		if !ok {
			continue
		}
		i, ok := addr.Index.(*ssa.Const)
		if !ok {
			continue
		}
		for _, ref := range *addr.Referrers() {
			if st, ok := ref.(*ssa.Store); ok && st.Addr == ssa.Value(addr) {
				at[i.Int64()] = st.Val
				last = max(last, i.Int64())
			}
		}
	}
	var list []ssa.Value
	for i := range last + 1 {
		if at[i] == nil {
			return nil
		}
		list = append(list, at[i])
	}
	return list
}

// flagPackages are packages of command line flags with the same functions.
var flagPackages = []string{"flag", "github.com/spf13/pflag"}

// flagDefault is the argument of a call of f that is the default of a flag of
// text, and -1 where f makes none. The receiver of a method counts.
func flagDefault(f *types.Func) int {
	if f.Pkg() == nil || !slices.Contains(flagPackages, f.Pkg().Path()) {
		return -1
	}
	i := map[string]int{"String": 1, "StringP": 2, "StringVar": 2, "StringVarP": 3}[f.Name()]
	if i == 0 {
		return -1
	}
	if f.Signature().Recv() != nil {
		i++
	}
	return i
}

// flagInto is where a call stores a flag of text, and which argument the default
// is; nil for another call.
func flagInto(call ssa.CallInstruction) (target ssa.Value, def int) {
	f := code.Callee(call)
	if f == nil || !strings.HasPrefix(f.Name(), "StringVar") {
		return nil, 0
	}
	def = flagDefault(f)
	if def < 0 {
		return nil, 0
	}
	at := 0
	if f.Signature().Recv() != nil {
		at = 1
	}
	return call.Common().Args[at], def
}

// jsonName is the name in JSON of field i of st: of its tag, or its own.
func jsonName(st *types.Struct, i int) string {
	name, _, _ := strings.Cut(reflect.StructTag(st.Tag(i)).Get("json"), ",")
	if name == "" {
		return st.Field(i).Name()
	}
	return name
}

// cutPath takes the path head off path.
func cutPath(path, head flow.Path) (flow.Path, bool) {
	if len(head) > len(path) || !slices.Equal(path[:len(head)], head) {
		return nil, false
	}
	return path[len(head):], true
}
