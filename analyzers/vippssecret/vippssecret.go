package vippssecret

import (
	_ "embed"

	"golang.org/x/tools/go/analysis"

	"github.com/vippslint/vippslint/internal/evidence"
	"github.com/vippslint/vippslint/internal/place"
	"github.com/vippslint/vippslint/internal/report"
	"github.com/vippslint/vippslint/internal/rule"
	"github.com/vippslint/vippslint/internal/secret"
)

//go:embed doc.go
var docFile string

// New returns the rule with settings of its own.
func New() *analysis.Analyzer {
	a := rule.New("vippssecret", docFile, run)
	a.Requires = append(a.Requires, secret.Analyzer)
	return a
}

func run(pass *analysis.Pass, _ *evidence.Result, out *report.Reporter) {
	found := pass.ResultOf[secret.Analyzer].(*secret.Result)
	for _, l := range found.Literals {
		spot := locate(pass, l)
		way := append([]place.Step{}, l.Way...)
		if at := declared(pass, spot); at.IsValid() {
			way = append(way, place.Step{Pos: pass.Fset.Position(at), Note: "declared here"})
		}
		out.Report(report.Finding{Category: "hardcoded", Pos: spot.Pos, End: spot.End, Message: hardcoded(l), Way: append(way, rule.Steps(l.Reasons)...)})
	}
	for _, l := range found.Leaks {
		out.Report(report.Finding{Category: "logged", Pos: l.Pos, End: l.End, Message: logged(l), Way: append(l.Way, rule.Steps(l.Reasons)...)})
	}
}
