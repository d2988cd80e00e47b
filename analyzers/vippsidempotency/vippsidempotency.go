package vippsidempotency

import (
	_ "embed"
	"fmt"

	"golang.org/x/tools/go/analysis"

	"github.com/vippslint/vippslint/internal/evidence"
	"github.com/vippslint/vippslint/internal/report"
	"github.com/vippslint/vippslint/internal/rule"
	"github.com/vippslint/vippslint/internal/vippsapi"
)

//go:embed doc.go
var docFile string

// New returns the rule with settings of its own.
func New() *analysis.Analyzer { return rule.New("vippsidempotency", docFile, run) }

func run(_ *analysis.Pass, ev *evidence.Result, out *report.Reporter) {
	for _, u := range ev.Unkeyed {
		out.Report(report.Finding{
			Category: "missing", Pos: u.Pos, End: u.End, Way: append(u.Way, rule.Steps(u.Reasons)...),
			Message: fmt.Sprintf("%s is sent without %s, which it requires (%s); derive the key from your own order id and keep it over retries",
				u.Op.ID, u.Header, consequence(u.Op)),
		})
	}
	for _, u := range ev.Unstable {
		out.Report(report.Finding{
			Category: "not-stable", Pos: u.Pos, End: u.End, Way: append(u.Way, rule.Steps(u.Reasons)...), Message: unstable(u),
		})
	}
}

// unstable says what is wrong with a key.
func unstable(u *evidence.Unstable) string {
	const remedy = "derive the key from your own order id and keep it over retries"
	switch u.Kind {
	case evidence.Numbered:
		return fmt.Sprintf("%s of %s counts the tries, so that each has another key (%s); %s", u.Header, u.Op.ID, consequence(u.Op), remedy)
	case evidence.Constant:
		return fmt.Sprintf("%s of %s is %q for all payments (Vipps takes the second one for a retry of the first); %s", u.Header, u.Op.ID, u.Text, remedy)
	}
	return fmt.Sprintf("%s of %s is made anew in each try (%s); %s", u.Header, u.Op.ID, consequence(u.Op), remedy)
}

// consequence says what a retry does that Vipps does not know for one.
func consequence(op *vippsapi.Operation) string {
	switch op.Purpose {
	case vippsapi.Capture:
		return "a retry captures twice"
	case vippsapi.Refund:
		return "a retry refunds twice"
	case vippsapi.Charge:
		return "a retry charges the customer twice"
	case vippsapi.Initiate:
		return "a retry starts a second one"
	}
	return "a retry does it twice"
}
