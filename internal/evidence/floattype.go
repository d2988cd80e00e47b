package evidence

import (
	"go/token"
	"go/types"
	"slices"

	"github.com/vippslint/vippslint/internal/code"
	"github.com/vippslint/vippslint/internal/vippsapi"
)

// floatTypes lists the float fields among places, and those of the package's
// own types that only Vipps' bodies have.
func (e *engine) floatTypes(places []located) []*FloatType {
	var found []*FloatType
	seen := map[string]bool{}
	add := func(ft *FloatType) {
		key := ft.Decl.String() // once, whatever the number of requests
		if !seen[key] {
			seen[key] = true
			found = append(found, ft)
		}
	}
	scope := e.pass.Pkg.Scope()
	for _, name := range scope.Names() {
		if tn, ok := scope.Lookup(name).(*types.TypeName); ok && !tn.IsAlias() && !e.syntax.InTest(tn.Pos()) {
			e.declaredFloats(tn.Type(), add)
		}
	}
	for _, p := range places {
		if p.Form != Typed || len(p.vars) == 0 || p.Field.Kind != vippsapi.MinorUnits {
			continue
		}
		v := p.vars[len(p.vars)-1] // of an instance, where the type is generic
		if !isFloat(v.Type()) || marshalsItself(v.Type()) {
			continue
		}
		ft := &FloatType{Op: p.Op, Field: p.Field, Var: v, Pos: v.Pos(), Decl: e.position(v.Pos()), Reasons: p.Reasons}
		if v.Pkg() == e.pass.Pkg {
			ft.End = v.Pos() + token.Pos(len(v.Name()))
		} else {
			if reportsItself(v) {
				continue
			}
			ft.Pos, ft.End = p.Pos, p.End
		}
		add(ft)
	}
	return found
}

// reportsItself reports whether the package that declares v sees by itself that
// it is a field of one of Vipps' bodies.
func reportsItself(v *types.Var) bool {
	scope := v.Pkg().Scope()
	for _, name := range scope.Names() {
		tn, ok := scope.Lookup(name).(*types.TypeName)
		if !ok || tn.IsAlias() {
			continue
		}
		m := strongType(tn.Type())
		if m == nil {
			continue
		}
		for i := range m.Op.Fields {
			f := &m.Op.Fields[i]
			if f.Kind != vippsapi.MinorUnits {
				continue
			}
			if at := fieldAt(tn.Type(), splitName(f.Path), v.Pkg()); at != nil && at.Origin() == v.Origin() {
				return true
			}
		}
	}
	return false
}

// strongType is the request whose body t must be, going by its JSON names.
func strongType(t types.Type) *vippsapi.BodyMatch {
	if !code.IsStruct(t) {
		return nil
	}
	for _, m := range vippsapi.MatchBody(jsonNames(t)) {
		if m.Strength == vippsapi.Strong {
			return &m
		}
	}
	return nil
}

// declaredFloats adds the float fields at an amount's place of a type of this
// package that only Vipps' bodies have.
func (e *engine) declaredFloats(t types.Type, add func(*FloatType)) {
	m := strongType(t)
	if m == nil {
		return
	}
	for i := range m.Op.Fields {
		f := &m.Op.Fields[i]
		if f.Kind != vippsapi.MinorUnits {
			continue
		}
		v := fieldAt(t, splitName(f.Path), e.pass.Pkg)
		if v == nil || !isFloat(v.Type()) || marshalsItself(v.Type()) {
			continue
		}
		add(&FloatType{
			Op: m.Op, Field: f, Var: v, Pos: v.Pos(), End: v.Pos() + token.Pos(len(v.Name())), Decl: e.position(v.Pos()),
			Reasons: []Reason{{e.position(v.Pos()), m.Reason}},
		})
	}
}

// fieldAt is the struct field at a JSON path of t, where pkg declares it.
func fieldAt(t types.Type, segs []string, pkg *types.Package) *types.Var {
	var last *types.Var
	for _, seg := range segs {
		switch u := code.Deref(t).Underlying().(type) {
		case *types.Struct:
			fields := jsonFields(u)
			i := slices.IndexFunc(fields, func(f jsonField) bool { return f.name == seg })
			if i < 0 {
				return nil
			}
			last = fields[i].v
			t = last.Type()
		case *types.Slice:
			t = u.Elem()
		case *types.Array:
			t = u.Elem()
		default:
			return nil
		}
	}
	if last == nil || last.Pkg() != pkg {
		return nil
	}
	return last
}
