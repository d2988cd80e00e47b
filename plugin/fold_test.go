package plugin

import (
	"go/token"
	"testing"

	"golang.org/x/tools/go/analysis"

	"github.com/vippslint/vippslint/analyzers"
)

func TestFindingsAreFolded(t *testing.T) {
	fset := token.NewFileSet()
	file := fset.AddFile("/home/kari/shop/order.go", -1, 100)
	file.SetLines([]int{0, 10, 20})
	fixes := []analysis.SuggestedFix{{Message: "round"}}
	rule := &analysis.Analyzer{Name: "vippsamount", Doc: "amounts", Run: func(pass *analysis.Pass) (any, error) {
		pass.Report(analysis.Diagnostic{
			Pos: file.Pos(25), Category: "truncated", Message: "amount is cut", SuggestedFixes: fixes,
			Related: []analysis.RelatedInformation{
				{Pos: file.Pos(5), Message: "a float"},
				{Pos: file.Pos(12), Message: "times 100"},
			},
		})
		pass.Report(analysis.Diagnostic{Pos: file.Pos(1), Category: "float-text", Message: "amount is text"})
		pass.Report(analysis.Diagnostic{Pos: file.Pos(3), Category: "float-field", Message: "amount is a float"})
		return nil, nil
	}}
	var have []analysis.Diagnostic
	pass := &analysis.Pass{Fset: fset, Report: func(d analysis.Diagnostic) { have = append(have, d) }}
	wrapped := choice{analyzers.Rule{Analyzer: rule}, []string{"float-text"}}.analyzer(make(copies), true)
	pass.Analyzer = wrapped
	if _, err := wrapped.Run(pass); err != nil {
		t.Fatal(err)
	}
	if len(have) != 2 {
		t.Fatalf("have %d findings, want those of the two categories that are on: %v", len(have), have)
	}
	if want := "amount is cut [vippsamount/truncated] (from order.go:1: a float; order.go:2: times 100)"; have[0].Message != want {
		t.Errorf("have  %s\nwant %s", have[0].Message, want)
	}
	if want := "amount is a float [vippsamount/float-field]"; have[1].Message != want {
		t.Errorf("have  %s\nwant %s", have[1].Message, want)
	}
	if len(have[0].Related) != 0 || len(have[0].SuggestedFixes) != 1 || have[0].Pos != file.Pos(25) {
		t.Errorf("related positions, fixes or place are wrong: %+v", have[0])
	}
}
