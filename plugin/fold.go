package plugin

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"
)

// analyzer returns the rule as golangci-lint should run it. golangci-lint shows
// neither category nor URL, and makes every related position an issue of its
// own, so both are put into the message of the finding. Fixes stay. The first
// rule also reports the failures of the analyzers that all rules build on.
func (c choice) analyzer(made copies, first bool) *analysis.Analyzer {
	rule := c.rule.Analyzer
	return &analysis.Analyzer{
		Name:      rule.Name,
		Doc:       rule.Doc,
		URL:       rule.URL,
		Requires:  made.all(rule.Requires),
		FactTypes: rule.FactTypes,
		Run: func(pass *analysis.Pass) (any, error) {
			folding := *pass
			folding.Report = func(d analysis.Diagnostic) {
				if !slices.Contains(c.off, d.Category) {
					pass.Report(fold(pass, d))
				}
			}
			f := run(rule, &folding).failed
			if f != nil && (first || f.analyzer == rule) {
				pass.Report(f.diagnostic(pass))
			}
			return nil, nil
		},
	}
}

// fold returns the finding with its rule and the way of the value in its
// message, and without related positions.
func fold(pass *analysis.Pass, d analysis.Diagnostic) analysis.Diagnostic {
	d.Message += fmt.Sprintf(" [%s/%s]", pass.Analyzer.Name, d.Category)
	var way []string
	for _, rel := range d.Related {
		pos := pass.Fset.Position(rel.Pos)
		way = append(way, fmt.Sprintf("%s:%d: %s", filepath.Base(pos.Filename), pos.Line, rel.Message))
	}
	if len(way) > 0 {
		d.Message += " (from " + strings.Join(way, "; ") + ")"
	}
	d.Related = nil
	return d
}
