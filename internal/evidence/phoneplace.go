package evidence

import (
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/vippslint/vippslint/internal/code"
	"github.com/vippslint/vippslint/internal/flow"
	"github.com/vippslint/vippslint/internal/vippsapi"
)

// pushBeside names what in the body b of op has the customer reached by a push
// message to the phone number f alone.
func (e *engine) pushBeside(op *vippsapi.Operation, f *vippsapi.Field, b body) string {
	if f.Kind != vippsapi.Phone {
		return ""
	}
	field, value := op.PushSwitch()
	if field == nil || e.oneCurrency(func(d *descent) { d.body(b, splitName(field.Path)) }).code != value {
		return ""
	}
	return field.Path + " " + value
}

// Texts are the texts that can stand at the place of a phone number, behind
// p.Ahead, as Flow.Texts gives them.
func (p *Place) Texts(f *flow.Result) []flow.Text {
	if p.Text != nil {
		return []flow.Text{*p.Text}
	}
	return f.Texts(p.Val)
}

// phoneParams lists the parameters of fn that are the phone number at p, or all
// of it behind a text that is known. One that fn may change, replace or look at
// is none: what a caller gives may be made right.
func (e *engine) phoneParams(fn *ssa.Function, p located, base ParamPlace) []ParamPlace {
	// What is known is sent where the caller gives nothing.
	texts := slices.DeleteFunc(slices.Clone(p.Texts(e.flow)), func(t flow.Text) bool {
		return len(t.Parts) == 1 && t.Parts[0].Hole == nil
	})
	if len(texts) != 1 {
		return nil
	}
	parts, ahead := texts[0].Parts, ""
	if len(parts) == 2 && parts[0].Hole == nil {
		ahead, parts = parts[0].Const, parts[1:]
	}
	if len(parts) != 1 || parts[0].Hole == nil || parts[0].Changed {
		return nil
	}
	ref, ok := paramRef(fn, *parts[0].Hole)
	if !ok || e.looksAt(fn, ref) {
		return nil
	}
	base.Param, base.Way, base.Ahead = ref, append(slices.Clip(texts[0].Steps), p.Way...), p.Ahead+ahead
	return []ParamPlace{base}
}

// looksAt reports whether fn asks what a text that it is given is like: compares
// it with another than the empty one, takes a part of it or its length, or hands
// it to a function that says yes or no or that works on texts.
func (e *engine) looksAt(fn *ssa.Function, ref ParamRef) bool {
	is := func(v ssa.Value) bool {
		return code.IsText(v.Type()) && slices.ContainsFunc(e.flow.Origins(flow.At(v)), func(o flow.Origin) bool {
			at, ok := paramRef(fn, o.Val)
			return ok && at.Index == ref.Index && slices.Equal(at.Path, ref.Path)
		})
	}
	for _, b := range fn.Blocks {
		for _, in := range b.Instrs {
			found := false
			switch in := in.(type) {
			case *ssa.BinOp:
				found = in.Op != token.ADD && !isEmptyText(in.X) && !isEmptyText(in.Y) && (is(in.X) || is(in.Y))
			case *ssa.Slice:
				found = is(in.X)
			case *ssa.Lookup:
				found = is(in.X)
			case *ssa.Range:
				found = is(in.X)
			case *ssa.Convert:
				found = !code.IsText(in.Type()) && is(in.X)
			case ssa.CallInstruction:
				found = asks(in.Common()) && slices.ContainsFunc(in.Common().Args, is)
			}
			if found {
				return true
			}
		}
	}
	return false
}

func isEmptyText(v ssa.Value) bool {
	s, ok := code.ConstText(v)
	return ok && s == ""
}

// asks reports whether a call may tell what a text is like.
func asks(c *ssa.CallCommon) bool {
	if b, ok := c.Value.(*ssa.Builtin); ok {
		return b.Name() == "len"
	}
	if fn := c.StaticCallee(); fn != nil && fn.Pkg != nil {
		switch fn.Pkg.Pkg.Path() {
		case "strings", "regexp", "unicode/utf8", "slices":
			return true
		}
	}
	results := c.Signature().Results()
	for i := range results.Len() {
		if b, ok := results.At(i).Type().Underlying().(*types.Basic); ok && b.Info()&types.IsBoolean != 0 {
			return true
		}
	}
	return false
}
