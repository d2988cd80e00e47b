package rule

import (
	"io"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"

	"github.com/vippslint/vippslint/internal/evidence"
	"github.com/vippslint/vippslint/internal/report"
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
