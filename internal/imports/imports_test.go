package imports

import (
	"go/parser"
	"go/token"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"

	"github.com/vippslint/vippslint/internal/ruletest"
)

// Each source holds HERE in a comment, where fmt is asked for.
func TestName(t *testing.T) {
	for _, tt := range []struct{ what, source, name, want string }{
		{"imported", "package p\nimport \"fmt\"\nfunc f() { fmt.Println() /*HERE*/ }", "fmt", "import \"fmt\"\n"},
		{"by another name", "package p\nimport out \"fmt\"\nfunc f() { out.Println() /*HERE*/ }", "out", "import out \"fmt\"\n"},
		{"no import", "// Package p is one.\npackage p // p\n\nfunc f() { /*HERE*/ }", "fmt", "package p\n\nimport \"fmt\" // p\n"},
		{"one import", "package p\n\n// Why.\nimport \"os\"\n\nfunc f() { os.Exit(1) /*HERE*/ }", "fmt", "package p\n\nimport \"fmt\"\n// Why.\nimport \"os\"\n"},
		{"behind others", "package p\n\nimport (\n\t\"errors\" // because\n)\n\nvar e = errors.New\nfunc f() { /*HERE*/ }", "fmt", "\t\"errors\" // because\n\t\"fmt\"\n)"},
		{"in between", "package p\n\nimport (\n\t\"errors\"\n\t// Why.\n\t\"os\"\n)\n\nvar e = errors.New\nfunc f() { os.Exit(1) /*HERE*/ }", "fmt", "\t\"errors\"\n\t\"fmt\"\n\t// Why.\n\t\"os\"\n)"},
		{"empty list", "package p\n\nimport ()\n\nfunc f() { /*HERE*/ }", "fmt", "import (\n\t\"fmt\"\n)"},
		{"blank import", "package p\n\nimport _ \"fmt\"\n\nfunc f() { /*HERE*/ }", "fmt", "import \"fmt\"\nimport _ \"fmt\"\n"},
		{"dot import", "package p\n\nimport . \"fmt\"\n\nfunc f() { Println() /*HERE*/ }", "fmt", "import \"fmt\"\nimport . \"fmt\"\n"},
		{"other taken as fmt", "package p\n\nimport fmt \"os\"\n\nfunc f() { fmt.Exit(1) /*HERE*/ }", "", ""},
		{"shadowed", "package p\nimport \"fmt\"\nvar _ = fmt.Print\nfunc f(fmt int) { /*HERE*/ }", "", ""},
		{"a local has the name", "package p\nfunc f() { fmt := 1; _ = fmt; /*HERE*/ }", "", ""},
		{"the package has the name", "package p\nfunc f() { /*HERE*/ }\nvar fmt = 1", "", ""},
		{"a function behind has the name", "package p\nfunc g() { /*HERE*/ }\nfunc fmt() {}", "", ""},
	} {
		t.Run(tt.what, func(t *testing.T) {
			pass := ruletest.Check(t, tt.source)
			pos, _ := ruletest.Find(t, pass, tt.source, "/*HERE*/")
			name, edits, ok := Name(pass, pos, "fmt")
			if name != tt.name || ok != (tt.name != "") {
				t.Fatalf("name is %q, %v; want %q", name, ok, tt.name)
			}
			if !ok {
				return
			}
			fixed := ruletest.Apply(pass, tt.source, analysis.SuggestedFix{TextEdits: edits})
			if !strings.Contains(fixed, tt.want) {
				t.Errorf("fixed source lacks %q:\n%s", tt.want, fixed)
			}
			ruletest.Check(t, strings.ReplaceAll(fixed, "/*HERE*/", ";"+name+".Sprint()"))
		})
	}
}

func TestNameOutside(t *testing.T) {
	pass := ruletest.Check(t, "package p\n")
	if _, _, ok := Name(pass, pass.Files[0].FileEnd+10, "fmt"); ok {
		t.Error("a position in no file has a name")
	}
}

// Other packages sort behind those of the standard library.
func TestGroups(t *testing.T) {
	source := "package p\n\nimport (\n\t\"example.com/x\"\n)\n"
	file, err := parser.ParseFile(token.NewFileSet(), "p.go", source, parser.ParseComments)
	if err != nil {
		t.Fatal(err)
	}
	edit := insertion(file, "", "fmt")
	at := int(edit.Pos - file.FileStart)
	want := "import (\n\t\"fmt\"\n\n\t\"example.com/x\"\n)"
	if got := source[:at] + string(edit.NewText) + source[at:]; !strings.Contains(got, want) {
		t.Errorf("got\n%s\nwant %s", got, want)
	}
}
