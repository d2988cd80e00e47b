package report

import (
	"fmt"
	"go/ast"
	"go/token"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"

	"github.com/vippslint/vippslint/internal/catalog"
	"github.com/vippslint/vippslint/internal/place"
)

// run reports findings as rule over source and gives what comes out, one line
// each: line:column-column category message {related}.
func run(t *testing.T, rule, source string, off string, findings func(at func(text string) (token.Pos, token.Pos)) []Finding) []string {
	t.Helper()
	fset := token.NewFileSet()
	file := parse(t, fset, "/m/shop.go", source)
	var got []string
	pass := &analysis.Pass{
		Analyzer: &analysis.Analyzer{Name: rule},
		Fset:     fset,
		Files:    []*ast.File{file},
		Report: func(d analysis.Diagnostic) {
			if want := URL(rule, d.Category); d.URL != want {
				t.Errorf("URL is %s, want %s", d.URL, want)
			}
			at := fset.Position(d.Pos)
			line := fmt.Sprintf("%d:%d-%d %s %s", at.Line, at.Column, fset.Position(d.End).Column, d.Category, d.Message)
			for _, r := range d.Related {
				p := fset.Position(r.Pos)
				line += fmt.Sprintf(" {%s:%d:%d %s}", p.Filename, p.Line, p.Column, r.Message)
			}
			if n := len(d.SuggestedFixes); n > 0 {
				line += fmt.Sprintf(" fixes:%d", n)
			}
			got = append(got, line)
		},
	}
	at := func(text string) (token.Pos, token.Pos) {
		i := strings.Index(source, text)
		if i < 0 {
			t.Fatalf("%q is not in the source", text)
		}
		pos := file.FileStart + token.Pos(i)
		return pos, pos + token.Pos(len(text))
	}
	r := New(pass, func(c string) bool { return c == off })
	if findings != nil {
		for _, f := range findings(at) {
			r.Report(f)
		}
	}
	r.Flush()
	return got
}

func compare(t *testing.T, got, want []string) {
	t.Helper()
	if g, w := strings.Join(got, "\n"), strings.Join(want, "\n"); g != w {
		t.Errorf("got:\n%s\nwant:\n%s", g, w)
	}
}

func TestReportMergesAndSorts(t *testing.T) {
	source := "package shop\n\nvar first = one\nvar second = two\n"
	fix := []analysis.SuggestedFix{{Message: "fix"}}
	got := run(t, "vippsamount", source, "", func(at func(string) (token.Pos, token.Pos)) []Finding {
		one, oneEnd := at("one")
		two, twoEnd := at("two")
		step := func(name string, line, column int, note string) place.Step {
			return place.Step{Pos: token.Position{Filename: name, Line: line, Column: column, Offset: line}, Note: note}
		}
		return []Finding{
			{Category: "truncated", Pos: two, End: twoEnd, Message: "m", Fixes: fix, Way: []place.Step{step("/m/shop.go", 3, 5, "made"), step("/m/pay/pay.go", 70, 2, "sent")}},
			{Category: "truncated", Pos: one, End: oneEnd, Message: "m", Fixes: fix},
			{Category: "float-text", Pos: one, End: 0, Message: "n"},
			{Category: "truncated", Pos: two, End: twoEnd, Message: "another text", Fixes: fix, Way: []place.Step{step("/m/shop.go", 3, 5, "made"), step("/m/pay/pay.go", 80, 2, "sent"), {Note: "nowhere"}}},
			{Category: "truncated", Pos: one, End: oneEnd, Message: "m"},
		}
	})
	compare(t, got, []string{
		"3:13-13 float-text n",
		"3:13-16 truncated m",
		"4:14-17 truncated m {/m/shop.go:3:5 made} {/m/pay/pay.go:70:2 sent} {/m/pay/pay.go:80:2 sent} fixes:1",
	})
}

func TestReportDropsWhatIsOff(t *testing.T) {
	got := run(t, "vippsamount", "package shop\n\nvar a = one\n", "truncated", func(at func(string) (token.Pos, token.Pos)) []Finding {
		pos, end := at("one")
		return []Finding{{Category: "truncated", Pos: pos, End: end, Message: "m"}, {Category: "float-text", Pos: pos, End: end, Message: "n"}}
	})
	compare(t, got, []string{"3:9-12 float-text n"})
}

func TestDirectives(t *testing.T) {
	source := `package shop

var a = v0 //vippslint:ignore vippsamount whole kroner only
//vippslint:ignore vippsamount/truncated whole kroner only
var b = v1
//vippslint:ignore vippsamount/float-text another category
var c = v2
//vippslint:ignore vippsphone/malformed another rule
var d = v3
var e = v4
//vippslint:ignore vippsamount the line before does not count
`
	got := run(t, "vippsamount", source, "", func(at func(string) (token.Pos, token.Pos)) []Finding {
		var all []Finding
		for i := range 5 {
			pos, end := at("v" + strconv.Itoa(i))
			all = append(all, Finding{Category: "truncated", Pos: pos, End: end, Message: "m"})
		}
		return all
	})
	compare(t, got, []string{"7:9-11 truncated m", "9:9-11 truncated m", "10:9-11 truncated m"})
}

const faulty = `package shop

//vippslint:ignore vippsphone
var a = v0

//vippslint:ignore vippsphone/truncated with a reason
var b = v1

//vippslint:ignore vippsphones with a reason
var c = v2

//vippslint:ignore
var d = v3
`

func TestFaultyDirectives(t *testing.T) {
	findings := func(at func(string) (token.Pos, token.Pos)) []Finding {
		var all []Finding
		for i := range 4 {
			pos, end := at("v" + strconv.Itoa(i))
			all = append(all, Finding{Category: "malformed", Pos: pos, End: end, Message: "m"})
		}
		return all
	}
	compare(t, run(t, "vippsphone", faulty, "", findings), []string{
		"3:1-30 directive directive gives no reason, so nothing is ignored; write //vippslint:ignore vippsphone and why",
		"4:9-11 malformed m",
		`6:1-54 directive directive ignores nothing: unknown category "truncated" of vippsphone; known are malformed, country-code, unusable-prefix`,
		"7:9-11 malformed m",
		"10:9-11 malformed m",
		"13:9-11 malformed m",
	})
	// What names no rule is reported once, by the first rule.
	compare(t, run(t, "vippsamount", faulty, "", nil), []string{
		`9:1-45 directive directive ignores nothing: unknown rule "vippsphones"; known are ` + strings.Join(ruleNames(), ", "),
		"12:1-19 directive directive names no rule, so nothing is ignored; write //vippslint:ignore vippsamount and why",
	})
	compare(t, run(t, "vippsresponse", faulty, "", nil), nil)
}

// ruleNames are those of all rules, in order.
func ruleNames() (names []string) {
	for _, r := range catalog.Rules() {
		names = append(names, r.Name)
	}
	return names
}

// parsePosition reads file:line:column.
func parsePosition(t *testing.T, text string) token.Position {
	t.Helper()
	parts := strings.Split(text, ":")
	line, err := strconv.Atoi(parts[1])
	if err != nil {
		t.Fatal(err)
	}
	column, err := strconv.Atoi(parts[2])
	if err != nil {
		t.Fatal(err)
	}
	return token.Position{Filename: parts[0], Line: line, Column: column}
}
