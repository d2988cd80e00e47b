package flow

import (
	"fmt"
	"go/ast"
	"go/constant"
	"go/types"
	"strconv"
	"strings"

	"github.com/vippslint/vippslint/internal/place"
	"golang.org/x/tools/go/ssa"
)

// format folds a call of a printing function whose format is argument at.
func (f *folder) format(v Val, call *ssa.Call, at int) []Text {
	formats := f.text(f.operand(v, call, call.Call.Args[at]))
	args, known := elements(call.Call.Args[at+1])
	var all []Text
	for _, format := range formats {
		s, ok := format.whole()
		verbs, plain := parseFormat(s)
		if !ok || !plain {
			return f.hole(v)
		}
		lists := make([][]Text, 0, len(verbs))
		for _, verb := range verbs {
			switch {
			case verb.verb == "":
				lists = append(lists, []Text{literal(verb.text)})
			case !known || verb.arg >= len(args):
				lists = append(lists, f.unknownArg(v, call, at+1, verb.verb))
			default:
				lists = append(lists, f.printed(v, call, at+1, args[verb.arg], verb.arg, verb.verb))
			}
		}
		all = append(all, f.combine(v, lists...)...)
	}
	if len(all) > maxTexts {
		return f.hole(v)
	}
	return all
}

// A verb is a piece of a format: a text, or a verb with its flags and the number
// of the argument that it prints.
type verb struct {
	text, verb string
	arg        int
}

// parseFormat splits a format. It reports false where widths are arguments.
func parseFormat(s string) ([]verb, bool) {
	var list []verb
	arg := 0
	for s != "" {
		text, rest, found := strings.Cut(s, "%")
		if text != "" {
			list = append(list, verb{text: text})
		}
		if !found {
			break
		}
		plain := func(c rune) bool { return !strings.ContainsRune("+-# 0123456789.", c) }
		i := strings.IndexFunc(rest, plain)
		if i < 0 {
			return nil, false
		}
		flags := rest[:i]
		if rest[i] == '[' {
			number, after, ok := strings.Cut(rest[i+1:], "]")
			n, err := strconv.Atoi(number)
			if !ok || err != nil || n < 1 {
				return nil, false
			}
			arg, rest = n-1, after
			if i = strings.IndexFunc(rest, plain); i < 0 {
				return nil, false
			}
			flags += rest[:i]
		}
		switch rest[i] {
		case '*', '[':
			return nil, false
		case '%':
			list = append(list, verb{text: "%"})
		default:
			list = append(list, verb{verb: "%" + flags + rest[i:i+1], arg: arg})
			arg++
		}
		s = rest[i+1:]
	}
	return list, true
}

// unknownArg is the hole for an argument that can't be told apart.
func (f *folder) unknownArg(v Val, call *ssa.Call, list int, verb string) []Text {
	h := f.hole(Val{V: call.Call.Args[list], Path: Path{Elem}, ctx: v.ctx, at: call})
	h[0].Parts[0].Verb = verb
	return h
}

// printed folds an argument as a verb prints it. It is number n of those in
// argument list of the call.
func (f *folder) printed(v Val, call *ssa.Call, list int, arg ssa.Value, n int, verb string) []Text {
	if m, ok := arg.(*ssa.MakeInterface); ok {
		arg = m.X
	}
	a := Val{V: arg, ctx: v.ctx, at: call}
	var texts []Text
	t := arg.Type()
	last := verb[len(verb)-1]
	switch plain := verb == "%s" || verb == "%v"; {
	case plain && isURL(t) && isPointer(t):
		texts = f.text(a)
	case hasMethod(t, "String") || hasMethod(t, "Error"):
		if plain {
			texts = f.stringer(a, t)
		}
	case isString(t) && plain, isBytes(t) && verb == "%s":
		texts = f.text(a)
	case isString(t) && last == 'q':
		texts = f.formatted(a, verb)
	case isBasic(t):
		texts = f.formatted(a, verb)
	}
	if texts == nil {
		texts = f.hole(f.plainParam(a))
	}
	var at place.Place
	if expr, ok := place.Node(f.r.pass, call.Pos()).(*ast.CallExpr); ok && !expr.Ellipsis.IsValid() {
		if i := list + n - recvArgs(call); i >= 0 && i < len(expr.Args) {
			at = f.r.placeOfNode(expr.Args[i])
		}
	}
	for i := range texts {
		parts := append([]Part(nil), texts[i].Parts...)
		for k := range parts {
			if parts[k].Hole != nil && parts[k].Verb == "" {
				parts[k].Verb = verb
				if at.Position.IsValid() {
					parts[k].Place = at
				}
			}
		}
		texts[i].Parts = parts
	}
	return texts
}

// recvArgs is 1 where argument 0 of a call is the receiver.
func recvArgs(call *ssa.Call) int {
	if fn := call.Call.StaticCallee(); fn != nil && fn.Signature.Recv() != nil {
		return 1
	}
	return 0
}

// formatted prints constants; nil where one of the ways is none.
func (f *folder) formatted(a Val, verb string) []Text {
	var out []Text
	for _, o := range f.origins(a) {
		c, ok := o.Val.V.(*ssa.Const)
		if !ok || c.Value == nil || len(o.Val.Path) > 0 {
			return nil
		}
		out = append(out, Text{Parts: []Part{{Const: fmt.Sprintf(verb, goValue(c))}}, Steps: o.Steps})
	}
	return out
}

// goValue is the value of a constant as Go prints it.
func goValue(c *ssa.Const) any {
	switch c.Value.Kind() {
	case constant.Bool:
		return constant.BoolVal(c.Value)
	case constant.String:
		return constant.StringVal(c.Value)
	}
	b, _ := c.Type().Underlying().(*types.Basic)
	switch {
	case b == nil || b.Info()&types.IsComplex != 0:
		return c.Value.ExactString()
	case b.Info()&types.IsUnsigned != 0:
		return c.Uint64()
	case b.Info()&types.IsInteger != 0:
		return c.Int64()
	}
	return c.Float64()
}

// plainParam is the parameter that a is, where it is one, else a.
func (f *folder) plainParam(a Val) Val {
	if m, ok := a.V.(*ssa.MakeInterface); ok {
		a.V = m.X
	}
	if isBytes(a.V.Type()) && len(a.Path) == 0 {
		return a // bytes of a text are no text where they are printed
	}
	if os := f.origins(a); len(os) == 1 {
		if _, ok := os[0].Val.V.(*ssa.Parameter); ok {
			return os[0].Val
		}
	}
	return a
}

// stringer folds what method String of a type of this package gives; nil where
// there is none.
func (f *folder) stringer(a Val, t types.Type) []Text {
	sel := f.r.Unit.Pkg.Prog.MethodSets.MethodSet(t).Lookup(f.r.pass.Pkg, "String")
	if sel == nil || hasMethod(t, "Error") {
		return nil
	}
	fn := f.r.Unit.Pkg.Prog.MethodValue(sel)
	if fn == nil || len(fn.Blocks) == 0 || fn.Synthetic != "" {
		return nil
	}
	if f.r.spelling[fn] {
		return nil // a String that prints its own value
	}
	f.r.spelling[fn] = true
	defer delete(f.r.spelling, fn)
	return f.bind(a, f.r.textResults(fn, 0), []Val{a})
}

// spaced folds the arguments of Sprint: between two of which none is a text
// stands a space.
func (f *folder) spaced(v Val, call *ssa.Call, at int, always bool) []Text {
	args, ok := elements(call.Call.Args[at])
	if !ok {
		return f.hole(v)
	}
	var lists [][]Text
	before := true // the argument before was a text, or there is none
	for i, arg := range args {
		text := false
		if m, ok := arg.(*ssa.MakeInterface); ok {
			text = isString(m.X.Type())
		}
		if i > 0 && (always || !before && !text) {
			lists = append(lists, []Text{literal(" ")})
		}
		before = text
		lists = append(lists, f.printed(v, call, at, arg, i, "%v"))
	}
	if always {
		lists = append(lists, []Text{literal("\n")})
	}
	return f.combine(v, lists...)
}

func isBasic(t types.Type) bool {
	_, ok := t.Underlying().(*types.Basic)
	return ok
}

func isPointer(t types.Type) bool {
	_, ok := t.Underlying().(*types.Pointer)
	return ok
}

func isBytes(t types.Type) bool {
	s, ok := t.Underlying().(*types.Slice)
	if !ok {
		return false
	}
	b, ok := s.Elem().Underlying().(*types.Basic)
	return ok && b.Kind() == types.Uint8
}

// hasMethod reports whether values of type t have a method of that name that
// gives a string.
func hasMethod(t types.Type, name string) bool {
	obj, _, _ := types.LookupFieldOrMethod(t, false, nil, name)
	fn, ok := obj.(*types.Func)
	return ok && fn.Signature().Params().Len() == 0 && fn.Signature().Results().Len() == 1 && isString(fn.Signature().Results().At(0).Type())
}

// elements gives the elements of a slice that is written down as a list: in
// a composite literal, as the variadic arguments of a call, or by append to such
// a one.
func elements(v ssa.Value) ([]ssa.Value, bool) {
	switch v := v.(type) {
	case *ssa.Const:
		return nil, v.IsNil()
	case *ssa.Call:
		b, ok := v.Call.Value.(*ssa.Builtin)
		if !ok || b.Name() != "append" || len(v.Call.Args) != 2 {
			return nil, false
		}
		head, ok1 := elements(v.Call.Args[0])
		tail, ok2 := elements(v.Call.Args[1])
		return append(head[:len(head):len(head)], tail...), ok1 && ok2
	case *ssa.Slice:
		list, ok := v.X.(*ssa.Alloc)
		if !ok || v.Low != nil || v.High != nil {
			return nil, false
		}
		array, ok := deref(list.Type()).Underlying().(*types.Array)
		if !ok || array.Len() > 1000 {
			return nil, false
		}
		found := make([]ssa.Value, array.Len())
		for _, ref := range *list.Referrers() {
			at, ok := ref.(*ssa.IndexAddr)
			if !ok {
				continue
			}
			i, ok := at.Index.(*ssa.Const)
			if !ok || len(*at.Referrers()) != 1 || i.Int64() < 0 || i.Int64() >= array.Len() {
				return nil, false
			}
			store, ok := (*at.Referrers())[0].(*ssa.Store)
			if !ok || found[i.Int64()] != nil {
				return nil, false
			}
			found[i.Int64()] = store.Val
		}
		for _, e := range found {
			if e == nil {
				return nil, false
			}
		}
		if overwritten(v) {
			return nil, false
		}
		return found, true
	}
	return nil, false
}

// overwritten reports whether an element of a slice is set by index.
func overwritten(s ssa.Value) bool {
	for _, ref := range *s.Referrers() {
		at, ok := ref.(*ssa.IndexAddr)
		if !ok {
			continue
		}
		for _, use := range *at.Referrers() {
			if _, ok := use.(*ssa.Store); ok {
				return true
			}
		}
	}
	return false
}
