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

// A reference is a place in the package that leads to a handler.
type reference struct {
	span
	handler HandlerRef
}

// references lists the narrowest places of the package that lead to a handler:
// mentions of a handler that is declared here, mentions of functions of other
// packages that lead to one, and function literals that are one.
func (r *reaches) references() []reference {
	var refs []reference
	add := func(at ast.Expr, reach *Reach, only func(HandlerRef) bool) {
		for _, h := range reach.Handlers {
			if only(h) {
				refs = append(refs, reference{span{at.Pos(), at.End()}, h})
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
					add(n, reach, func(h HandlerRef) bool { return h.Pos == r.e.position(n.Pos()) })
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
				refs = append(refs, reference{r.e.syntax.argument(call, i), h})
			}
		}
	}
	return refs
}

// mention calls add where id, which stands in the expression at, names a
// function that is or leads to a handler.
func (r *reaches) mention(at ast.Expr, id *ast.Ident, add func(ast.Expr, *Reach, func(HandlerRef) bool)) {
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
		add(at, reach, func(h HandlerRef) bool { return r.isOrMakes(obj, h) })
		return
	}
	add(at, reach, func(HandlerRef) bool { return true })
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
			Way:     []flow.Step{{Pos: ref.handler.Pos, Note: "the handler " + ref.handler.Name}},
			Reasons: []Reason{ref.handler.Reason},
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
