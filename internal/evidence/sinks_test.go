package evidence

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/analysistest"

	"github.com/vippslint/vippslint/internal/flow"
	"github.com/vippslint/vippslint/internal/vippsapi"
)

// showSinks reports the places of amounts, each with what flow says of the
// value there: the comments in the test data say what it must be.
var showSinks = &analysis.Analyzer{
	Name:     "sinks",
	Doc:      "report the places of amounts and what goes there",
	Requires: []*analysis.Analyzer{Analyzer},
	Run: func(pass *analysis.Pass) (any, error) {
		r := pass.ResultOf[Analyzer].(*Result)
		for _, p := range r.Places {
			if p.Field.Kind == vippsapi.MinorUnits {
				pass.Reportf(p.Pos, "%s", sinkText(r.Flow, p))
			}
		}
		for _, f := range r.FloatTypes {
			pass.Reportf(f.Pos, "field %s %s", f.Field.Path, f.Var.Type())
		}
		return nil, nil
	},
}

// sinkText writes a place as the comments have it: path, form with verb, what
// the value is, and the currency.
func sinkText(fl *flow.Result, p *Place) string {
	words := []string{p.Field.Path, []string{"typed", "dynamic", "text"}[p.Form]}
	if p.Verb != "" {
		words = append(words, p.Verb)
	}
	names := map[flow.Verdict]string{
		flow.Unknown: "unknown", flow.Clean: "clean", flow.Truncated: "truncated",
		flow.Float: "float", flow.Whole: "whole", flow.FromParam: "param",
	}
	var verdicts []string
	for _, n := range fl.Numbers(p.Val) {
		verdict := names[n.Verdict]
		if n.Verdict == flow.Float && p.Cut {
			verdict = "cut"
		}
		verdicts = append(verdicts, verdict)
	}
	slices.Sort(verdicts)
	words = append(words, strings.Join(slices.Compact(verdicts), "|"))
	return strings.TrimSpace(fmt.Sprint(strings.Join(words, " "), " ", p.Currency))
}

// One run for all topics: most of its time goes into the standard library.
func TestSinks(t *testing.T) {
	topics := []string{"sinktype", "sinkmap", "sinktext", "sinkraw", "sinkmarshal", "sinkfield", "sinkcurrency", "sinklimits", "sinkpkg/..."}
	found := map[string]bool{}
	for _, r := range analysistest.Run(t, analysistest.TestData(), showSinks, topics...) {
		found[strings.Split(r.Pass.Pkg.Path(), "/")[0]] = true
	}
	for _, topic := range topics {
		if topic, _, _ = strings.Cut(topic, "/"); !found[topic] {
			t.Errorf("no package of the topic %s was analysed", topic)
		}
	}
}
