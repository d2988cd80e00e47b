package evidence

import (
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"slices"
	"testing"
)

func typeNamed(t *testing.T, src, name string) types.Type {
	t.Helper()
	fset := token.NewFileSet()
	file, err := parser.ParseFile(fset, "p.go", "package p\n"+src, 0)
	if err != nil {
		t.Fatal(err)
	}
	pkg, err := new(types.Config).Check("p", fset, []*ast.File{file}, nil)
	if err != nil {
		t.Fatal(err)
	}
	return pkg.Scope().Lookup(name).Type()
}

func TestJSONNames(t *testing.T) {
	tests := []struct {
		name, src string
		want      []string
	}{
		{"tags and nesting", "type T struct { A struct { V *int `json:\"value\"` } `json:\"amount,omitempty\"`; L []struct { N string `json:\"name\"` } `json:\"orderLines\"` }",
			[]string{"amount", "amount.value", "orderLines", "orderLines[].name"}},
		{"no tag", "type T struct { Reference string; hidden int; Out int `json:\"-\"` }", []string{"Reference"}},
		{"embedded", "type e struct { V int `json:\"value\"` }; type T struct { *e; F struct { e } `json:\"f\"` }", []string{"f", "f.value", "value"}},
		{"writes itself", "type d struct { V int `json:\"value\"` }; func (d) MarshalJSON() ([]byte, error) { return nil, nil }; type T struct { D d `json:\"amount\"` }", []string{"amount"}},
		{"root array", "type T []struct { V int `json:\"amount\"` }", []string{"[].amount"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := jsonNames(typeNamed(t, test.src, "T")); !slices.Equal(got, test.want) {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}

// Types that refer to each other in circles would have millions of names.
func TestJSONNamesOfCircles(t *testing.T) {
	src := "type T struct { A, B, C, D, E, F *T; X, Y, Z *U }; type U struct { A, B, C, D, E, F *U; X, Y, Z *T }"
	if got := jsonNames(typeNamed(t, src, "T")); got != nil {
		t.Errorf("got %d names, want none", len(got))
	}
}
