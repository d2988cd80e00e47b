package unit

import (
	"bytes"
	"errors"
	"go/ast"
	"go/types"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"
)

// The test binary is the vet tool where this variable is set.
const asTool = "VIPPSLINT_UNIT_AS_TOOL"

func TestMain(m *testing.M) {
	if os.Getenv(asTool) != "" {
		os.Exit(Main(os.Args[1:], toolRules()))
	}
	os.Exit(m.Run())
}

// A badName is the fact that a function's name begins with Bad.
type badName struct{}

func (*badName) AFact() {}

// toolRules are three rules for the tests: badcall reports calls of functions
// of any package whose name begins with Bad, by a fact, and has a fix; plain
// reports functions called plain; broken does nothing. Flags of broken make it,
// or the analyzer with the facts, fail in the package that is named.
func toolRules() []*analysis.Analyzer {
	broken := &analysis.Analyzer{Name: "broken", Doc: "fail where asked to"}
	panicIn := broken.Flags.String("panic", "", "package in which to panic")
	failIn := broken.Flags.String("fail", "", "package in which to fail")
	broken.Flags.Int("count", 0, "no effect")
	factsIn := broken.Flags.String("facts", "", "package in which the facts panic")
	broken.Run = func(pass *analysis.Pass) (any, error) {
		switch pass.Pkg.Path() {
		case *panicIn:
			panic("as asked")
		case *failIn:
			return nil, errors.New("no luck")
		}
		return nil, nil
	}
	facts := &analysis.Analyzer{
		Name:      "badnames",
		Doc:       "note functions with a bad name",
		FactTypes: []analysis.Fact{new(badName)},
	}
	facts.Run = func(pass *analysis.Pass) (any, error) {
		if pass.Pkg.Path() == *factsIn {
			panic("facts as asked")
		}
		for _, f := range pass.Files {
			for _, d := range f.Decls {
				if fn, ok := d.(*ast.FuncDecl); ok && strings.HasPrefix(fn.Name.Name, "Bad") {
					pass.ExportObjectFact(pass.TypesInfo.Defs[fn.Name], new(badName))
				}
			}
		}
		return func(fn *types.Func) bool { return pass.ImportObjectFact(fn, new(badName)) }, nil
	}
	badcall := &analysis.Analyzer{
		Name: "badcall", Doc: "report calls of bad functions\n\nMore.",
		Requires: []*analysis.Analyzer{facts},
	}
	badcall.Run = func(pass *analysis.Pass) (any, error) {
		isBad := pass.ResultOf[facts].(func(*types.Func) bool)
		each(pass, func(call *ast.CallExpr) {
			sel, ok := call.Fun.(*ast.SelectorExpr)
			if !ok {
				return
			}
			if fn, ok := pass.TypesInfo.Uses[sel.Sel].(*types.Func); ok && isBad(fn) {
				pass.Report(analysis.Diagnostic{
					Pos: sel.Sel.Pos(), End: sel.Sel.End(), Category: "call", Message: "call of " + sel.Sel.Name,
					SuggestedFixes: []analysis.SuggestedFix{{Message: "call the good one", TextEdits: []analysis.TextEdit{{
						Pos: sel.Sel.Pos(), End: sel.Sel.End(), NewText: []byte("Good"),
					}}}},
				})
			}
		})
		return nil, nil
	}
	plain := &analysis.Analyzer{Name: "plain", Doc: "report calls of plain"}
	plain.Run = func(pass *analysis.Pass) (any, error) {
		each(pass, func(call *ast.CallExpr) {
			if id, ok := call.Fun.(*ast.Ident); ok && id.Name == "plain" {
				pass.Report(analysis.Diagnostic{Pos: id.Pos(), End: id.End(), Category: "name", Message: "call of plain"})
			}
		})
		return nil, nil
	}
	return []*analysis.Analyzer{badcall, plain, broken}
}

func each(pass *analysis.Pass, do func(*ast.CallExpr)) {
	for _, f := range pass.Files {
		ast.Inspect(f, func(n ast.Node) bool {
			if call, ok := n.(*ast.CallExpr); ok {
				do(call)
			}
			return true
		})
	}
}

// A ran is what a command printed and how it ended.
type ran struct {
	out, err string
	code     int
}

// tool runs the test binary as the vet tool itself.
func tool(t *testing.T, args ...string) ran {
	t.Helper()
	return command(t, "", self(t), args...)
}

// vet runs go vet with the test binary as its tool.
func vet(t *testing.T, dir string, args ...string) ran {
	t.Helper()
	return command(t, dir, "go", append([]string{"vet", "-vettool=" + self(t)}, args...)...)
}

func command(t *testing.T, dir, name string, args ...string) ran {
	t.Helper()
	cmd := exec.Command(name, args...)
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), asTool+"=1", "GOFLAGS=", "GOWORK=off")
	var out, errs bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &errs
	if err := cmd.Run(); err != nil && !errors.As(err, new(*exec.ExitError)) {
		t.Fatal(err)
	}
	return ran{out.String(), errs.String(), cmd.ProcessState.ExitCode()}
}

func self(t *testing.T) string {
	t.Helper()
	path, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	return path
}

// write lays out files, by name, in a new folder.
func write(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range files {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}
