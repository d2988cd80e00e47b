package vippsexpress

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/vippslint/vippslint/internal/evidence"
	"github.com/vippslint/vippslint/internal/place"
	"github.com/vippslint/vippslint/internal/report"
	"github.com/vippslint/vippslint/internal/rule"
)

//go:embed doc.go
var docFile string

const (
	incomplete   = "incomplete"
	explicitFlow = "explicit-flow"
)

// New returns the rule with settings of its own.
func New() *analysis.Analyzer { return rule.New("vippsexpress", docFile, run) }

func run(pass *analysis.Pass, ev *evidence.Result, out *report.Reporter) {
	for _, x := range ev.Express {
		j := judge{pass: pass, body: x, out: out}
		if j.mark = j.express(); j.mark == nil {
			continue
		}
		j.scopes()
		j.needs()
		j.oneOf()
		j.confirm()
	}
}

// A judge looks at one body.
type judge struct {
	pass *analysis.Pass
	body *evidence.Express
	mark []*evidence.ExpressWay // those that make it an express payment
	out  *report.Reporter
}

// given says whether something stands in a field.
func given(w *evidence.ExpressWay) bool { return w.Presence == evidence.Given }

// express lists the ways by which the body is that of an express payment.
func (j judge) express() []*evidence.ExpressWay {
	x := j.body.Rule
	marks := j.body.Taken(x.Field, func(w *evidence.ExpressWay) bool { return given(w) && w.Pattern == x.Text })
	for _, path := range append([]string{x.Object}, x.OneOf...) {
		marks = append(marks, j.body.Taken(path, given)...)
	}
	return marks
}

// own says whether what is wrong is not already so in the function that is
// called, which is judged by itself.
func (j judge) own(ways ...*evidence.ExpressWay) bool {
	fresh := func(w *evidence.ExpressWay) bool { return !w.Below }
	return slices.ContainsFunc(ways, fresh) || slices.ContainsFunc(j.mark, fresh)
}

// scopes reports a list of scopes without all that an express payment asks for.
func (j judge) scopes() {
	x := j.body.Rule
	ways := j.body.Ways(x.Scope)
	for _, w := range ways {
		lacks, _ := x.WithScopes(w.Pattern)
		if w.Presence == evidence.Unknown || len(lacks) == 0 {
			return
		}
	}
	if len(ways) == 0 || !j.own(ways...) {
		return
	}
	var texts []*evidence.ExpressWay
	for _, w := range ways {
		if given(w) && !slices.ContainsFunc(texts, func(t *evidence.ExpressWay) bool { return t.Pattern == w.Pattern }) {
			texts = append(texts, w)
		}
	}
	possible := fmt.Sprintf("(an express payment is only possible with %s)", list(x.Scopes, "and"))
	if len(texts) != 1 {
		// Of several, some may be meant for payments that are no express payments.
		without := "without " + x.Scope
		if len(texts) > 1 {
			without = "never with all scopes in " + x.Scope
		}
		_, all := x.WithScopes("")
		j.out.Report(j.finding(incomplete, fmt.Sprintf("%s is sent with %s and %s %s%s",
			j.body.Op.ID, x.Object, without, possible, j.remedy(ways, fmt.Sprintf("set %s to %q", x.Scope, all))), nil))
		return
	}
	w := texts[0]
	lacks, all := x.WithScopes(w.Pattern)
	f := j.finding(incomplete, fmt.Sprintf("%s %q lacks %s %s; write %q", x.Scope, w.Pattern, list(lacks, "and"), possible, all), w)
	if w.Text != nil {
		at := j.locate(w, x.Scope)
		f.Pos, f.End = at.Pos, at.End
		if len(ways) == 1 {
			f.Fixes = at.Rewrite("the scope", all)
		}
	}
	j.out.Report(f)
}

// needs reports what is not there on any way.
func (j judge) needs() {
	var lacks []string
	var all []*evidence.ExpressWay
	set := []string{}
	for _, group := range j.body.Rule.Needs {
		ways, ok := j.absent(group...)
		if !ok || !j.own(ways...) {
			continue
		}
		all = append(all, ways...)
		set = append(set, list(group, "or"))
		if len(group) == 1 {
			lacks = append(lacks, "without "+group[0])
		} else {
			lacks = append(lacks, "with neither "+list(group, "nor"))
		}
	}
	if len(lacks) == 0 {
		return
	}
	f := j.finding(incomplete, fmt.Sprintf("%s is sent as %q %s (an express payment is not possible so)%s",
		j.body.Op.ID, j.body.Rule.Text, list(lacks, "and"), j.remedy(all, "set "+list(set, "and"))), nil)
	j.atMark(&f)
	j.out.Report(f)
}

// oneOf reports where not one, but all or none of some fields are there. What is
// missing because their object is missing is no mistake.
func (j judge) oneOf() {
	x := j.body.Rule
	if len(x.OneOf) == 0 {
		return
	}
	there := func(w *evidence.ExpressWay) bool { return given(w) || w.Written }
	var all []*evidence.ExpressWay
	var idle []string // those that may be there with nothing in them
	always, sometimes := 0, 0
	for _, path := range x.OneOf {
		ways := slices.DeleteFunc(slices.Clone(j.body.Ways(path)), func(w *evidence.ExpressWay) bool { return w.Above })
		all = append(all, ways...)
		if len(ways) > 0 && !slices.ContainsFunc(ways, func(w *evidence.ExpressWay) bool { return !there(w) }) {
			always++
		}
		if len(j.body.Taken(path, there)) > 0 {
			sometimes++
		}
		if slices.ContainsFunc(ways, func(w *evidence.ExpressWay) bool { return w.Written && !given(w) }) {
			idle = append(idle, last(path))
		}
	}
	if !j.own(all...) {
		return
	}
	_, none := j.absent(x.OneOf...)
	message := ""
	switch {
	case none:
		message = fmt.Sprintf("%s has neither %s (an express payment needs the one or the other); set one of them", x.Object, list(names(x.OneOf), "nor"))
	case sometimes == len(x.OneOf) && always >= len(x.OneOf)-1: // so there is a way with all of them
		remedy := "leave one out"
		if len(idle) > 0 {
			remedy = fmt.Sprintf("%s is written even with nothing in it, since its type is a struct: make it a pointer, and leave one out", list(idle, "and"))
		}
		message = fmt.Sprintf("%s has both %s (an express payment takes only one of them); %s", x.Object, list(names(x.OneOf), "and"), remedy)
	default:
		return
	}
	j.out.Report(j.finding(incomplete, message, nil))
}

// confirm reports an express payment that does not ask for the flow in which the
// customer confirms.
func (j judge) confirm() {
	x := j.body.Rule
	ways := j.body.Ways(x.Confirm)
	written := false
	for _, w := range ways {
		if w.Presence == evidence.Unknown || w.Pattern == "true" {
			return
		}
		written = written || w.Presence == evidence.Given
	}
	if len(ways) == 0 || !j.own(ways...) {
		return
	}
	how := " without " + x.Confirm
	if written {
		how = fmt.Sprintf(" with %s false", x.Confirm)
	}
	f := j.finding(explicitFlow, fmt.Sprintf("%s is sent as %q%s (customers confirm their address and shipping all the same, since March 2023)%s",
		j.body.Op.ID, x.Text, how, j.remedy(ways, "set it to true")), nil)
	j.atMark(&f)
	for _, w := range ways {
		if at := falseAt(j.pass, w, last(x.Confirm)); at != nil {
			f.Pos, f.End, f.Fixes = at.Pos(), at.End(), writeTrue(at)
			break
		}
	}
	j.out.Report(f)
}

// absent gives the ways to all fields at some paths, and says whether each is
// known to have nothing there.
func (j judge) absent(paths ...string) ([]*evidence.ExpressWay, bool) {
	var all []*evidence.ExpressWay
	for _, path := range paths {
		ways := j.body.Ways(path)
		if len(ways) == 0 || slices.ContainsFunc(ways, func(w *evidence.ExpressWay) bool { return w.Presence != evidence.Absent }) {
			return nil, false
		}
		all = append(all, ways...)
	}
	return all, true
}

// remedy is what to do, and first of all where a type has no field for it.
func (j judge) remedy(ways []*evidence.ExpressWay, what string) string {
	if slices.ContainsFunc(ways, func(w *evidence.ExpressWay) bool { return w.Lacks == nil }) {
		return "; " + what
	}
	for _, w := range ways {
		pkg := w.Lacks.Pkg()
		if w.Theirs {
			return fmt.Sprintf(": the type %s of the library %s has no field for it; send the request without that type", w.Lacks.Name(), pkg.Path())
		}
		name := w.Lacks.Name()
		if pkg != j.pass.Pkg {
			name = pkg.Name() + "." + name
		}
		return fmt.Sprintf("; give the type %s a field for it, and %s", name, what)
	}
	return "; " + what
}

// finding begins a finding at the body, or at the place of w.
func (j judge) finding(category, message string, w *evidence.ExpressWay) report.Finding {
	f := report.Finding{Category: category, Message: message, Pos: j.body.Pos, End: j.body.End}
	if w != nil {
		f.Way = append(f.Way, w.Steps...)
		if w.Pos.IsValid() {
			f.Pos, f.End = w.Pos, w.End
		}
	}
	f.Way = append(f.Way, place.Step{Pos: j.pass.Fset.Position(j.body.Pos), Note: "goes into " + j.body.Op.ID})
	f.Way = append(f.Way, j.body.Way...)
	f.Way = append(f.Way, rule.Steps(j.body.Reasons)...)
	return f
}

// atMark moves a finding to the text that makes the payment an express payment,
// where that stands in this package.
func (j judge) atMark(f *report.Finding) {
	for _, w := range j.mark {
		if w.Text == nil {
			continue
		}
		at := j.locate(w, j.body.Rule.Field)
		f.Pos, f.End = at.Pos, at.End
		f.Way = append(slices.Clone(w.Steps), f.Way...)
		return
	}
}

// locate finds where the text of w stands: the literal, the argument that it is
// passed as, or what puts it together. What stands in another function may be
// right there, where others use it too: then the place is the body.
func (j judge) locate(w *evidence.ExpressWay, path string) rule.Spot {
	body := rule.Spot{Pos: j.body.Pos, End: j.body.End}
	at := rule.Locate(j.pass, *w.Text, w.Pattern, last(path), w.Pos, w.End)
	if at.Pos == w.Pos && at.Literal == nil {
		if expr := passedText(j.pass, w); expr != nil {
			at = rule.Spot{Pos: expr.Pos(), End: expr.End()}
		} else if p := w.Text.Pos; p.Pos.IsValid() {
			at = rule.Spot{Pos: p.Pos, End: p.End}
		}
	}
	if !sameFunction(j.pass, at.Pos, body.Pos) {
		return body
	}
	return at
}

// list joins names for people: "a, b and c".
func list(items []string, word string) string {
	if len(items) < 2 {
		return strings.Join(items, "")
	}
	n := len(items) - 1
	return strings.Join(items[:n], ", ") + " " + word + " " + items[n]
}

// names are the last names of some paths.
func names(paths []string) []string {
	var list []string
	for _, p := range paths {
		list = append(list, last(p))
	}
	return list
}

func last(path string) string { return path[strings.LastIndex(path, ".")+1:] }
