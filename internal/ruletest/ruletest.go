// Package ruletest gives tests of a rule's parts a type-checked file without
// the analyzers below the rule.
package ruletest

import (
	"go/ast"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"sort"
	"strings"
	"sync"
	"testing"

	"golang.org/x/tools/go/analysis"
)

// The standard library is type-checked once for all tests of a process, so they
// share a file set.
var (
	mu       sync.Mutex
	fset     = token.NewFileSet()
	standard = importer.ForCompiler(fset, "source", nil)
)

// Check parses and type-checks one file. The file may import the standard
// library.
func Check(t *testing.T, source string) *analysis.Pass {
	t.Helper()
	mu.Lock()
	defer mu.Unlock()
	file, err := parser.ParseFile(fset, "shop.go", source, parser.ParseComments)
	if err != nil {
		t.Fatal(err)
	}
	info := &types.Info{
		Types:     map[ast.Expr]types.TypeAndValue{},
		Defs:      map[*ast.Ident]types.Object{},
		Uses:      map[*ast.Ident]types.Object{},
		Implicits: map[ast.Node]types.Object{},
		Scopes:    map[ast.Node]*types.Scope{},
	}
	config := types.Config{Importer: standard}
	pkg, err := config.Check(file.Name.Name, fset, []*ast.File{file}, info)
	if err != nil {
		t.Fatalf("%v in\n%s", err, source)
	}
	return &analysis.Pass{Fset: fset, Files: []*ast.File{file}, Pkg: pkg, TypesInfo: info}
}

// Find gives the range of the first occurrence of text in the source that
// Check was given.
func Find(t *testing.T, pass *analysis.Pass, source, text string) (pos, end token.Pos) {
	t.Helper()
	i := strings.Index(source, text)
	if i < 0 {
		t.Fatalf("%q is not in the source", text)
	}
	pos = pass.Files[0].FileStart + token.Pos(i)
	return pos, pos + token.Pos(len(text))
}

// Apply gives the source after the edits of a fix.
func Apply(pass *analysis.Pass, source string, fix analysis.SuggestedFix) string {
	edits := fix.TextEdits
	sort.Slice(edits, func(i, j int) bool { return edits[i].Pos > edits[j].Pos })
	start := pass.Files[0].FileStart
	for _, e := range edits {
		source = source[:e.Pos-start] + string(e.NewText) + source[e.End-start:]
	}
	return source
}
