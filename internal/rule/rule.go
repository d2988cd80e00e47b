// Package rule makes an analyzer out of what a rule has of its own: a name, a
// documentation and a judgement of what evidence found.
package rule

import (
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/vippslint/vippslint/internal/catalog"
	"github.com/vippslint/vippslint/internal/evidence"
	"github.com/vippslint/vippslint/internal/guard"
	"github.com/vippslint/vippslint/internal/report"
)

// New returns an analyzer that judges what evidence found; see On.
func New(name, docFile string, run func(*analysis.Pass, *evidence.Result, *report.Reporter)) *analysis.Analyzer {
	return On(name, docFile, evidence.Analyzer, run)
}

// On returns an analyzer with settings of its own, so that two drivers in one
// process do not share them. name is in the catalogue; docFile is the source of
// the rule's doc.go; run judges what stage, whose results are of type R, found in
// one package, and reports to the reporter. The analyzer has the flag -disable, a
// list of categories, and, where the rule has categories that are off by default,
// the flag -enable. What is disabled and enabled at once is disabled.
func On[R any](name, docFile string, stage *analysis.Analyzer, run func(*analysis.Pass, R, *report.Reporter)) *analysis.Analyzer {
	off, on := &categories{rule: name}, &categories{rule: name}
	quiet := catalog.OffByDefault(name)
	a := &analysis.Analyzer{
		Name:     name,
		Doc:      sourceText(docFile),
		URL:      report.URL(name, ""),
		Requires: []*analysis.Analyzer{stage},
		Run: guard.Run(func(pass *analysis.Pass) (any, error) {
			reporter := report.New(pass, func(category string) bool {
				return off.has(category) || slices.Contains(quiet, category) && !on.has(category)
			})
			run(pass, pass.ResultOf[stage].(R), reporter)
			reporter.Flush()
			return nil, nil
		}),
	}
	a.Flags.Var(off, "disable", "comma-separated categories of "+name+" that are not reported: "+strings.Join(catalog.Categories(name), ", "))
	if len(quiet) > 0 {
		a.Flags.Var(on, Enable, "comma-separated categories of "+name+" that are reported although they are off by default: "+strings.Join(quiet, ", "))
	}
	return a
}

// Enable is the name of the flag that switches categories on.
const Enable = "enable"

// categories is the value of the flags -disable and -enable.
type categories struct {
	rule string
	list []string // sorted
}

// String gives the categories in the form that Set takes.
func (d *categories) String() string {
	if d == nil {
		return "" // the flag package asks a zero value
	}
	return strings.Join(d.list, ",")
}

// Set replaces the categories by a comma-separated list. The error names a
// category that does not exist and those that do.
func (d *categories) Set(list string) error {
	var set []string
	for category := range strings.SplitSeq(list, ",") {
		category = strings.TrimSpace(category)
		if category == "" {
			continue
		}
		if _, _, err := catalog.Find(d.rule + "/" + category); err != nil {
			return err
		}
		set = append(set, category)
	}
	slices.Sort(set)
	d.list = slices.Compact(set)
	return nil
}

func (d *categories) has(category string) bool { return slices.Contains(d.list, category) }
