package vippsamount

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis/analysistest"
)

// checkWays compares the related positions, each as its line and the first words
// of its note, from where the float comes from to the request.
func checkWays(t *testing.T, results []*analysistest.Result) {
	t.Helper()
	got := map[string]string{}
	for _, r := range results {
		if r.Pass == nil || r.Pass.Pkg.Name() != "ways" {
			continue
		}
		for _, d := range r.Diagnostics {
			at := r.Pass.Fset.Position(d.Pos)
			var steps []string
			for _, related := range d.Related {
				p := r.Pass.Fset.Position(related.Pos)
				if filepath.Base(p.Filename) != "ways.go" {
					t.Errorf("a step in %s", p.Filename)
				}
				steps = append(steps, fmt.Sprintf("%d %s", p.Line, related.Message))
			}
			key := fmt.Sprint(at.Line)
			if got[key] != "" {
				t.Errorf("two findings on line %s", key)
			}
			got[key] = strings.Join(steps, "\n")
		}
	}
	const (
		stored  = "%[1]d stored in amount.Value\n%[1]d stored in body.ModificationAmount\n"
		capture = "%[1]d goes into modificationAmount.value of POST /epayment/v1/payments/{reference}/capture\n%[1]d the path of POST /epayment/v1/payments/{reference}/capture\n"
		refund  = "%[1]d goes into modificationAmount.value of POST /epayment/v1/payments/{reference}/refund\n%[1]d the path of POST /epayment/v1/payments/{reference}/refund\n"
		host    = "30 the host api.vipps.no"
	)
	want := map[string]string{
		// One conversion is one finding, with both requests.
		"47": "43 float made by ParseFloat\n47 multiplied by 100\n47 cut to int64\n" + fmt.Sprintf(stored+capture, 48) + fmt.Sprintf(stored+refund, 51) + host,
		// Two conversions are two, with the same request.
		"58": "55 float parameter price\n58 multiplied by 50\n58 cut to int64\n" + fmt.Sprintf(stored+capture, 62) + host,
		"60": "55 float parameter price\n60 multiplied by 100\n60 cut to int64\n" + fmt.Sprintf(stored+capture, 62) + host,
	}
	for line := range want {
		if got[line] != want[line] {
			t.Errorf("line %s has the way\n%s\nwant\n%s", line, got[line], want[line])
		}
	}
	if len(got) != len(want) {
		t.Errorf("%d findings, want %d", len(got), len(want))
	}
}
