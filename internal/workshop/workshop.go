// Package workshop runs analyzers over packages of testdata in one address space,
// for tests that ask their results questions.
package workshop

import (
	"go/ast"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"os"
	"path/filepath"
	"reflect"
	"testing"

	"github.com/vippslint/vippslint/internal/place"
	"github.com/vippslint/vippslint/internal/relevant"
	"golang.org/x/tools/go/analysis"
)

// A Workshop type-checks packages of testdata from source and runs analyzers on
// them, imported ones first, so that facts meet. The standard library comes from
// export data.
type Workshop struct {
	T     *testing.T
	Fset  *token.FileSet
	Facts map[types.Object][]analysis.Fact

	analyzers []*analysis.Analyzer
	std       types.Importer
	passes    map[string]*analysis.Pass
}

// New is a workshop for the analyzers, each after those that it requires.
func New(t *testing.T, analyzers ...*analysis.Analyzer) *Workshop {
	return &Workshop{
		T: t, Fset: token.NewFileSet(), Facts: make(map[types.Object][]analysis.Fact),
		analyzers: analyzers, std: importer.Default(), passes: make(map[string]*analysis.Pass),
	}
}

// Import makes a Workshop an importer for the packages it checks.
func (w *Workshop) Import(path string) (*types.Package, error) {
	if _, err := os.Stat(filepath.Join("testdata", "src", path)); err != nil {
		return w.std.Import(path)
	}
	return w.Check(path).Pkg, nil
}

// Check gives the pass over one package of testdata, with the result of each
// analyzer.
func (w *Workshop) Check(path string) *analysis.Pass {
	w.T.Helper()
	if pass := w.passes[path]; pass != nil {
		return pass
	}
	names, _ := filepath.Glob(filepath.Join("testdata", "src", path, "*.go"))
	pass := &analysis.Pass{Fset: w.Fset, ResultOf: map[*analysis.Analyzer]any{relevant.Analyzer: relevant.Related}}
	for _, name := range names {
		f, err := parser.ParseFile(w.Fset, name, nil, parser.ParseComments)
		if err != nil {
			w.T.Fatal(err)
		}
		pass.Files = append(pass.Files, f)
	}
	pass.TypesInfo = &types.Info{
		Types: make(map[ast.Expr]types.TypeAndValue), Defs: make(map[*ast.Ident]types.Object),
		Uses: make(map[*ast.Ident]types.Object), Implicits: make(map[ast.Node]types.Object),
		Instances: make(map[*ast.Ident]types.Instance), Scopes: make(map[ast.Node]*types.Scope),
		Selections: make(map[*ast.SelectorExpr]*types.Selection), FileVersions: make(map[*ast.File]string),
	}
	conf := types.Config{Importer: w, GoVersion: "go1.25"}
	pkg, err := conf.Check(path, w.Fset, pass.Files, pass.TypesInfo)
	if err != nil {
		w.T.Fatal(err)
	}
	w.passes[path], pass.Pkg = pass, pkg
	pass.ImportObjectFact = func(obj types.Object, fact analysis.Fact) bool {
		for _, f := range w.Facts[obj] {
			if reflect.TypeOf(f) == reflect.TypeOf(fact) {
				reflect.ValueOf(fact).Elem().Set(reflect.ValueOf(f).Elem())
				return true
			}
		}
		return false
	}
	pass.ExportObjectFact = func(obj types.Object, fact analysis.Fact) {
		if obj.Pkg() != pkg {
			w.T.Errorf("fact about %v, which %s does not declare", obj, path)
		}
		w.Facts[obj] = append(w.Facts[obj], fact)
	}
	for _, a := range w.analyzers {
		pass.Analyzer = a
		if pass.ResultOf[a], err = a.Run(pass); err != nil {
			w.T.Fatal(err)
		}
	}
	return pass
}

// Text is the source between two positions.
func (w *Workshop) Text(p place.Place) string {
	if !p.Pos.IsValid() || !p.End.IsValid() {
		return "?"
	}
	from, to := w.Fset.Position(p.Pos), w.Fset.Position(p.End)
	b, err := os.ReadFile(from.Filename)
	if err != nil {
		w.T.Fatal(err)
	}
	return string(b[from.Offset:to.Offset])
}
