package evidence

import (
	"go/constant"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/vippslint/vippslint/internal/code"
	"github.com/vippslint/vippslint/internal/flow"
)

// Keyless says on which ways a request goes on without the header by which Vipps
// knows it again: at least one.
type Keyless struct {
	Header string
	Ways   []KeyWay
}

// A KeyWay is the conditions under which a way is taken, all of them; none: it
// can always be taken.
type KeyWay []KeyCond

// A KeyCond is a comparison of a parameter with a constant, or a question to a
// map that is a parameter.
type KeyCond struct {
	Param ParamRef
	Is    bool // false: the comparison does not hold
	Than  string
}

// What a parameter is compared with, besides constants as Go writes them.
const (
	thanEmpty  = "empty" // it is "", or has no elements
	thanNil    = "nil"
	thanHolder = "has " // with the name of a header: it is a map that has it
	thanName   = "is "  // with the name of a header: it is that, in any letter case

	// thanOutside is the condition that a client which comes from a package above
	// sets no such header. It is about no parameter.
	thanOutside = "outside"
)

// A FixedKeyless is a request of which the function tells all but whether it has
// the header.
type FixedKeyless struct {
	Ops []string // operation IDs
	In  string   // import path of the package that sends it
	Keyless
}

// A ParamKeyless is a parameter, a request or a header, on which the function
// does not set the header on some ways.
type ParamKeyless struct {
	Param int
	Keyless
}

// maxWays and maxConds bound how much is kept of the ways of a request; what is
// more complicated is not known.
const (
	maxWays  = 8
	maxConds = 5
)

// always is the one way that is always taken.
var always = []KeyWay{{}}

// bothWays are the ways that lead along a and then along b.
func bothWays(a, b []KeyWay) []KeyWay {
	var ways []KeyWay
	for _, x := range a {
		for _, y := range b {
			if w, ok := joined(x, y); ok {
				ways = eitherWays(ways, []KeyWay{w})
			}
		}
	}
	return ways
}

// joined is the way on which the conditions of both are met, if there is one.
func joined(a, b KeyWay) (KeyWay, bool) {
	w := slices.Clone(a)
	for _, c := range b {
		known := false
		for _, d := range w {
			if !sameRef(c.Param, d.Param) {
				continue
			}
			if c.Than == d.Than {
				if c.Is != d.Is {
					return nil, false
				}
				known = true
			} else if c.Is && d.Is && isLiteral(c.Than) && isLiteral(d.Than) {
				return nil, false
			}
		}
		if !known {
			w = append(w, c)
		}
	}
	return w, len(w) <= maxConds
}

// isLiteral reports whether what a parameter is compared with is one value.
func isLiteral(than string) bool {
	return than == thanEmpty || than == thanNil || strings.HasPrefix(than, `"`) || than != "" && than[0] >= '0' && than[0] <= '9'
}

// eitherWays are the ways of a and of b.
func eitherWays(a, b []KeyWay) []KeyWay {
	ways := slices.Clone(a)
	for _, w := range b {
		for i := 0; i < len(ways); i++ {
			if short, ok := whichever(ways[i], w); ok {
				w = short // and once more with those that were there
				ways = slices.Delete(ways, i, i+1)
				i = -1
			}
		}
		if !slices.ContainsFunc(ways, func(x KeyWay) bool { return sameWay(x, w) }) {
			ways = append(ways, w)
		}
	}
	if slices.ContainsFunc(ways, func(w KeyWay) bool { return len(w) == 0 }) {
		return always
	}
	return ways[:min(len(ways), maxWays)]
}

// whichever is the way that is left where two differ in one condition alone, which
// the one meets and the other does not.
func whichever(a, b KeyWay) (KeyWay, bool) {
	if len(a) != len(b) {
		return nil, false
	}
	at := -1
	for i := range a {
		if !sameRef(a[i].Param, b[i].Param) || a[i].Than != b[i].Than {
			return nil, false
		}
		if a[i].Is != b[i].Is {
			if at >= 0 {
				return nil, false
			}
			at = i
		}
	}
	if at < 0 {
		return nil, false
	}
	return slices.Delete(slices.Clone(a), at, at+1), true
}

func sameWay(a, b KeyWay) bool {
	return slices.EqualFunc(a, b, func(x, y KeyCond) bool { return sameRef(x.Param, y.Param) && x.Is == y.Is && x.Than == y.Than })
}

// boundWays writes ways of a function in terms of fn, which calls it with the
// values that arg gives: what cannot be decided there is left out.
func (e *engine) boundWays(ways []KeyWay, fn *ssa.Function, arg func(ParamRef) (flow.Val, bool)) []KeyWay {
	var bound []KeyWay
	for _, way := range ways {
		w, ok := KeyWay{}, true
		for _, c := range way {
			if c.Than == thanOutside {
				if w, ok = joined(w, KeyWay{c}); !ok {
					break
				}
				continue
			}
			v, known := arg(c.Param)
			if !known {
				ok = false
				break
			}
			var more KeyWay
			if more, ok = e.boundCond(c, v, fn); !ok {
				break
			}
			if w, ok = joined(w, more); !ok {
				break
			}
		}
		if ok {
			bound = eitherWays(bound, []KeyWay{w})
		}
	}
	return bound
}

// boundCond writes a condition on the value v in terms of fn: as no condition
// where v meets it, as another one where v is a parameter.
func (e *engine) boundCond(c KeyCond, v flow.Val, fn *ssa.Function) (KeyWay, bool) {
	if len(c.Param.Path) > 0 && e.handedOn(v.V) {
		return nil, false
	}
	origins := e.flow.Origins(v)
	if len(origins) == 1 {
		if ref, ok := paramRef(fn, origins[0].Val); ok {
			return KeyWay{{Param: ref, Is: c.Is, Than: c.Than}}, true
		}
	}
	for _, o := range origins {
		is, known := e.meets(o, c.Than)
		if !known || is != c.Is {
			return nil, false
		}
	}
	return nil, len(origins) > 0
}

// meets says whether the value o is what than tells.
func (e *engine) meets(o flow.Origin, than string) (is, known bool) {
	if name, ok := strings.CutPrefix(than, thanHolder); ok {
		if c, ok := o.Val.V.(*ssa.Const); o.Zero || ok && c.IsNil() {
			return false, true
		}
		names, all := e.headerNames(o.Val)
		return holdsFold(names, name), all || holdsFold(names, name)
	}
	if o.Zero {
		switch than {
		case thanEmpty, thanNil, "false", "0":
			return true, true
		}
		return false, isLiteral(than) || than == "true" || strings.HasPrefix(than, thanName)
	}
	switch x := o.Val.V.(type) {
	case *ssa.Const:
		return constMeets(x, than)
	case *ssa.Alloc, *ssa.MakeClosure, *ssa.Function:
		return false, than == thanNil && len(o.Val.Path) == 0
	case *ssa.MakeMap:
		if than == thanEmpty {
			names, _ := e.headerNames(o.Val)
			return false, len(names) > 0
		}
		return false, than == thanNil && len(o.Val.Path) == 0
	}
	return false, false
}

func constMeets(c *ssa.Const, than string) (is, known bool) {
	if c.IsNil() {
		return than == thanNil || than == thanEmpty, true
	}
	if c.Value == nil {
		return false, false
	}
	text, isText := "", c.Value.Kind() == constant.String
	if isText {
		text = constant.StringVal(c.Value)
	}
	name, named := strings.CutPrefix(than, thanName)
	switch {
	case named:
		return isText && strings.EqualFold(text, name), isText
	case than == thanEmpty:
		return text == "", isText
	case isText:
		return strconv.Quote(text) == than, true
	}
	return c.Value.ExactString() == than, true
}

func holdsFold(names []string, name string) bool {
	return slices.ContainsFunc(names, func(n string) bool { return strings.EqualFold(n, name) })
}

// headerNames lists the constant keys of the map v, and reports whether it has no
// others.
func (e *engine) headerNames(v flow.Val) (names []string, all bool) {
	m, ok := v.V.(*ssa.MakeMap)
	if !ok || len(v.Path) > 0 {
		return nil, false
	}
	all = true
	work := []ssa.Value{m}
	for i := 0; i < len(work); i++ {
		for _, ref := range *work[i].Referrers() {
			switch ref := ref.(type) {
			case *ssa.MapUpdate:
				key, ok := code.ConstText(ref.Key)
				names, all = append(names, key), all && ok
			case *ssa.ChangeType:
				work = append(work, ref)
			case *ssa.Return, *ssa.DebugRef, *ssa.Lookup, *ssa.Range:
			case *ssa.Store:
				all = all && ref.Val == work[i] && !isCaptured(ref.Addr)
			case ssa.CallInstruction:
				args := ref.Common().Args
				switch {
				case code.IsFunc(code.Callee(ref), "net/http", "Header", "Set", "Add") && args[0] == work[i]:
					key, ok := code.ConstText(args[1])
					names, all = append(names, key), all && ok
				case !e.readsOnly(ref, work[i]):
					all = false
				}
			default:
				all = false
			}
		}
	}
	return names, all
}

// isCaptured reports whether addr is a variable that a literal shares, or none
// at all: what stands there may be changed anywhere.
func isCaptured(addr ssa.Value) bool {
	if f, ok := addr.(*ssa.FieldAddr); ok && code.IsHTTP(f.X.Type(), "Request") {
		return false
	}
	a, ok := addr.(*ssa.Alloc)
	if !ok {
		return true
	}
	for _, ref := range *a.Referrers() {
		switch ref := ref.(type) {
		case *ssa.UnOp, *ssa.DebugRef:
		case *ssa.Store:
			if ref.Addr != addr {
				return true
			}
		default:
			return true
		}
	}
	return false
}

// readsOnly reports whether call leaves the map v, which it is given, as it is.
func (e *engine) readsOnly(call ssa.CallInstruction, v ssa.Value) bool {
	if _, ok := call.Common().Value.(*ssa.Builtin); ok {
		return true
	}
	sum, inner := e.sends(call)
	if inner == nil {
		return sum != nil
	}
	for i, arg := range call.Common().Args {
		if arg == v && (i >= len(inner.Params) || !e.isRead(inner.Params[i], 0)) {
			return false
		}
	}
	return true
}

// isRead reports whether the map p is only read where it is a parameter.
func (e *engine) isRead(p ssa.Value, depth int) bool {
	if depth > maxNesting {
		return false
	}
	for _, ref := range *p.Referrers() {
		switch ref := ref.(type) {
		case *ssa.Range, *ssa.Lookup, *ssa.DebugRef, *ssa.BinOp:
		case *ssa.Store:
			to, ok := ref.Addr.(*ssa.FieldAddr)
			if !ok || ref.Val != p || !code.IsHTTP(to.X.Type(), "Request") {
				return false
			}
		case *ssa.ChangeType:
			if !e.isRead(ref, depth+1) {
				return false
			}
		case ssa.CallInstruction:
			if !e.readsOnly(ref, p) {
				return false
			}
		default:
			return false
		}
	}
	return true
}
