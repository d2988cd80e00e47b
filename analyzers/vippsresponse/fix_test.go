package vippsresponse

import (
	"go/ast"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"

	"github.com/vippslint/vippslint/internal/evidence"
	"github.com/vippslint/vippslint/internal/ruletest"
	"github.com/vippslint/vippslint/internal/vippsapi"
)

// callOf finds the call that begins with text.
func callOf(t *testing.T, pass *analysis.Pass, source, text string) *ast.CallExpr {
	t.Helper()
	pos, end := ruletest.Find(t, pass, source, text)
	var found *ast.CallExpr
	ast.Inspect(pass.Files[0], func(n ast.Node) bool {
		if call, ok := n.(*ast.CallExpr); ok && call.Pos() == pos && call.End() == end {
			found = call
		}
		return true
	})
	if found == nil {
		t.Fatalf("no call is %q", text)
	}
	return found
}

// Before each function stand these.
const around = `package p
import "strings"
type ref string
type payment struct{ State string }
type state int
type box[T any] struct{ in T }
type list []payment
type client struct{}
func (client) capture(r ref) error { return nil }
func capture(r ref) error { return nil }
func read(r ref) (payment, error) { return payment{}, nil }
func two(r ref) (payment, int, error) { return payment{}, 0, nil }
func errs() (error, error) { return nil, nil }
func other() error { return nil }
func more() (int, error) { return 0, nil }
func done(...any) {}
var builder strings.Builder
`

// Each function holds one call, marked by at; want stands in the fixed source,
// which the compiler checks. An empty want is no fix.
func TestErrorFix(t *testing.T) {
	for _, tt := range []struct{ name, function, at, want string }{
		{"bare", "func f(r ref) error {\n\tcapture(r)\n\treturn nil\n}", "capture(r)",
			"\tif err := capture(r); err != nil {\n\t\treturn err\n\t}\n\treturn nil"},
		{"blank", "func f(r ref) error {\n\t_ = capture(r)\n\treturn nil\n}", "capture(r)",
			"\tif err := capture(r); err != nil {\n\t\treturn err\n\t}\n\treturn nil"},
		{"bare with results", "func f(r ref) error {\n\tread(r)\n\treturn nil\n}", "read(r)", "if _, err := read(r); err != nil {"},
		{"blanks", "func f(r ref) error {\n\t_, _, _ = two(r)\n\treturn nil\n}", "two(r)", "if _, _, err := two(r); err != nil {"},
		{"a comment behind", "func f(r ref) error {\n\tcapture(r) // take it\n\treturn nil\n}", "capture(r)",
			"\tif err := capture(r); err != nil { // take it\n\t\treturn err\n\t}\n\treturn nil"},
		{"one line", "func f(r ref) error { capture(r); return nil }", "capture(r)", "if err := capture(r); err != nil {"},
		{"several lines", "func f(r ref) error {\n\tcapture(\n\t\tr,\n\t)\n\treturn nil\n}", "capture(\n\t\tr,\n\t)", "\t); err != nil {\n\t\treturn err\n\t}"},
		{"method", "func f(c client, r ref) error {\n\tc.capture(r)\n\treturn nil\n}", "c.capture(r)", "if err := c.capture(r); err != nil {"},
		{"in a branch", "func f(r ref, ok bool) error {\n\tif ok {\n\t\tcapture(r)\n\t}\n\treturn nil\n}", "capture(r)",
			"\t\tif err := capture(r); err != nil {\n\t\t\treturn err\n\t\t}\n\t}"},
		{"behind err == nil", "func f(r ref) error {\n\tif err := other(); err == nil {\n\t\tcapture(r)\n\t}\n\treturn nil\n}", "capture(r)", "if err := capture(r); err != nil {"},
		{"in a case", "func f(r ref) error {\n\tswitch r {\n\tcase \"a\":\n\t\tcapture(r)\n\t}\n\treturn nil\n}", "capture(r)", "if err := capture(r); err != nil {"},
		{"in a closure", "func f(r ref) func() error {\n\treturn func() error {\n\t\tcapture(r)\n\t\treturn nil\n\t}\n}", "capture(r)", "\t\t\treturn err\n"},
		{"err is there", "func f(r ref) error {\n\terr := other()\n\tif err != nil {\n\t\treturn err\n\t}\n\tcapture(r)\n\treturn nil\n}", "capture(r)", "if err := capture(r); err != nil {"},

		{"struct", "func f(r ref) (payment, error) {\n\tcapture(r)\n\treturn payment{}, nil\n}", "capture(r)", "return payment{}, err"},
		{"pointer", "func f(r ref) (*payment, error) {\n\tcapture(r)\n\treturn nil, nil\n}", "capture(r)", "return nil, err"},
		{"basics", "func f(r ref) (int, string, bool, float64, state, ref, error) {\n\tcapture(r)\n\treturn 1, \"\", true, 1, 1, r, nil\n}", "capture(r)", `return 0, "", false, 0, 0, "", err`},
		{"references", "func f(r ref) (list, map[ref]int, chan int, func(), any, error) {\n\tcapture(r)\n\treturn nil, nil, nil, nil, nil, nil\n}", "capture(r)", "return nil, nil, nil, nil, nil, err"},
		{"array", "func f(r ref) ([2]payment, error) {\n\tcapture(r)\n\treturn [2]payment{}, nil\n}", "capture(r)", "return [2]payment{}, err"},
		{"anonymous struct", "func f(r ref) (struct{ N int `json:\"n\"` }, error) {\n\tcapture(r)\n\treturn struct{ N int `json:\"n\"` }{}, nil\n}", "capture(r)", "`json:\"n\"`"},
		{"of another package", "func f(r ref) (strings.Builder, error) {\n\tcapture(r)\n\treturn builder, nil\n}", "capture(r)", "return strings.Builder{}, err"},
		{"generic", "func f[T any](r ref) (T, box[T], error) {\n\tcapture(r)\n\tvar t T\n\treturn t, box[T]{}, nil\n}", "capture(r)", "return *new(T), box[T]{}, err"},
		{"named results", "func f(r ref) (p, q payment, err error) {\n\tcapture(r)\n\treturn\n}", "capture(r)", "return payment{}, payment{}, err"},
		{"blank results", "func f(r ref) (_ payment, _ error) {\n\tcapture(r)\n\treturn\n}", "capture(r)", "return payment{}, err"},
		{"a type in parentheses", "func f(r ref) ((payment), error) {\n\tcapture(r)\n\treturn payment{}, nil\n}", "capture(r)", "return payment{}, err"},

		{"kept result", "func f(r ref) (payment, error) {\n\tp, _ := read(r)\n\treturn p, nil\n}", "read(r)",
			"\tp, err := read(r)\n\tif err != nil {\n\t\treturn payment{}, err\n\t}\n\treturn p, nil"},
		{"kept result with a comment", "func f(r ref) (payment, error) {\n\tp, _ := read(r) // now\n\treturn p, nil\n}", "read(r)",
			"\tp, err := read(r) // now\n\tif err != nil {\n\t\treturn payment{}, err\n\t}\n\treturn p, nil"},
		{"kept of three", "func f(r ref) (payment, error) {\n\tp, _, _ := two(r)\n\treturn p, nil\n}", "two(r)", "p, _, err := two(r)"},
		{"named error", "func f(r ref) (p payment, err error) {\n\tp, _ = read(r)\n\treturn p, nil\n}", "read(r)", "\tp, err = read(r)\n\tif err != nil {"},
		{"err declared before", "func f(r ref) (payment, error) {\n\terr := other()\n\tif err != nil {\n\t\treturn payment{}, err\n\t}\n\tp, _ := read(r)\n\treturn p, nil\n}", "read(r)", "p, err := read(r)"},
		{"err assigned next", "func f(r ref) (payment, error) {\n\terr := other()\n\tdone(err)\n\tp, _ := read(r)\n\terr = other()\n\treturn p, err\n}", "read(r)", "p, err := read(r)"},
		{"err still waits", "func f(r ref) (payment, error) {\n\terr := other()\n\tp, _ := read(r)\n\treturn p, err\n}", "read(r)",
			"\tp, vippsErr := read(r)\n\tif vippsErr != nil {\n\t\treturn payment{}, vippsErr\n\t}"},
		{"err declared behind", "func f(r ref) (payment, error) {\n\tp, _ := read(r)\n\terr := other()\n\treturn p, err\n}", "read(r)", "p, vippsErr := read(r)"},
		{"err declared behind with another", "func f(r ref) (payment, error) {\n\tp, _ := read(r)\n\tn, err := more()\n\tdone(n)\n\treturn p, err\n}", "read(r)", "p, err := read(r)"},
		{"err would be hidden", "func f(r ref, ok bool) (err error) {\n\tif ok {\n\t\tp, _ := read(r)\n\t\terr = other()\n\t\tdone(p)\n\t}\n\treturn err\n}", "read(r)", "p, vippsErr := read(r)"},
		{"err outside is not used", "func f(r ref, ok bool) (err error) {\n\tif ok {\n\t\tp, _ := read(r)\n\t\tdone(p)\n\t}\n\treturn err\n}", "read(r)", "p, err := read(r)"},
		{"err is another thing", "func f(r ref) (payment, error) {\n\terr := 1\n\tdone(err)\n\tp, _ := read(r)\n\treturn p, nil\n}", "read(r)", "p, vippsErr := read(r)"},
		{"assigned without an err", "func f(r ref) (payment, error) {\n\tvar p payment\n\tp, _ = read(r)\n\treturn p, nil\n}", "read(r)",
			"\tvar err error\n\tp, err = read(r)\n\tif err != nil {\n\t\treturn payment{}, err\n\t}"},
		{"assigned to a waiting err", "func f(r ref) (payment, error) {\n\tvar p payment\n\terr := other()\n\tp, _ = read(r)\n\treturn p, err\n}", "read(r)", "\tvar vippsErr error\n\tp, vippsErr = read(r)"},
		{"assigned to a field", "func f(r ref, b *box[payment]) error {\n\tb.in, _ = read(r)\n\treturn nil\n}", "read(r)", "\tvar err error\n\tb.in, err = read(r)"},

		{"assigned without an err, twice", "func f(r ref) (payment, error) {\n\tvar p payment\n\tp, _ = read(r)\n\tp, _, _ = two(r)\n\treturn p, nil\n}", "read(r)", ""},
		{"assigned behind one that is declared", "func f(r ref) (payment, error) {\n\tp, _, _ := two(r)\n\tp, _ = read(r)\n\treturn p, nil\n}", "read(r)", ""},
		{"declared before one that is assigned", "func f(r ref) (payment, error) {\n\tp, _, _ := two(r)\n\tp, _ = read(r)\n\treturn p, nil\n}", "two(r)", "p, _, err := two(r)"},
		{"no error result", "func f(r ref) {\n\tcapture(r)\n}", "capture(r)", ""},
		{"error not last", "func f(r ref) (error, int) {\n\tcapture(r)\n\treturn nil, 0\n}", "capture(r)", ""},
		{"two errors", "func f(r ref) (error, error) {\n\tcapture(r)\n\treturn nil, nil\n}", "capture(r)", ""},
		{"two errors dropped", "func f(r ref) error {\n\terrs()\n\treturn nil\n}", "errs()", ""},
		{"go", "func f(r ref) error {\n\tgo capture(r)\n\treturn nil\n}", "capture(r)", ""},
		{"defer", "func f(r ref) error {\n\tdefer capture(r)\n\treturn nil\n}", "capture(r)", ""},
		{"in a goroutine", "func f(r ref) {\n\tgo func() error {\n\t\tcapture(r)\n\t\treturn nil\n\t}()\n}", "capture(r)", ""},
		{"in a deferred closure", "func f(r ref) {\n\tdefer (func() error {\n\t\tcapture(r)\n\t\treturn nil\n\t})()\n}", "capture(r)", ""},
		{"in a loop", "func f(rs []ref) error {\n\tfor _, r := range rs {\n\t\tcapture(r)\n\t}\n\treturn nil\n}", "capture(r)", ""},
		{"on the way of another error", "func f(r ref) error {\n\tif err := other(); err != nil {\n\t\tcapture(r)\n\t\treturn err\n\t}\n\treturn nil\n}", "capture(r)", ""},
		{"before another error", "func f(r ref, ok bool) error {\n\tif ok {\n\t\tcapture(r)\n\t\treturn other()\n\t}\n\treturn nil\n}", "capture(r)", ""},
		{"before the lock is given back", "func f(r ref, mu interface{ Unlock() }) error {\n\tcapture(r)\n\tmu.Unlock()\n\treturn nil\n}", "capture(r)", ""},
		{"goto", "func f(r ref) error {\n\tgoto end\nend:\n\tcapture(r)\n\treturn nil\n}", "capture(r)", ""},
		{"in the head of an if", "func f(r ref) error {\n\tif p, _ := read(r); p.State == \"\" {\n\t\treturn nil\n\t}\n\treturn nil\n}", "read(r)", ""},
		{"a variable declaration", "func f(r ref) error {\n\tvar p, _ = read(r)\n\tdone(p)\n\treturn nil\n}", "read(r)", ""},
		{"begins with a literal", "func f(r ref) error {\n\tclient{}.capture(r)\n\treturn nil\n}", "client{}.capture(r)", ""},
		{"nil is something else", "func f(r ref, nil int) (_ error) {\n\tcapture(r)\n\treturn\n}", "capture(r)", ""},
		{"the type is hidden", "func f(r ref) (payment, error) {\n\tpayment := payment{}\n\tcapture(r)\n\treturn payment, nil\n}", "capture(r)", ""},
		{"the error is not dropped", "func f(r ref) (payment, error) {\n\tp, err := read(r)\n\treturn p, err\n}", "read(r)", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			source := around + tt.function + "\n"
			pass := ruletest.Check(t, source)
			pos := strings.LastIndex(source, tt.at)
			if pos < 0 || strings.Index(source[len(around):], tt.at)+len(around) != pos {
				t.Fatalf("%q is not once in the function", tt.at)
			}
			marked := strings.Repeat(" ", len(around)) + source[len(around):]
			fixes := errorFix(pass, callOf(t, pass, marked, tt.at))
			if tt.want == "" {
				if len(fixes) > 0 {
					t.Fatalf("got the fix:\n%s", ruletest.Apply(pass, source, fixes[0])[len(around):])
				}
				return
			}
			if len(fixes) != 1 {
				t.Fatalf("%d fixes, want 1", len(fixes))
			}
			fixed := ruletest.Apply(pass, source, fixes[0])
			if !strings.Contains(fixed, tt.want) {
				t.Errorf("fixed source lacks %q:\n%s", tt.want, fixed[len(around):])
			}
			ruletest.Check(t, fixed)
		})
	}
}

func TestStatusFix(t *testing.T) {
	create := vippsapi.OperationByID("POST /epayment/v1/payments")                                              // 201
	capture := vippsapi.OperationByID("POST /recurring/v3/agreements/{agreementId}/charges/{chargeId}/capture") // 202, 204
	read := vippsapi.OperationByID("GET /epayment/v1/payments/{reference}")                                     // 200
	token := vippsapi.OperationByID("POST /accesstoken/get")                                                    // 200
	const head = "package p\nimport \"net/http\"\nfunc done(...any) {}\n"
	for _, tt := range []struct {
		name, source string
		ops          []*vippsapi.Operation
		want         string
	}{
		{"behind the error", head + "func f() error {\n\tresp, err := http.Get(\"\")\n\tif err != nil {\n\t\treturn err\n\t}\n\tdone(resp)\n\treturn nil\n}", []*vippsapi.Operation{create},
			"\t}\n\tif resp.StatusCode != http.StatusCreated {\n\t\treturn fmt.Errorf(\"answer of Vipps: %s\", resp.Status)\n\t}\n\tdone(resp)"},
		{"behind the closing", head + "func f() error {\n\tresp, err := http.Get(\"\")\n\tif err != nil {\n\t\treturn err\n\t}\n\tdefer resp.Body.Close() // always\n\tdone(resp)\n\treturn nil\n}", []*vippsapi.Operation{read},
			"// always\n\tif resp.StatusCode != http.StatusOK {"},
		{"closed in a closure", head + "func f() error {\n\tresp, err := http.Get(\"\")\n\tif err != nil {\n\t\treturn err\n\t}\n\tdefer func() { _ = resp.Body.Close() }()\n\tdone(resp)\n\treturn nil\n}", []*vippsapi.Operation{read},
			"}()\n\tif resp.StatusCode != http.StatusOK {"},
		{"two codes", head + "func f() (n int, err error) {\n\tresp, err := http.Get(\"\")\n\tif err != nil {\n\t\treturn 0, err\n\t}\n\tdone(resp)\n\treturn 1, nil\n}", []*vippsapi.Operation{capture},
			"if resp.StatusCode != http.StatusAccepted && resp.StatusCode != http.StatusNoContent {\n\t\treturn 0, fmt.Errorf("},
		{"another name", "package p\nimport h \"net/http\"\nimport \"fmt\"\nfunc f() error {\n\tr, err := h.Get(\"\")\n\tif err != nil {\n\t\treturn err\n\t}\n\tfmt.Println(r)\n\treturn nil\n}", []*vippsapi.Operation{create},
			"if r.StatusCode != h.StatusCreated {\n\t\treturn fmt.Errorf(\"answer of Vipps: %s\", r.Status)"},
		{"http is hidden", head + "func f(get func() (*http.Response, error), http int) error {\n\tresp, err := get()\n\tif err != nil {\n\t\treturn err\n\t}\n\tdone(resp)\n\treturn nil\n}", []*vippsapi.Operation{create},
			"if resp.StatusCode != 201 {"},
		{"two operations alike", head + "func f() error {\n\tresp, err := http.Get(\"\")\n\tif err != nil {\n\t\treturn err\n\t}\n\tdone(resp)\n\treturn nil\n}", []*vippsapi.Operation{read, read}, "http.StatusOK {"},

		{"behind a token", head + "func f() error {\n\tresp, err := http.Get(\"\")\n\tif err != nil {\n\t\treturn err\n\t}\n\tdone(resp)\n\treturn nil\n}", []*vippsapi.Operation{token, create}, "http.StatusCreated {"},

		{"two operations that differ", head + "func f() error {\n\tresp, err := http.Get(\"\")\n\tif err != nil {\n\t\treturn err\n\t}\n\tdone(resp)\n\treturn nil\n}", []*vippsapi.Operation{read, create}, ""},
		{"operation unknown", head + "func f() error {\n\tresp, err := http.Get(\"\")\n\tif err != nil {\n\t\treturn err\n\t}\n\tdone(resp)\n\treturn nil\n}", nil, ""},
		{"no error result", head + "func f() {\n\tresp, err := http.Get(\"\")\n\tif err != nil {\n\t\treturn\n\t}\n\tdone(resp)\n}", []*vippsapi.Operation{read}, ""},
		{"error not tested", head + "func f() error {\n\tresp, err := http.Get(\"\")\n\tdone(resp)\n\treturn err\n}", []*vippsapi.Operation{read}, ""},
		{"error only logged", head + "func f() error {\n\tresp, err := http.Get(\"\")\n\tif err != nil {\n\t\tdone(err)\n\t}\n\tdone(resp)\n\treturn nil\n}", []*vippsapi.Operation{read}, ""},
		{"the other branch", head + "func f() error {\n\tresp, err := http.Get(\"\")\n\tif err == nil {\n\t\tdone(resp)\n\t\treturn nil\n\t}\n\treturn err\n}", []*vippsapi.Operation{read}, ""},
		{"in a loop", head + "func f() error {\n\tfor {\n\t\tresp, err := http.Get(\"\")\n\t\tif err != nil {\n\t\t\treturn err\n\t\t}\n\t\tdone(resp)\n\t}\n}", []*vippsapi.Operation{read}, ""},
		{"returned", head + "func f() (*http.Response, error) {\n\treturn http.Get(\"\")\n}", []*vippsapi.Operation{read}, ""},
		{"response is a blank", head + "func f() error {\n\t_, err := http.Get(\"\")\n\tif err != nil {\n\t\treturn err\n\t}\n\treturn nil\n}", []*vippsapi.Operation{read}, ""},
		{"fmt is hidden", head + "func f(fmt int) error {\n\tresp, err := http.Get(\"\")\n\tif err != nil {\n\t\treturn err\n\t}\n\tdone(resp)\n\treturn nil\n}", []*vippsapi.Operation{read}, ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			pass := ruletest.Check(t, tt.source)
			at := "http.Get(\"\")"
			for _, other := range []string{"h.Get(\"\")", "get()"} {
				if !strings.Contains(tt.source, at) {
					at = other
				}
			}
			fixes := statusFix(pass, callOf(t, pass, tt.source, at), &evidence.Call{Ops: tt.ops, Response: 0, Err: 1})
			if tt.want == "" {
				if len(fixes) > 0 {
					t.Fatalf("got the fix:\n%s", ruletest.Apply(pass, tt.source, fixes[0]))
				}
				return
			}
			if len(fixes) != 1 {
				t.Fatalf("%d fixes, want 1", len(fixes))
			}
			fixed := ruletest.Apply(pass, tt.source, fixes[0])
			if !strings.Contains(fixed, tt.want) {
				t.Errorf("fixed source lacks %q:\n%s", tt.want, fixed)
			}
			ruletest.Check(t, fixed)
		})
	}
}
