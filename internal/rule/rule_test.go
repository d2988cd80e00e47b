package rule

import (
	"go/token"
	"io"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"

	"github.com/vippslint/vippslint/internal/evidence"
	"github.com/vippslint/vippslint/internal/report"
	"github.com/vippslint/vippslint/internal/ruletest"
	"github.com/vippslint/vippslint/internal/vippsapi"
)

const source = `// Package vippsphone finds numbers
// that are wrong.
//
// More about it.
//
// # malformed
//
// A number with letters.
//
//	"900 ab"
//
// # country-code
//
// The last section.
package vippsphone

var ignored = 1
`

func TestDoc(t *testing.T) {
	a := newRule()
	d := DocOf(a)
	for _, tt := range []struct{ what, got, want string }{
		{"summary", Summary(a), "finds numbers that are wrong"},
		{"headings", strings.Join(d.Headings(), ","), "malformed,country-code"},
		{"section", d.Section("malformed"), "A number with letters.\n\n\t\"900 ab\"\n"},
		{"last section", d.Section("country-code"), "The last section.\n"},
		{"unknown section", d.Section("other"), ""},
		{"markdown", d.Markdown(), "More about it.\n\n## malformed\n\nA number with letters.\n\n\t\"900 ab\"\n\n## country-code\n\nThe last section.\n"},
	} {
		if tt.got != tt.want {
			t.Errorf("%s is %q, want %q", tt.what, tt.got, tt.want)
		}
	}
	if !strings.HasPrefix(a.Doc, "finds numbers that are wrong\n\nMore about it.\n\n# malformed\n\n") {
		t.Errorf("text is %q", a.Doc)
	}
}

func TestDocOfAWrongFile(t *testing.T) {
	for _, source := range []string{"", "package p", "// Another comment.\npackage p", "not Go"} {
		if text := sourceText(source); text != "" {
			t.Errorf("%q gives %q", source, text)
		}
	}
}

func newRule() *analysis.Analyzer {
	return New("vippsphone", source, func(*analysis.Pass, *evidence.Result, *report.Reporter) {})
}

func TestNewIsValid(t *testing.T) {
	if err := analysis.Validate([]*analysis.Analyzer{newRule()}); err != nil {
		t.Error(err)
	}
}

func TestDisable(t *testing.T) {
	for _, tt := range []struct{ list, want, err string }{
		{"", "", ""},
		{"malformed", "malformed", ""},
		{"unusable-prefix, malformed,malformed", "malformed,unusable-prefix", ""},
		{"malformed,truncated", "", `unknown category "truncated" of vippsphone; known are malformed, country-code, unusable-prefix`},
	} {
		a := newRule()
		a.Flags.SetOutput(io.Discard)
		err := a.Flags.Parse([]string{"-disable=" + tt.list})
		if got := a.Flags.Lookup("disable").Value.String(); got != tt.want {
			t.Errorf("-disable=%s sets %q, want %q", tt.list, got, tt.want)
		}
		if tt.err == "" && err != nil || tt.err != "" && (err == nil || !strings.HasSuffix(err.Error(), tt.err) || strings.Contains(err.Error(), "\n")) {
			t.Errorf("-disable=%s gives error %v, want %q", tt.list, err, tt.err)
		}
	}
}

func TestDisableIsPerAnalyzer(t *testing.T) {
	one, two := newRule(), newRule()
	if err := one.Flags.Set("disable", "malformed"); err != nil {
		t.Fatal(err)
	}
	if got := two.Flags.Lookup("disable").Value.String(); got != "" {
		t.Errorf("a setting of one analyzer shows in another: %q", got)
	}
}

func TestRunReportsWhatIsOn(t *testing.T) {
	pass := ruletest.Check(t, "package p\n\nvar a, b = 1, 2\n")
	pos := pass.Files[0].Decls[0].Pos()
	a := New("vippsphone", source, func(_ *analysis.Pass, _ *evidence.Result, out *report.Reporter) {
		out.Report(report.Finding{Category: "malformed", Pos: pos})
		out.Report(report.Finding{Category: "country-code", Pos: pos})
	})
	if err := a.Flags.Set("disable", "malformed"); err != nil {
		t.Fatal(err)
	}
	var got []string
	pass.Analyzer = a
	pass.ResultOf = map[*analysis.Analyzer]any{evidence.Analyzer: &evidence.Result{}}
	pass.Report = func(d analysis.Diagnostic) { got = append(got, d.Category) }
	if _, err := a.Run(pass); err != nil {
		t.Fatal(err)
	}
	if g := strings.Join(got, ","); g != "country-code" {
		t.Errorf("reported %s, want country-code", g)
	}
}

// A category that is off by default is reported where it is switched on, and
// not switched off at once.
func TestEnable(t *testing.T) {
	for flags, want := range map[string]string{
		"": "closed", "-enable=legacy": "closed,legacy", "-enable=legacy -disable=closed": "legacy", "-enable=legacy -disable=legacy": "closed",
	} {
		pass := ruletest.Check(t, "package p\n\nvar a, b = 1, 2\n")
		pos := pass.Files[0].Decls[0].Pos()
		a := New("vippsendpoint", source, func(_ *analysis.Pass, _ *evidence.Result, out *report.Reporter) {
			out.Report(report.Finding{Category: "closed", Pos: pos})
			out.Report(report.Finding{Category: "legacy", Pos: pos})
		})
		if err := a.Flags.Parse(strings.Fields(flags)); err != nil {
			t.Fatal(err)
		}
		var got []string
		pass.Analyzer = a
		pass.ResultOf = map[*analysis.Analyzer]any{evidence.Analyzer: &evidence.Result{}}
		pass.Report = func(d analysis.Diagnostic) { got = append(got, d.Category) }
		if _, err := a.Run(pass); err != nil {
			t.Fatal(err)
		}
		if g := strings.Join(got, ","); g != want {
			t.Errorf("%q reports %s, want %s", flags, g, want)
		}
	}
	if newRule().Flags.Lookup(Enable) != nil {
		t.Error("a rule without such categories has the flag")
	}
}

func TestPanicIsAnError(t *testing.T) {
	pass := ruletest.Check(t, "package p\n")
	a := New("vippsphone", source, func(*analysis.Pass, *evidence.Result, *report.Reporter) { panic("oops") })
	pass.Analyzer = a
	pass.ResultOf = map[*analysis.Analyzer]any{evidence.Analyzer: &evidence.Result{}}
	if _, err := a.Run(pass); err == nil || !strings.Contains(err.Error(), "vippsphone panicked in package p") {
		t.Errorf("error is %v", err)
	}
}

func TestWay(t *testing.T) {
	at := token.Position{Filename: "pay.go", Line: 4}
	if got := Steps([]evidence.Reason{{Pos: at, Note: "a request"}}); len(got) != 1 || got[0].Pos != at || got[0].Note != "a request" {
		t.Errorf("steps are %+v", got)
	}
	field := &vippsapi.Field{Path: "amount.value"}
	if got := Target(&vippsapi.Operation{ID: "POST /pay"}, field) + "|" + Target(nil, field); got != "amount.value of POST /pay|amount.value" {
		t.Errorf("targets are %s", got)
	}
}
