package analyzers

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"

	"github.com/vippslint/vippslint/internal/catalog"
	"github.com/vippslint/vippslint/internal/rule"
)

func TestRegistered(t *testing.T) {
	var have, want []string
	var all []*analysis.Analyzer
	for _, r := range All() {
		have = append(have, r.Analyzer.Name)
		all = append(all, r.Analyzer)
	}
	for _, r := range catalog.Rules() {
		want = append(want, r.Name)
	}
	if !slices.Equal(have, want) {
		t.Errorf("rules are %q, the catalogue has %q", have, want)
	}
	if err := analysis.Validate(all); err != nil {
		t.Error(err)
	}

	// Whoever adds the folder of a rule has to list it.
	folders, err := filepath.Glob("vipps*")
	if err != nil {
		t.Fatal(err)
	}
	slices.Sort(want)
	if !slices.Equal(folders, want) {
		t.Errorf("folders are %q, rules are %q", folders, want)
	}
}

func TestEachRuleIsComplete(t *testing.T) {
	for _, r := range All() {
		name := r.Analyzer.Name
		if !slices.Contains([]Severity{Error, Warning, Info}, r.Severity) {
			t.Errorf("%s has severity %q", name, r.Severity)
		}
		if r.Analyzer.URL == "" || len(r.Analyzer.FactTypes) > 0 {
			t.Errorf("%s has URL %q and %d fact types", name, r.Analyzer.URL, len(r.Analyzer.FactTypes))
		}
		if n := len(rule.Summary(r.Analyzer)); n == 0 || n > 80 {
			t.Errorf("%s has a summary of %d characters", name, n)
		}
		doc := rule.DocOf(r.Analyzer)
		if got := doc.Headings(); !slices.Equal(got, r.Categories) {
			t.Errorf("%s documents %q and has the categories %q", name, got, r.Categories)
		}
		for _, c := range r.Categories {
			section := doc.Section(c)
			if !strings.Contains(section, "Before") || !strings.Contains(section, "After:") {
				t.Errorf("%s/%s is explained without before and after", name, c)
			}
		}
		if !strings.Contains(r.Analyzer.Doc, "0 kr") && !strings.Contains(r.Analyzer.Doc, "9 kr") {
			t.Errorf("%s is explained without an amount in kroner", name)
		}
		topics, err := os.ReadDir(filepath.Join(name, "testdata", "src"))
		if err != nil || len(topics) < 2 {
			t.Errorf("%s has %d topics in testdata (%v)", name, len(topics), err)
		}
	}
}

func TestSettingsDoNotLeak(t *testing.T) {
	one, two := All()[0], All()[0]
	if err := one.Analyzer.Flags.Set("disable", "float-text,truncated"); err != nil {
		t.Fatal(err)
	}
	if got := two.Analyzer.Flags.Lookup("disable").Value.String(); got != "" {
		t.Errorf("another list of rules has %q disabled", got)
	}
}

func TestExplain(t *testing.T) {
	for _, tt := range []struct {
		topic     string
		have, not []string
	}{
		{"", []string{"vippsamount ", "vippsphone ", "warning  finds payment callbacks", "error-dropped, error-swallowed, status-unchecked, status-narrow"}, []string{"# "}},
		{"vippsamount", []string{"vippsamount: finds floats", "# truncated", "# float-text", "error, on by default", "docs/rules/vippsamount.md\n"}, nil},
		{"vippsamount/truncated", []string{"vippsamount/truncated\n\n", "19.99 kr becomes 1998", "vippsamount.md#truncated\n"}, []string{"# ", "float-text"}},
		{"vippscallback/no-polling", []string{"warning, on by default"}, nil},
		{"vippsendpoint", []string{"error, on by default except legacy (info)"}, nil},
		{"vippsendpoint/legacy", []string{"info, off by default"}, nil},
		{"vippsendpoint/closed", []string{"error, on by default\n"}, nil},
	} {
		text, err := Explain(tt.topic)
		if err != nil {
			t.Errorf("Explain(%q): %v", tt.topic, err)
		}
		for _, want := range tt.have {
			if !strings.Contains(text, want) {
				t.Errorf("Explain(%q) lacks %q:\n%s", tt.topic, want, text)
			}
		}
		for _, not := range tt.not {
			if strings.Contains(text, not) {
				t.Errorf("Explain(%q) has %q:\n%s", tt.topic, not, text)
			}
		}
	}
	for topic, want := range map[string]string{
		"amount":          `unknown rule "amount"; known are vippsamount, vippsresponse, vippscallback, vippswebhook, vippspolling, vippsphone, vippsfield, vippsendpoint, vippsidempotency, vippssecret, vippstoken, vippsexpress`,
		"vippsamount/cut": `unknown category "cut" of vippsamount; known are float-field, float-value, truncated, float-text, out-of-range`,
	} {
		if text, err := Explain(topic); err == nil || err.Error() != want || text != "" {
			t.Errorf("Explain(%q) = %q, %v; want the error %s", topic, text, err, want)
		}
	}
}
