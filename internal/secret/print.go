package secret

import (
	"go/token"
	"go/types"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/vippslint/vippslint/internal/evidence"
	"github.com/vippslint/vippslint/internal/flow"
	"github.com/vippslint/vippslint/internal/vippsapi"
)

// A printing is what one function prints of what it is given, and of the
// requests that it makes for its callers.
type printing struct {
	params []ParamPrint
	own    []ownPrint
}

// An ownPrint is a request that a function makes for its caller and prints.
type ownPrint struct {
	pos, end token.Pos // invalid where another package prints
	at       token.Position
	form     Form
	name     string
}

func (p *printing) fact(e *engine) *Prints {
	fact := &Prints{Params: slices.Clone(p.params)}
	slices.SortStableFunc(fact.Params, comparePrints)
	for _, own := range p.own {
		fact.Own = append(fact.Own, own.at)
	}
	if len(fact.Params)+len(fact.Own) == 0 {
		return nil
	}
	return fact
}

// maxRounds bounds how deep helpers that print are followed.
const maxRounds = 5

// findPrints judges what the package prints, helpers before those that call
// them.
func (e *engine) findPrints() {
	for _, fn := range e.fl.Unit.Funcs {
		e.prints[fn] = &printing{}
	}
	for range maxRounds {
		before := 0
		for _, p := range e.prints {
			before += len(p.params) + len(p.own)
		}
		e.result.Leaks = nil
		for _, fn := range e.fl.Unit.Funcs {
			if !e.inTest(fn.Pos()) {
				e.printsOf(fn)
			}
		}
		after := 0
		for _, p := range e.prints {
			after += len(p.params) + len(p.own)
		}
		if before == after {
			break
		}
	}
	for _, c := range e.ev.Carriers {
		e.printedFor(c)
	}
}

// printsOf judges the calls of one function.
func (e *engine) printsOf(fn *ssa.Function) {
	for _, b := range fn.Blocks {
		for _, in := range b.Instrs {
			call, ok := in.(ssa.CallInstruction)
			if !ok {
				continue
			}
			for _, o := range e.outputs(call) {
				j := &judgement{e: e, at: call, output: o}
				j.value(o.val, o.verb, 0)
			}
			e.handsToPrinter(call)
		}
	}
}

// handsToPrinter judges what call hands to a function that prints it.
func (e *engine) handsToPrinter(call ssa.CallInstruction) {
	list, name := e.printsBy(call)
	for _, p := range list {
		arg, ok := argument(call, p.Index)
		if !ok {
			continue
		}
		o := output{val: flow.At(arg, p.Path...).Before(call), verb: p.Verb}
		o.pos, o.end = e.ev.Argument(call, p.Index)
		j := &judgement{e: e, at: call, output: o, way: []flow.Step{{Pos: p.At, Note: "printed by " + name}}}
		if p.Dump != "" {
			j.request(o.val, p.Dump)
			continue
		}
		j.value(o.val, o.verb, 0)
	}
}

// printsBy is what the function that call goes to prints of its parameters.
func (e *engine) printsBy(call ssa.CallInstruction) ([]ParamPrint, string) {
	fn := call.Common().StaticCallee()
	f := callee(call)
	if fn != nil && fn.Origin() != nil {
		fn = fn.Origin()
	}
	if p := e.prints[fn]; fn != nil && p != nil {
		return p.params, fn.Name()
	}
	if f == nil || f.Pkg() == nil || f.Pkg() == e.pass.Pkg || call.Common().IsInvoke() {
		return nil, ""
	}
	var fact Prints
	if !e.pass.ImportObjectFact(f, &fact) {
		return nil, ""
	}
	return fact.Params, f.Pkg().Name() + "." + f.Name()
}

// A judgement asks whether one thing that is printed is a secret.
type judgement struct {
	e      *engine
	at     ssa.CallInstruction
	output output
	way    []flow.Step
}

// maxExpand bounds how deep a printed text is taken apart.
const maxExpand = 6

// value judges v, printed by verb.
func (j *judgement) value(v flow.Val, verb string, depth int) {
	t := v.Type()
	if m, ok := v.V.(*ssa.MakeInterface); ok && len(v.Path) == 0 {
		t = m.X.Type()
	}
	if depth > maxExpand || t == nil || isNumber(t) {
		return
	}
	texts := j.e.fl.Texts(v)
	if _, compound := deref(t).Underlying().(*types.Struct); compound || len(texts) == 0 || alone(texts, v) {
		j.ends(v, t, verb, depth)
		return
	}
	for _, t := range texts {
		for _, p := range t.Parts {
			if p.Hole == nil || p.Changed || p.Verb != "" && p.Verb != "json" && !printsText(p.Verb) {
				continue // cut or replaced, it may be hidden
			}
			next := verb
			if p.Verb != "" {
				next = p.Verb
			}
			held := p.Hole.Type()
			if held == nil || p.Verb == "" {
				held = types.Typ[types.String]
			}
			j.ends(*p.Hole, held, next, depth)
		}
	}
}

// alone reports whether texts say no more of v than that it is one.
func alone(texts []flow.Text, v flow.Val) bool {
	return len(texts) == 1 && len(texts[0].Parts) == 1 && texts[0].Parts[0].Hole != nil && samePlace(*texts[0].Parts[0].Hole, v) && !texts[0].Parts[0].Changed
}

// ends judges what v, of type t, comes from.
func (j *judgement) ends(v flow.Val, t types.Type, verb string, depth int) {
	for _, o := range j.e.fl.Origins(v) {
		j.end(o, t, verb, depth)
	}
}

// end judges one origin of what has the type t.
func (j *judgement) end(o flow.Origin, t types.Type, verb string, depth int) {
	e := j.e
	if c, ok := e.secretAt(o, t); ok {
		if o.Held != nil {
			t = o.Held
		}
		j.secret(t, c, verb)
		return
	}
	if form, c := j.ofRequest(o); c != nil {
		j.leak(form, vippsapi.BearerToken, "", c.Reasons)
		return
	}
	switch x := o.Val.V.(type) {
	case *ssa.Parameter:
		j.param(o.Val, verb, "")
	case *ssa.Call:
		if !o.Filled {
			j.call(o, x, verb, depth)
		}
	case *ssa.Convert:
		j.value(o.Val.With(x.X), verb, depth+1)
	case *ssa.BinOp:
		if x.Op == token.ADD {
			j.value(o.Val.With(x.X), verb, depth+1)
			j.value(o.Val.With(x.Y), verb, depth+1)
		}
	case *ssa.Slice:
		for _, elem := range elements(x) {
			j.value(o.Val.With(elem), verb, depth+1)
		}
	case *ssa.MakeMap:
		for _, ref := range *x.Referrers() {
			if up, ok := ref.(*ssa.MapUpdate); ok {
				j.value(o.Val.With(up.Value).Before(up), verb, depth+1)
			}
		}
	case *ssa.Alloc:
		if array, ok := deref(x.Type()).Underlying().(*types.Array); ok && types.IsInterface(array.Elem()) {
			for _, ref := range *x.Referrers() {
				if s, ok := ref.(*ssa.Slice); ok {
					for _, elem := range elements(s) {
						j.value(o.Val.With(elem), verb, depth+1)
					}
				}
			}
		}
	}
}

// secret judges a value of type t that is the secret c or holds it.
func (j *judgement) secret(t types.Type, c cell, verb string) {
	if len(c.path) == 0 {
		if t != nil && !hides(t) {
			j.leak(Alone, c.kind, "", []evidence.Reason{c.why})
		}
		return
	}
	// Loggers with a way of their own write what JSON does, or what %+v does.
	if encoded := verb == "json" || verb == ""; t != nil && shows(t, c.path, encoded) && (verb != "" || shows(t, c.path, false)) {
		j.leak(Within, c.kind, typeName(t), []evidence.Reason{c.why})
	}
}

func typeName(t types.Type) string {
	if n, ok := types.Unalias(deref(t)).(*types.Named); ok {
		return n.Obj().Name()
	}
	return "the value"
}

// call judges the result of a call.
func (j *judgement) call(o flow.Origin, call *ssa.Call, verb string, depth int) {
	e := j.e
	args := call.Call.Args
	if t := e.bodyAt(o); t != nil {
		j.body(t)
		return
	}
	next := func(arg ssa.Value, verb string) { j.value(o.Val.With(arg).Before(call), verb, depth+1) }
	switch name := qualified(callee(call)); name {
	case "net/http/httputil.DumpRequestOut", "net/http/httputil.DumpRequest":
		j.request(o.Val.With(args[0]).Before(call), "httputil."+callee(call).Name())
	case "net/http/httputil.DumpResponse":
		if isTrue(args[1]) {
			j.response(o.Val.With(args[0]).Before(call))
		}
	case "moul.io/http2curl.GetCurlCommand", "moul.io/http2curl/v2.GetCurlCommand", "github.com/moul/http2curl.GetCurlCommand":
		j.request(o.Val.With(args[0]).Before(call), "http2curl.GetCurlCommand")
	case "moul.io/http2curl.CurlCommand.String", "moul.io/http2curl/v2.CurlCommand.String", "github.com/moul/http2curl.CurlCommand.String":
		next(args[0], verb)
	case "net/http.Header.Get", "net/http.Header.Values":
		if header, ok := text(args[1]); ok && vippsapi.SecretHeader(header) != vippsapi.NoSecret {
			j.header(o.Val.With(args[0]).Before(call), vippsapi.SecretHeader(header))
		}
	case "net/http.Header.Clone":
		if !e.redacted(call) {
			next(args[0], verb)
		}
	case "encoding/json.Marshal", "encoding/json.MarshalIndent":
		next(args[0], "json")
	case "encoding/base64.Encoding.EncodeToString":
		next(args[1], verb)
	case "encoding/hex.EncodeToString", "encoding/hex.Dump", "strings.ToUpper", "strings.ToLower":
		next(args[0], verb)
	case "github.com/davecgh/go-spew/spew.Sdump", "fmt.Sprint", "fmt.Sprintln":
		for _, elem := range elements(args[0]) {
			next(elem, "%v")
		}
	}
}

// ofRequest gives the Vipps request of which o is the whole, the headers, or one
// that is a secret; nil where it is none of these.
func (j *judgement) ofRequest(o flow.Origin) (Form, *evidence.Carrier) {
	v := o.Val
	t := requestOf(v.V.Type())
	if t == nil {
		return Header, nil
	}
	form := Header
	if len(v.Path) > 0 {
		if f := fieldAt(t, v.Path[0]); f == nil || f.Name() != "Header" {
			return Header, nil
		}
	}
	if len(v.Path) > 1 {
		key, err := strconv.Unquote(strings.TrimSuffix(strings.TrimPrefix(v.Path[1], "["), "]"))
		if err != nil || vippsapi.SecretHeader(key) == vippsapi.NoSecret {
			return Header, nil
		}
		form = Alone
	}
	v.Path = nil
	return form, j.e.carrierOf(flow.Origin{Val: v, Result: o.Result}, j.at)
}

// requestOf is the type *http.Request where t is that, or a list of results that
// begins with it; else nil.
func requestOf(t types.Type) types.Type {
	if tuple, ok := t.(*types.Tuple); ok {
		if tuple.Len() == 0 {
			return nil
		}
		t = tuple.At(0).Type()
	}
	if n, ok := types.Unalias(deref(t)).(*types.Named); ok && n.Obj().Pkg() != nil && n.Obj().Pkg().Path() == "net/http" && n.Obj().Name() == "Request" {
		return t
	}
	return nil
}

// request judges a request that is rendered as a whole by the function name.
func (j *judgement) request(v flow.Val, name string) {
	for _, o := range j.e.fl.Origins(v) {
		if c := j.e.carrierOf(o, j.at); c != nil {
			j.leak(Dump, vippsapi.BearerToken, name, c.Reasons)
			return
		}
		switch x := o.Val.V.(type) {
		case *ssa.Parameter:
			j.param(o.Val, "", name)
		case *ssa.Call:
			if len(o.Val.Path) == 0 && j.madeForCaller(x) && !j.e.redacted(x) {
				j.own(Dump, name)
			}
		}
	}
}

// header judges a secret header that is read from h.
func (j *judgement) header(h flow.Val, kind vippsapi.SecretKind) {
	for _, o := range j.e.fl.Origins(h) {
		if form, c := j.ofRequest(o); c != nil && form == Header {
			j.leak(Alone, kind, "", c.Reasons)
		}
	}
}

// response judges a response that is rendered with its body.
func (j *judgement) response(v flow.Val) {
	for _, o := range j.e.fl.Origins(v) {
		if t := j.e.answers[o.Val.V]; t != nil && o.Result == 0 {
			j.body(t)
			return
		}
	}
}

// body judges the raw answer that holds a token: it is one only where Vipps gave
// it, and where nothing failed.
func (j *judgement) body(t *evidence.TokenAnswer) {
	if j.output.into == toLog && t.Granted(j.at) && !onFailure(j.at) {
		j.leak(Body, vippsapi.BearerToken, "", t.Reasons)
	}
}

// onFailure reports whether in runs only where some error is not nil.
func onFailure(in ssa.Instruction) bool {
	for b := in.Block(); b.Idom() != nil; b = b.Idom() {
		if len(b.Preds) != 1 || len(b.Preds[0].Instrs) == 0 {
			continue
		}
		pred := b.Preds[0]
		branch, ok := pred.Instrs[len(pred.Instrs)-1].(*ssa.If)
		if !ok {
			continue
		}
		test, ok := branch.Cond.(*ssa.BinOp)
		if !ok || !types.Identical(test.X.Type(), types.Universe.Lookup("error").Type()) {
			continue
		}
		if failed := pred.Succs[0] == b; test.Op == token.NEQ && failed || test.Op == token.EQL && !failed {
			return true
		}
	}
	return false
}

// param notes that a part of a parameter is printed: callers know what it is.
func (j *judgement) param(v flow.Val, verb, dump string) {
	fn := j.at.Parent()
	i := v.Param(fn)
	p := j.e.prints[fn]
	if i < 0 || j.output.into != toLog || p == nil {
		return
	}
	at := j.e.position(j.at.Common().Pos())
	if len(j.way) > 0 {
		at = j.way[len(j.way)-1].Pos
	}
	print := ParamPrint{Index: i, Path: v.Path, Verb: verb, Dump: dump, At: at}
	if !slices.ContainsFunc(p.params, func(q ParamPrint) bool { return comparePrints(q, print) == 0 }) {
		p.params = append(p.params, print)
	}
}

// madeForCaller reports whether call makes a request to an address of which a
// caller of its function has a say.
func (j *judgement) madeForCaller(call *ssa.Call) bool {
	name := qualified(callee(call))
	i := map[string]int{"net/http.NewRequest": 1, "net/http.NewRequestWithContext": 2}[name]
	if i == 0 {
		return false
	}
	for _, t := range j.e.fl.Texts(flow.Arg(call, i)) {
		for _, p := range t.Parts {
			if p.Hole != nil && p.Hole.Param(call.Parent()) >= 0 {
				return true
			}
		}
	}
	return false
}

// own notes that the function prints a request that it makes for its caller.
func (j *judgement) own(form Form, name string) {
	p := j.e.prints[j.at.Parent()]
	print := ownPrint{j.output.pos, j.output.end, j.e.position(j.at.Common().Pos()), form, name}
	if p != nil && !slices.Contains(p.own, print) {
		p.own = append(p.own, print)
	}
}

// printedFor reports what the functions through which a Vipps request goes print
// of it.
func (e *engine) printedFor(c *evidence.Carrier) {
	fn := c.Call.Common().StaticCallee()
	if fn == nil {
		return
	}
	if fn.Origin() != nil {
		fn = fn.Origin()
	}
	if p := e.prints[fn]; p != nil {
		for _, own := range p.own {
			e.result.Leaks = append(e.result.Leaks, &Leak{Pos: own.pos, End: own.end, Kind: vippsapi.BearerToken, Form: own.form, Name: own.name, Reasons: c.Reasons})
		}
		return
	}
	f := callee(c.Call)
	var fact Prints
	if f == nil || f.Pkg() == nil || f.Pkg() == e.pass.Pkg || !e.pass.ImportObjectFact(f, &fact) || len(fact.Own) == 0 {
		return
	}
	pos, end := e.ev.CallRange(c.Call)
	e.result.Leaks = append(e.result.Leaks, &Leak{
		Pos: pos, End: end, Kind: vippsapi.BearerToken, Form: Dump, Name: f.Name(),
		Way: []flow.Step{{Pos: fact.Own[0], Note: "printed by " + f.Pkg().Name() + "." + f.Name()}}, Reasons: c.Reasons,
	})
}

// leak reports what is printed.
func (j *judgement) leak(form Form, kind vippsapi.SecretKind, name string, reasons []evidence.Reason) {
	if j.output.into == toFile && form != Dump || j.output.into == toError && form != Alone && form != Within {
		return
	}
	j.e.result.Leaks = append(j.e.result.Leaks, &Leak{
		Pos: j.output.pos, End: j.output.end, Kind: kind, Form: form, Name: name, Error: j.output.into == toError, Way: j.way, Reasons: reasons,
	})
}
