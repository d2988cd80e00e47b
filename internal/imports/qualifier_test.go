package imports

import (
	"go/ast"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"

	"github.com/vippslint/vippslint/internal/ruletest"
)

// Each source converts floats by int(…), which are wrapped in math.Round all at
// once. The result is checked by the compiler.
func TestQualifier(t *testing.T) {
	const f = "\nfunc f(x float64) int { return int(x * 100) }\n"
	for _, tt := range []struct{ what, source, want string }{
		{"no import", "package p\n" + f, "package p\n\nimport \"math\"\n\nfunc f(x float64) int { return int(math.Round(x * 100)) }"},
		{"on one line with the package", "package p; func f(x float64) int { return int(x * 100) }\n", "import \"math\"; func"},
		{"one import", "package p\n\nimport \"os\"\n\nvar _ = os.Args\n" + f, "import \"math\"\nimport \"os\"\n"},
		{"list", "package p\n\nimport (\n\t\"fmt\"\n\t\"os\" // of the shop\n)\n\nvar _, _ = fmt.Sprint, os.Args\n" + f, "\t\"fmt\"\n\t\"math\"\n\t\"os\" // of the shop\n)"},
		{"list on one line", "package p\n\nimport (\"fmt\"; \"os\")\n\nvar _, _ = fmt.Sprint, os.Args\n" + f, "\"math\"\n"},
		{"imported", "package p\n\nimport \"math\"\n\nvar _ = math.Pi\n" + f, "import \"math\"\n\nvar"},
		{"imported for nothing", "package p\n\nimport _ \"math\"\n" + f, "import \"math\"\nimport _ \"math\"\n"},
		{"dot import", "package p\n\nimport . \"math\"\n\nvar _ = Pi\n" + f, "return int(Round(x * 100))"},
		{"dot import, shadowed", "package p\n\nimport . \"math\"\n\nvar _ = Pi\nfunc f(x float64) int { Round := 1; return int(x * 100) + Round }\n", "return int(math.Round(x * 100)) + Round"},
		{"another name", "package p\n\nimport m \"math\"\n\nvar _ = m.Pi\n" + f, "return int(m.Round(x * 100))"},
		{"two names", "package p\n\nimport \"math\"\nimport m \"math\"\n\nvar _ = math.Pi + m.Pi\nfunc f(math float64) int { return int(math * 100) }\n", "return int(m.Round(math * 100))"},

		{"parameter of that name", "package p\n\nimport \"math\"\n\nvar _ = math.Pi\nfunc f(math float64) int { return int(math * 100) }\n", "return int(stdmath.Round(math * 100))"},
		{"local of that name", "package p\n\nfunc f(x float64) int { math := 1; return math + int(x * 100) }\n", "return math + int(stdmath.Round(x * 100))"},
		{"local of that name in one of two", "package p\n" + f + "\nfunc g(x float64) int { math := 1; return math + int(x * 200) }\n", "return math + int(stdmath.Round(x * 200))"},
		{"variable of that name", "package p\n\nvar math = 3.14\n" + f, "import stdmath \"math\"\n"},
		{"another package of that name", "package p\n\nimport (\n\tmath \"math/rand\"\n)\n\nvar _ = math.Int\n" + f, "import (\n\tstdmath \"math\"\n\tmath \"math/rand\"\n)"},
		{"two names taken", "package p\n\nvar math, stdmath = 1, 2\n" + f, "import gomath \"math\"\n"},
		{"three at once", "package p\n" + f + "\nfunc g(x float64) int { return int(x * 100) }\n\nfunc h(x float64) int { return int(x * 1e2) }\n", "package p\n\nimport \"math\"\n\nfunc f"},

		{"all names taken", "package p\n\nvar math, stdmath, gomath = 1, 2, 3\n" + f, ""},
	} {
		t.Run(tt.what, func(t *testing.T) {
			pass := ruletest.Check(t, tt.source)
			var all []analysis.TextEdit
			conversions := 0
			ast.Inspect(pass.Files[0], func(n ast.Node) bool {
				call, ok := n.(*ast.CallExpr)
				if !ok || !pass.TypesInfo.Types[call.Fun].IsType() {
					return true
				}
				conversions++
				qualifier, edits, ok := Qualifier(pass, call.Pos(), "math", "Round")
				if ok != (tt.want != "") {
					t.Fatalf("qualifier is %q, %v", qualifier, ok)
				}
				all = append(all, edits...)
				all = append(all, insert(call.Args[0].Pos(), qualifier+"Round("), insert(call.Args[0].End(), ")"))
				return true
			})
			if tt.want == "" {
				return
			}
			// As drivers do, which take one of two equal edits.
			all = slices.CompactFunc(sorted(all), func(a, b analysis.TextEdit) bool { return a.Pos == b.Pos && string(a.NewText) == string(b.NewText) })
			fixed := ruletest.Apply(pass, tt.source, analysis.SuggestedFix{TextEdits: all})
			if !strings.Contains(fixed, tt.want) {
				t.Errorf("fixed source lacks %q:\n%s", tt.want, fixed)
			}
			if n := strings.Count(fixed, "Round("); n != conversions {
				t.Errorf("%d of %d conversions are rounded", n, conversions)
			}
			ruletest.Check(t, fixed)
		})
	}
}

func sorted(edits []analysis.TextEdit) []analysis.TextEdit {
	slices.SortStableFunc(edits, func(a, b analysis.TextEdit) int { return int(a.Pos - b.Pos) })
	return edits
}
