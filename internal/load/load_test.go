package load_test

import (
	"fmt"
	"go/ast"
	"go/types"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/types/typeutil"

	"github.com/vippslint/vippslint/internal/load"
)

// token is in a file of every package that is to be analysed.
const token = `const host = "https://api.vipps.no/epayment/v1/payments"` + "\n"

// module writes files to a new folder. Each TOKEN in them becomes the token.
func module(t *testing.T, files map[string]string) string {
	t.Helper()
	dir, err := filepath.EvalSymlinks(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	for name, text := range files {
		write(t, filepath.Join(dir, name), strings.ReplaceAll(text, "TOKEN\n", token))
	}
	return dir
}

func write(t *testing.T, name, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
}

// risky is the fact that a function is marked, or calls one that is.
type risky struct{ Via []string }

func (*risky) AFact() {}

// below is the fact of a package; Own is its path.
type below struct{ Own string }

func (*below) AFact() {}

// callRule reports each call of a function whose name starts with Risky, or that
// makes such a call itself. It panics in a function named PanicNow. It reports,
// for a variable named seen, whose facts it sees.
func callRule() *analysis.Analyzer {
	a := &analysis.Analyzer{
		Name:      "callrule",
		Doc:       "report calls of risky functions",
		FactTypes: []analysis.Fact{new(risky), new(below)},
	}
	a.Run = func(pass *analysis.Pass) (any, error) {
		fact := func(fn *types.Func) *risky {
			r := new(risky)
			if strings.HasPrefix(fn.Name(), "Risky") || pass.ImportObjectFact(fn.Origin(), r) {
				return r
			}
			return nil
		}
		pass.ExportPackageFact(&below{pass.Pkg.Path()})
		for _, f := range pass.Files {
			for _, d := range f.Decls {
				fn, ok := d.(*ast.FuncDecl)
				if !ok || fn.Body == nil {
					continue
				}
				if fn.Name.Name == "PanicNow" {
					panic("no bottom")
				}
				ast.Inspect(fn, func(n ast.Node) bool {
					call, ok := n.(*ast.CallExpr)
					if !ok {
						return true
					}
					callee, ok := typeutil.Callee(pass.TypesInfo, call).(*types.Func)
					if !ok {
						return true
					}
					if r := fact(callee); r != nil {
						via := append([]string{callee.Name()}, r.Via...)
						pass.Report(analysis.Diagnostic{
							Pos: call.Pos(), End: call.End(), Category: "call",
							Message: "calls " + strings.Join(via, " < "),
							Related: []analysis.RelatedInformation{{Pos: fn.Name.Pos(), Message: "in " + fn.Name.Name}},
						})
						pass.ExportObjectFact(pass.TypesInfo.Defs[fn.Name].(*types.Func), &risky{via})
					}
					return true
				})
			}
		}
		if seen := pass.Pkg.Scope().Lookup("seen"); seen != nil {
			pass.Report(analysis.Diagnostic{Pos: seen.Pos(), Category: "seen", Message: strings.Join(visible(pass), " ")})
		}
		return nil, nil
	}
	return a
}

// visible names the facts of all packages below the one at hand that it sees.
func visible(pass *analysis.Pass) []string {
	var all []string
	done := make(map[*types.Package]bool)
	var visit func(pkg *types.Package)
	visit = func(pkg *types.Package) {
		if done[pkg] {
			return
		}
		done[pkg] = true
		for _, d := range pkg.Imports() {
			visit(d)
		}
		if pkg == pass.Pkg {
			return
		}
		if fact := new(below); pass.ImportPackageFact(pkg, fact) {
			all = append(all, fact.Own)
		}
		objects := []types.Object{}
		for _, name := range pkg.Scope().Names() {
			obj := pkg.Scope().Lookup(name)
			objects = append(objects, obj)
			if named, ok := obj.Type().(*types.Named); ok && named.Obj() == obj {
				for m := range named.Methods() {
					objects = append(objects, m)
				}
			}
		}
		for _, obj := range objects {
			if pass.ImportObjectFact(obj, new(risky)) {
				all = append(all, pkg.Name()+"."+obj.Name())
			}
		}
	}
	visit(pass.Pkg)
	slices.Sort(all)
	return all
}

// run analyses ./... in dir with callRule; edit changes what is asked for.
func run(t *testing.T, dir string, edit ...func(*load.Config)) *load.Result {
	t.Helper()
	config := load.Config{Dir: dir, Patterns: []string{"./..."}, Tests: true, Analyzers: []*analysis.Analyzer{callRule()}}
	for _, e := range edit {
		e(&config)
	}
	result, err := load.Run(config)
	if err != nil {
		t.Fatal(err)
	}
	return result
}

// lines are the findings, with files relative to dir, without related positions.
func lines(dir string, result *load.Result) []string {
	all := []string{}
	for _, f := range result.Findings {
		name, _ := filepath.Rel(dir, f.Pos.Filename)
		all = append(all, fmt.Sprintf("%s:%d:%d: %s", filepath.ToSlash(name), f.Pos.Line, f.Pos.Column, f.Message))
	}
	return all
}

func problems(result *load.Result) []string {
	all := []string{}
	for _, p := range result.Problems {
		all = append(all, p.Package+": "+p.Reason)
	}
	return all
}

func equal(t *testing.T, what string, got, want []string) {
	t.Helper()
	if len(got)+len(want) > 0 && !reflect.DeepEqual(got, want) {
		t.Errorf("%s:\ngot\n\t%s\nwant\n\t%s", what, strings.Join(got, "\n\t"), strings.Join(want, "\n\t"))
	}
}

// want runs the rule over dir and compares findings; there must be no problems.
func want(t *testing.T, dir string, findings []string, edit ...func(*load.Config)) *load.Result {
	t.Helper()
	result := run(t, dir, edit...)
	equal(t, "findings", lines(dir, result), findings)
	equal(t, "problems", problems(result), nil)
	return result
}

func TestFindingsInOrderAndOnce(t *testing.T) {
	dir := module(t, map[string]string{
		"go.mod":        "module ex.com/m\n\ngo 1.25\n",
		"pay/pay.go":    "package pay\n\nTOKEN\nfunc RiskyPay() { _ = host }\n\nfunc Twice() { RiskyPay(); RiskyPay() }\n",
		"pay/a_test.go": "package pay\n\nimport \"testing\"\n\nfunc TestPay(t *testing.T) { RiskyPay() }\n",
		"pay/x_test.go": "package pay_test\n\nimport (\n\t\"testing\"\n\n\t\"ex.com/m/shop\"\n)\n\nfunc TestShop(t *testing.T) { shop.Buy() }\n",
		"shop/shop.go":  "package shop\n\nimport \"ex.com/m/pay\"\n\nfunc Buy() { pay.Twice() }\n",
		"main.go":       "package main\n\nimport \"ex.com/m/shop\"\n\nfunc main() { shop.Buy() }\n",
	})
	all := []string{
		"main.go:5:15: calls Buy < Twice < RiskyPay",
		"pay/a_test.go:5:30: calls RiskyPay",
		"pay/pay.go:6:16: calls RiskyPay",
		"pay/pay.go:6:28: calls RiskyPay",
		"pay/x_test.go:9:31: calls Buy < Twice < RiskyPay",
		"shop/shop.go:5:14: calls Twice < RiskyPay",
	}
	result := want(t, dir, all)
	if got := result.Findings[0]; got.Rule != "callrule" || got.Category != "call" || got.End.Column != 25 ||
		len(got.Related) != 1 || got.Related[0].Message != "in main" || got.Related[0].Pos.Line != 5 {
		t.Errorf("first finding = %+v", got)
	}
	// pay with its tests, its external tests, shop and main.
	if s := result.Stats; s.Judged != 4 || s.Functions != 6 {
		t.Errorf("judged %d packages and %d functions, want 4 and 6", s.Judged, s.Functions)
	}
	t.Run("facts through their encoding", func(t *testing.T) {
		want(t, dir, all, func(c *load.Config) { c.Encode = true })
	})
	t.Run("without tests", func(t *testing.T) {
		want(t, dir, []string{all[0], all[2], all[3], all[5]}, func(c *load.Config) { c.Tests = false })
	})
	t.Run("one package named, facts of the others", func(t *testing.T) {
		want(t, dir, all[:1], func(c *load.Config) { c.Patterns = []string{"."} })
	})
}

// A package that is built again for the external tests of another takes its
// types from the variant of that one, which has more methods than the package.
func TestTypesOfTestVariants(t *testing.T) {
	want(t, module(t, map[string]string{
		"go.mod":             "module ex.com/m\n\ngo 1.25\n",
		"pay/pay.go":         "package pay\n\nTOKEN\ntype T struct{}\n\nfunc RiskyPay() { _ = host }\n",
		"pay/export_test.go": "package pay\n\nfunc (T) RiskyExtra() {}\n",
		"pay/x_test.go":      "package pay_test\n\nimport (\n\t\"ex.com/m/pay\"\n\t\"ex.com/m/shop\"\n)\n\nvar all []pay.T = shop.All(shop.New())\n\nfunc test() {\n\tshop.New().RiskyExtra()\n\tshop.Buy()\n}\n",
		"shop/shop.go":       "package shop\n\nimport \"ex.com/m/pay\"\n\nfunc New() pay.T { return pay.T{} }\n\nfunc All[E any](e E) []E { return []E{e} }\n\nfunc Buy() { pay.RiskyPay() }\n",
	}), []string{
		"pay/x_test.go:11:2: calls RiskyExtra",
		"pay/x_test.go:12:2: calls Buy < RiskyPay",
		"shop/shop.go:9:14: calls RiskyPay",
	})
}

func TestOnlyWhatCanMatter(t *testing.T) {
	dir := module(t, map[string]string{
		"go.mod":         "module ex.com/m\n\ngo 1.25\n",
		"pay/pay.go":     "package pay\n\nimport \"ex.com/m/money\"\n\nTOKEN\nfunc Pay() { money.RiskyCut(); _ = host }\n",
		"money/money.go": "package money\n\nfunc RiskyCut() {}\n\nfunc Quiet() { RiskyCut() }\n",
		"rest/rest.go":   "package rest\n\nimport \"ex.com/m/money\"\n\nfunc Rest() { money.RiskyCut() }\n",
		"bad/bad.go":     "package bad\n\nfunc Bad() { this is not Go\n",
	})
	result := want(t, dir, []string{"pay/pay.go:6:14: calls RiskyCut"})
	if s := result.Stats; s.Judged != 1 || s.Helpers != 1 {
		t.Errorf("judged %d, helpers %d; want 1 and 1", s.Judged, s.Helpers)
	}
	result = run(t, dir, func(c *load.Config) { c.All = true })
	equal(t, "findings with -all", lines(dir, result), []string{
		"money/money.go:5:16: calls RiskyCut",
		"pay/pay.go:6:14: calls RiskyCut",
		"rest/rest.go:5:15: calls RiskyCut",
	})
	equal(t, "problems with -all", problems(result), []string{"ex.com/m/bad: expected ';', found is"})
}

func TestNothingWithAToken(t *testing.T) {
	dir := module(t, map[string]string{
		"go.mod": "module ex.com/m\n\ngo 1.25\n",
		"m.go":   "package m\n\nfunc RiskyCut() {}\n\nfunc Quiet() { RiskyCut() }\n",
	})
	if result := want(t, dir, nil); result.Stats.Analysed != 0 || result.Stats.Listed != 1 {
		t.Errorf("stats = %+v", result.Stats)
	}
}

func TestFactVisibility(t *testing.T) {
	dir := module(t, map[string]string{
		"go.mod": "module ex.com/m\n\ngo 1.25\n",
		"a/a.go": "package a\n\nTOKEN\nfunc RiskyA() { _ = host }\n\ntype T struct{}\n\nfunc (T) Method() { RiskyA() }\n\nfunc Func() { RiskyA() }\n",
		"b/b.go": "package b\n\nimport \"ex.com/m/a\"\n\nvar V a.T\n\nvar seen int\n",
		"c/c.go": "package c\n\nimport \"ex.com/m/b\"\n\nfunc C() { b.V.Method() }\n\nvar seen int\n",
	})
	for _, encode := range []bool{false, true} {
		want(t, dir, []string{
			"a/a.go:8:21: calls RiskyA",
			"a/a.go:10:15: calls RiskyA",
			"b/b.go:7:5: a.Func a.Method ex.com/m/a",
			"c/c.go:5:12: calls Method < RiskyA",
			"c/c.go:7:5: a.Method ex.com/m/b",
		}, func(c *load.Config) { c.Encode = encode })
	}
}
