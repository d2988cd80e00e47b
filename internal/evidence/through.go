package evidence

import (
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/vippslint/vippslint/internal/code"
)

// interfaces knows what stands behind the merchant's own interfaces, as far as
// values are converted to them in the package at hand or below it.
type interfaces struct {
	local   map[string]bool             // import paths of the merchant's packages
	impls   map[methodKey][]implementer // converted in this package
	below   map[methodKey][]Impl        // converted in packages below
	callers map[*ssa.Function][]*ssa.Function

	dynamic map[ssa.CallInstruction][]callable // what calls of function values may run

	keys map[*types.Named]string // answers of interfaceKey
	seen map[conversion]bool     // conversions that were indexed

	held   []types.Type               // see engine.held
	behind map[*types.Func][]callable // answers of mayRun
}

// A conversion is one of a named type, or a pointer to it, to an interface.
type conversion struct {
	iface   string
	named   *types.TypeName
	pointer bool
}

// A methodKey is a method of an interface; the interface is written with its
// import path.
type methodKey struct{ iface, method string }

// An implementer is a method that a conversion puts behind an interface.
type implementer struct {
	obj *types.Func
	fn  *ssa.Function // nil: of another package
	typ types.Type    // what is converted
	at  token.Pos
}

// interfaceKey names an interface type; "" where it is not one of the
// merchant's, or has no name.
func (x *interfaces) interfaceKey(t types.Type) string {
	n, ok := types.Unalias(t).(*types.Named)
	if !ok || n.Obj().Pkg() == nil || n.TypeParams().Len() > 0 {
		return ""
	}
	key, ok := x.keys[n]
	if !ok {
		if x.local[n.Obj().Pkg().Path()] && types.IsInterface(n) {
			key = n.Obj().Pkg().Path() + "." + n.Obj().Name()
		}
		x.keys[n] = key
	}
	return key
}

// indexInterfaces looks for conversions in the package, and takes over those of
// the packages below it.
func (e *engine) indexInterfaces(below *World) {
	x := &interfaces{
		local: map[string]bool{}, impls: map[methodKey][]implementer{}, below: map[methodKey][]Impl{},
		callers: map[*ssa.Function][]*ssa.Function{}, dynamic: map[ssa.CallInstruction][]callable{}, keys: map[*types.Named]string{}, seen: map[conversion]bool{},
		behind: map[*types.Func][]callable{},
	}
	e.through = x
	for _, path := range below.Packages {
		x.local[path] = true
	}
	for _, impl := range below.Impls {
		key := methodKey{impl.Iface, impl.Method}
		x.below[key] = append(x.below[key], impl)
	}
	invokes := map[methodKey][]*ssa.Function{}
	for _, fn := range e.flow.Unit.Funcs {
		if e.syntax.InTest(fn.Pos()) {
			continue
		}
		for _, m := range conversions(fn) {
			e.indexConversion(m)
		}
		for _, call := range code.Calls(fn) {
			if key, ok := x.invoked(call); ok {
				invokes[key] = append(invokes[key], fn)
			}
		}
	}
	for key, list := range x.impls {
		for _, impl := range list {
			if impl.fn != nil {
				x.callers[impl.fn] = append(x.callers[impl.fn], invokes[key]...)
			}
		}
	}
}

// indexConversion notes the methods that a conversion puts behind an interface.
// A nil pointer that is converted only shows that its type has the methods.
func (e *engine) indexConversion(m *ssa.MakeInterface) {
	iface := e.through.interfaceKey(m.Type())
	if c, ok := m.X.(*ssa.Const); ok && c.IsNil() || iface == "" {
		return
	}
	if n, ok := types.Unalias(code.Deref(m.X.Type())).(*types.Named); ok && n.TypeArgs().Len() == 0 {
		c := conversion{iface, n.Obj(), code.IsPointer(m.X.Type())}
		if e.through.seen[c] {
			return
		}
		e.through.seen[c] = true
	}
	u := m.Type().Underlying().(*types.Interface)
	for i := range u.NumMethods() {
		want := u.Method(i)
		obj, _, _ := types.LookupFieldOrMethod(m.X.Type(), true, want.Pkg(), want.Name())
		method, ok := obj.(*types.Func)
		if !ok || e.syntax.InTest(method.Pos()) {
			continue
		}
		method = method.Origin()
		impl := implementer{obj: method, typ: m.X.Type(), at: conversionPos(m)}
		if method.Pkg() == e.pass.Pkg {
			impl.fn = m.Parent().Prog.FuncValue(method)
		}
		key := methodKey{iface, want.Name()}
		if !slices.ContainsFunc(e.through.impls[key], func(i implementer) bool { return i.obj == method }) {
			e.through.impls[key] = append(e.through.impls[key], impl)
		}
	}
}

// invoked is the method of one of the merchant's interfaces that call goes
// through.
func (x *interfaces) invoked(call ssa.CallInstruction) (methodKey, bool) {
	c := call.Common()
	if !c.IsInvoke() {
		return methodKey{}, false
	}
	iface := x.interfaceKey(c.Value.Type())
	return methodKey{iface, c.Method.Name()}, iface != ""
}

// summary gives what is known of the function that implements a method.
func (e *engine) summary(impl implementer) *Sends {
	if impl.fn != nil {
		return e.sums[impl.fn]
	}
	return e.fact(impl.obj)
}

// sendsThrough unites what is known of the implementations behind a call of an
// interface's method: what one of them asks of Vipps, the call asks.
func (e *engine) sendsThrough(call ssa.CallInstruction) *Sends {
	key, ok := e.through.invoked(call)
	if !ok {
		return nil
	}
	return e.behind(key)
}

// behind unites what is known of the implementations of a method.
func (e *engine) behind(key methodKey) *Sends {
	u := newUnion()
	for _, impl := range e.through.impls[key] {
		if s := e.summary(impl); s != nil && (s.Answer.Vipps || len(s.Shapes) > 0) {
			u.add(s.Fixed, s.Answer)
			u.Shapes = append(u.Shapes, s.Shapes...)
		}
	}
	for _, impl := range e.through.below[key] {
		u.add(impl.Fixed, impl.Answer)
	}
	return u.sends()
}

// A union is what is known of several functions, one of which is called.
type union struct{ Sends }

func newUnion() *union { return &union{Sends{Answer: noAnswer}} }

func (u *union) add(fixed []string, a Answer) {
	u.Fixed = append(u.Fixed, fixed...)
	u.Answer.Vipps = u.Answer.Vipps || a.Vipps
	u.Answer.Response = max(u.Answer.Response, a.Response)
	u.Answer.Status = max(u.Answer.Status, a.Status)
	u.Answer.Err = max(u.Answer.Err, a.Err)
	u.Answer.Body = max(u.Answer.Body, a.Body)
	u.Answer.Reasons = append(u.Answer.Reasons, a.Reasons...)
}

// sends is the union, in order and without what is there twice; nil where none
// of the functions asks for anything.
func (u *union) sends() *Sends {
	if !u.Answer.Vipps && len(u.Shapes) == 0 {
		return nil
	}
	slices.Sort(u.Fixed)
	u.Fixed = slices.Compact(u.Fixed)
	u.Shapes = distinct(u.Shapes)
	u.Answer.Reasons = distinct(u.Answer.Reasons)
	u.Answer.Reasons = u.Answer.Reasons[:min(len(u.Answer.Reasons), maxReasons)]
	return &u.Sends
}

// ownImpls are the implementations that ask Vipps and that are put behind an
// interface in this package, for the packages above it.
func (e *engine) ownImpls() []Impl {
	var keys []methodKey
	for key := range e.through.impls {
		keys = append(keys, key)
	}
	slices.SortFunc(keys, compareKeys)
	var list []Impl
	for _, key := range keys {
		for _, impl := range e.through.impls[key] {
			s := e.summary(impl)
			if s == nil || !s.Answer.Vipps {
				continue
			}
			list = append(list, Impl{
				Iface: key.iface, Method: key.method, Fixed: s.Fixed, Answer: s.Answer,
				Type: types.TypeString(impl.typ, (*types.Package).Name), At: e.position(impl.at),
			})
		}
	}
	return list
}

// conversionPos is where a conversion stands, or, as it mostly is not written,
// what is converted, or what that is for.
func conversionPos(m *ssa.MakeInterface) token.Pos {
	if m.Pos().IsValid() {
		return m.Pos()
	}
	if m.X.Pos().IsValid() {
		return m.X.Pos()
	}
	for _, ref := range *m.Referrers() {
		if ref.Pos().IsValid() {
			return ref.Pos()
		}
	}
	return m.Parent().Pos()
}
