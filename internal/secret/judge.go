package secret

import (
	"go/token"
	"go/types"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/vippslint/vippslint/internal/code"
	"github.com/vippslint/vippslint/internal/evidence"
	"github.com/vippslint/vippslint/internal/flow"
	"github.com/vippslint/vippslint/internal/place"
	"github.com/vippslint/vippslint/internal/vippsapi"
)

// A judgement asks whether one thing that is printed is a secret.
type judgement struct {
	e      *engine
	at     ssa.CallInstruction
	output output
	way    []place.Step
}

// maxExpand bounds how deep a printed text is taken apart.
const maxExpand = 6

// value judges v, printed by verb.
func (j *judgement) value(v flow.Val, verb string, depth int) {
	t := v.Type()
	if m, ok := v.V.(*ssa.MakeInterface); ok && len(v.Path) == 0 {
		t = m.X.Type()
	}
	if depth > maxExpand || t == nil || isNumber(t) || hides(t) && !isCurl(t) {
		return
	}
	texts := j.e.fl.Texts(v)
	if !mayBeText(t) || len(texts) == 0 || alone(texts, v) {
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

// mayBeText reports whether a value of type t can be a text or the bytes of one.
func mayBeText(t types.Type) bool {
	switch u := t.Underlying().(type) {
	case *types.Basic:
		return u.Info()&types.IsString != 0
	case *types.Slice:
		b, ok := u.Elem().Underlying().(*types.Basic)
		return ok && b.Kind() == types.Byte
	case *types.Interface:
		return true
	}
	return false
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
	if form, call := j.ofOwn(o); call != nil {
		j.own(form, "")
		return
	}
	switch x := o.Val.V.(type) {
	case *ssa.Parameter:
		j.param(o.Val, verb, "")
	case *ssa.Call:
		if !o.Filled && o.Result == 0 {
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
		if array, ok := code.Deref(x.Type()).Underlying().(*types.Array); ok && types.IsInterface(array.Elem()) {
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
	if n, ok := types.Unalias(code.Deref(t)).(*types.Named); ok {
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
	if f := code.Callee(call); f != nil && f.Pkg() != nil && slices.Contains(curlPackages, f.Pkg().Path()) {
		switch f.Name() {
		case "GetCurlCommand":
			j.request(o.Val.With(args[0]).Before(call), "http2curl.GetCurlCommand", call)
		case "String":
			next(args[0], verb)
		}
		return
	}
	switch name := qualified(code.Callee(call)); name {
	case "net/http/httputil.DumpRequestOut", "net/http/httputil.DumpRequest":
		j.request(o.Val.With(args[0]).Before(call), "httputil."+code.Callee(call).Name(), call)
	case "net/http/httputil.DumpResponse":
		if isTrue(args[1]) {
			j.response(o.Val.With(args[0]).Before(call))
		}
	case "net/http.Header.Get", "net/http.Header.Values":
		if header, ok := code.ConstText(args[1]); ok && vippsapi.SecretHeader(header) != vippsapi.NoSecret {
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

// curlPackages render requests as curl commands.
var curlPackages = []string{"github.com/moul/http2curl", "moul.io/http2curl", "moul.io/http2curl/v2"}

// isCurl reports whether t is a command that such a package makes.
func isCurl(t types.Type) bool {
	n, ok := types.Unalias(code.Deref(t)).(*types.Named)
	return ok && n.Obj().Pkg() != nil && slices.Contains(curlPackages, n.Obj().Pkg().Path())
}

// ofRequest gives the Vipps request of which o is the whole, the headers, or one
// that is a secret; nil where it is none of these.
func (j *judgement) ofRequest(o flow.Origin) (Form, *evidence.Carrier) {
	form, ok := headersIn(o)
	if !ok {
		return form, nil
	}
	o.Val.Path = nil
	return form, j.e.carrierOf(o, j.at)
}

// ofOwn is ofRequest for a request that the function makes for its callers.
func (j *judgement) ofOwn(o flow.Origin) (Form, *ssa.Call) {
	form, ok := headersIn(o)
	call, made := o.Val.V.(*ssa.Call)
	if !ok || !made || o.Result > 0 || !j.madeForCaller(call) || !j.e.setBefore(call, j.at) || j.e.redacted(call) {
		return form, nil
	}
	return form, call
}

// headersIn reports whether o is a request, its headers or a secret one of
// these.
func headersIn(o flow.Origin) (Form, bool) {
	t := requestOf(o.Val.V.Type())
	if t == nil {
		return Header, false
	}
	if len(o.Val.Path) > 0 {
		if f := fieldAt(t, o.Val.Path[0]); f == nil || f.Name() != "Header" {
			return Header, false
		}
	}
	if len(o.Val.Path) < 2 {
		return Header, true
	}
	key, err := strconv.Unquote(strings.TrimSuffix(strings.TrimPrefix(o.Val.Path[1], "["), "]"))
	return Alone, err == nil && vippsapi.SecretHeader(key) != vippsapi.NoSecret
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
	if n, ok := types.Unalias(code.Deref(t)).(*types.Named); ok && n.Obj().Pkg() != nil && n.Obj().Pkg().Path() == "net/http" && n.Obj().Name() == "Request" {
		return t
	}
	return nil
}

// request judges a request that is rendered as a whole by the function name, as
// it is when at runs.
func (j *judgement) request(v flow.Val, name string, at ssa.Instruction) {
	for _, o := range j.e.fl.Origins(v) {
		if c := j.e.carrierOf(o, at); c != nil {
			j.leak(Dump, vippsapi.BearerToken, name, c.Reasons)
			return
		}
		switch x := o.Val.V.(type) {
		case *ssa.Parameter:
			j.param(o.Val, "", name)
		case *ssa.Call:
			if len(o.Val.Path) == 0 && j.madeForCaller(x) && j.e.setBefore(x, at) && !j.e.redacted(x) {
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
		} else if form, call := j.ofOwn(o); call != nil && form == Header {
			j.own(Alone, "")
		}
	}
}

// response judges a response that is rendered with its body.
func (j *judgement) response(v flow.Val) {
	for _, o := range j.e.fl.Origins(v) {
		if t := known(j.e.answers, o); t != nil && o.Result == 0 {
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
		if !ok || !code.IsErrorInterface(test.X.Type()) {
			continue
		}
		if failed := pred.Succs[0] == b; test.Op == token.NEQ && failed || test.Op == token.EQL && !failed {
			return true
		}
	}
	return false
}

// maxPath bounds how deep in a parameter something is told of: a function that
// calls itself with what its parameter holds would never end.
const maxPath = 4

// param notes that a part of a parameter is printed: callers know what it is.
func (j *judgement) param(v flow.Val, verb, dump string) {
	fn := j.at.Parent()
	i := v.Param(fn)
	p := j.e.prints[fn]
	if i < 0 || j.output.into != toLog || p == nil || len(v.Path) > maxPath {
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
	name := qualified(code.Callee(call))
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

// leak reports what is printed.
func (j *judgement) leak(form Form, kind vippsapi.SecretKind, name string, reasons []evidence.Reason) {
	if j.output.into == toFile && form != Dump || j.output.into == toError && form != Alone && form != Within {
		return
	}
	j.e.result.Leaks = append(j.e.result.Leaks, &Leak{
		Pos: j.output.pos, End: j.output.end, Kind: kind, Form: form, Name: name, Error: j.output.into == toError, Way: j.way, Reasons: reasons,
	})
}
