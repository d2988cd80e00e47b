package vippsendpoint

import (
	_ "embed"
	"fmt"
	"slices"

	"golang.org/x/tools/go/analysis"

	"github.com/vippslint/vippslint/internal/evidence"
	"github.com/vippslint/vippslint/internal/report"
	"github.com/vippslint/vippslint/internal/rule"
	"github.com/vippslint/vippslint/internal/vippsapi"
)

//go:embed doc.go
var docFile string

// New returns the rule with settings of its own.
func New() *analysis.Analyzer { return rule.New("vippsendpoint", docFile, run) }

func run(_ *analysis.Pass, ev *evidence.Result, out *report.Reporter) {
	for _, p := range ev.Endpoints {
		category, message := judge(p)
		if category == "" {
			continue
		}
		out.Report(report.Finding{Category: category, Pos: p.Pos, End: p.End, Message: message, Way: rule.Steps(p.Reasons)})
	}
}

// judge says what is wrong with all that a call can ask; the category is empty
// where nothing is, or not on every way.
func judge(p *evidence.Endpoint) (category, message string) {
	var first vippsapi.Life
	for i, ask := range p.Ways {
		life, ok := lifeOf(ask)
		if !ok || i > 0 && life.Status != first.Status {
			return production(p)
		}
		if i == 0 {
			first = life
		}
	}
	switch first.Status {
	case vippsapi.Closed:
		return "closed", fmt.Sprintf("%s no longer answers, so no payment gets through; use %s", first.What, first.Successor)
	case vippsapi.Legacy:
		if category, message := production(p); category != "" {
			return category, message
		}
		return "legacy", fmt.Sprintf("%s is of an API that is only kept alive; for new work use %s", first.What, first.Successor)
	}
	return production(p)
}

// lifeOf is what is known of one address. A base address that the package stores
// in a field says something only where the path alone says nothing, and all that
// are stored agree.
func lifeOf(ask evidence.Address) (vippsapi.Life, bool) {
	if life, ok := vippsapi.LifeOf(ask.Method, ask.URL); ok {
		return life, true
	}
	var first vippsapi.Life
	for i, url := range ask.Bases {
		life, ok := vippsapi.LifeOf(ask.Method, url)
		if !ok || i > 0 && life != first {
			return vippsapi.Life{}, false
		}
		first = life
	}
	return first, len(ask.Bases) > 0
}

// production judges approvals by the merchant, which only the test environment
// takes.
func production(p *evidence.Endpoint) (category, message string) {
	what := ""
	for _, ask := range p.Ways {
		m, ok := vippsapi.MatchURL(ask.Method, ask.URL)
		if !ok || len(m.Ops) == 0 || !inProduction(ask) {
			return "", ""
		}
		for _, op := range m.Ops {
			if op.Purpose != vippsapi.ForceApprove {
				return "", ""
			}
		}
		what = m.Ops[0].ID
	}
	return "test-in-production", fmt.Sprintf("%s goes to %s, where nobody can approve a payment for the customer; send it to %s", what, vippsapi.Production(), vippsapi.TestHost)
}

// inProduction says whether an address can only be one of the production host.
func inProduction(ask evidence.Address) bool {
	elsewhere := func(url string) bool { return vippsapi.HostOf(url) != vippsapi.Production() }
	return !elsewhere(ask.URL) || ask.Only && len(ask.Bases) > 0 && !slices.ContainsFunc(ask.Bases, elsewhere)
}
