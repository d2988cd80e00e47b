package plugin

import (
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"

	"github.com/vippslint/vippslint/analyzers"
)

var rules = []analyzers.Rule{
	{Analyzer: &analysis.Analyzer{Name: "vippsamount"}, Categories: []string{"truncated", "float-text"}, Default: true},
	{Analyzer: &analysis.Analyzer{Name: "vippscallback"}, Categories: []string{"no-polling"}, Default: true},
	{Analyzer: &analysis.Analyzer{Name: "vippsphone"}, Categories: []string{"malformed", "country-code"}},
}

func TestChoose(t *testing.T) {
	for _, test := range []struct {
		name            string
		enable, disable []string
		want            string // the rules that run, each with the categories that are off
	}{
		{"defaults", nil, nil, "vippsamount vippscallback"},
		{"a rule off", nil, []string{"vippscallback"}, "vippsamount"},
		{"a category off", nil, []string{"vippsamount/float-text"}, "vippsamount-float-text vippscallback"},
		{"all categories off", nil, []string{"vippsamount/float-text", "vippsamount/truncated"}, "vippscallback"},
		{"a rule on", []string{"vippsphone"}, nil, "vippsamount vippscallback vippsphone"},
		{"a category on", []string{"vippsphone/malformed"}, nil, "vippsamount vippscallback vippsphone-country-code"},
		{"a rule off but for a category", []string{"vippsamount/truncated"}, []string{"vippsamount"}, "vippsamount-float-text vippscallback"},
		{"a rule on but for a category", []string{"vippsphone"}, []string{"vippsphone/malformed"}, "vippsamount vippscallback vippsphone-malformed"},
	} {
		chosen, err := settings{test.enable, test.disable}.choose(rules)
		if err != nil {
			t.Errorf("%s: %v", test.name, err)
			continue
		}
		var have []string
		for _, c := range chosen {
			have = append(have, strings.Join(append([]string{c.rule.Analyzer.Name}, c.off...), "-"))
		}
		if !slices.Equal(have, strings.Fields(test.want)) {
			t.Errorf("%s: have %q, want %q", test.name, have, test.want)
		}
	}
}

func TestWrongSettings(t *testing.T) {
	for _, test := range []struct {
		name string
		raw  any
		want []string // in the error
	}{
		{"unknown key", map[string]any{"enabled": []any{}}, []string{`"enabled"`, "enable, disable"}},
		{"no list", map[string]any{"disable": "vippsphone"}, []string{"disable"}},
		{"not text", map[string]any{"disable": []any{1}}, []string{"disable"}},
		{"unknown rule", map[string]any{"disable": []any{"vippsphone", "vippsfone"}}, []string{"settings.disable[1]", `"vippsfone"`, "vippsphone"}},
		{"unknown category", map[string]any{"enable": []any{"vippsamount/cut"}}, []string{"settings.enable[0]", `"cut"`, "truncated"}},
		{"empty name", map[string]any{"enable": []any{""}}, []string{"settings.enable[0]"}},
		{"both", map[string]any{"enable": []any{"vippsphone"}, "disable": []any{"vippsphone"}}, []string{"settings.disable[0]", "vippsphone"}},
		{"nothing left", map[string]any{"disable": everyRule()}, []string{"settings.disable"}},
	} {
		_, err := New(test.raw)
		if err == nil {
			t.Errorf("%s: no error", test.name)
			continue
		}
		for _, want := range test.want {
			if !strings.Contains(err.Error(), want) {
				t.Errorf("%s: no %q in: %v", test.name, want, err)
			}
		}
		if strings.Contains(err.Error(), "\n") {
			t.Errorf("%s: more than a line: %q", test.name, err)
		}
	}
}

// everyRule lists the names of all rules, as settings hold them.
func everyRule() (names []any) {
	for _, r := range analyzers.All() {
		names = append(names, r.Analyzer.Name)
	}
	return names
}

func TestAllRulesAreOnWithoutSettings(t *testing.T) {
	p, err := New(nil)
	if err != nil {
		t.Fatal(err)
	}
	built, err := p.BuildAnalyzers()
	if err != nil {
		t.Fatal(err)
	}
	var have, want []string
	for _, a := range built {
		have = append(have, a.Name)
	}
	for _, r := range analyzers.All() {
		if r.Default {
			want = append(want, r.Analyzer.Name)
		}
	}
	if !slices.Equal(have, want) || len(want) == 0 {
		t.Errorf("have %q, want %q", have, want)
	}
	if err := analysis.Validate(built); err != nil {
		t.Error(err)
	}
	if mode := p.GetLoadMode(); mode != "typesinfo" {
		t.Errorf("load mode %s", mode)
	}
}

// A category that is off by default runs only where it is named.
func TestOffByDefault(t *testing.T) {
	for _, test := range []struct {
		name            string
		enable, disable []string
		off, flag       string
	}{
		{"default", nil, nil, "legacy", ""},
		{"on", []string{"vippsendpoint/legacy"}, nil, "", "legacy"},
		{"with its rule", []string{"vippsendpoint"}, nil, "", "legacy"},
		{"alone", []string{"vippsendpoint/legacy"}, []string{"vippsendpoint"}, "closed,test-in-production", "legacy"},
		{"another off", nil, []string{"vippsendpoint/closed"}, "closed,legacy", ""},
	} {
		chosen, err := settings{test.enable, test.disable}.choose(analyzers.All())
		if err != nil {
			t.Errorf("%s: %v", test.name, err)
			continue
		}
		for _, c := range chosen {
			if c.rule.Analyzer.Name != "vippsendpoint" {
				continue
			}
			if off := strings.Join(c.off, ","); off != test.off {
				t.Errorf("%s: off are %q, want %q", test.name, off, test.off)
			}
			if flag := c.rule.Analyzer.Flags.Lookup("enable").Value.String(); flag != test.flag {
				t.Errorf("%s: the flag is %q, want %q", test.name, flag, test.flag)
			}
		}
	}
}
