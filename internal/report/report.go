// Package report builds the diagnostics of the rules.
package report

import (
	"cmp"
	"fmt"
	"go/token"
	"reflect"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/vippslint/vippslint/internal/catalog"
	"github.com/vippslint/vippslint/internal/directive"
	"github.com/vippslint/vippslint/internal/place"
)

// DirectiveCategory is the category of a finding about an ignore comment that
// is faulty itself. It belongs to every rule and cannot be switched off.
const DirectiveCategory = "directive"

const pages = "https://github.com/vippslint/vippslint/blob/main/docs/rules/"

// URL returns the documentation page of a rule, or the section of one of its
// categories where category is not empty.
func URL(rule, category string) string {
	url := pages + rule + ".md"
	if category != "" {
		url += "#" + category
	}
	return url
}

// A Finding is what a rule found at one place of the package at hand.
type Finding struct {
	Category string // "truncated"
	Pos, End token.Pos
	Message  string       // one line: lower case, no full stop
	Way      []place.Step // how the value got there, in order; becomes the related positions
	Fixes    []analysis.SuggestedFix
}

// A Reporter collects the findings of one rule in one package. It keeps one
// for each category and position: what is wrong there may have several origins
// and arrive at several places, and a later one adds the steps of its way to the
// first.
type Reporter struct {
	pass     *analysis.Pass
	off      func(category string) bool
	findings []*Finding
	first    map[key]*Finding
}

type key struct {
	category string
	pos      token.Pos
}

// New returns a reporter for the rule that pass runs. It drops the categories
// for which off is true.
func New(pass *analysis.Pass, off func(category string) bool) *Reporter {
	return &Reporter{pass: pass, off: off, first: map[key]*Finding{}}
}

// Report takes one finding. Nothing goes out before Flush.
func (r *Reporter) Report(f Finding) {
	if r.off(f.Category) {
		return
	}
	k := key{f.Category, f.Pos}
	first := r.first[k]
	f.Way = clean(f.Way)
	if first == nil {
		r.first[k] = &f
		r.findings = append(r.findings, &f)
		return
	}
	first.Way = join(first.Way, f.Way)
	if !reflect.DeepEqual(first.Fixes, f.Fixes) {
		first.Fixes = nil // two answers are none
	}
}

// Flush hands the findings to the driver, sorted by position, without those
// that a directive answers, and reports the faulty directives of this rule.
func (r *Reporter) Flush() {
	answered := r.directives()
	slices.SortStableFunc(r.findings, func(a, b *Finding) int {
		return cmp.Or(cmp.Compare(a.Pos, b.Pos), cmp.Compare(a.Category, b.Category))
	})
	for _, f := range r.findings {
		if !answered(f) {
			r.pass.Report(r.diagnostic(f))
		}
	}
}

func (r *Reporter) diagnostic(f *Finding) analysis.Diagnostic {
	d := analysis.Diagnostic{
		Pos:            f.Pos,
		End:            max(f.Pos, f.End),
		Category:       f.Category,
		Message:        f.Message,
		SuggestedFixes: f.Fixes,
		URL:            URL(r.pass.Analyzer.Name, f.Category),
	}
	for _, step := range f.Way {
		pos := Own(r.pass, step.Pos)
		if !pos.IsValid() {
			pos = Foreign(r.pass.Fset, step.Pos)
		}
		d.Related = append(d.Related, analysis.RelatedInformation{Pos: pos, End: pos, Message: step.Note})
	}
	return d
}

// directives reports the faulty directives of this rule and says of a finding
// whether a right one answers it.
func (r *Reporter) directives() (answered func(*Finding) bool) {
	type place struct {
		file *token.File
		line int
	}
	rule := r.pass.Analyzer.Name
	topics := map[place][]string{}
	for _, syntax := range r.pass.Files {
		file := r.pass.Fset.File(syntax.FileStart)
		for _, d := range directive.Parse(r.pass.Fset, syntax) {
			owner, category, err := catalog.Find(d.Topic)
			if owner == "" {
				owner = faultOwner(d.Topic)
			}
			if owner != rule {
				continue
			}
			switch {
			case d.Topic == "":
				r.fault(d, fmt.Sprintf("directive names no rule, so nothing is ignored; write //vippslint:ignore %s and why", rule))
			case err != nil:
				r.fault(d, fmt.Sprintf("directive ignores nothing: %v", err))
			case d.Reason == "":
				r.fault(d, fmt.Sprintf("directive gives no reason, so nothing is ignored; write //vippslint:ignore %s and why", d.Topic))
			default:
				at := place{file, d.Line}
				topics[at] = append(topics[at], category)
			}
		}
	}
	return func(f *Finding) bool {
		if f.Category == DirectiveCategory {
			return false
		}
		file := r.pass.Fset.File(f.Pos)
		if file == nil {
			return false
		}
		for _, category := range topics[place{file, r.pass.Fset.PositionFor(f.Pos, false).Line}] {
			if category == "" || category == f.Category {
				return true
			}
		}
		return false
	}
}

func (r *Reporter) fault(d directive.Directive, message string) {
	r.findings = append(r.findings, &Finding{Category: DirectiveCategory, Pos: d.Pos, End: d.End, Message: message})
}

// faultOwner is the rule that reports a directive with a topic that does not
// exist: the rule named, and where there is none such the first of all, so that
// exactly one reports it.
func faultOwner(topic string) string {
	name, _, _ := strings.Cut(topic, "/")
	if rule, _, err := catalog.Find(name); err == nil {
		return rule
	}
	return catalog.Rules()[0].Name
}
