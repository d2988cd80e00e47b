package evidence

import (
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/vippslint/vippslint/internal/code"
	"github.com/vippslint/vippslint/internal/flow"
	"github.com/vippslint/vippslint/internal/place"
	"github.com/vippslint/vippslint/internal/vippsapi"
)

// MadeExpress is the fact on a function that gives the body of a request which may
// start an express payment: what can stand in its fields.
type MadeExpress struct{ Bodies []MadeBody }

// AFact marks MadeExpress as a fact.
func (*MadeExpress) AFact() {}

func (*MadeExpress) String() string { return "madeExpress" }

// A MadeBody is what a function gives, if it is meant for an operation.
type MadeBody struct {
	Op     string      // operation ID
	Fields []OpenField // as those of Express, in terms of the function's parameters
}

// exportMade exports what callers have to know of what fn gives.
func (e *engine) exportMade(fn *ssa.Function) {
	obj, ok := fn.Object().(*types.Func)
	if !ok || !obj.Exported() || obj.Pkg() != e.pass.Pkg {
		return
	}
	t := madeType(fn.Signature)
	if t == nil {
		return
	}
	names := jsonNames(t)
	var fact MadeExpress
	for _, rule := range vippsapi.Expresses() {
		if slices.Contains(names, rule.Object) || slices.Contains(names, rule.Field) {
			if b := e.madeBody(fn, rule); b != nil {
				fact.Bodies = append(fact.Bodies, *b)
			}
		}
	}
	if len(fact.Bodies) > 0 {
		e.pass.ExportObjectFact(obj.Origin(), &fact)
	}
}

// madeType is the struct that a function gives, alone or with an error; nil for
// other functions.
func madeType(sig *types.Signature) types.Type {
	results := sig.Results()
	if results.Len() == 0 || results.Len() > 2 || results.Len() == 2 && !code.IsError(results.At(1).Type()) {
		return nil
	}
	if _, isStruct := code.Deref(results.At(0).Type()).Underlying().(*types.Struct); !isStruct {
		return nil
	}
	return results.At(0).Type()
}

// madeBody is what fn gives; nil where nothing is known of it.
func (e *engine) madeBody(fn *ssa.Function, rule *vippsapi.Express) *MadeBody {
	made := &MadeBody{Op: rule.Op}
	known := false
	for _, path := range rule.Paths() {
		field := OpenField{Path: path}
		for _, b := range fn.Blocks {
			ret, ok := b.Instrs[len(b.Instrs)-1].(*ssa.Return)
			if !ok {
				continue
			}
			if _, isConst := ret.Results[0].(*ssa.Const); isConst && len(ret.Results) > 1 {
				continue // nothing, with an error
			}
			look := e.look(rule, path, place.Span{}, ret.Results[0], false, ret)
			val := flow.At(ret.Results[0]).Before(ret)
			for _, w := range look.sealed(look.ways(expressSpot{val: val, typ: val.Type()}, splitName(path), 0)) {
				field.Ways = append(field.Ways, w.open())
				known = known || w.Presence != Unknown || w.param != nil
			}
		}
		made.Fields = append(made.Fields, field)
	}
	if !known {
		return nil
	}
	return made
}

// madeElsewhere are the ways to what w says is a part of what a function of
// another package gives; w itself where nothing is known of that.
func (l *expressLook) madeElsewhere(w *ExpressWay) []*ExpressWay {
	if w.made == nil {
		return []*ExpressWay{w}
	}
	call := w.made.V.(*ssa.Call)
	fn := code.Callee(call)
	var fact MadeExpress
	if fn == nil || fn.Pkg() == l.e.pass.Pkg || madeType(fn.Signature()) == nil || !l.e.pass.ImportObjectFact(fn.Origin(), &fact) {
		return []*ExpressWay{w}
	}
	if fn.Signature().Results().Len() > 1 && changedAfter(call) {
		return []*ExpressWay{w}
	}
	names, ok := jsonPathOf(madeType(fn.Signature()), w.made.Path)
	if !ok || !slices.Equal(append(names, w.rest...), splitName(l.path)) {
		return []*ExpressWay{w}
	}
	for _, b := range fact.Bodies {
		for _, f := range b.Fields {
			if b.Op == l.rule.Op && f.Path == l.path {
				return l.madeWays(call, fn, f.Ways)
			}
		}
	}
	return []*ExpressWay{w}
}

// changedAfter reports whether anything may be stored to what the first result of
// call leads to: flow sees no stores behind one of several results. It is used
// once at most, but to read texts and numbers in it.
func changedAfter(call *ssa.Call) bool {
	uses := 0
	for _, ref := range *call.Referrers() {
		first, ok := ref.(*ssa.Extract)
		if !ok || first.Index > 0 {
			continue
		}
		for _, use := range *first.Referrers() {
			switch use := use.(type) {
			case *ssa.DebugRef:
			case *ssa.FieldAddr:
				if addr := code.Deref(use.Type()); isReference(addr) || holds(addr) || isWritten(use, 0) {
					return true
				}
			default:
				uses++
			}
		}
	}
	return uses > 1
}

// madeWays are ways that the fact on fn has, as those of what call gives.
func (l *expressLook) madeWays(call *ssa.Call, fn *types.Func, open []OpenWay) []*ExpressWay {
	step := place.Step{Pos: l.e.position(call.Pos()), Note: "returned by " + fn.Name()}
	var ways []*ExpressWay
	for _, o := range open {
		list := []*ExpressWay{{Presence: o.Presence, Pattern: o.Pattern, Above: o.Above, Written: o.Written, Pos: l.at.Pos, End: l.at.End}}
		if o.Param != nil {
			if o.Param.Index >= len(call.Call.Args) {
				return []*ExpressWay{l.way(Unknown)}
			}
			list = l.e.argumentWays(l.e.look(l.rule, l.path, l.at, call.Call.Args[o.Param.Index], o.Encoded, call), o)
		}
		for _, w := range list {
			w.depends = w.depends || len(open) > 1
			w.Steps = append(slices.Clip(w.Steps), step)
			ways = append(ways, w)
		}
	}
	return ways
}

// jsonPathOf gives the JSON names of the fields on a path from a value of type t.
func jsonPathOf(t types.Type, path flow.Path) ([]string, bool) {
	var names []string
	for len(path) > 0 {
		st, ok := code.Deref(t).Underlying().(*types.Struct)
		if !ok || marshalsItself(t) {
			return nil, false
		}
		fields := jsonFields(st)
		i := slices.IndexFunc(fields, func(f jsonField) bool {
			return len(f.path) <= len(path) && slices.Equal(f.path, path[:len(f.path)])
		})
		if i < 0 || strings.Contains(fields[i].name, ".") {
			return nil, false
		}
		names = append(names, fields[i].name)
		path, t = path[len(fields[i].path):], fields[i].v.Type()
	}
	return names, true
}
