package secret

import (
	"go/token"
	"go/types"
	"iter"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/vippslint/vippslint/internal/code"
	"github.com/vippslint/vippslint/internal/evidence"
	"github.com/vippslint/vippslint/internal/flow"
	"github.com/vippslint/vippslint/internal/place"
	"github.com/vippslint/vippslint/internal/vippsapi"
)

// A use is a value that is used as a secret.
type use struct {
	kind     vippsapi.SecretKind
	val      flow.Val
	basic    bool // the value is user and password with a colon between
	quiet    bool // another rule reports a constant there
	split    bool // where the value is one of several, it may be somebody else's
	pos, end token.Pos
	way      []place.Step // from the value on to where it is used
	reasons  []evidence.Reason
}

type useKey struct {
	v       ssa.Value
	path    string
	basic   bool
	through ssa.CallInstruction // what a helper is given by one caller is not what it is given by another
}

// of is u for another value, which stands at pos.
func (u use) of(v flow.Val, pos, end token.Pos, steps ...place.Step) use {
	u.val, u.pos, u.end = v, pos, end
	u.way = append(steps, u.way...)
	return u
}

// reason is why u is one.
func (u use) reason() evidence.Reason {
	if len(u.reasons) == 0 {
		return evidence.Reason{}
	}
	return u.reasons[0]
}

// findUses follows all values of the package that are used as secrets.
func (e *engine) findUses() {
	told := e.constantTokens()
	for _, s := range e.ev.Secrets {
		e.follow(use{kind: s.Kind, val: s.Val, quiet: s.Echoed || s.Compared && told, split: s.Split, pos: s.Pos, end: s.End, reasons: s.Reasons})
	}
	for in := range e.instructions() {
		switch in := in.(type) {
		case ssa.CallInstruction:
			e.usesOfCall(in)
		case *ssa.Store:
			e.usesOfStore(in)
		}
	}
	e.findTokens()
}

// instructions are those of the package, tests, mocks and examples left out.
func (e *engine) instructions() iter.Seq[ssa.Instruction] {
	return func(yield func(ssa.Instruction) bool) {
		for _, fn := range e.fl.Unit.Funcs {
			if e.inTest(fn.Pos()) {
				continue
			}
			for _, b := range fn.Blocks {
				for _, in := range b.Instrs {
					if !yield(in) {
						return
					}
				}
			}
		}
	}
}

// usesOfCall follows the arguments that a function of another package is known
// to use as secrets.
func (e *engine) usesOfCall(call ssa.CallInstruction) {
	f := code.Callee(call)
	if f == nil || f.Pkg() == nil || f.Pkg() == e.pass.Pkg {
		return
	}
	if vippsapi.LibraryImport(f.Pkg().Path()) {
		e.usesOfLibrary(call, f)
	}
	var fact Takes
	if !e.pass.ImportObjectFact(f, &fact) {
		return
	}
	for _, p := range fact.Uses {
		if arg, ok := code.Argument(call, p.Index); ok {
			pos, end := e.ev.Argument(call, p.Index)
			u := use{kind: p.Kind, quiet: p.Quiet, reasons: []evidence.Reason{p.Reason}}
			e.follow(u.of(flow.At(arg, p.Path...).Before(call), pos, end, e.passed(call, f)))
		}
	}
}

// constantTokens reports whether this package, or one below it, sends a token
// for callbacks that is a constant: that is reported there, as a lack of
// authentication. It tells importers.
func (e *engine) constantTokens() bool {
	told := false
	for _, imp := range e.pass.Pkg.Imports() {
		told = told || e.pass.ImportPackageFact(imp, new(ConstantToken))
	}
	for _, s := range e.ev.Secrets {
		if !s.Echoed {
			continue
		}
		for _, t := range e.fl.Texts(s.Val) {
			told = told || len(t.Parts) == 1 && t.Parts[0].Const != ""
		}
	}
	if told {
		e.pass.ExportPackageFact(&ConstantToken{Told: true})
	}
	return told
}

// passed is the step of an argument into the function f.
func (e *engine) passed(call ssa.CallInstruction, f *types.Func) place.Step {
	return place.Step{Pos: e.position(call.Common().Pos()), Note: "passed to " + code.FuncName(f)}
}

// follow goes from a use back to where its value comes from.
func (e *engine) follow(u use) {
	if t := u.val.Type(); t != nil {
		if s, ok := t.Underlying().(*types.Slice); ok && isText(s.Elem()) {
			u.val = u.val.Sub(flow.Elem) // the values of one form field
		}
	}
	key := useKey{u.val.V, strings.Join(u.val.Path, "\x00"), u.basic, u.val.Through()}
	if u.val.V == nil || len(u.val.Path) > 2*maxPath || e.seen[key] || e.ofOther(u.val) {
		return
	}
	e.seen[key] = true
	e.remember(u.val, u.kind, u.reason(), 0)
	texts := e.fl.Texts(u.val)
	for _, t := range texts {
		if !u.split || len(texts) == 1 {
			e.constant(u, t)
		}
		for _, p := range t.Parts {
			if p.Hole != nil && !samePlace(*p.Hole, u.val) {
				next := u
				next.val = *p.Hole
				e.remember(next.val, u.kind, u.reason(), 0)
				e.ends(next)
			}
		}
	}
	e.ends(u)
}

func samePlace(a, b flow.Val) bool { return a.V == b.V && slices.Equal(a.Path, b.Path) }

// ends goes on where the trace of u ends.
func (e *engine) ends(u use) {
	for _, o := range e.fl.Origins(u.val) {
		next := u
		next.val = o.Val
		e.declared(next)
		switch v := o.Val.V.(type) {
		case *ssa.Parameter:
			e.param(next, v)
		case *ssa.Global:
			e.global(next, v)
		case *ssa.Call:
			if !o.Filled {
				e.call(next, v)
			}
		}
	}
}

// param notes that a part of a parameter is a secret, and follows what callers
// in the package hand in, and, for a part of a receiver, what is stored to the
// field.
func (e *engine) param(u use, p *ssa.Parameter) {
	fn := p.Parent()
	i := u.val.Param(fn)
	if i < 0 {
		return
	}
	path := u.val.Path
	part := FieldUse{path, u.kind, u.quiet, u.reason()}
	if slices.ContainsFunc(e.params[fn], func(q ParamUse) bool { return q.Index == i && compareUses(q.FieldUse, part) == 0 }) {
		return
	}
	e.params[fn] = append(e.params[fn], ParamUse{i, part})
	for _, call := range e.fl.Callers(fn) {
		if arg, ok := code.Argument(call, i); ok && !e.inTest(call.Common().Pos()) && !e.foreign(call) {
			pos, end := e.ev.Argument(call, i)
			var steps []place.Step
			if obj := code.Callee(call); obj != nil {
				steps = append(steps, e.passed(call, obj))
			}
			e.follow(u.of(flow.At(arg, path...).Before(call), pos, end, steps...))
		}
	}
	if fn.Signature.Recv() != nil && i == 0 && len(path) > 0 {
		if f := fieldAt(p.Type(), path[0]); f != nil {
			e.field(u, f, path[1:])
		}
	}
}

// field notes that a part of a field is a secret, whatever the instance, and
// follows what the package stores there.
func (e *engine) field(u use, f *types.Var, rest flow.Path) {
	part := FieldUse{rest, u.kind, u.quiet, u.reason()}
	if slices.ContainsFunc(e.fields[f], func(q FieldUse) bool { return compareUses(q, part) == 0 }) {
		return
	}
	e.fields[f] = append(e.fields[f], part)
	for in := range e.instructions() {
		switch in := in.(type) {
		case *ssa.Store:
			if addr, ok := in.Addr.(*ssa.FieldAddr); ok && fieldOf(addr.X.Type(), addr.Field) == f && !e.elsewhere(addr) {
				e.follow(u.of(flow.At(in.Val, rest...).Before(in), in.Pos(), in.Pos()))
			}
		case ssa.CallInstruction:
			if len(rest) > 0 {
				continue
			}
			if target, def := flagInto(in); target != nil {
				if addr, ok := target.(*ssa.FieldAddr); ok && fieldOf(addr.X.Type(), addr.Field) == f {
					e.defaultOf(u, in, def)
				}
			}
		}
	}
}

// global follows what is stored to a variable of the package, or what the
// package of another one says of it.
func (e *engine) global(u use, g *ssa.Global) {
	if g.Pkg != e.fl.Unit.Pkg {
		if obj := g.Object(); obj != nil && len(u.val.Path) == 0 {
			e.declaredAt(u, obj)
		}
		return
	}
	part := FieldUse{u.val.Path, u.kind, u.quiet, u.reason()}
	if slices.ContainsFunc(e.globals[g], func(q FieldUse) bool { return compareUses(q, part) == 0 }) {
		return
	}
	e.globals[g] = append(e.globals[g], part)
	for in := range e.instructions() {
		switch in := in.(type) {
		case *ssa.Store:
			if rest, ok := storedPart(in.Addr, g, u.val.Path); ok {
				e.follow(u.of(flow.At(in.Val, rest...).Before(in), in.Pos(), in.Pos()))
			}
		case ssa.CallInstruction:
			if target, def := flagInto(in); target == ssa.Value(g) {
				e.defaultOf(u, in, def)
			}
		}
	}
}

// declared notes the constant that another package fills a field with, u being
// that field of what a function or variable of the package gives.
func (e *engine) declared(u use) {
	var from *types.Package
	switch v := u.val.V.(type) {
	case *ssa.Call:
		if f := code.Callee(v); f != nil {
			from = f.Pkg()
		}
	case *ssa.Global:
		if v.Object() != nil {
			from = v.Object().Pkg()
		}
	}
	if from == nil || from == e.pass.Pkg || len(u.val.Path) == 0 {
		return
	}
	t := firstResult(u.val.V.Type())
	for _, step := range u.val.Path[:len(u.val.Path)-1] {
		if t = stepType(t, step); t == nil {
			return
		}
	}
	if f := fieldAt(t, u.val.Path[len(u.val.Path)-1]); f != nil && f.Pkg() == from {
		e.declaredAt(u, f)
	}
}

// declaredAt notes the constant that a fact on obj tells of.
func (e *engine) declaredAt(u use, obj types.Object) {
	var fact Constant
	if e.pass.ImportObjectFact(obj, &fact) {
		e.literal(u, flow.Text{}, "", obj, place.Step{Pos: fact.At, Note: "declared here"})
	}
}

// storedPart is the part of what is stored at addr that lies at path of the
// variable g.
func storedPart(addr ssa.Value, g *ssa.Global, path flow.Path) (flow.Path, bool) {
	var at flow.Path
	for {
		f, ok := addr.(*ssa.FieldAddr)
		if !ok {
			break
		}
		at = append(flow.Path{flow.Field(f.Field)}, at...)
		addr = f.X
	}
	if addr != ssa.Value(g) || len(at) > len(path) || !slices.Equal(at, path[:len(at)]) {
		return nil, false
	}
	return path[len(at):], true
}

// call follows what a call of the standard library makes its result of.
func (e *engine) call(u use, call *ssa.Call) {
	f := code.Callee(call)
	if f == nil || f.Pkg() == nil {
		return
	}
	args := call.Call.Args
	through := func(args ...ssa.Value) {
		for _, arg := range args {
			next := u
			next.val = u.val.With(arg).Before(call)
			e.follow(next)
		}
	}
	switch name := qualified(f); name {
	case "os.Getenv", "os.LookupEnv":
		if key, ok := code.ConstText(args[0]); ok {
			e.envs[key] = u.kind
		}
	case "encoding/base64.Encoding.DecodeString":
		through(args[1])
	case "encoding/hex.DecodeString":
		through(args[0])
	case "encoding/base64.Encoding.EncodeToString":
		u.basic = u.kind == vippsapi.BearerToken
		through(args[1])
	case "cmp.Or":
		through(elements(args[0])...)
	default:
		if i := flagDefault(f); i >= 0 && i < len(args) {
			e.defaultOf(u, call, i)
		}
	}
}

// defaultOf follows argument i of call, the default of a flag.
func (e *engine) defaultOf(u use, call ssa.CallInstruction, i int) {
	pos, end := e.ev.Argument(call, i)
	e.follow(u.of(flow.At(call.Common().Args[i]).Before(call), pos, end, place.Step{Pos: e.position(call.Common().Pos()), Note: "the default of a flag"}))
}
