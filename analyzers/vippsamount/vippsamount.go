package vippsamount

import (
	_ "embed"

	"golang.org/x/tools/go/analysis"

	"github.com/vippslint/vippslint/internal/evidence"
	"github.com/vippslint/vippslint/internal/report"
	"github.com/vippslint/vippslint/internal/rule"
	"github.com/vippslint/vippslint/internal/vippsapi"
)

// The categories of this rule.
const (
	floatField = "float-field"
	floatValue = "float-value"
	truncated  = "truncated"
	floatText  = "float-text"
	outOfRange = "out-of-range"
)

//go:embed doc.go
var docFile string

// New returns the rule with settings of its own.
func New() *analysis.Analyzer { return rule.New("vippsamount", docFile, run) }

func run(pass *analysis.Pass, ev *evidence.Result, out *report.Reporter) {
	for _, t := range ev.FloatTypes {
		out.Report(fieldFinding(pass, t))
	}
	for _, p := range ev.Places {
		if p.Field.Kind != vippsapi.MinorUnits {
			continue
		}
		numbers := ev.Flow.Numbers(p.Val)
		for _, n := range numbers {
			if category := judge(p, n, cutBy(pass, n)); category != "" {
				out.Report(valueFinding(pass, category, p, n))
			}
		}
		for _, o := range outliers(p, numbers) {
			out.Report(rangeFinding(pass, p, o))
		}
	}
}
