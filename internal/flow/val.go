package flow

import (
	"go/types"
	"strconv"
	"strings"

	"golang.org/x/tools/go/ssa"
)

// With is the part of x that path leads to, x being a value of the function in
// which v.V stands, seen through the same chain of calls as v.
func (v Val) With(x ssa.Value, path ...string) Val {
	return Val{V: x, Path: path, ctx: v.ctx, at: v.at}
}

// Sub is the part of v that path leads to.
func (v Val) Sub(path ...string) Val {
	v.Path = append(v.Path[:len(v.Path):len(v.Path)], path...)
	return v
}

// Param is the index of the parameter of fn that v is, or is a part of (0 is
// the receiver of a method), and -1 where it is none.
func (v Val) Param(fn *ssa.Function) int {
	p, ok := v.V.(*ssa.Parameter)
	if !ok || v.ctx != nil || p.Parent() != fn {
		return -1
	}
	for i, q := range fn.Params {
		if p == q {
			return i
		}
	}
	return -1
}

// Type is the static type of v, with pointers on the way passed through; nil
// where the path does not fit.
func (v Val) Type() types.Type { return typeAt(v.V.Type(), v.Path) }

// TypeAt is the static type of part path of what o is, a result of a call
// among others; nil where the path does not fit.
func (o Origin) TypeAt(path Path) types.Type {
	t := o.Val.V.Type()
	if results, ok := t.(*types.Tuple); ok {
		if o.Result >= results.Len() {
			return nil
		}
		t = results.At(o.Result).Type()
	}
	return typeAt(t, path)
}

// typeAt is the type of part path of a value of type t.
func typeAt(t types.Type, path Path) types.Type {
	for _, step := range path {
		if p, ok := t.Underlying().(*types.Pointer); ok {
			t = p.Elem()
		}
		switch u := t.Underlying().(type) {
		case *types.Struct:
			i, err := strconv.Atoi(strings.TrimPrefix(step, "."))
			if err != nil || !strings.HasPrefix(step, ".") || i >= u.NumFields() {
				return nil
			}
			t = u.Field(i).Type()
		case *types.Slice:
			t = u.Elem()
		case *types.Array:
			t = u.Elem()
		case *types.Chan:
			t = u.Elem()
		case *types.Map:
			t = u.Elem()
		default:
			return nil
		}
	}
	return t
}

// Through is the call in the function asked about through which a trace came
// down to v, the outermost where there are several; nil where it came through
// none.
func (v Val) Through() ssa.CallInstruction {
	var call ssa.CallInstruction
	for f := v.ctx; f != nil; f = f.up {
		call = f.call
	}
	return call
}

// Caller is the call through which a trace came down to v, as a value of the
// function in which it stands, seen through the calls above it. It reports
// whether there is one: v may stand in the function asked about.
func (v Val) Caller() (Val, bool) {
	if v.ctx == nil {
		return v, false
	}
	return Val{V: asValue(v.ctx.call), ctx: v.ctx.up}, true
}
