package evidence

import (
	"cmp"
	"go/token"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/vippslint/vippslint/internal/code"
	"github.com/vippslint/vippslint/internal/place"
	"github.com/vippslint/vippslint/internal/vippsapi"
)

// An Ask is a request that starts payments or agreements, or that registers
// webhooks.
type Ask struct {
	Op       string // operation ID
	Callback bool   // it says itself where callbacks go
	Reason   Reason
}

// asks lists those of fn itself.
func (e *engine) asks(fn *ssa.Function) []Ask {
	var found []Ask
	for _, r := range e.requests[fn] {
		if r.lent || len(r.reasons) == 0 || len(r.ops) == 0 {
			continue
		}
		if op := r.ops[0]; op.Purpose == vippsapi.Initiate || op.Purpose == vippsapi.Register {
			found = append(found, Ask{op.ID, e.namesCallback(r, op), Reason{e.position(r.call.Common().Pos()), r.reasons[0].Note}})
		}
	}
	return sortedAsks(found)
}

// sortedAsks keeps one of each kind: the first.
func sortedAsks(list []Ask) []Ask {
	kind := func(a, b Ask) int {
		c := 0
		if a.Callback != b.Callback {
			c = -1
			if b.Callback {
				c = 1
			}
		}
		return cmp.Or(cmp.Compare(a.Op, b.Op), c)
	}
	slices.SortStableFunc(list, func(a, b Ask) int {
		return cmp.Or(kind(a, b), comparePositions(a.Reason.Pos, b.Reason.Pos))
	})
	return slices.CompactFunc(list, func(a, b Ask) bool { return kind(a, b) == 0 })
}

// namesCallback reports whether a request says where callbacks go.
func (e *engine) namesCallback(r *request, op *vippsapi.Operation) bool {
	f := op.CallbackField()
	if f == nil {
		return false
	}
	for _, b := range r.shape.bodies {
		if !slices.Contains(e.namesIn(b), f.Path) {
			continue
		}
		filled, seen := false, false
		d := &descent{
			e: e,
			yield: func(l leaf) {
				seen = true
				text, constant := "", l.val.V == nil
				if l.val.V != nil {
					text, constant = code.ConstText(l.val.V)
				}
				filled = filled || !constant || text != ""
			},
			open: func(leaf, []string) { seen, filled = true, true },
		}
		d.body(b, splitName(f.Path))
		if filled || !seen {
			return true
		}
	}
	return false
}

// namesIn lists the JSON names of a body.
func (e *engine) namesIn(b body) []string {
	if !b.encoded {
		return e.bodyNames(b.val)
	}
	var all []string
	for _, t := range e.flow.Texts(b.val) {
		names, _ := scanJSON(t)
		all = append(all, names...)
	}
	return all
}

// unreadAsks lists the first place from which a program asks for callbacks on
// payments of each family that it starts and that nothing reads back.
func (r *reaches) unreadAsks(reached []*node, read []vippsapi.Family) []*Callback {
	var found []*Callback
	starts := map[vippsapi.Family]bool{} // started without a word on callbacks
	type asked struct {
		place.Span
		ask Ask
	}
	var places []asked
	for _, n := range reached {
		for _, fn := range n.fns {
			for _, q := range r.e.requests[fn] {
				for _, a := range r.e.asks(fn) {
					if r.e.position(q.call.Common().Pos()) == a.Reason.Pos {
						places = append(places, asked{r.e.syntax.Call(q.call), a})
					}
				}
			}
		}
		for _, m := range n.mentions {
			if m.fn != nil && m.fn.Pkg() != r.e.pass.Pkg {
				if f := r.ofDecl(m.fn); f != nil {
					for _, a := range f.Asks {
						places = append(places, asked{m.Span, a})
					}
				}
			}
		}
		for _, c := range n.convs {
			for _, method := range slices.Concat(c.methods, c.waiting) {
				if f := r.ofDecl(method); f != nil && method.Pkg() != r.e.pass.Pkg {
					for _, a := range f.Asks {
						places = append(places, asked{c.Span, a})
					}
				}
			}
		}
	}
	sortedByPos(places, func(p asked) int { return int(p.Pos) })
	for _, p := range places {
		if op := vippsapi.OperationByID(p.ask.Op); op != nil && op.Purpose == vippsapi.Initiate {
			starts[op.Family] = true
		}
	}
	seen := map[vippsapi.Family]bool{}
	seenPos := map[token.Pos]bool{}
	for _, p := range places {
		op := vippsapi.OperationByID(p.ask.Op)
		if op == nil {
			continue
		}
		var of []vippsapi.Family
		switch {
		case p.ask.Callback:
			of = []vippsapi.Family{op.Family}
		case op.Purpose == vippsapi.Register:
			for _, f := range []vippsapi.Family{vippsapi.EPayment, vippsapi.Recurring} {
				if starts[f] {
					of = append(of, f)
				}
			}
		}
		for _, f := range of {
			if seen[f] || seenPos[p.Pos] || slices.Contains(read, f) {
				continue
			}
			seen[f], seenPos[p.Pos] = true, true
			found = append(found, &Callback{
				Pos: p.Pos, End: p.End, Handler: p.ask.Reason.Pos, Family: f, ReadBack: vippsapi.ReadBackOf(f),
				Way: []place.Step{{Pos: p.ask.Reason.Pos, Note: "asks for callbacks: " + p.ask.Reason.Note}},
			})
		}
	}
	return found
}
