package evidence

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"
)

// reaches finds, for every function of the package, the handlers of payment
// callbacks that it is, holds or refers to.
type reaches struct {
	e       *engine
	decl    map[*types.Func]*Reach
	literal map[*ssa.Function]*Reach // of function literals, by what they decode themselves
}

// handlers judges the functions of the package and exports what leads to a
// handler.
func (e *engine) handlers() *reaches {
	r := &reaches{e: e, decl: map[*types.Func]*Reach{}, literal: map[*ssa.Function]*Reach{}}
	for range maxRounds {
		changed := false
		for _, fn := range e.flow.Unit.Funcs {
			if e.syntax.inTest(fn.Pos()) {
				continue
			}
			changed = r.update(fn) || changed
		}
		if !changed {
			break
		}
	}
	return r
}

// of gives what is known of fn, and nil where that is nothing.
func (r *reaches) of(fn *ssa.Function) *Reach {
	if o := fn.Origin(); o != nil {
		fn = o
	}
	if obj, ok := fn.Object().(*types.Func); ok {
		return r.ofDecl(obj.Origin())
	}
	return r.literal[fn]
}

func (r *reaches) ofDecl(obj *types.Func) *Reach {
	if obj.Pkg() == r.e.pass.Pkg {
		return r.decl[obj]
	}
	var f Reach
	if obj.Pkg() != nil && r.e.pass.ImportObjectFact(obj, &f) {
		return &f
	}
	return nil
}

// update judges fn again and reports whether that gave something new.
func (r *reaches) update(fn *ssa.Function) bool {
	was := r.of(fn)
	now := &Reach{}
	now.Decodes = r.decodes(fn)
	if len(now.Decodes) > 0 && isHandler(fn.Signature) {
		for _, d := range now.Decodes {
			now.Handlers = append(now.Handlers, HandlerRef{d, handlerName(fn), r.e.position(fn.Pos())})
		}
	}
	for _, f := range referred(fn) {
		if ref := r.of(f); ref != nil && f != fn {
			now.Handlers = append(now.Handlers, ref.Handlers...)
		}
	}
	for _, m := range conversions(fn) {
		now.Handlers = append(now.Handlers, r.converted(m)...)
	}
	now.Handlers = distinct(now.Handlers)
	slices.SortStableFunc(now.Handlers, func(a, b HandlerRef) int { return comparePositions(a.Pos, b.Pos) })
	if len(now.Handlers) == 0 && len(now.Decodes) == 0 {
		return false
	}
	if was != nil && len(was.Handlers) == len(now.Handlers) && len(was.Decodes) == len(now.Decodes) {
		return false
	}
	if obj, ok := fn.Object().(*types.Func); ok {
		r.decl[obj] = now
	} else {
		r.literal[fn] = now
	}
	return true
}

// referred lists the functions that fn calls, holds or mentions as a value.
func referred(fn *ssa.Function) []*ssa.Function {
	fns := slices.Clone(fn.AnonFuncs)
	for _, b := range fn.Blocks {
		for _, in := range b.Instrs {
			var operands [10]*ssa.Value
			for _, op := range in.Operands(operands[:0]) {
				if f, ok := (*op).(*ssa.Function); ok && f != nil {
					fns = append(fns, bound(f))
				}
			}
		}
	}
	return fns
}

// bound is the method behind a method value, or f itself.
func bound(f *ssa.Function) *ssa.Function {
	if f.Synthetic == "" || f.Prog == nil {
		return f
	}
	if obj, ok := f.Object().(*types.Func); ok {
		if m := f.Prog.FuncValue(obj.Origin()); m != nil {
			return m
		}
	}
	return f
}

// conversions lists the conversions to interfaces with methods in fn.
func conversions(fn *ssa.Function) []*ssa.MakeInterface {
	var found []*ssa.MakeInterface
	for _, b := range fn.Blocks {
		for _, in := range b.Instrs {
			if m, ok := in.(*ssa.MakeInterface); ok && m.Type().Underlying().(*types.Interface).NumMethods() > 0 {
				found = append(found, m)
			}
		}
	}
	return found
}

// converted lists the handlers among the methods that a conversion to an
// interface makes callable.
func (r *reaches) converted(m *ssa.MakeInterface) []HandlerRef {
	var handlers []HandlerRef
	iface := m.Type().Underlying().(*types.Interface)
	for i := range iface.NumMethods() {
		name := iface.Method(i)
		obj, _, _ := types.LookupFieldOrMethod(m.X.Type(), true, name.Pkg(), name.Name())
		if method, ok := obj.(*types.Func); ok {
			if reach := r.ofDecl(method.Origin()); reach != nil {
				handlers = append(handlers, reach.Handlers...)
			}
		}
	}
	return handlers
}

// export gives the reach of the package's own functions to its importers.
func (r *reaches) export() {
	for _, fn := range r.e.flow.Unit.Funcs {
		obj, ok := fn.Object().(*types.Func)
		if ok && obj.Pkg() == r.e.pass.Pkg && r.decl[obj] != nil {
			r.e.pass.ExportObjectFact(obj, r.decl[obj])
		}
	}
}
