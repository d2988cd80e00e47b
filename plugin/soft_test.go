package plugin

import (
	"errors"
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"

	"github.com/vippslint/vippslint/analyzers"
)

// rulesOn makes an analyzer at the bottom that returns 7, fails or
// panics as base does, and two rules that build on it through an analyzer
// between. Each reports what it got.
func rulesOn(base func() (any, error)) []choice {
	bottom := &analysis.Analyzer{Name: "bottom", Doc: "x", Run: func(*analysis.Pass) (any, error) { return base() }}
	middle := &analysis.Analyzer{Name: "middle", Doc: "x", Requires: []*analysis.Analyzer{bottom}}
	middle.Run = func(pass *analysis.Pass) (any, error) { return pass.ResultOf[bottom].(int) + 1, nil }
	var chosen []choice
	for _, name := range []string{"one", "two"} {
		rule := &analysis.Analyzer{Name: name, Doc: "x", Requires: []*analysis.Analyzer{middle}}
		rule.Run = func(pass *analysis.Pass) (any, error) {
			if pass.ResultOf[middle].(int) == 8 {
				pass.Report(analysis.Diagnostic{Pos: pass.Files[0].Pos(), Category: "eight", Message: name + " got eight"})
			}
			if pass.Analyzer != rule {
				return nil, errors.New("the pass is not for the rule")
			}
			return nil, nil
		}
		chosen = append(chosen, choice{rule: analyzers.Rule{Analyzer: rule}})
	}
	return chosen
}

// judge runs the plugin's analyzers over a package, as a driver does, and
// returns the messages of the findings and the error of the first that failed.
func judge(t *testing.T, chosen []choice) (messages []string, failed error) {
	t.Helper()
	all, err := plugin{chosen}.BuildAnalyzers()
	if err != nil {
		t.Fatal(err)
	}
	if err := analysis.Validate(all); err != nil {
		t.Fatal(err)
	}
	fset := token.NewFileSet()
	file, err := parser.ParseFile(fset, "shop.go", "package shop\n", 0)
	if err != nil {
		t.Fatal(err)
	}
	results := make(map[*analysis.Analyzer]any)
	var run func(a *analysis.Analyzer)
	run = func(a *analysis.Analyzer) {
		if _, done := results[a]; done {
			return
		}
		for _, req := range a.Requires {
			run(req)
		}
		result, err := a.Run(&analysis.Pass{
			Analyzer: a, Fset: fset, Files: []*ast.File{file}, Pkg: types.NewPackage("shop", "shop"), ResultOf: results,
			Report: func(d analysis.Diagnostic) { messages = append(messages, d.Message) },
		})
		failed = errors.Join(failed, err)
		results[a] = result
	}
	for _, a := range all {
		run(a)
	}
	return messages, failed
}

func TestResultsPassThroughCopies(t *testing.T) {
	messages, err := judge(t, rulesOn(func() (any, error) { return 7, nil }))
	if want := []string{"one got eight [one/eight]", "two got eight [two/eight]"}; err != nil || !slices.Equal(messages, want) {
		t.Errorf("have %q %v, want %q", messages, err, want)
	}
}

func TestFailuresAreFindings(t *testing.T) {
	for name, base := range map[string]func() (any, error){
		"panic": func() (any, error) { panic("as asked") },
		"error": func() (any, error) { return nil, errors.New("as asked") },
	} {
		messages, err := judge(t, rulesOn(base))
		if err != nil || len(messages) != 1 || !strings.Contains(messages[0], "the package was not judged: ") ||
			!strings.Contains(messages[0], "as asked") || !strings.Contains(messages[0], "bottom") || !strings.Contains(messages[0], "shop") {
			t.Errorf("%s: have %q %v, want one finding that names analyzer and package", name, messages, err)
		}
	}
}

func TestFailureOfOneRuleLeavesTheOther(t *testing.T) {
	chosen := rulesOn(func() (any, error) { return 7, nil })
	chosen[1].rule.Analyzer.Run = func(*analysis.Pass) (any, error) { panic("as asked") }
	messages, err := judge(t, chosen)
	if err != nil || len(messages) != 2 || messages[0] != "one got eight [one/eight]" || !strings.Contains(messages[1], "analyzer two panicked in package shop") {
		t.Errorf("have %q %v", messages, err)
	}
}
