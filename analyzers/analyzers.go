// Package analyzers lists the rules of vippslint.
package analyzers

import (
	"golang.org/x/tools/go/analysis"

	"github.com/vippslint/vippslint/analyzers/vippsamount"
	"github.com/vippslint/vippslint/analyzers/vippscallback"
	"github.com/vippslint/vippslint/analyzers/vippsendpoint"
	"github.com/vippslint/vippslint/analyzers/vippsexpress"
	"github.com/vippslint/vippslint/analyzers/vippsfield"
	"github.com/vippslint/vippslint/analyzers/vippsidempotency"
	"github.com/vippslint/vippslint/analyzers/vippsphone"
	"github.com/vippslint/vippslint/analyzers/vippspolling"
	"github.com/vippslint/vippslint/analyzers/vippsresponse"
	"github.com/vippslint/vippslint/analyzers/vippssecret"
	"github.com/vippslint/vippslint/analyzers/vippstoken"
	"github.com/vippslint/vippslint/analyzers/vippswebhook"
	"github.com/vippslint/vippslint/internal/catalog"
)

//go:generate go test -run TestPages -update .

// A Severity says how much a finding of a rule costs.
type Severity string

// The severities.
const (
	Error   Severity = "error"
	Warning Severity = "warning"
	Info    Severity = "info"
)

// A Rule is an analyzer with what a user has to know of it.
type Rule struct {
	Analyzer   *analysis.Analyzer
	Severity   Severity
	Categories []string // stable names, in the order of the documentation
	Default    bool     // on unless switched off
}

// All returns the rules in the order of the documentation. Each call makes new
// analyzers: a setting of one is not one of another.
func All() []Rule {
	all := []Rule{
		{Analyzer: vippsamount.New(), Severity: Error, Default: true},
		{Analyzer: vippsresponse.New(), Severity: Error, Default: true},
		{Analyzer: vippscallback.New(), Severity: Warning, Default: true},
		{Analyzer: vippswebhook.New(), Severity: Error, Default: true},
		{Analyzer: vippspolling.New(), Severity: Warning, Default: true},
		{Analyzer: vippsphone.New(), Severity: Error, Default: true},
		{Analyzer: vippsfield.New(), Severity: Error, Default: true},
		{Analyzer: vippsendpoint.New(), Severity: Error, Default: true},
		{Analyzer: vippsidempotency.New(), Severity: Warning, Default: true},
		{Analyzer: vippssecret.New(), Severity: Error, Default: true},
		{Analyzer: vippstoken.New(), Severity: Warning, Default: true},
		{Analyzer: vippsexpress.New(), Severity: Warning, Default: true},
	}
	for i := range all {
		all[i].Categories = catalog.Categories(all[i].Analyzer.Name)
	}
	return all
}
