package unitssa

import (
	"go/ast"
	"go/format"
	"go/token"
	"os"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/analysistest"
	"golang.org/x/tools/go/analysis/checker"
	"golang.org/x/tools/go/packages"
)

// load builds the unit of one package of testdata and hands back the package
// too.
func load(t *testing.T, pattern string) (*packages.Package, *Unit) {
	t.Helper()
	cfg := &packages.Config{
		Mode: packages.LoadAllSyntax,
		Dir:  analysistest.TestData() + "/src/" + pattern,
		Env:  append(os.Environ(), "GO111MODULE=off", "GOPROXY=off", "GOPATH="+analysistest.TestData()),
	}
	pkgs, err := packages.Load(cfg, ".")
	if err != nil {
		t.Fatal(err)
	}
	if packages.PrintErrors(pkgs) > 0 {
		t.Fatal("testdata does not compile")
	}
	before := syntax(t, pkgs[0].Fset, pkgs[0].Syntax)
	graph, err := checker.Analyze([]*analysis.Analyzer{Analyzer}, pkgs, nil)
	if err != nil {
		t.Fatal(err)
	}
	root := graph.Roots[0]
	if root.Err != nil {
		t.Fatal(root.Err)
	}
	if after := syntax(t, pkgs[0].Fset, pkgs[0].Syntax); after != before {
		t.Error("the syntax was changed")
	}
	return pkgs[0], root.Result.(*Unit)
}

// syntax prints files, so that two states can be compared.
func syntax(t *testing.T, fset *token.FileSet, files []*ast.File) string {
	t.Helper()
	var b strings.Builder
	for _, f := range files {
		if err := format.Node(&b, fset, f); err != nil {
			t.Fatal(err)
		}
	}
	return b.String()
}

// TestChosen compares the functions that got bodies with the comments
// "// chosen" and "// bare" behind their names in the test program.
func TestChosen(t *testing.T) {
	for _, pattern := range []string{"cuts", "web", "plain", "initial"} {
		t.Run(pattern, func(t *testing.T) {
			pkg, unit := load(t, pattern)
			var want, bare []string
			for _, f := range pkg.Syntax {
				for _, c := range f.Comments {
					for _, word := range c.List {
						name := strings.Fields(word.Text)
						if len(name) == 3 && name[1] == "chosen" {
							want = append(want, name[2])
						}
						if len(name) == 3 && name[1] == "bare" {
							bare = append(bare, name[2])
						}
					}
				}
			}
			var got []string
			for _, fn := range unit.Funcs {
				if len(fn.Blocks) == 0 {
					t.Errorf("%s has no body", fn)
				}
				got = append(got, fn.Name())
			}
			if !slices.Equal(got, want) {
				t.Errorf("chosen %q, want %q", got, want)
			}
			for _, name := range bare {
				if unit.Pkg == nil {
					continue
				}
				if fn := unit.Pkg.Func(name); fn == nil {
					t.Errorf("%s is not in the package", name)
				} else if len(fn.Blocks) > 0 {
					t.Errorf("%s got a body", name)
				}
			}
			if len(bare) == 0 {
				t.Error("the program has no function that stays bare")
			}
		})
	}
}

// TestNothing shows that a package in which nothing is of interest costs no
// SSA at all.
func TestNothing(t *testing.T) {
	if _, unit := load(t, "plain"); unit.Pkg != nil {
		t.Errorf("SSA was built for %s", unit.Pkg)
	}
}
