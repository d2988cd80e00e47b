package load_test

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"
)

const good = "package good\n\nTOKEN\nfunc RiskyPay() { _ = host }\n\nfunc Good() { RiskyPay() }\n"

var goodFinding = []string{"good/good.go:6:15: calls RiskyPay"}

func TestBrokenPackages(t *testing.T) {
	dir := module(t, map[string]string{
		"go.mod":         "module ex.com/m\n\ngo 1.25\n",
		"good/good.go":   good,
		"types/types.go": "package types\n\nTOKEN\nfunc Fine() {}\n\nfunc Wrong() Missing { return host }\n",
		"syntax/s.go":    "package syntax\n\nTOKEN\nfunc Cut( {\n",
		"imports/i.go":   "package imports\n\nimport \"ex.com/nowhere\"\n\nTOKEN\nfunc I() { nowhere.Go(host) }\n",
		// It uses only what is right of a package that is not.
		"fine/fine.go": "package fine\n\nimport (\n\t\"ex.com/m/good\"\n\t\"ex.com/m/types\"\n)\n\nfunc F() { types.Fine(); good.RiskyPay() }\n",
		// It uses what is wrong.
		"worse/worse.go": "package worse\n\nimport (\n\t\"ex.com/m/good\"\n\t\"ex.com/m/types\"\n)\n\nfunc W() { _ = types.Wrong(); good.RiskyPay() }\n",
		"two/a.go":       "package one\n",
		"two/b.go":       "package two\n",
		"panics/p.go":    "package panics\n\nimport \"ex.com/m/good\"\n\nfunc PanicNow() { good.RiskyPay() }\n",
		"above/a.go":     "package above\n\nimport (\n\t\"ex.com/m/good\"\n\t\"ex.com/m/panics\"\n)\n\nfunc A() { panics.PanicNow(); good.RiskyPay() }\n",
	})
	result := run(t, dir)
	equal(t, "findings", lines(dir, result), []string{
		"above/a.go:8:31: calls RiskyPay",
		"fine/fine.go:8:26: calls RiskyPay",
		goodFinding[0],
	})
	equal(t, "problems", problems(result), []string{
		"ex.com/m/imports: no required module provides package ex.com/nowhere; to add it: go get ex.com/nowhere",
		"ex.com/m/panics: analyzer callrule panicked: no bottom",
		"ex.com/m/syntax: expected ')', found '{'",
		"ex.com/m/two: found packages one (a.go) and two (b.go) in " + filepath.Join(dir, "two"),
		"ex.com/m/types: undefined: Missing",
		"ex.com/m/worse: it uses ex.com/m/types, which does not compile",
	})
	for _, p := range result.Problems {
		if p.Remedy == "" || strings.ContainsAny(p.Reason+p.Remedy, "\n") {
			t.Errorf("%s: want one line with a remedy, got %q; %q", p.Package, p.Reason, p.Remedy)
		}
		if p.Package == "ex.com/m/types" && (p.Pos.Filename != filepath.Join(dir, "types/types.go") || p.Pos.Line != 6 || p.Pos.Column != 14) {
			t.Errorf("position of %s = %s", p.Package, p.Pos)
		}
		if p.Package == "ex.com/m/panics" && len(p.Stack) == 0 {
			t.Error("no stack of the panic")
		}
	}
	if result.Stats.Judged != 3 {
		t.Errorf("judged %d packages, want 3", result.Stats.Judged)
	}
}

// Where only the test files are broken, the package itself is still judged.
func TestBrokenTests(t *testing.T) {
	dir := module(t, map[string]string{
		"go.mod":            "module ex.com/m\n\ngo 1.25\n",
		"good/good.go":      good,
		"good/good_test.go": "package good\n\nfunc helper() { missing() }\n",
		"good/x_test.go":    "package good_test\n\nimport \"ex.com/m/good\"\n\nfunc helper() { good.RiskyPay() }\n",
	})
	result := run(t, dir)
	equal(t, "findings", lines(dir, result), append(goodFinding, "good/x_test.go:5:17: calls RiskyPay"))
	equal(t, "problems", problems(result), []string{"ex.com/m/good: undefined: missing"})
}

func TestImportCycle(t *testing.T) {
	dir := module(t, map[string]string{
		"go.mod":       "module ex.com/m\n\ngo 1.25\n",
		"good/good.go": good,
		"a/a.go":       "package a\n\nimport \"ex.com/m/b\"\n\nTOKEN\nfunc A() { b.B(host) }\n",
		"b/b.go":       "package b\n\nimport \"ex.com/m/a\"\n\nfunc B(string) { a.A() }\n",
	})
	result := run(t, dir)
	equal(t, "findings", lines(dir, result), goodFinding)
	if len(result.Problems) == 0 || !strings.Contains(result.Problems[0].Reason, "import cycle") {
		t.Errorf("problems = %v", problems(result))
	}
}

// The listing names a file that is gone when it is to be read. An overlay, which
// the go command knows of and the gate does not, makes that certain.
func TestFileVanishes(t *testing.T) {
	dir := module(t, map[string]string{
		"go.mod":       "module ex.com/m\n\ngo 1.25\n",
		"good/good.go": good,
		"gone.txt":     "package gone\n",
	})
	overlay := filepath.Join(t.TempDir(), "overlay.json")
	write(t, overlay, fmt.Sprintf(`{"Replace":{%q:%q}}`, filepath.Join(dir, "gone", "gone.go"), filepath.Join(dir, "gone.txt")))
	t.Setenv("GOFLAGS", "-overlay="+overlay)
	result := run(t, dir)
	equal(t, "findings", lines(dir, result), goodFinding)
	if len(result.Problems) != 1 || result.Problems[0].Package != "ex.com/m/gone" || !strings.Contains(result.Problems[0].Remedy, "vanished") {
		t.Errorf("problems = %+v", result.Problems)
	}
}
