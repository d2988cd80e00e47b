package flow

import (
	"fmt"
	"go/types"
	"strings"

	"github.com/vippslint/vippslint/internal/code"
	"golang.org/x/tools/go/ssa"
)

// TextResults is a fact about a function: the texts that its results can be.
type TextResults struct {
	Results []TextResult // sorted by Result
}

// AFact marks TextResults as a fact.
func (*TextResults) AFact() {}

// A TextResult is the texts that one result can be, one for each way.
type TextResult struct {
	Result int
	Texts  []TextPattern
}

// A TextPattern is a text whose unknown parts are parameters, or parts of them.
type TextPattern struct {
	Parts []PatternPart
}

// A PatternPart is a constant, or a part of a parameter.
type PatternPart struct {
	Const string
	Hole  bool // Const does not count
	Param int  // of a hole: which parameter, the receiver being 0; -1: not known
	Path  Path
	Verb  string

	Changed bool // of a hole: as in Part
}

// String writes a pattern with {i.path} for parameter i and ? for unknown
// parts, for tests.
func (p TextPattern) String() string {
	var b strings.Builder
	for _, part := range p.Parts {
		switch {
		case !part.Hole:
			b.WriteString(part.Const)
		case part.Param < 0:
			b.WriteString("?")
		default:
			fmt.Fprintf(&b, "{%d%s}", part.Param, strings.Join(part.Path, ""))
		}
	}
	return b.String()
}

// exportTexts works out and exports the texts that the functions of the package
// give, in the order of the source.
func (r *Result) exportTexts() {
	for _, fn := range r.Unit.Funcs {
		obj := code.Declared(fn)
		if obj == nil || fn.Parent() != nil {
			continue
		}
		var fact TextResults
		results := fn.Signature.Results()
		for i := range results.Len() {
			if !isTextual(results.At(i).Type()) {
				continue
			}
			if list := r.textResults(fn, i); telling(list) {
				fact.Results = append(fact.Results, TextResult{i, list})
			}
		}
		if len(fact.Results) > 0 {
			r.pass.ExportObjectFact(obj, &fact)
		}
	}
}

// isTextual reports whether a value of type t is a text, or something that a
// text is read from.
func isTextual(t types.Type) bool {
	if isString(t) || isBytes(t) || isBuffer(t) || isURL(t) {
		return true
	}
	for _, name := range []string{"Reader", "ReadCloser"} {
		if code.IsNamed(t, "io", name) {
			return true
		}
	}
	return code.IsNamed(t, "strings", "Reader") || code.IsNamed(t, "bytes", "Reader")
}

// telling reports whether a list says more than that nothing is known.
func telling(list []TextPattern) bool {
	for _, p := range list {
		for _, part := range p.Parts {
			if part.Hole && part.Param >= 0 || part.Const != "" {
				return true
			}
		}
	}
	return false
}

// textResults gives the patterns of result i of a function with a body; nil
// where nothing is known of one of its ways.
func (r *Result) textResults(fn *ssa.Function, i int) []TextPattern {
	var list []TextPattern
	seen := make(map[string]bool)
	for _, ret := range code.Returns(fn) {
		if i >= len(ret.Results) {
			return nil
		}
		if c, ok := ret.Results[i].(*ssa.Const); ok && besideError(ret, i) && (c.Value == nil || c.Value.ExactString() == `""`) {
			continue // the zero value beside an error
		}
		texts := r.texts(Val{V: ret.Results[i], at: ret})
		if len(texts) == 0 {
			return nil
		}
		for _, t := range texts {
			p := r.pattern(fn, t)
			if key := fmt.Sprintf("%#v", p); !seen[key] {
				seen[key] = true
				list = append(list, p)
			}
		}
	}
	if len(list) > maxTexts {
		return nil
	}
	return list
}

// besideError reports whether a return gives an error beside result i.
func besideError(ret *ssa.Return, i int) bool {
	for k, v := range ret.Results {
		if k != i && code.IsError(v.Type()) && !code.IsNil(v) {
			return true
		}
	}
	return false
}

// pattern is a text of fn as its callers see it.
func (r *Result) pattern(fn *ssa.Function, t Text) TextPattern {
	var p TextPattern
	for _, part := range t.Parts {
		q := PatternPart{Const: part.Const, Verb: part.Verb, Changed: part.Changed}
		if part.Hole != nil {
			q.Hole = true
			if q.Param = part.Hole.Param(fn); q.Param >= 0 {
				q.Path = part.Hole.Path
			}
		}
		p.Parts = append(p.Parts, q)
	}
	return p
}

// imported folds a call of another package's function by its fact.
func (f *folder) imported(v Val, call *ssa.Call, result int) []Text {
	fn := call.Call.StaticCallee()
	if fn == nil {
		return nil
	}
	obj := code.Declared(fn)
	if obj == nil || obj.Pkg() == f.r.pass.Pkg {
		return nil
	}
	var fact TextResults
	if !f.r.pass.ImportObjectFact(obj, &fact) {
		return nil
	}
	args := make([]Val, len(call.Call.Args))
	for i, arg := range call.Call.Args {
		args[i] = f.operand(v, call, arg)
	}
	for _, r := range fact.Results {
		if r.Result == result {
			return f.bind(extracted(v, call, result), r.Texts, args)
		}
	}
	return nil
}

// bind puts what is known of the arguments into patterns. What is known of no
// argument is a hole that is v.
func (f *folder) bind(v Val, patterns []TextPattern, args []Val) []Text {
	var all []Text
	for _, p := range patterns {
		lists := make([][]Text, 0, len(p.Parts))
		for _, part := range p.Parts {
			switch {
			case !part.Hole:
				lists = append(lists, []Text{literal(part.Const)})
			case part.Param < 0 || part.Param >= len(args):
				lists = append(lists, withVerb(f.hole(v), part.Verb))
			default:
				list := f.bound(args[part.Param].Sub(part.Path...), part.Verb)
				if part.Changed {
					list = changed(list)
				}
				lists = append(lists, list)
			}
		}
		list, ok := product(lists...)
		if !ok || len(all)+len(list) > maxTexts {
			return nil
		}
		all = append(all, list...)
	}
	return all
}

// bound folds an argument as the verb of its hole prints it.
func (f *folder) bound(a Val, verb string) []Text {
	switch verb {
	case "", "%s", "%v":
		return withVerb(f.text(a), verb)
	case "json":
		return withVerb(f.hole(f.plainParam(a)), verb)
	}
	if list := f.formatted(a, verb); list != nil {
		return list
	}
	return withVerb(f.hole(f.plainParam(a)), verb)
}

// withVerb gives holes without a verb the one that prints them.
func withVerb(list []Text, verb string) []Text {
	for i := range list {
		parts := append([]Part(nil), list[i].Parts...)
		for k := range parts {
			if parts[k].Hole != nil && parts[k].Verb == "" {
				parts[k].Verb = verb
			}
		}
		list[i].Parts = parts
	}
	return list
}
