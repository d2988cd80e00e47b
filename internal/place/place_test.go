package place_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"

	"github.com/vippslint/vippslint/internal/place"
)

const source = `package shop

func pay(c client, ore int) error {
	total := ore*2 + c.fee
	go c.send(total)
	return c.send(total)
}
`

// TestAt asks for the range behind each position by which SSA names something.
func TestAt(t *testing.T) {
	fset := token.NewFileSet()
	file, err := parser.ParseFile(fset, "shop.go", source, 0)
	if err != nil {
		t.Fatal(err)
	}
	pass := &analysis.Pass{Fset: fset, Files: []*ast.File{file}}
	pos := func(before, at string) token.Pos {
		i := strings.Index(source, before+at)
		if i < 0 {
			t.Fatalf("%q is not in the source", before+at)
		}
		return file.FileStart + token.Pos(i+len(before))
	}
	for _, c := range []struct{ before, at, want string }{
		{"return c.send", "(", "c.send(total)"},
		{"c.", "fee", "c.fee"},
		{"ore", "*", "ore*2"},
		{"ore*2 ", "+", "ore*2 + c.fee"},
		{"\t", "go", "go c.send(total)"},
		{"\t", "return", "return c.send(total)"},
	} {
		p := place.At(pass, pos(c.before, c.at))
		if got := source[p.Pos-file.FileStart : p.End-file.FileStart]; got != c.want || !p.Position.IsValid() {
			t.Errorf("at %q behind %q: got %q, want %q", c.at, c.before, got, c.want)
		}
	}
	if n := place.Node(pass, pos("return c.send(total)\n", "}")); n != nil {
		t.Errorf("a brace has the syntax %T, want none", n)
	}
	if n := place.Node(pass, token.NoPos); n != nil {
		t.Errorf("no position has the syntax %T", n)
	}
	if p := place.At(pass, pos("return c.send(total)\n", "}")); p.End != p.Pos+1 {
		t.Errorf("a brace is %d wide, want 1", p.End-p.Pos)
	}
}
