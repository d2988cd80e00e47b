package secret

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/vippslint/vippslint/internal/code"
	"github.com/vippslint/vippslint/internal/evidence"
	"github.com/vippslint/vippslint/internal/fate"
	"github.com/vippslint/vippslint/internal/flow"
	"github.com/vippslint/vippslint/internal/vippsapi"
)

// A spot is where a trace ends: a value, one of its results, and the call through
// which the trace came down to it. What a helper makes for one call is not what
// it makes for another.
type spot struct {
	v       ssa.Value
	result  int
	through ssa.CallInstruction
}

func spotOf(o flow.Origin) spot { return spot{o.Val.V, o.Result, o.Val.Through()} }

// known is what m says of o: of its spot, or of what gives it whoever calls.
func known[T any](m map[spot]T, o flow.Origin) T {
	at := spotOf(o)
	if found, ok := m[at]; ok {
		return found
	}
	at.through = nil
	return m[at]
}

// A cell is a part of a value that is a secret.
type cell struct {
	path flow.Path
	kind vippsapi.SecretKind
	why  evidence.Reason
}

// maxHolders bounds how far out a value is looked for in what holds it.
const maxHolders = 6

// remember notes where the secret v lies: at the ends of its trace, and in what
// holds it.
func (e *engine) remember(v flow.Val, kind vippsapi.SecretKind, why evidence.Reason, depth int) {
	e.rememberEnds(v, nil, kind, why)
	for i := 1; i <= len(v.Path); i++ {
		holder := v
		holder.Path = v.Path[:len(v.Path)-i]
		e.rememberEnds(holder, v.Path[len(v.Path)-i:], kind, why)
	}
	if depth > maxHolders {
		return
	}
	load, ok := v.V.(*ssa.UnOp)
	if !ok {
		if f, ok := v.V.(*ssa.Field); ok {
			e.remember(v.With(f.X, append(flow.Path{flow.Field(f.Field)}, v.Path...)...), kind, why, depth+1)
		}
		return
	}
	if addr, ok := load.X.(*ssa.FieldAddr); ok {
		e.remember(v.With(addr.X, append(flow.Path{flow.Field(addr.Field)}, v.Path...)...).Before(load), kind, why, depth+1)
	}
}

func (e *engine) rememberEnds(v flow.Val, below flow.Path, kind vippsapi.SecretKind, why evidence.Reason) {
	for _, o := range e.fl.Origins(v) {
		if call, ok := o.Val.V.(*ssa.Call); ok && len(o.Val.Path) == 0 && code.IsErrorInterface(resultType(call, o.Result)) {
			continue // it may fill v
		}
		e.mark(spotOf(o), append(slices.Clip(o.Val.Path), below...), kind, why)
	}
}

// mark notes that part path of v is a secret.
func (e *engine) mark(v spot, path flow.Path, kind vippsapi.SecretKind, why evidence.Reason) {
	if _, ok := v.v.(*ssa.Const); ok {
		return
	}
	if c := (cell{path, kind, why}); !slices.ContainsFunc(e.cells[v], func(d cell) bool { return slices.Equal(d.path, path) }) {
		e.cells[v] = append(e.cells[v], c)
	}
}

// findTokens notes the tokens in the answers that hold one.
func (e *engine) findTokens() {
	for _, t := range e.ev.Tokens {
		e.rememberAnswer(t)
		if !t.Decodes || t.Into == nil {
			continue
		}
		into := t.Into
		if m, ok := into.(*ssa.MakeInterface); ok {
			into = m.X
		}
		path, f := tokenPath(into.Type())
		if path == nil {
			continue
		}
		if v := t.Call.Value(); v != nil {
			e.mark(spot{v: v}, path, vippsapi.BearerToken, t.Reasons[0])
		}
		for _, o := range e.fl.Origins(flow.At(into).Before(t.Call)) {
			e.mark(spotOf(o), append(slices.Clip(o.Val.Path), path...), vippsapi.BearerToken, t.Reasons[0])
		}
		if f != nil && f.Pkg() == e.pass.Pkg {
			e.fields[f] = append(e.fields[f], FieldUse{Kind: vippsapi.BearerToken, Reason: t.Reasons[0]})
		}
	}
}

// rememberAnswer notes what gives the body of an answer that holds a token: the
// response, and what reads it.
func (e *engine) rememberAnswer(t *evidence.TokenAnswer) {
	if v := t.Call.Value(); v != nil && !t.Decodes {
		e.answers[spot{v: v}] = t
	}
	if at := (spot{v: t.Sent}); t.Sent != nil && e.answers[at] == nil {
		e.answers[at] = t
	}
	if t.From.V == nil {
		return
	}
	for _, o := range e.fl.Origins(t.From) {
		if _, ok := o.Val.V.(*ssa.Call); ok && o.Result == 0 && e.answers[spotOf(o)] == nil {
			e.answers[spotOf(o)] = t
		}
	}
}

// bodyAt gives the answer whose body o is; nil where it is none that holds a
// token.
func (e *engine) bodyAt(o flow.Origin) *evidence.TokenAnswer {
	t := known(e.answers, o)
	if t == nil || o.Result != 0 {
		return nil
	}
	given := firstResult(o.Val.V.Type())
	switch len(o.Val.Path) {
	case 0:
		if !fate.IsResponse(given) {
			return t // what was read of it
		}
	case 1:
		if f := fieldAt(given, o.Val.Path[0]); f != nil && f.Name() == "Body" {
			return t
		}
	}
	return nil
}

// firstResult is t, or the first of a list of results.
func firstResult(t types.Type) types.Type {
	if tuple, ok := t.(*types.Tuple); ok && tuple.Len() > 0 {
		return tuple.At(0).Type()
	}
	return t
}

// tokenPath leads to the access token in what an answer is decoded into, and
// gives the field that it is, nil for a map.
func tokenPath(t types.Type) (flow.Path, *types.Var) {
	switch u := code.Deref(t).Underlying().(type) {
	case *types.Struct:
		for i := range u.NumFields() {
			if jsonName(u, i) == vippsapi.TokenName {
				return flow.Path{flow.Field(i)}, u.Field(i).Origin()
			}
		}
	case *types.Map:
		return flow.Path{flow.Key(vippsapi.TokenName)}, nil
	}
	return nil, nil
}

// secretAt says which secret o, which is asked about as a value of type t, is,
// or, the path of the cell not empty, which one it holds there.
func (e *engine) secretAt(o flow.Origin, t types.Type) (cell, bool) {
	v := o.Val
	if call, is := v.V.(*ssa.Call); is && len(v.Path) == 0 && !o.Filled {
		if f := code.Callee(call); qualified(f) == "os.Getenv" || qualified(f) == "os.LookupEnv" && o.Result == 0 {
			if name, is := code.ConstText(call.Call.Args[0]); is && e.envs[name] != vippsapi.NoSecret {
				return cell{kind: e.envs[name]}, true
			}
		}
	}
	if !code.IsErrorInterface(t) {
		for _, c := range known(e.cells, o) {
			if rest, ok := cutPath(c.path, v.Path); ok {
				return cell{rest, c.kind, c.why}, true
			}
		}
	}
	c, ok := e.secretField(v)
	if !ok {
		c, ok = e.secretIn(t, nil, 0)
	}
	return c, ok && !e.ofOther(v)
}

// secretField is secretAt by the fields on the path of v, whatever the instance.
func (e *engine) secretField(v flow.Val) (cell, bool) {
	holder := firstResult(v.V.Type())
	for i, step := range v.Path {
		if f := fieldAt(holder, step); f != nil {
			for _, h := range e.held(f) {
				if rest, ok := cutPath(h.Path, v.Path[i+1:]); ok {
					return cell{rest, h.Kind, h.Reason}, true
				}
			}
		}
		if holder = stepType(holder, step); holder == nil {
			break
		}
	}
	return cell{}, false
}

// resultType is the type of result i of a call.
func resultType(call *ssa.Call, i int) types.Type {
	if tuple, ok := call.Type().(*types.Tuple); ok {
		if i < tuple.Len() {
			return tuple.At(i).Type()
		}
		return tuple
	}
	return call.Type()
}

// stepType is the type of the part of a value of type t to which a step leads;
// nil where there is none.
func stepType(t types.Type, step string) types.Type {
	if f := fieldAt(t, step); f != nil {
		return f.Type()
	}
	switch u := code.Deref(t).Underlying().(type) {
	case *types.Map:
		return u.Elem()
	case *types.Slice:
		return u.Elem()
	case *types.Array:
		return u.Elem()
	}
	return nil
}

// secretIn looks for a field that is a secret in a value of type t, whatever the
// instance.
func (e *engine) secretIn(t types.Type, path flow.Path, depth int) (cell, bool) {
	if depth > 3 || t == nil {
		return cell{}, false
	}
	st, ok := code.Deref(t).Underlying().(*types.Struct)
	if !ok {
		return cell{}, false
	}
	for i := range st.NumFields() {
		f := st.Field(i).Origin()
		at := append(slices.Clip(path), flow.Field(i))
		for _, h := range e.held(f) {
			return cell{append(at, h.Path...), h.Kind, h.Reason}, true
		}
		if c, ok := e.secretIn(f.Type(), at, depth+1); ok {
			return c, true
		}
	}
	return cell{}, false
}

// hiders are the methods by which a type says itself how it is printed.
var hiders = []string{
	"Error", "Format", "GoString", "LogValue", "MarshalJSON", "MarshalLog", "MarshalLogArray", "MarshalLogObject", "MarshalText",
	"MarshalZerologObject", "String",
}

// shows reports whether a value of type t, printed as a whole, shows its part
// rest: no type on the way says itself how it is printed, no pointer hides it
// and, where only JSON is written, every field on the way is.
func shows(t types.Type, rest flow.Path, encoded bool) bool {
	for depth, step := range rest {
		if t == nil || hides(t) {
			return false
		}
		if _, pointer := t.Underlying().(*types.Pointer); pointer && depth > 0 && !encoded {
			return false
		}
		if f := fieldAt(t, step); f != nil && encoded && (unwritten(t, step) || !f.Exported() && !f.Embedded()) {
			return false
		}
		t = stepType(t, step)
	}
	return t != nil && !hides(t)
}

// unwritten reports whether encoding/json leaves out the field of t to which step
// leads.
func unwritten(t types.Type, step string) bool {
	st := code.Deref(t).Underlying().(*types.Struct)
	for i := range st.NumFields() {
		if flow.Field(i) == step {
			return jsonName(st, i) == "-"
		}
	}
	return false
}

func hides(t types.Type) bool {
	set := types.NewMethodSet(types.NewPointer(code.Deref(t)))
	for i := range set.Len() {
		if slices.Contains(hiders, set.At(i).Obj().Name()) {
			return true
		}
	}
	return false
}
