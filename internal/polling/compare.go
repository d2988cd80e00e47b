package polling

import (
	"cmp"
	"go/ast"
	"go/token"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/vippslint/vippslint/internal/code"
	"github.com/vippslint/vippslint/internal/evidence"
	"github.com/vippslint/vippslint/internal/place"
	"github.com/vippslint/vippslint/internal/vippsapi"
)

// A comparison is one of a state with constants.
type comparison struct {
	of     []*vippsapi.StateField
	values []constantText
	fold   fold
	why    evidence.Reason
	fn     *ssa.Function
}

// A constantText is a constant with the place where it stands.
type constantText struct {
	text string
	at   token.Pos // of the comparison, as SSA knows it
}

// A fold is what is made of a state before it is compared.
type fold int

const (
	asIs fold = iota
	anyCase
	upper
	lower
)

// equal compares a constant with a state, as the program does.
func (c comparison) equal(value, state string) bool {
	switch c.fold {
	case anyCase:
		return strings.EqualFold(value, state)
	case upper:
		return value == strings.ToUpper(state)
	case lower:
		return value == strings.ToLower(state)
	}
	return value == state
}

// comparison reads x as a comparison of a state with a constant.
func (e *engine) comparison(x *ssa.BinOp) (comparison, bool) {
	if x.Op != token.EQL && x.Op != token.NEQ || !code.IsText(x.X.Type()) {
		return comparison{}, false
	}
	v, c := x.X, x.Y
	text, ok := constantOf(c)
	if !ok {
		v, c = c, v
		if text, ok = constantOf(c); !ok {
			return comparison{}, false
		}
	}
	text.at = x.Pos()
	return e.comparing(v, []constantText{text}, asIs, x.Parent())
}

// comparisonBy reads a call as a comparison of a state with constants.
func (e *engine) comparisonBy(call *ssa.Call) (comparison, bool) {
	f := code.Callee(call)
	args := call.Call.Args
	switch {
	case code.IsFunc(f, "strings", "", "EqualFold"):
		for i, v := range args {
			if text, ok := constantOf(v); ok {
				text.at = call.Common().Pos()
				return e.comparing(args[1-i], []constantText{text}, anyCase, call.Parent())
			}
		}
	case code.IsFunc(f, "slices", "", "Contains"):
		if values, ok := constantList(args[0], call.Common().Pos()); ok {
			return e.comparing(args[1], values, asIs, call.Parent())
		}
	}
	return comparison{}, false
}

// constantList lists the texts of a slice that is made of constants where it is
// used.
func constantList(v ssa.Value, at token.Pos) ([]constantText, bool) {
	s, ok := v.(*ssa.Slice)
	if !ok {
		return nil, false
	}
	cell, ok := s.X.(*ssa.Alloc)
	if !ok {
		return nil, false
	}
	var values []constantText
	for _, ref := range *cell.Referrers() {
		el, ok := ref.(*ssa.IndexAddr)
		if !ok {
			continue
		}
		for _, use := range *el.Referrers() {
			if st, ok := use.(*ssa.Store); ok {
				text, ok := constantOf(st.Val)
				if !ok {
					return nil, false
				}
				text.at = at
				values = append(values, text)
			}
		}
	}
	return values, len(values) > 0
}

func (e *engine) comparing(v ssa.Value, values []constantText, how fold, fn *ssa.Function) (comparison, bool) {
	v, how = unfolded(v, how)
	refs, why, ok := e.stateAt(v, 0, map[ssa.Value]bool{})
	if !ok || len(refs) == 0 {
		return comparison{}, false
	}
	return comparison{fieldsOf(refs), values, how, why, fn}, true
}

// unfolded takes off what changes the letters or the spaces around them.
func unfolded(v ssa.Value, how fold) (ssa.Value, fold) {
	for {
		switch x := v.(type) {
		case *ssa.ChangeType:
			v = x.X
			continue
		case *ssa.Call:
			f := code.Callee(x)
			switch {
			case code.IsFunc(f, "strings", "", "ToUpper"):
				how = max(how, upper)
			case code.IsFunc(f, "strings", "", "ToLower"):
				how = max(how, lower)
			case code.IsFunc(f, "strings", "", "TrimSpace"):
			default:
				return v, how
			}
			v = x.Call.Args[0]
			continue
		}
		return v, how
	}
}

// comparisons lists those of the package with states, in the order of its
// functions.
func (e *engine) comparisons() []comparison {
	var found []comparison
	for _, fn := range e.flow.Unit.Funcs {
		if e.syntax.InTest(fn.Pos()) {
			continue
		}
		for _, b := range fn.Blocks {
			for _, in := range b.Instrs {
				var c comparison
				ok := false
				switch x := in.(type) {
				case *ssa.BinOp:
					c, ok = e.comparison(x)
				case *ssa.Call:
					c, ok = e.comparisonBy(x)
				}
				if ok {
					found = append(found, c)
				}
			}
		}
	}
	return found
}

// stateTests lists the comparisons with values that never come, in the order of
// the source.
func (e *engine) stateTests(all []comparison) []*StateTest {
	var found []*StateTest
	for _, c := range all {
		for _, v := range c.values {
			if v.text == "" || slices.ContainsFunc(c.of, func(s *vippsapi.StateField) bool {
				return slices.ContainsFunc(s.Values, func(state string) bool { return c.equal(v.text, state) })
			}) || besideRight(all, c, v.text) {
				continue
			}
			at := e.constantSpan(v)
			found = append(found, &StateTest{Pos: at.Pos, End: at.End, State: c.of[0], Value: v.text, Near: near(c, v.text), Reasons: []evidence.Reason{c.why}})
		}
	}
	found = append(found, e.eventTests()...)
	slices.SortStableFunc(found, func(a, b *StateTest) int { return cmp.Compare(a.Pos, b.Pos) })
	return found
}

func near(c comparison, value string) string {
	for _, s := range c.of {
		n := s.Nearest(value)
		if c.fold == lower {
			n = strings.ToLower(n)
		} else if c.fold == upper {
			n = strings.ToUpper(n)
		}
		if n != "" && n != value {
			return n
		}
	}
	return ""
}

// besideRight reports whether the function compares with the right spelling of
// value too, so that the wrong one is there to be on the safe side.
func besideRight(all []comparison, c comparison, value string) bool {
	right := near(c, value)
	return right != "" && slices.ContainsFunc(all, func(d comparison) bool {
		return d.fn == c.fn && slices.ContainsFunc(d.values, func(v constantText) bool { return v.text == right })
	})
}

// constantSpan is the range of a constant in a comparison, and that of the whole
// comparison where it does not stand there by itself.
func (e *engine) constantSpan(v constantText) place.Span {
	for _, f := range e.pass.Files {
		if v.at < f.FileStart || v.at >= f.FileEnd {
			continue
		}
		found := place.Span{Pos: v.at, End: v.at}
		ast.Inspect(f, func(n ast.Node) bool {
			if n == nil || v.at < n.Pos() || v.at >= n.End() {
				return false
			}
			switch n := n.(type) {
			case *ast.BinaryExpr:
				if n.OpPos == v.at {
					for _, side := range []ast.Expr{n.Y, n.X} {
						if tv, ok := e.pass.TypesInfo.Types[side]; ok && tv.Value != nil {
							found = place.SpanOf(side)
							return false
						}
					}
				}
			case *ast.KeyValueExpr:
				if n.Colon == v.at {
					found = place.SpanOf(n.Key)
					return false
				}
			case *ast.IndexExpr:
				if n.Lbrack == v.at {
					found = place.SpanOf(n.Index)
					return false
				}
			case *ast.CaseClause:
				for _, x := range n.List {
					if x.Pos() == v.at {
						found = place.SpanOf(x)
						return false
					}
				}
			case *ast.CallExpr:
				if n.Lparen == v.at {
					found = place.SpanOf(n)
					ast.Inspect(n, func(x ast.Node) bool {
						if lit, ok := x.(ast.Expr); ok {
							if tv, ok := e.pass.TypesInfo.Types[lit]; ok && tv.Value != nil && strings.Trim(tv.Value.ExactString(), `"`) == v.text {
								found = place.SpanOf(lit)
							}
						}
						return true
					})
					return false
				}
			}
			return true
		})
		return found
	}
	return place.Span{Pos: v.at, End: v.at}
}
