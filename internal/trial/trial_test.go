package trial

import (
	"go/ast"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"
)

// badCalls reports each call of a function named bad, under the category that
// is its first argument.
var badCalls = &analysis.Analyzer{
	Name: "badcalls",
	Doc:  "report calls of bad",
	Run: func(pass *analysis.Pass) (any, error) {
		for _, f := range pass.Files {
			ast.Inspect(f, func(n ast.Node) bool {
				if call, ok := n.(*ast.CallExpr); ok {
					if id, ok := call.Fun.(*ast.Ident); ok && id.Name == "bad" {
						category := strings.Trim(call.Args[0].(*ast.BasicLit).Value, `"`)
						pass.Report(analysis.Diagnostic{Pos: call.Pos(), Category: category, Message: "bad"})
					}
				}
				return true
			})
		}
		return nil, nil
	},
}

// head holds a token, without which a program is not looked at.
const head = `package p

import "@/in"

const host = "https://api.vipps.no/epayment/v1/payments"

func bad(string) { in.F() }

`

func program(name, body string) Program {
	return Program{Name: name, Files: map[string]string{"p.go": head + body, "in/in.go": "package in\n\nfunc F() {}\n"}}
}

func TestCounts(t *testing.T) {
	for _, test := range []struct {
		name, body        string
		bad, found        int
		failure           string
		recall, precision float64
	}{
		{"right", "func f() {}\n", 0, 0, "", 100, 100},
		{"found", "func f() { bad(\"cut\") } //!cut\n", 1, 1, "", 100, 100},
		{"two of one kind", "func f() { bad(\"cut\"); bad(\"cut\") } //!cut cut\n", 1, 2, "", 100, 100},
		{"missed", "func f() {} //!cut\n", 1, 0, "missed: missed p.go:9: cut", 0, 100},
		{"one of two missed", "func f() { bad(\"cut\") } //!cut cut\n", 1, 1, "one of two missed: missed p.go:9: cut", 50, 100},
		{"wrong", "func f() { bad(\"cut\") }\n", 0, 0, "wrong: wrong p.go:9: cut", 100, 0},
		{"once too often", "func f() { bad(\"cut\"); bad(\"cut\") } //!cut\n", 1, 1, "once too often: wrong p.go:9: cut", 100, 50},
		{"wrong line", "func f() { //!cut\n\tbad(\"cut\")\n}\n", 1, 0, "wrong line: missed p.go:9: cut; wrong p.go:10: cut", 0, 0},
		{"wrong category", "func f() { bad(\"text\") } //!cut\n", 1, 0, "wrong category: missed p.go:9: cut; wrong p.go:9: text", 0, 0},
	} {
		t.Run(test.name, func(t *testing.T) {
			// Between two others, whose findings must not be mixed up with its own.
			r := Run(t, badCalls, []Program{program("a", "func f() {}\n"), program(test.name, test.body), program("z", "func f() {}\n")})
			if len(r.Broken) > 0 {
				t.Fatal(r.Broken)
			}
			var failures []string
			for _, f := range r.Failures {
				failures = append(failures, f.String())
			}
			if got := strings.Join(failures, "\n"); got != test.failure {
				t.Errorf("failures %q, want %q", got, test.failure)
			}
			if r.Programs != 3 || r.Bad != test.bad || r.Found != test.found || r.Recall() != test.recall || r.Precision() != test.precision {
				t.Errorf("%v; want bad %d, found %d, recall %v, precision %v", r, test.bad, test.found, test.recall, test.precision)
			}
		})
	}
}

func TestRow(t *testing.T) {
	r := Result{Programs: 7, Bad: 5, Found: 3, Missed: 1, Wrong: 2}
	if got, want := r.Row("amounts"), "| amounts | 7 | 5 | 1 | 2 | 75.00 % | 60.00 % |"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
}

func TestCountsAreTold(t *testing.T) {
	r := Result{Programs: 7, Bad: 5, Found: 3, Missed: 1, Wrong: 2}
	if got, want := r.String(), "programs 7, bad 5, right 2, found 3, missed 1, wrong 2, recall 75.00 %, precision 60.00 %"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
}

// What does not compile proves nothing.
func TestBrokenProgramsAreTold(t *testing.T) {
	r := Run(t, badCalls, []Program{program("whole", "func f() {}\n"), program("broken", "func f() int { return \"\" }\n")})
	if len(r.Broken) != 1 || !strings.HasPrefix(r.Broken[0], "broken: p.go:9: cannot use") {
		t.Errorf("broken: %q", r.Broken)
	}
}

func TestRuleSeesNoMarks(t *testing.T) {
	p := Program{Files: map[string]string{"b.go": "x //!cut\ny\n", "a.go": "\n\tz,\t//!text cut\n// no mark: //! \n"}}
	want := []Finding{{"a.go", 2, "text"}, {"a.go", 2, "cut"}, {"b.go", 1, "cut"}}
	if got := p.Marks(); !slices.Equal(got, want) {
		t.Errorf("marks %v, want %v", got, want)
	}
	if got := mark.ReplaceAllString(p.Files["a.go"], ""); strings.Contains(got, "cut") || !strings.Contains(got, "\tz,\n") {
		t.Errorf("without marks: %q", got)
	}
}

func TestFile(t *testing.T) {
	const want = `package shop

import (
	"@/far2"
	"log"
	"net/http"
)

func Pay() { log.Print(far2.Pay(http.DefaultClient)); log.Print() }
`
	if got := File("shop", "func Pay() { log.Print(far2.Pay(http.DefaultClient)); log.Print() }"); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}
