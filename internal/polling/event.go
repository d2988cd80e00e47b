package polling

import (
	"go/token"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/vippslint/vippslint/internal/code"
	"github.com/vippslint/vippslint/internal/flow"
	"github.com/vippslint/vippslint/internal/vippsapi"
)

// eventTests lists the comparisons with a text that has the form of an event's
// name, and is none. What it is compared with is not made by a function: that
// might write it so.
func (e *engine) eventTests() []*StateTest {
	var found []*StateTest
	for _, fn := range e.flow.Unit.WithInit() {
		if e.syntax.InTest(fn.Pos()) {
			continue
		}
		type name struct {
			among ssa.Value // the map; nil: the comparisons of the function
			text  string
		}
		names := map[name]bool{}
		type candidate struct {
			*StateTest
			among ssa.Value
		}
		var here []candidate
		for _, b := range fn.Blocks {
			for _, in := range b.Instrs {
				v, text, ok := namedIn(in)
				if !ok || e.syntax.InTest(text.at) {
					continue
				}
				var among ssa.Value
				if up, ok := in.(*ssa.MapUpdate); ok {
					among = up.Map
					if to, ok := code.ConstText(up.Value); ok {
						names[name{among, to}] = true // it is put right
					}
				}
				names[name{among, text.text}] = true
				if _, event := vippsapi.IsEvent(text.text); event || !vippsapi.LooksLikeEvent(text.text) || v != nil && e.madeByFunction(v) {
					continue
				}
				at := e.constantSpan(text)
				near := vippsapi.NearestEvent(text.text)
				here = append(here, candidate{&StateTest{Pos: at.Pos, End: at.End, Value: text.text, Near: near}, among})
			}
		}
		for _, t := range here {
			if !names[name{t.among, t.Near}] {
				found = append(found, t.StateTest)
			}
		}
	}
	return found
}

// namedIn reads an instruction as one that takes up a constant as the name of
// something: a comparison of v with it, or the key of a map (v is nil then).
func namedIn(in ssa.Instruction) (v ssa.Value, text constantText, ok bool) {
	switch x := in.(type) {
	case *ssa.BinOp:
		if x.Op != token.EQL && x.Op != token.NEQ || !code.IsText(x.X.Type()) {
			return nil, text, false
		}
		v = x.X
		if text, ok = constantOf(x.Y); !ok {
			v = x.Y
			text, ok = constantOf(x.X)
		}
	case *ssa.MapUpdate:
		text, ok = constantOf(x.Key)
	}
	text.at = in.Pos()
	return v, text, ok
}

// madeByFunction reports whether a text may come out of a function that changes
// or translates it.
func (e *engine) madeByFunction(v ssa.Value) bool {
	return slices.ContainsFunc(e.flow.Origins(flow.At(v)), func(o flow.Origin) bool {
		if o.Filled {
			return false
		}
		switch o.Val.V.(type) {
		case *ssa.Call, *ssa.BinOp, *ssa.Const:
			return len(o.Val.Path) == 0 && !o.Zero
		}
		return false
	})
}
