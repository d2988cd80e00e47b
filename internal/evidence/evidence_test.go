package evidence

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/analysistest"

	"github.com/vippslint/vippslint/internal/vippsapi"
)

// show reports everything that evidence found, so that a comment in the test
// data can say what it must be.
var show = &analysis.Analyzer{
	Name:     "show",
	Doc:      "report the evidence of a package",
	Requires: []*analysis.Analyzer{Analyzer},
	Run: func(pass *analysis.Pass) (any, error) {
		r := pass.ResultOf[Analyzer].(*Result)
		for _, c := range r.Calls {
			pass.Reportf(c.Instr.Common().Pos(), "%s answer %d %d %d", operations(c.Ops), c.Response, c.Status, c.Err)
		}
		for _, c := range r.Claims {
			pass.Reportf(c.Pos, "claim %s (%s) at %s:%d", c.Name, operations(c.Ops), filepath.Base(c.Call.Filename), c.Call.Line)
		}
		for _, x := range r.Readings {
			if !strings.HasPrefix(pass.Pkg.Path(), "reading") {
				continue // there are some in every topic
			}
			kind := []string{"decodes", "reads", "makes"}[x.Kind]
			pass.Reportf(x.Instr.Common().Pos(), "%s %s %d", x.Name, kind, x.Err)
		}
		for _, p := range r.Places {
			form := []string{"typed", "dynamic", "text " + p.Verb}[p.Form]
			pass.Reportf(p.Pos, "place %s %s", p.Field.Path, form)
		}
		for _, f := range r.FloatTypes {
			pass.Reportf(f.Pos, "float %s", f.Field.Path)
		}
		for _, u := range r.Unread {
			what := "asked for"
			if u.Inbound != nil {
				what = u.Inbound.ID
			}
			pass.Reportf(u.Pos, "unread %s, call %s", what, u.ReadBack.ID)
		}
		return nil, nil
	},
}

func operations(ops []*vippsapi.Operation) string {
	if len(ops) == 0 {
		return "Vipps"
	}
	var ids []string
	for _, op := range ops {
		ids = append(ids, op.ID)
	}
	slices.Sort(ids)
	return strings.Join(slices.Compact(ids), ", ")
}

// One run for all topics: most of its time goes into the standard library.
func TestEvidence(t *testing.T) {
	topics := []string{"path", "host", "header", "body", "library", "lookalike", "reading", "wrapper/...", "handler/...", "claim/...", "iface", "transport", "transportdefault", "transportreplaced",
		"httplib", "httplibhook", "answer/...", "styles", "nonvipps", "readinglimits"}
	packages := map[string]bool{}
	for _, r := range analysistest.Run(t, analysistest.TestData(), show, topics...) {
		packages[strings.Split(r.Pass.Pkg.Path(), "/")[0]] = true
	}
	for _, topic := range topics {
		if topic, _, _ = strings.Cut(topic, "/"); !packages[topic] {
			t.Errorf("no package of the topic %s was analysed", topic)
		}
	}
}
