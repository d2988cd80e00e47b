package evidence

import (
	"go/types"
	"regexp"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/vippslint/vippslint/internal/code"
	"github.com/vippslint/vippslint/internal/flow"
)

// A chain collects what the calls on a library's request and client say of what
// is sent.
type chain struct {
	e       *engine
	lib     *library
	seen    map[*ssa.Call]bool
	methods []flow.Text
	bases   []flow.Text
	paths   []flow.Text
	bodies  []body
	headers []header
	reasons []Reason
	wrapped []shape // of whole requests
}

// sentByLibrary gives the requests that call sends by one of the libraries, and
// what it answers.
func (e *engine) sentByLibrary(call ssa.CallInstruction) ([]shape, Answer, bool) {
	lib, name := libraryOf(code.Callee(call))
	if lib == nil {
		return nil, noAnswer, false
	}
	s, ok := lib.sends[name]
	if !ok {
		return nil, noAnswer, false
	}
	a := noAnswer
	a.Response, a.Err, a.Body = s.response, s.err, s.response
	c := &chain{e: e, lib: lib, seen: map[*ssa.Call]bool{}}
	if recv, ok := code.Argument(call, 0); ok && code.Callee(call).Signature().Recv() != nil && s.request <= 0 {
		c.back(flow.At(recv).Before(call), 0)
	}
	if s.request > 0 {
		if req, ok := code.Argument(call, s.request); ok {
			v := flow.At(req).Before(call)
			c.back(v, 0)
			c.set(e.headersOn(v, call.Parent()))
		}
	}
	if s.method != "" {
		c.methods = []flow.Text{{Parts: []flow.Part{{Const: s.method}}}}
	} else if s.methodArg >= 0 {
		c.methods = c.texts(call, s.methodArg)
	}
	if s.url >= 0 {
		c.paths = c.texts(call, s.url)
	}
	if s.body >= 0 {
		c.body(call, s.body)
	}
	if s.header >= 0 {
		c.set(e.headersIn(call, s.header))
	}
	return c.shapes(), a, true
}

// shapes combines what was collected.
func (c *chain) shapes() []shape {
	if len(c.methods) == 0 {
		c.methods = []flow.Text{{Parts: []flow.Part{{Const: "GET"}}}}
	}
	shapes := c.e.combine(c.methods, c.urls(), c.bodies, c.reasons)
	for _, s := range c.wrapped {
		s.reasons = append(slices.Clip(s.reasons), c.reasons...)
		s.keyless = nil // the library, or a hook of it, may set more
		shapes = append(shapes, s)
	}
	if len(shapes) == 0 && len(c.reasons) > 0 {
		shapes = []shape{{bodies: c.bodies, reasons: c.reasons}}
	}
	for i := range shapes {
		shapes[i].headers = append(slices.Clip(shapes[i].headers), c.headers...)
	}
	return shapes
}

// urls writes each base with each path. A base that is not known is a hole.
func (c *chain) urls() []flow.Text {
	bases := c.bases
	if len(bases) == 0 {
		bases = []flow.Text{unknownText()}
	}
	if len(c.paths) == 0 {
		return c.bases
	}
	var urls []flow.Text
	for _, p := range c.paths {
		if len(p.Parts) > 0 && (strings.Contains(p.Parts[0].Const, "://") || p.Parts[0].Hole != nil) {
			urls = append(urls, p)
			continue
		}
		for _, b := range bases {
			urls = append(urls, join(b, p))
		}
	}
	return urls
}

// join puts one slash between a base and a path.
func join(base, path flow.Text) flow.Text {
	parts := slices.Clone(base.Parts)
	if n := len(parts); n > 0 && parts[n-1].Hole == nil {
		parts[n-1].Const = strings.TrimSuffix(parts[n-1].Const, "/")
	}
	if len(path.Parts) > 0 && path.Parts[0].Hole == nil && !strings.HasPrefix(path.Parts[0].Const, "/") {
		parts = append(parts, flow.Part{Const: "/"})
	}
	return flow.Text{Parts: append(parts, path.Parts...)}
}

// copies are the methods whose result is no longer what they were called on.
var copies = []string{"New", "NewRequest", "R", "Clone"}

// back goes from a request or client of the library to the calls that made it
// what it is.
func (c *chain) back(v flow.Val, depth int) {
	if depth > maxNesting {
		return
	}
	for _, o := range c.e.flow.Origins(v) {
		call, ok := o.Val.V.(*ssa.Call)
		if !ok {
			if field := fieldOf(o.Val); field != nil {
				for _, w := range c.e.flow.FieldWrites(field) {
					c.back(w, depth+1)
				}
			}
			continue
		}
		f := code.Callee(call)
		if lib, _ := libraryOf(f); lib != c.lib || c.seen[call] {
			continue
		}
		c.visit(call)
		c.onward(call, 0)
		if f.Signature().Recv() != nil {
			c.back(o.Val.With(call.Call.Args[0]).Before(call), depth+1)
		}
	}
}

// onward visits the calls on what call gave, and on what they give in turn.
func (c *chain) onward(call *ssa.Call, depth int) {
	if depth > code.MaxSlice {
		return
	}
	values := []ssa.Value{call}
	for _, ref := range *call.Referrers() {
		if x, ok := ref.(*ssa.Extract); ok {
			values = append(values, x)
		}
	}
	for _, v := range values {
		for _, ref := range *v.Referrers() {
			next, ok := ref.(*ssa.Call)
			if !ok || c.seen[next] || len(next.Call.Args) == 0 || next.Call.Args[0] != v {
				continue
			}
			if lib, _ := libraryOf(code.Callee(next)); lib != c.lib || slices.Contains(copies, code.Callee(next).Name()) {
				continue
			}
			c.visit(next)
			c.onward(next, depth+1)
		}
	}
}

// visit takes up what one call says.
func (c *chain) visit(call *ssa.Call) {
	c.seen[call] = true
	_, name := libraryOf(code.Callee(call))
	p, ok := c.lib.parts[name]
	if !ok {
		return
	}
	if p.method != "" && (p.kind != bodyPart || len(c.methods) == 0) {
		c.methods = []flow.Text{{Parts: []flow.Part{{Const: p.method}}}}
	}
	switch p.kind {
	case methodPart:
		c.methods = c.texts(call, p.arg)
	case basePart:
		c.bases = append(c.bases, c.texts(call, p.arg)...)
	case hostPart:
		for _, t := range c.texts(call, p.arg) {
			c.bases = append(c.bases, flow.Text{Parts: append([]flow.Part{{Const: "https://"}}, t.Parts...)})
		}
	case pathPart:
		c.paths = append(c.paths, c.texts(call, p.arg)...)
	case formatPart:
		c.paths = append(c.paths, formats(c.texts(call, p.arg))...)
	case headerPart:
		c.header(call, p.arg)
	case headersPart:
		c.set(c.e.headersIn(call, p.arg))
	case bodyPart:
		c.body(call, p.arg)
	case wrapPart:
		if req, ok := code.Argument(call, p.arg); ok {
			c.wrapped = append(c.wrapped, c.e.resolveRequest(flow.At(req).Before(call), call)...)
		}
	}
	if code.IsFunc(code.Callee(call), "github.com/hashicorp/go-retryablehttp", "", "NewRequest", "NewRequestWithContext") {
		c.methods = c.texts(call, p.arg-1)
		c.body(call, p.arg+1)
	}
}

func (c *chain) texts(call ssa.CallInstruction, i int) []flow.Text {
	arg, ok := code.Argument(call, i)
	if !ok {
		return nil
	}
	return c.e.texts(flow.At(arg).Before(call))
}

// header takes up argument i as the name of a header and the one after it as its
// value.
func (c *chain) header(call *ssa.Call, i int) {
	key, ok := code.Argument(call, i)
	value, has := code.Argument(call, i+1)
	if !ok || !has {
		return
	}
	s := &headerSearch{e: c.e}
	s.scope(call.Parent(), flow.Val{})
	h := header{val: c.listed(value, call), at: c.e.syntax.Argument(call, i+1), in: call.Parent()}
	h.reason.Pos = c.e.position(call.Common().Pos())
	s.bind(h, "", flow.At(key).Before(call), flow.Val{})
	c.set(s.found)
}

// listed is the first of a list of values, or the value.
func (c *chain) listed(v ssa.Value, call *ssa.Call) flow.Val {
	if _, ok := v.Type().Underlying().(*types.Slice); ok {
		return flow.At(v, flow.Key("0")).Before(call)
	}
	return flow.At(v).Before(call)
}

// set adds headers and what they tell.
func (c *chain) set(headers []header) {
	c.headers = append(c.headers, headers...)
	for _, h := range headers {
		if h.reason.Note != "" {
			c.reasons = append(c.reasons, h.reason)
		}
	}
}

// body takes argument i up as the body.
func (c *chain) body(call ssa.CallInstruction, i int) {
	arg, ok := code.Argument(call, i)
	if !ok {
		return
	}
	t := arg.Type()
	if m, ok := arg.(*ssa.MakeInterface); ok {
		t = m.X.Type()
	}
	v := flow.At(arg).Before(call)
	if code.IsText(t) || isBytes(t) || code.IsNamed(t, "io", "Reader") || code.IsNamed(t, "bytes", "Buffer") || code.IsNamed(t, "bytes", "Reader") || code.IsNamed(t, "strings", "Reader") {
		c.bodies = append(c.bodies, c.e.bodies(v)...)
		return
	}
	c.bodies = append(c.bodies, body{v, false})
}

// directive is a verb in a format.
var directive = regexp.MustCompile(`%[-+# 0-9.*]*[a-zA-Z]`)

// formats writes formats with a hole for each verb.
func formats(texts []flow.Text) []flow.Text {
	var found []flow.Text
	for _, t := range texts {
		var parts []flow.Part
		for _, p := range t.Parts {
			if p.Hole != nil {
				parts = append(parts, p)
				continue
			}
			for i, between := range directive.Split(p.Const, -1) {
				if i > 0 {
					parts = append(parts, unknownText().Parts...)
				}
				if between != "" {
					parts = append(parts, flow.Part{Const: between})
				}
			}
		}
		found = append(found, flow.Text{Parts: parts})
	}
	return found
}
