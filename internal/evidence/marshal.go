package evidence

import (
	"go/types"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/vippslint/vippslint/internal/code"
	"github.com/vippslint/vippslint/internal/flow"
)

// isRawMessage reports whether t is a json.RawMessage, which is written as the
// text that it is, or its namesake in a JSON library.
func isRawMessage(t types.Type) bool {
	n, ok := types.Unalias(code.Deref(t)).(*types.Named)
	return ok && n.Obj().Name() == "RawMessage" && n.Obj().Pkg() != nil && strings.Contains(n.Obj().Pkg().Path(), "json")
}

// fromMarshaler goes on in what the type of l writes itself, where that is
// seen: in the method of this package, and where that writes a part of its
// receiver, in that part of l.
func (d *descent) fromMarshaler(l leaf, segs []string, depth int) {
	fn, path := d.e.marshaler(l.typ)
	if fn == nil {
		return
	}
	inner := *d
	inner.yield = func(in leaf) {
		handed := true // it is a part of the receiver and nothing else
		for _, n := range d.e.flow.Numbers(in.val) {
			if n.Verdict != flow.FromParam || n.Func != fn || n.Param != 0 {
				handed = false
				continue
			}
			part := l
			part.val = l.val.Sub(path...).Sub(n.ParamPath...)
			part.typ, part.form, part.verb, part.cut = part.val.Type(), in.form, in.verb, in.cut || n.Cut
			if part.cut {
				part.form, part.verb = Typed, "" // an integer is what is printed
			}
			part.vars = in.vars
			d.yield(part)
		}
		if !handed {
			d.yield(in)
		}
	}
	inner.open = func(leaf, []string) {}
	for _, b := range fn.Blocks {
		ret, ok := b.Instrs[len(b.Instrs)-1].(*ssa.Return)
		if !ok || len(ret.Results) == 0 {
			continue
		}
		for _, b := range d.e.bodies(flow.At(ret.Results[0]).Before(ret)) {
			if !b.encoded {
				inner.from(leaf{val: b.val, typ: b.val.Type()}, segs, depth+1)
				continue
			}
			for _, t := range d.e.flow.Texts(b.val) {
				inner.fromJSON(leaf{form: Text}, t, segs, depth+1)
			}
		}
	}
}

// marshaler is the method by which encoding/json writes values of type t, and
// the path to its receiver; nil where it is none of this package.
func (e *engine) marshaler(t types.Type) (*ssa.Function, flow.Path) {
	for _, name := range []string{"MarshalJSON", "MarshalText"} {
		obj, index, _ := types.LookupFieldOrMethod(t, true, nil, name)
		method, ok := obj.(*types.Func)
		if !ok {
			continue
		}
		fn := e.flow.Unit.Pkg.Prog.FuncValue(method.Origin())
		if fn == nil || len(fn.Blocks) == 0 {
			return nil, nil
		}
		var path flow.Path
		for _, i := range index[:len(index)-1] {
			path = append(path, flow.Field(i))
		}
		return fn, path
	}
	return nil, nil
}
