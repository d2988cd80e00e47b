package evidence

import (
	"fmt"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/vippslint/vippslint/internal/code"
	"github.com/vippslint/vippslint/internal/flow"
	"github.com/vippslint/vippslint/internal/place"
	"github.com/vippslint/vippslint/internal/vippsapi"
)

// A located place is a Place with the struct fields that lead to it.
type located struct {
	*Place
	vars []*types.Var

	// open says that Val is a parameter of which only a caller knows what it
	// holds; the field is the part rest of that.
	open bool
	rest []string

	currency flow.Val // what stands beside the amount, where it is one value and no constant
}

// judged are the kinds of fields whose values are looked at.
func judged(f *vippsapi.Field) bool {
	return f.Kind == vippsapi.MinorUnits || f.Kind == vippsapi.Phone || f.Kind == vippsapi.Secret
}

// placesOf lists the values in fn that go into a field of a request.
func (e *engine) placesOf(fn *ssa.Function) []located {
	return slices.DeleteFunc(e.allPlaces(fn), func(p located) bool { return p.open })
}

// allPlaces lists the values in fn that go into a field of a request, and the
// parameters that hold such values, by what fn sends, what the functions that it
// calls do with their parameters, and the bodies that it writes or hands to code
// that nothing is known of.
func (e *engine) allPlaces(fn *ssa.Function) []located {
	if e.syntax.InTest(fn.Pos()) {
		return nil
	}
	var found []located
	for _, r := range e.requests[fn] {
		for _, op := range r.ops {
			for _, b := range r.shape.bodies {
				found = append(found, e.bodyPlaces(op, b, e.syntax.Call(r.call), r.reasons)...)
			}
			found = append(found, e.hintPlaces(r, op)...)
		}
	}
	for _, call := range code.Calls(fn) {
		if sum, _ := e.sends(call); sum != nil {
			found = append(found, e.argumentPlaces(call, sum, code.Callee(call), 0)...)
			continue
		}
		if list := e.indirectPlaces(call); len(list) > 0 {
			found = append(found, list...)
			continue
		}
		found = append(found, e.loosePlaces(call)...)
	}
	return distinctPlaces(found)
}

// distinctPlaces drops a place where the same value goes into the same field in
// the same way: printed with other verbs, it is another text.
func distinctPlaces(list []located) []located {
	seen := map[string]bool{}
	return slices.DeleteFunc(list, func(p located) bool {
		text := p.Ahead
		if p.Text != nil {
			text = p.Text.Pattern(vippsapi.Hole)
		}
		key := fmt.Sprintf("%p %v %s %v %d %s %t %t %t %q", p.Val.V, p.Val.Path, p.Field.Path, p.rest, p.Form, p.Verb, p.Cut, p.Changed, p.Counted, text)
		dup := seen[key]
		seen[key] = true
		return dup
	})
}

// bodyPlaces lists the places of op's fields in the body b, which enters the
// request at at.
func (e *engine) bodyPlaces(op *vippsapi.Operation, b body, at place.Span, reasons []Reason) []located {
	var found []located
	for i := range op.Fields {
		f := &op.Fields[i]
		if !judged(f) {
			continue
		}
		list := e.fieldPlaces(op, f, at, reasons, func(d *descent) { d.body(b, splitName(f.Path)) }, len(splitName(f.Path)))
		if len(list) == 0 {
			continue
		}
		c, push := e.currencyBeside(op, f, b), e.pushBeside(op, f, b)
		for _, p := range list {
			p.Currency, p.currency, p.Push = c.code, c.val, push
			found = append(found, p)
		}
	}
	return found
}

// fieldPlaces lists the places of the field f that a descent of length steps
// finds. A parameter that is the whole body is none: it is no part of it.
func (e *engine) fieldPlaces(op *vippsapi.Operation, f *vippsapi.Field, at place.Span, reasons []Reason, run func(*descent), length int) []located {
	var found []located
	add := func(l leaf) *located {
		pos := at
		switch {
		case l.pos.Pos.IsValid():
			pos = l.pos
		case l.text != nil: // it may stand in another function
		case l.entry.V != nil:
			pos = e.entrySpan(l.entry, e.storedSpan(l.val, at))
		case l.form == Dynamic:
			pos = e.storedSpan(l.val, at)
		}
		found = append(found, located{
			Place: &Place{Op: op, Field: f, Val: l.val, Form: l.form, Verb: l.verb, Text: l.text, Cut: l.cut, Pos: pos.Pos, End: pos.End, Reasons: reasons},
			vars:  l.vars,
		})
		return &found[len(found)-1]
	}
	d := &descent{
		e:       e,
		numbers: f.Kind == vippsapi.MinorUnits,
		yield:   func(l leaf) { add(l) },
		open: func(l leaf, rest []string) {
			if len(rest) < length {
				p := add(l)
				p.open, p.rest = true, rest
			}
		},
	}
	if f.Kind == vippsapi.Phone {
		d.text = func(l leaf, t flow.Text) {
			l.val, l.text = flow.Val{}, &t
			add(l)
		}
	}
	run(d)
	return found
}

// storedSpan is where the number v is stored in the field that holds it, or at.
func (e *engine) storedSpan(v flow.Val, at place.Span) place.Span {
	var stored place.Span
	for _, n := range e.flow.Numbers(v) {
		here := place.Span{Pos: n.Stored.Pos, End: n.Stored.End}
		if !here.Pos.IsValid() || stored.Pos.IsValid() && here != stored {
			return at
		}
		stored = here
	}
	if !stored.Pos.IsValid() {
		return at
	}
	return stored
}

// entrySpan is where the value v is put into the map that holds it, or at.
func (e *engine) entrySpan(v flow.Val, at place.Span) place.Span {
	last := v.Path[len(v.Path)-1]
	holder := v
	holder.Path = v.Path[:len(v.Path)-1]
	for _, o := range e.flow.Origins(holder) {
		m, ok := o.Val.V.(*ssa.MakeMap)
		if !ok {
			continue
		}
		for _, ref := range *m.Referrers() {
			up, ok := ref.(*ssa.MapUpdate)
			if !ok {
				continue
			}
			if key, ok := code.ConstText(up.Key); ok && flow.Key(key) == last {
				if s, ok := e.syntax.Entry(up); ok {
					return s
				}
			}
		}
	}
	return at
}

// argumentPlaces lists the arguments of call that the called function puts into
// a field. receiver is 1 where the first parameter is no argument of the call,
// as for a method value.
func (e *engine) argumentPlaces(call ssa.CallInstruction, sum *Sends, called *types.Func, receiver int) []located {
	var found []located
	args := call.Common().Args
	for _, pp := range sum.Places {
		op := vippsapi.OperationByID(pp.Op)
		i := pp.Param.Index - receiver
		if op == nil || i < 0 || i >= len(args) {
			continue
		}
		f := op.Field(pp.Field)
		if f == nil {
			continue
		}
		at := e.syntax.Argument(call, i)
		val := flow.Arg(call, i).Sub(pp.Param.Path...)
		list := []located{{Place: &Place{Op: op, Field: f, Val: val, Form: pp.Form, Verb: pp.Verb, Cut: pp.Cut, Changed: pp.Changed, Counted: pp.Counted, Ahead: pp.Ahead, Pos: at.Pos, End: at.End, Reasons: sum.Answer.Reasons}}}
		c := currency{code: pp.Currency}
		if pp.Open {
			list = e.fieldPlaces(op, f, at, sum.Answer.Reasons, func(d *descent) {
				d.from(leaf{val: val, typ: val.Type(), form: pp.Form, verb: pp.Verb}, pp.Rest, 1)
			}, len(pp.Rest)+1)
			c = e.openCurrency(op, f, pp, val)
		}
		if pp.CurrencyParam != nil {
			if j := pp.CurrencyParam.Index - receiver; j >= 0 && j < len(args) {
				c = e.currencyOf(flow.Arg(call, j).Sub(pp.CurrencyParam.Path...))
			}
		}
		step := place.Step{Pos: e.position(at.Pos), Note: "passed to " + code.FuncName(called)}
		for _, p := range list {
			p.Currency, p.currency, p.Push = c.code, c.val, pp.Push
			p.Way = append([]place.Step{step}, pp.Way...)
			found = append(found, p)
		}
	}
	for _, pb := range sum.Bodies {
		op := vippsapi.OperationByID(pb.Op)
		i := pb.Param.Index - receiver
		if op == nil || i < 0 || i >= len(args) {
			continue
		}
		at := e.syntax.Argument(call, i)
		for _, b := range e.argumentBodies(call, args[i], pb) {
			found = append(found, e.bodyPlaces(op, b, at, sum.Answer.Reasons)...)
			found = append(found, e.formHints(op, b, at, sum.Answer.Reasons)...)
		}
	}
	return found
}

func (e *engine) argumentBodies(call ssa.CallInstruction, arg ssa.Value, pb ParamBody) []body {
	v := flow.At(arg, pb.Param.Path...).Before(call)
	if pb.Encoded {
		return e.bodies(v)
	}
	return []body{{v, false}}
}

// loosePlaces lists the places in bodies that only Vipps can be meant with and
// that call writes as JSON or hands to an interface method: where they go from
// there is not seen, but it can only be Vipps.
func (e *engine) loosePlaces(call ssa.CallInstruction) []located {
	var found []located
	f := code.Callee(call)
	for i, arg := range call.Common().Args {
		written := isMarshal(f) && i == 0 || code.IsFunc(f, "encoding/json", "Encoder", "Encode") && i == 1
		if !written && !(call.Common().IsInvoke() && code.IsStruct(arg.Type())) {
			continue
		}
		b := body{flow.Arg(call, i), false}
		if e.sentElsewhere(call.Parent(), b.val) {
			continue
		}
		for _, m := range e.matchBody(b) {
			if m.Strength == vippsapi.Strong {
				reason := Reason{e.position(call.Common().Pos()), m.Reason}
				found = append(found, e.bodyPlaces(m.Op, b, e.syntax.Argument(call, i), []Reason{reason})...)
				break
			}
		}
	}
	return found
}

// paramPlaces lists the parameters of fn whose values go into a field, and
// those that are a whole body of a fixed operation.
func (e *engine) paramPlaces(fn *ssa.Function) (places []ParamPlace, bodies []ParamBody) {
	for _, p := range e.allPlaces(fn) {
		base := ParamPlace{Op: p.Op.ID, Field: p.Field.Path, Form: p.Form, Verb: p.Verb, Cut: p.Cut, Changed: p.Changed, Counted: p.Counted, Push: p.Push, Currency: p.Currency, At: e.position(p.Pos)}
		if p.currency.V != nil {
			if ref, ok := paramRef(fn, p.currency); ok {
				base.CurrencyParam = &ref
			}
		}
		if p.open {
			if ref, ok := paramRef(fn, p.Val); ok {
				base.Param, base.Open, base.Rest, base.Way = ref, true, p.rest, p.Way
				places = append(places, base)
			}
			continue
		}
		switch p.Field.Kind {
		case vippsapi.MinorUnits:
			places = append(places, e.numberParams(fn, p, base)...)
		case vippsapi.Phone:
			places = append(places, e.phoneParams(fn, p, base)...)
		case vippsapi.Secret:
			for _, t := range e.flow.Texts(p.Val) {
				if len(t.Parts) != 1 || t.Parts[0].Hole == nil {
					continue
				}
				if ref, ok := paramRef(fn, *t.Parts[0].Hole); ok {
					pp := base
					pp.Param, pp.Way = ref, append(slices.Clip(t.Steps), p.Way...)
					places = append(places, pp)
				}
			}
		}
	}
	for _, r := range e.requests[fn] {
		if len(r.reasons) == 0 {
			continue
		}
		for _, op := range r.ops {
			bodies = append(bodies, e.openBodies(fn, op, r.shape.bodies)...)
		}
	}
	for _, call := range code.Calls(fn) {
		bodies = append(bodies, e.passedBodies(fn, call)...)
	}
	return places, bodies
}

func (e *engine) numberParams(fn *ssa.Function, p located, base ParamPlace) []ParamPlace {
	var places []ParamPlace
	for _, n := range e.flow.Numbers(p.Val) {
		if n.Verdict != flow.FromParam || n.Func != fn {
			continue
		}
		pp := base
		pp.Param, pp.Cut = ParamRef{n.Param, n.ParamPath}, n.Cut || p.Cut
		pp.Changed, pp.Counted = n.Changed || p.Changed, n.Multiplied || p.Counted
		if n.Cut {
			pp.At = n.At.Position
		}
		pp.Way = append(slices.Clip(n.Way), p.Way...)
		places = append(places, pp)
	}
	return places
}

// openBodies lists the parameters of fn that are written as the body of op and
// whose type says nothing of it: interfaces, bytes and readers.
func (e *engine) openBodies(fn *ssa.Function, op *vippsapi.Operation, list []body) []ParamBody {
	var bodies []ParamBody
	for _, b := range list {
		if t := b.val.Type(); t == nil || !b.encoded && !types.IsInterface(t) && !isForm(t) {
			continue
		}
		if pb, ok := e.paramBody(fn, b); ok {
			pb.Op = op.ID
			bodies = append(bodies, pb)
		}
	}
	return bodies
}

// passedBodies lists the parameters of fn that it hands to a function which
// writes them as the body of a fixed operation.
func (e *engine) passedBodies(fn *ssa.Function, call ssa.CallInstruction) []ParamBody {
	sum, _ := e.sends(call)
	if sum == nil {
		return nil
	}
	var bodies []ParamBody
	for _, pb := range sum.Bodies {
		arg, ok := code.Argument(call, pb.Param.Index)
		op := vippsapi.OperationByID(pb.Op)
		if ok && op != nil {
			bodies = append(bodies, e.openBodies(fn, op, e.argumentBodies(call, arg, pb))...)
		}
	}
	return bodies
}
