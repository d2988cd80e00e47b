package flow

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"math"
	"slices"

	"github.com/vippslint/vippslint/internal/code"
	"github.com/vippslint/vippslint/internal/place"
	"golang.org/x/tools/go/ssa"
)

// A judgement is what is known of a number on one way to it, on the integer and
// on the float side of conversions.
type judgement int

const (
	isUnknown  judgement = iota
	isWhole              // a whole number, of an integer or a float type
	isConst              // the constant num
	isCut                // a whole number that a float was cut to
	isFraction           // a float that need not be whole
	isHalved             // a float to which a half was added: cutting it rounds
	isNudged             // a float to which something less than one was added: nobody knows what is meant
	isParam              // part path of parameter param of fn, times factor; cut at at where cut says so
	isAgain              // a way that comes back to where it started: adds nothing
)

// A reading is a judgement with its place and the way to it.
type reading struct {
	is     judgement
	float  bool // the value is of a float type (not asked for where is is isWhole)
	num    float64
	factor float64 // product of the constants it was multiplied by since it was made
	parted bool    // one of them was a fraction, so that a whole number need not stay one
	fn     *ssa.Function
	param  int
	path   Path
	cut    bool
	marks
	at     place.Place
	stored place.Place  // where it was last stored in a part of something
	steps  []place.Step // from the origin on
}

// with is a with one more step.
func (a reading) with(st place.Step) reading {
	a.steps = append(a.steps[:len(a.steps):len(a.steps)], st)
	return a
}

// scaled reports whether a was multiplied by something, or may have been.
func (a reading) scaled() bool { return a.factor != 1 || a.parted }

// An evaluation judges numbers within one question.
type evaluation struct {
	*tracer
	depth map[spotKey]int // spots on the way, with their depth
	known map[spotKey][]reading
	low   int // the least deep spot that a way came back to
}

func (r *Result) evaluation() *evaluation {
	return &evaluation{tracer: r.tracer(), depth: make(map[spotKey]int), known: make(map[spotKey][]reading), low: never}
}

const never = 1 << 30

// judge gives a reading for each way to s. What is learnt within a circle of
// ways is not kept, because it lacks what the rest of the circle adds.
func (ev *evaluation) judge(s spot) []reading {
	k := s.key()
	if d, ok := ev.depth[k]; ok {
		ev.low = min(ev.low, d)
		return []reading{{is: isAgain, factor: 1}}
	}
	if known, ok := ev.known[k]; ok {
		return known
	}
	if !ev.spend() {
		return []reading{{factor: 1}}
	}
	depth := len(ev.depth)
	before := ev.low
	ev.low = never
	ev.depth[k] = depth
	list := distinctReadings(ev.way(s))
	delete(ev.depth, k)
	if ev.low >= depth {
		ev.known[k] = list
		ev.low = before
	} else {
		ev.low = min(ev.low, before)
	}
	return list
}

// way judges s by the instruction that makes it.
func (ev *evaluation) way(s spot) []reading {
	if len(s.path) == 0 {
		switch v := s.v.(type) {
		case *ssa.Const:
			return []reading{constantReading(v)}
		case *ssa.BinOp:
			return ev.binary(v, s)
		case *ssa.UnOp:
			if v.Op == token.SUB {
				return ev.negative(v, s)
			}
		case *ssa.Convert:
			return ev.convert(v, v.X, s)
		case *ssa.MultiConvert:
			return ev.convert(v, v.X, s)
		case *ssa.TypeAssert:
			list := ev.follow(ev.back(s), s)
			if !isFloat(v.AssertedType) {
				return list
			}
			return eachReading(list, func(a reading) reading {
				a.float = true
				return a
			})
		case *ssa.Extract:
			if call, ok := v.Tuple.(*ssa.Call); ok {
				if list := ev.library(call, v.Index, s); list != nil {
					return list
				}
			}
		case *ssa.Call:
			if list := ev.library(v, 0, s); list != nil {
				return list
			}
		}
	}
	return ev.follow(ev.back(s), s)
}

// follow judges the ways back from s and unites them.
func (ev *evaluation) follow(links []link, s spot) []reading {
	var sure, loose []reading
	for _, l := range links {
		var list []reading
		switch {
		case l.end:
			list = []reading{ev.last(l, s)}
		case l.way != nil:
			list = ev.through(l)
		default:
			list = ev.judge(l.to)
		}
		if l.loose {
			loose = slices.Grow(loose, len(list))
		} else {
			sure = slices.Grow(sure, len(list))
		}
		st, noted := ev.step(l)
		for _, a := range list {
			if noted {
				a = a.with(st)
			}
			if !a.at.Position.IsValid() && l.pos.IsValid() {
				a.at = ev.r.place(l.pos)
			}
			if l.into {
				a.stored = ev.r.place(l.pos)
			}
			if l.loose {
				loose = append(loose, a)
			} else {
				sure = append(sure, a)
			}
		}
	}
	return append(sure, agreed(loose)...)
}

// agreed keeps what stores of unknown order say only where none of them is
// known to be right.
func agreed(list []reading) []reading {
	right := false
	for _, a := range list {
		switch a.is {
		case isWhole, isUnknown, isHalved, isNudged:
			right = true
		case isConst:
			right = right || a.num != 0
		case isParam:
			right = right || !a.cut
		}
	}
	if !right {
		return list
	}
	kept := make([]reading, 0, len(list))
	for _, a := range list {
		switch a.is {
		case isCut, isFraction, isParam:
			a = reading{float: a.float, factor: 1}
		}
		kept = append(kept, a)
	}
	return kept
}

// last judges the value at which a trace of s ends.
func (ev *evaluation) last(l link, s spot) reading {
	typ := s.val().Type()
	if _, tuple := s.v.Type().(*types.Tuple); tuple {
		typ = s.part()
	}
	a := reading{factor: 1, float: isFloat(typ)}
	switch {
	case l.way != nil:
		return ev.r.readWay(l.way, l)
	case l.zero:
		a.is, a.unset = isConst, true
		return a
	case l.fill:
		a.at = ev.r.place(l.pos)
		switch {
		case a.float:
			a.is = isFraction
			return a.with(place.Step{Pos: a.at.Position, Note: "float filled in by " + nameOfCalled(l.to.v)})
		case isInt(typ):
			a.is = isWhole
		}
		return a
	}
	switch v := l.to.v.(type) {
	case *ssa.Parameter:
		if typ != nil && !isNumeric(typ) && !types.IsInterface(typ) {
			return a
		}
		if cut, ok := ev.r.alwaysCut(v, l.to.path); ok {
			return cut
		}
		a.is, a.fn, a.param, a.path = isParam, v.Parent(), paramIndex(v), l.to.path
		a.mixed = isMixed(typ)
		note := "parameter " + v.Name()
		if a.float {
			note = "float " + note
		}
		if name := nameOf(v, l.to.path); name != "" {
			note += ", " + name
		}
		return a.with(place.Step{Pos: ev.r.position(v.Pos()), Note: note})
	case *ssa.Const:
		return constantReading(v)
	case *ssa.Call:
		if b, ok := v.Call.Value.(*ssa.Builtin); ok && b.Name() != "append" && isInt(v.Type()) {
			a.is = isWhole
			return a
		}
		if a.float {
			a = a.with(place.Step{Pos: ev.r.position(v.Pos()), Note: "float returned by " + code.CalleeName(v.Common())})
		}
	}
	return ev.r.written(l.to, a)
}

// part is the type of the part of a call's results that s asks for.
func (s spot) part() types.Type {
	tuple := s.v.Type().(*types.Tuple)
	if s.result >= tuple.Len() {
		return nil
	}
	return typeAt(tuple.At(s.result).Type(), s.path)
}

func paramIndex(p *ssa.Parameter) int {
	for i, q := range p.Parent().Params {
		if p == q {
			return i
		}
	}
	return -1
}

func constantReading(c *ssa.Const) reading {
	a := reading{factor: 1, float: isFloat(c.Type())}
	if c.Value == nil {
		return a
	}
	switch c.Value.Kind() {
	case constant.Int, constant.Float:
		a.is = isConst
		a.num, _ = constant.Float64Val(c.Value)
		switch {
		case isInt(c.Type()) && a.num != math.Trunc(a.num):
			// A conversion of a variable that holds one constant: what a
			// constant expression must not do, cutting it, the program does.
			a.is = isCut
		case isSingle(c.Type()):
			a = a.single()
		}
	}
	return a
}

// distinctReadings leaves out readings that say the same, and a way that adds nothing
// where another one does.
func distinctReadings(list []reading) []reading {
	if len(list) <= 1 {
		return list // as most are
	}
	turns := slices.ContainsFunc(list, func(a reading) bool { return a.is == isAgain })
	kept := make([]reading, 0, min(len(list), maxReadings))
	for i := range list {
		a := &list[i]
		if a.is == isAgain {
			continue
		}
		kept = append(kept, *a)
		n := len(kept) - 1
		kept[n].turning = a.turning || turns && a.is == isConst
		for j := range kept[:n] {
			if kept[j].saysAs(&kept[n]) {
				kept = kept[:n]
				break
			}
		}
		if len(kept) > maxReadings {
			return []reading{{factor: 1}}
		}
	}
	if len(kept) == 0 {
		return list[:1]
	}
	return kept
}

// saysAs reports whether a and b say the same, whatever the way was.
func (a *reading) saysAs(b *reading) bool {
	return a.is == b.is && a.num == b.num && a.factor == b.factor && a.at.Position == b.at.Position &&
		a.float == b.float && a.parted == b.parted && a.fn == b.fn && a.param == b.param &&
		a.cut == b.cut && a.marks == b.marks && slices.Equal(a.path, b.path)
}

// maxReadings bounds the ways to one number that are told apart.
const maxReadings = 48

// isFloat reports whether t is a float type, or a type parameter for which only
// those can stand.
func isFloat(t types.Type) bool { return allTerms(t, types.IsFloat) }

// isInt is isFloat for integer types.
func isInt(t types.Type) bool { return allTerms(t, types.IsInteger) }

// isNumeric reports whether t is an integer or float type.
func isNumeric(t types.Type) bool { return allTerms(t, types.IsFloat|types.IsInteger) }

// isMixed reports whether t is a type parameter for which integer and float
// types can stand.
func isMixed(t types.Type) bool { return isNumeric(t) && !isInt(t) && !isFloat(t) }

// allTerms reports whether t, or every type that may stand for the type
// parameter t, is a basic type of that kind.
func allTerms(t types.Type, kind types.BasicInfo) bool {
	if t == nil {
		return false
	}
	_, param := types.Unalias(t).(*types.TypeParam)
	switch u := t.Underlying().(type) {
	case *types.Basic:
		return u.Info()&kind != 0
	case *types.Interface:
		if !param && !u.IsComparable() && u.NumMethods() > 0 || u.NumEmbeddeds() == 0 {
			return false
		}
		for i := range u.NumEmbeddeds() {
			if allTerms(u.EmbeddedType(i), kind) {
				return true
			}
		}
	case *types.Union:
		for i := range u.Len() {
			if !allTerms(u.Term(i).Type(), kind) {
				return false
			}
		}
		return u.Len() > 0
	}
	return false
}

// place is the range of the expression that an instruction at pos stands for.
func (r *Result) place(pos token.Pos) place.Place {
	p := place.Place{Pos: pos, End: pos, Position: r.position(pos)}
	if !pos.IsValid() {
		return p
	}
	r.indexExpressions()
	if x := r.exprs[pos]; x != nil {
		p.Pos, p.End = x.Pos(), x.End()
		p.Position = r.position(p.Pos)
	}
	return p
}

// indexExpressions notes the expressions that instructions are made of, by the
// positions that instructions have: the bracket of a call or conversion, the
// operator of an operation, the colon or the left side of what is stored.
func (r *Result) indexExpressions() {
	if r.exprs != nil {
		return
	}
	r.exprs = make(map[token.Pos]ast.Expr)
	for _, f := range r.pass.Files {
		ast.Inspect(f, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.CallExpr:
				r.exprs[n.Lparen] = n
			case *ast.BinaryExpr:
				r.exprs[n.OpPos] = n
			case *ast.KeyValueExpr:
				r.exprs[n.Colon] = n.Value
			case *ast.CompositeLit:
				for _, x := range n.Elts {
					r.exprs[x.Pos()] = x
				}
			case *ast.AssignStmt:
				for i, x := range n.Lhs {
					if len(n.Lhs) == len(n.Rhs) {
						r.exprs[storePos(x)] = n.Rhs[i]
					}
				}
			}
			return true
		})
	}
}

// storePos is the position of the store to the left side x of an assignment.
func storePos(x ast.Expr) token.Pos {
	switch x := ast.Unparen(x).(type) {
	case *ast.SelectorExpr:
		return x.Sel.Pos()
	case *ast.IndexExpr:
		return x.Lbrack
	default:
		return x.Pos()
	}
}
