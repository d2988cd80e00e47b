package report

import (
	"go/ast"
	"go/parser"
	"go/token"
	"sync"
	"testing"

	"golang.org/x/tools/go/analysis"
)

func TestForeign(t *testing.T) {
	fset := token.NewFileSet()
	for _, want := range []string{
		"/m/money/money.go:12:7",
		"/m/money/money.go:1:1",
		"/m/money/money.go:1024:1024",
		"/m/money/money.go:1025:3",
		"/m/money/money.go:90000:80",
		"/m/pay/pay.go:3:4",
	} {
		position := parsePosition(t, want)
		if got := fset.Position(Foreign(fset, position)).String(); got != want {
			t.Errorf("Foreign prints as %s, want %s", got, want)
		}
	}
	if got := fset.Position(Foreign(fset, token.Position{Filename: "a.go", Line: 2, Column: 5000})).String(); got != "a.go:2:1024" {
		t.Errorf("a column beyond the width prints as %s", got)
	}
	if got := fset.Position(Foreign(fset, token.Position{Filename: "a.go"})).String(); got != "a.go:1:1" {
		t.Errorf("a position without line prints as %s", got)
	}
	if pos := Foreign(fset, token.Position{}); pos.IsValid() {
		t.Errorf("no position became %d", pos)
	}
}

func TestForeignAddsAFileOnce(t *testing.T) {
	fset := token.NewFileSet()
	var wg sync.WaitGroup
	for i := range 50 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			Foreign(fset, token.Position{Filename: "a.go", Line: i + 1, Column: 1})
		}()
	}
	wg.Wait()
	files := 0
	fset.Iterate(func(*token.File) bool { files++; return true })
	if files != 1 {
		t.Errorf("%d files were added, want 1", files)
	}
	other := token.NewFileSet()
	if pos := Foreign(other, token.Position{Filename: "a.go", Line: 1}); other.File(pos) == nil {
		t.Error("a second file set got a position of the first")
	}
}

func TestOwn(t *testing.T) {
	fset := token.NewFileSet()
	plain := parse(t, fset, "/m/plain.go", "package p\n\nvar a = 1\n")
	moved := parse(t, fset, "/m/moved.go", "package p\n\n//line moved.go:100\nvar b = 1\n")
	pass := &analysis.Pass{Fset: fset, Files: []*ast.File{plain, moved}}

	want := plain.Decls[0].Pos()
	if got := Own(pass, fset.Position(want)); got != want {
		t.Errorf("Own gives %v, want %v", fset.Position(got), fset.Position(want))
	}
	for _, position := range []token.Position{
		{Filename: "/m/other.go", Line: 3, Column: 1},
		{Filename: "/m/plain.go", Line: 30, Column: 1},
		{Filename: "/m/plain.go", Line: 3, Column: 300},
		{Filename: "/m/moved.go", Line: 4, Column: 1}, // is line 100 since the comment
		{Filename: "/m/plain.go"},
	} {
		if got := Own(pass, position); got.IsValid() {
			t.Errorf("Own(%v) gives %v, want none", position, fset.Position(got))
		}
	}
}

func parse(t *testing.T, fset *token.FileSet, name, source string) *ast.File {
	t.Helper()
	file, err := parser.ParseFile(fset, name, source, parser.ParseComments)
	if err != nil {
		t.Fatal(err)
	}
	return file
}
