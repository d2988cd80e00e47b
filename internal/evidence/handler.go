package evidence

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/vippslint/vippslint/internal/flow"
	"github.com/vippslint/vippslint/internal/vippsapi"
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
		for _, id := range now.Decodes {
			now.Handlers = append(now.Handlers, HandlerRef{
				Inbound: id, Name: handlerName(fn), Pos: r.e.position(fn.Pos()), Reason: "decodes a body that only Vipps sends",
			})
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

// decodes lists the inbound payment bodies that fn decodes, itself or through
// what it calls, from something that is not the answer to a request.
func (r *reaches) decodes(fn *ssa.Function) []string {
	var ids []string
	for _, call := range callsOf(fn) {
		if into, data, ok := decoding(call); ok {
			if id := inboundOf(into); id != "" && !fromResponse(data, map[ssa.Value]bool{}) {
				ids = append(ids, id)
			}
			continue
		}
		if f := call.Common().StaticCallee(); f != nil && f != fn {
			if ref := r.of(f); ref != nil {
				ids = append(ids, ref.Decodes...)
			}
		}
	}
	slices.Sort(ids)
	return slices.Compact(ids)
}

// decoding reports whether call decodes JSON into a value: encoding/json, a
// namesake of it, and the bind methods of web frameworks.
func decoding(call ssa.CallInstruction) (into, data ssa.Value, ok bool) {
	f := callee(call)
	args := call.Common().Args
	if f == nil || len(args) == 0 || f.Pkg() == nil {
		return nil, nil, false
	}
	into = args[len(args)-1]
	switch f.Name() {
	case "Unmarshal":
		return into, args[0], len(args) == 2 && strings.Contains(f.Pkg().Path(), "json")
	case "Decode", "Bind", "BindJSON", "ShouldBind", "ShouldBindJSON", "ShouldBindBodyWith", "BodyParser", "Body", "DecodeJSON":
		data = args[0]
		if call.Common().IsInvoke() {
			data = call.Common().Value
		}
		return into, data, true
	}
	return nil, nil, false
}

// inboundOf is the payment body that Vipps sends and that a value of v's type
// must be, or "".
func inboundOf(v ssa.Value) string {
	if m, ok := v.(*ssa.MakeInterface); ok {
		v = m.X
	}
	t := deref(v.Type())
	if !isStruct(t) {
		return ""
	}
	for _, m := range vippsapi.MatchInbound(jsonNames(t)) {
		if m.Strength == vippsapi.Strong && m.Inbound.Payment {
			return m.Inbound.ID
		}
	}
	return ""
}

// fromResponse reports whether v is made from the answer to a request.
func fromResponse(v ssa.Value, seen map[ssa.Value]bool) bool {
	if v == nil || seen[v] || len(seen) > maxSlice {
		return false
	}
	seen[v] = true
	if isHTTP(v.Type(), "Response") {
		return true
	}
	in, ok := v.(ssa.Instruction)
	if !ok {
		return false
	}
	var operands [10]*ssa.Value
	for _, op := range in.Operands(operands[:0]) {
		if *op != nil && fromResponse(*op, seen) {
			return true
		}
	}
	return false
}

// isHandler reports whether a function with this signature answers requests:
// net/http's, a web framework's by its context, a lambda's by its event.
func isHandler(sig *types.Signature) bool {
	for i := range sig.Params().Len() {
		t := sig.Params().At(i).Type()
		n, ok := types.Unalias(deref(t)).(*types.Named)
		if !ok || n.Obj().Pkg() == nil {
			continue
		}
		path, name := n.Obj().Pkg().Path(), n.Obj().Name()
		switch {
		case path == "net/http" && name == "ResponseWriter":
			return true
		case strings.Contains(path, ".") && (name == "Context" || name == "Ctx" || name == "RequestCtx"):
			return true
		case strings.HasPrefix(name, "APIGateway") || strings.HasPrefix(name, "LambdaFunctionURL"):
			return true
		}
	}
	return false
}

func handlerName(fn *ssa.Function) string {
	if obj, ok := fn.Object().(*types.Func); ok {
		return funcName(obj)
	}
	if fn.Parent() != nil {
		return "a function literal in " + handlerName(fn.Parent())
	}
	return fn.Name()
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

// A reference is a place in the package that leads to a handler.
type reference struct {
	span
	handler HandlerRef
	note    string
}

// references lists the narrowest places of the package that lead to a handler:
// mentions of a handler that is declared here, mentions of functions of other
// packages that lead to one, and function literals that are one.
func (r *reaches) references() []reference {
	var refs []reference
	add := func(at ast.Expr, reach *Reach, only func(HandlerRef) bool, note string) {
		for _, h := range reach.Handlers {
			if only(h) {
				refs = append(refs, reference{span{at.Pos(), at.End()}, h, note})
			}
		}
	}
	literals := r.handlerLiterals()
	for _, file := range r.e.pass.Files {
		if r.e.syntax.inTest(file.Pos()) {
			continue
		}
		ast.Inspect(file, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.FuncLit:
				if reach := literals[n.Pos()]; reach != nil {
					add(n, reach, func(h HandlerRef) bool { return h.Pos == r.e.position(n.Pos()) }, "the handler")
				}
			case *ast.SelectorExpr:
				r.mention(n, n.Sel, add)
			case *ast.Ident:
				r.mention(n, n, add)
			}
			return true
		})
	}
	for _, fn := range r.e.flow.Unit.Funcs {
		if !r.e.syntax.inTest(fn.Pos()) {
			refs = append(refs, r.conversionRefs(fn)...)
		}
	}
	sortedByPos(refs, func(ref reference) int { return int(ref.pos) })
	return refs
}

// conversionRefs lists the arguments in fn whose conversion to an interface
// makes a handler callable: mux.Handle(pattern, aHandler).
func (r *reaches) conversionRefs(fn *ssa.Function) []reference {
	var refs []reference
	for _, m := range conversions(fn) {
		for _, user := range *m.Referrers() {
			call, ok := user.(ssa.CallInstruction)
			if !ok {
				continue
			}
			i := slices.Index(call.Common().Args, ssa.Value(m))
			for _, h := range r.converted(m) {
				refs = append(refs, reference{r.e.syntax.argument(call, i), h, "converted to an interface"})
			}
		}
	}
	return refs
}

// mention calls add where id, which stands in the expression at, names a
// function that is or leads to a handler.
func (r *reaches) mention(at ast.Expr, id *ast.Ident, add func(ast.Expr, *Reach, func(HandlerRef) bool, string)) {
	obj, ok := r.e.pass.TypesInfo.Uses[id].(*types.Func)
	if !ok {
		return
	}
	obj = obj.Origin()
	reach := r.ofDecl(obj)
	if reach == nil {
		return
	}
	if obj.Pkg() == r.e.pass.Pkg {
		add(at, reach, func(h HandlerRef) bool { return r.isOrMakes(obj, h) }, "the handler")
		return
	}
	add(at, reach, func(HandlerRef) bool { return true }, funcName(obj)+" leads to the handler")
}

// isOrMakes reports whether the function obj of this package is the handler h,
// or a factory that returns it.
func (r *reaches) isOrMakes(obj *types.Func, h HandlerRef) bool {
	if h.Pos == r.e.position(obj.Pos()) {
		return true
	}
	fn := r.e.flow.Unit.Pkg.Prog.FuncValue(obj)
	return fn != nil && slices.ContainsFunc(fn.AnonFuncs, func(lit *ssa.Function) bool {
		return h.Pos == r.e.position(lit.Pos()) && returned(lit)
	})
}

// handlerLiterals finds the function literals that are handlers, by position.
func (r *reaches) handlerLiterals() map[token.Pos]*Reach {
	found := map[token.Pos]*Reach{}
	for _, fn := range r.e.flow.Unit.Funcs {
		if reach := r.literal[fn]; reach != nil && isHandler(fn.Signature) && !returned(fn) {
			found[fn.Pos()] = reach
		}
	}
	return found
}

// returned reports whether the function literal lit is what the function around
// it returns: that is a factory, and the handler is registered where the
// factory is called.
func returned(lit *ssa.Function) bool {
	for _, b := range lit.Parent().Blocks {
		ret, ok := b.Instrs[len(b.Instrs)-1].(*ssa.Return)
		if !ok {
			continue
		}
		for _, v := range ret.Results {
			if unwrapped(v) == lit {
				return true
			}
		}
	}
	return false
}

// unwrapped is the function of which v is the value, or nil.
func unwrapped(v ssa.Value) *ssa.Function {
	for {
		switch x := v.(type) {
		case *ssa.ChangeType:
			v = x.X
		case *ssa.MakeInterface:
			v = x.X
		case *ssa.MakeClosure:
			v = x.Fn
		case *ssa.Function:
			return x
		default:
			return nil
		}
	}
}

// unread lists the references of a main package to handlers of payments that
// nothing reads back: one for each handler, the first in the source.
func (r *reaches) unread(w *World) []*Callback {
	if r.e.pass.Pkg.Name() != "main" || w.ReadsAny {
		return nil
	}
	var found []*Callback
	seen := map[token.Position]bool{}
	for _, ref := range r.references() {
		in := vippsapi.InboundByID(ref.handler.Inbound)
		if in == nil || seen[ref.handler.Pos] || slices.Contains(w.Reads, in.Family) {
			continue
		}
		seen[ref.handler.Pos] = true
		found = append(found, &Callback{
			Pos: ref.pos, End: ref.end, Handler: ref.handler.Pos, Inbound: in, ReadBack: vippsapi.ReadBackOf(in.Family),
			Way:     []flow.Step{{Pos: ref.handler.Pos, Note: ref.handler.Name + " decodes what Vipps sends"}},
			Reasons: []Reason{{ref.handler.Pos, ref.handler.Reason}},
		})
	}
	if len(found) > 0 && r.e.otherMainMayRead(w) {
		return nil
	}
	return found
}

func comparePositions(a, b token.Position) int {
	if c := strings.Compare(a.Filename, b.Filename); c != 0 {
		return c
	}
	return a.Offset - b.Offset
}
