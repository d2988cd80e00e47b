package flow

import (
	"go/constant"
	"go/token"
	"go/types"

	"github.com/vippslint/vippslint/internal/place"
	"golang.org/x/tools/go/ssa"
)

// budget bounds the spots that one question may look at. Walking over
// instructionsPerSpot instructions costs as much as one spot.
const (
	budget              = 2000
	instructionsPerSpot = 32
)

// A tracer answers one question.
type tracer struct {
	r      *Result
	left   int                    // states that may still be looked at
	nested int                    // how many calls are being asked what they run
	asked  map[*ssa.Function]bool // see calledBack
}

func (r *Result) tracer() *tracer { return &tracer{r: r, left: budget} }

// spend takes one state from the budget and reports whether there was one.
func (t *tracer) spend() bool {
	t.left--
	return t.left >= 0
}

// A spot is what a trace asks for: part path of v, as the memory behind v is
// before at.
type spot struct {
	v      ssa.Value
	path   Path
	ctx    *frame
	at     ssa.Instruction
	result int // of a v with several values: which

	as types.Type // of an interface v: only values of this type count; nil: all
}

// spotKey makes states comparable.
type spotKey struct {
	v      ssa.Value
	path   string
	ctx    *frame
	at     ssa.Instruction
	result int
	as     types.Type
}

func (s spot) key() spotKey { return spotKey{s.v, s.path.key(), s.ctx, s.at, s.result, s.as} }

// val is s as others see it.
func (s spot) val() Val { return Val{V: s.v, Path: s.path, ctx: s.ctx, at: s.at} }

// A link is one way back from a state.
type link struct {
	to    spot
	end   bool   // to is where the trace ends
	zero  bool   // … because nothing was stored there yet
	fill  bool   // … because the call to.v filled it from outside
	loose bool   // one of several stores of which no order is known
	way   *Way   // … because of what a fact says of the call to.v
	into  bool   // to is stored, whole, in a part of something at pos
	note  string // what happens between to and the state asked for
	pos   token.Pos
}

// step is the note of a link; ok tells whether it has one.
func (t *tracer) step(e link) (place.Step, bool) {
	if e.note == "" {
		return place.Step{}, false
	}
	return place.Step{Pos: t.r.position(e.pos), Note: e.note}, true
}

func (r *Result) position(pos token.Pos) token.Position { return r.pass.Fset.Position(pos) }

// end is the only edge of a state at which the trace ends.
func end(s spot) []link { return []link{{to: s, end: true}} }

// to is s with another value and path.
func (s spot) to(v ssa.Value, path Path) spot {
	to := spot{v: v, path: path, ctx: s.ctx, at: s.at}
	if len(path) == len(s.path) && types.IsInterface(v.Type()) {
		to.as = s.as
	}
	return to
}

// back gives the ways one step back from s.
func (t *tracer) back(s spot) []link {
	if len(s.path) > maxPath {
		return end(s)
	}
	if !fits(s.v.Type(), s.path) && s.result == 0 {
		if _, tuple := s.v.Type().(*types.Tuple); !tuple {
			return nil // another dynamic type took this way
		}
	}
	switch v := s.v.(type) {
	case *ssa.Const:
		if v.Value == nil && len(s.path) > 0 && isRef(v.Type()) {
			return nil // nothing is behind nil: this way ends in a panic
		}
		return []link{{to: s, end: true, zero: v.Value == nil && !isRef(v.Type())}}
	case *ssa.UnOp:
		switch v.Op {
		case token.MUL:
			return t.load(v, s)
		case token.ARROW:
			return t.loose(v.X, join(Path{Elem}, s.path...), s)
		}
		return end(s)
	case *ssa.FieldAddr, *ssa.IndexAddr:
		base, path := t.r.root(s.v)
		return t.cell(base, join(path, s.path...), s)
	case *ssa.Field:
		return []link{{to: s.to(v.X, join(Path{Field(v.Field)}, s.path...))}}
	case *ssa.Index:
		if _, text := v.X.Type().Underlying().(*types.Basic); text {
			return end(s)
		}
		return []link{{to: s.to(v.X, join(Path{mapStep(v.Index)}, s.path...))}}
	case *ssa.Lookup:
		if _, text := v.X.Type().Underlying().(*types.Basic); text {
			return end(s)
		}
		if s.result == 1 {
			return end(s)
		}
		to := s.to(v.X, join(Path{mapStep(v.Index)}, s.path...))
		if !sameFunction(to.at, v) || !isRef(v.Type()) {
			to.at = v
		}
		return []link{{to: to}}
	case *ssa.ChangeType:
		return []link{{to: s.to(v.X, s.path)}}
	case *ssa.ChangeInterface:
		return []link{{to: s.to(v.X, s.path)}}
	case *ssa.MakeInterface:
		if s.as != nil && !mayBe(v.X.Type(), s.as) {
			return nil // another dynamic type took this way
		}
		to := s.to(v.X, s.path)
		if to.at == nil {
			to.at = v
		}
		return []link{{to: to}}
	case *ssa.TypeAssert:
		if s.result == 1 {
			return end(s)
		}
		to := s.to(v.X, s.path)
		if !types.IsInterface(v.AssertedType) {
			to.as = v.AssertedType
		}
		return []link{{to: to}}
	case *ssa.SliceToArrayPointer:
		return []link{{to: s.to(v.X, s.path)}}
	case *ssa.Slice:
		if _, text := v.X.Type().Underlying().(*types.Basic); text {
			return end(s)
		}
		if v.Low != nil && !zeroConst(v.Low) && len(s.path) == 0 && isBytes(v.X.Type()) {
			return end(s) // the text that they are lacks its beginning
		}
		if zeroConst(v.High) && len(s.path) > 0 && isEntry(s.path[0]) {
			return nil // make([]T, 0, 10) has no elements yet
		}
		if v.Low != nil {
			s.path = anyElement(s.path)
		}
		return []link{{to: s.to(v.X, s.path)}}
	case *ssa.Convert:
		if alike(v.X.Type(), v.Type()) {
			return []link{{to: s.to(v.X, s.path)}}
		}
		return end(s)
	case *ssa.MultiConvert:
		return end(s)
	case *ssa.Extract:
		to := s.to(v.Tuple, s.path)
		to.result, to.as = v.Index, s.as
		return []link{{to: to}}
	case *ssa.Next:
		rng, ok := v.Iter.(*ssa.Range)
		if !ok || v.IsString || s.result != 2 {
			return end(s)
		}
		to := s.to(rng.X, join(Path{Elem}, s.path...))
		if to.at == nil || !isRef(v.Type().(*types.Tuple).At(2).Type()) {
			to.at = v
		}
		return []link{{to: to}}
	case *ssa.Select:
		return t.receive(v, s)
	case *ssa.Phi:
		return t.phi(v, s)
	case *ssa.Parameter, *ssa.FreeVar, *ssa.Alloc, *ssa.Global, *ssa.MakeMap, *ssa.MakeSlice, *ssa.MakeChan:
		if t.inMemory(s) {
			return t.cell(s.v, s.path, s)
		}
		return t.define(s)
	case *ssa.Call:
		if t.inMemory(s) {
			return t.cell(s.v, s.path, s)
		}
		return t.define(s)
	}
	return end(s)
}

// alike reports whether a conversion leaves what a value says as it is.
func alike(from, to types.Type) bool {
	kind := func(t types.Type) types.BasicInfo {
		switch u := t.Underlying().(type) {
		case *types.Basic:
			return u.Info() & (types.IsInteger | types.IsFloat | types.IsString)
		case *types.Slice:
			if b, ok := u.Elem().Underlying().(*types.Basic); ok && b.Kind() == types.Uint8 {
				return types.IsString
			}
		}
		return 0
	}
	k := kind(from)
	return k != 0 && k == kind(to)
}

// inMemory reports whether what s asks for lies in memory behind s.v.
func (t *tracer) inMemory(s spot) bool {
	typ := s.v.Type()
	if s.result > 0 {
		return false
	}
	if len(s.path) > 0 {
		return isRef(typ)
	}
	p, ok := typ.Underlying().(*types.Pointer)
	if !ok {
		return false
	}
	switch p.Elem().Underlying().(type) {
	case *types.Struct, *types.Array:
		return false
	}
	return true
}

// phi gives the ways into a block.
func (t *tracer) phi(v *ssa.Phi, s spot) []link {
	var edges []link
	for i, x := range v.Edges {
		if i >= len(v.Block().Preds) {
			break
		}
		to := s.to(x, s.path)
		if pred := v.Block().Preds[i]; isRef(v.Type()) && len(pred.Instrs) > 0 && s.at == nil {
			to.at = pred.Instrs[len(pred.Instrs)-1]
		}
		edges = append(edges, link{to: to})
	}
	return edges
}

// receive gives what a select statement received.
func (t *tracer) receive(v *ssa.Select, s spot) []link {
	n := 2
	for _, c := range v.States {
		if c.Dir != types.RecvOnly {
			continue
		}
		if n == s.result {
			return t.loose(c.Chan, join(Path{Elem}, s.path...), s)
		}
		n++
	}
	return end(s)
}

// mapStep is the step to the entry with key k.
func mapStep(k ssa.Value) string {
	for {
		switch x := k.(type) {
		case *ssa.MakeInterface:
			k = x.X
			continue
		case *ssa.ChangeType:
			k = x.X
			continue
		case *ssa.Const:
			if x.Value != nil {
				if x.Value.Kind() == constant.String {
					return Key(constant.StringVal(x.Value))
				}
				return Key(x.Value.ExactString())
			}
		}
		return Elem
	}
}

// sameFunction reports whether instr stands in the function of v.
func sameFunction(instr ssa.Instruction, v ssa.Value) bool {
	return instr != nil && instr.Parent() == v.Parent()
}

// zeroConst reports whether v is the constant 0.
func zeroConst(v ssa.Value) bool {
	c, ok := v.(*ssa.Const)
	return ok && c.Value != nil && c.Value.Kind() == constant.Int && constant.Sign(c.Value) == 0
}

// mayBe reports whether a value of type t can be asserted to be of type as.
// What depends on type parameters may be anything.
func mayBe(t, as types.Type) bool {
	return types.Identical(t, as) || generic(t) || generic(as)
}

// generic reports whether t is a type parameter or leads to one.
func generic(t types.Type) bool {
	switch t := types.Unalias(t).(type) {
	case *types.TypeParam:
		return true
	case *types.Pointer:
		return generic(t.Elem())
	case *types.Slice:
		return generic(t.Elem())
	case *types.Map:
		return generic(t.Key()) || generic(t.Elem())
	case *types.Named:
		for arg := range t.TypeArgs().Types() {
			if generic(arg) {
				return true
			}
		}
	}
	return false
}
