package fate

import (
	"fmt"
	"go/ast"
	"go/types"
	"reflect"
	"regexp"
	"slices"
	"sort"
	"strings"
	"testing"

	"golang.org/x/tools/go/ssa"

	"github.com/vippslint/vippslint/internal/code"
	"github.com/vippslint/vippslint/internal/unitssa"
	"github.com/vippslint/vippslint/internal/workshop"
)

func resultOf(w *workshop.Workshop, path string) *Result {
	return w.Check(path).ResultOf[Analyzer].(*Result)
}

// askedFor matches "status: …", "error: …", "swallow: …" and "codes: …" behind a call in a test program.
var askedFor = regexp.MustCompile(`^// (status|error|swallow|codes): (.*)$`)

// TestFates compares the fates of calls of functions whose names begin with
// "get", or are "Receive", with the comments behind them.
func TestFates(t *testing.T) {
	w := workshop.New(t, unitssa.Analyzer, Analyzer)
	for _, path := range []string{"status", "cell", "helper", "dropped", "loggers", "swallow", "code", "form", "library"} {
		t.Run(path, func(t *testing.T) {
			w.T = t
			r := resultOf(w, path)
			calls := make(map[string][]ssa.CallInstruction)
			for _, fn := range r.unit.Funcs {
				for _, b := range fn.Blocks {
					for _, in := range b.Instrs {
						if c, ok := in.(ssa.CallInstruction); ok && asks(code.CalleeName(c.Common())) {
							p := w.Fset.Position(c.Pos())
							key := fmt.Sprintf("%s:%d", p.Filename, p.Line)
							calls[key] = append(calls[key], c)
						}
					}
				}
			}
			n := 0
			for _, f := range r.pass.Files {
				for _, group := range f.Comments {
					for _, c := range group.List {
						m := askedFor.FindStringSubmatch(c.Text)
						if m == nil {
							continue
						}
						n++
						p := w.Fset.Position(c.Pos())
						found := calls[fmt.Sprintf("%s:%d", p.Filename, p.Line)]
						if len(found) != 1 {
							t.Errorf("%v: %d calls", p, len(found))
							continue
						}
						if got := fateOf(w, r, found[0], m[1]); got != m[2] {
							t.Errorf("%v: %s: got %q, want %q", p, m[1], got, m[2])
						}
					}
				}
			}
			if n == 0 {
				t.Error("nothing was asked")
			}
		})
	}
}

func asks(callee string) bool {
	return strings.HasPrefix(strings.ToLower(callee), "get") || callee == "Receive"
}

// fate prints an outcome as the comments have it.
func fateOf(w *workshop.Workshop, r *Result, call ssa.CallInstruction, what string) string {
	resp, err := -1, -1
	results := call.Common().Signature().Results()
	for i := range results.Len() {
		switch t := results.At(i).Type(); {
		case code.IsError(t):
			err = i
		case isResponse(t), types.Identical(t, types.Typ[types.Int]):
			resp = i
		}
	}
	var o Outcome
	switch what {
	case "codes":
		var list []string
		for _, c := range r.CodeFates(call, resp, err, []int{200, 201, 404, 500}) {
			list = append(list, fmt.Sprint(c.Code)+[]string{"?", "+", "-"}[c.Fate])
			if c.Fate == CodeUnknown {
				continue
			}
			if at := w.Text(c.At); !slices.Contains(list, "by "+at) {
				list = append(list, "by "+at)
			}
		}
		return strings.Join(list, " ")
	case "error":
		o = r.ErrorFate(call, err)
	case "swallow":
		o = r.SwallowFate(call, err)
		if o.Fate == HandedOn {
			o.Fate = Checked // both are "kept"
		}
	default:
		o = r.StatusFate(call, resp, err)
	}
	switch o.Fate {
	case Checked:
		return "checked"
	case HandedOn:
		return fmt.Sprint("handed on ", o.Result)
	case Lost:
		last := o.Way[len(o.Way)-1].Pos
		if call := r.pass.Fset.Position(call.Pos()); o.Way[0].Pos != call || !last.IsValid() {
			return fmt.Sprint("lost by a wrong way ", o.Way)
		}
		return "lost at " + w.Text(o.At)
	}
	return "unknown"
}

// TestHandling compares the facts of a package with the comments above its
// functions.
func TestHandling(t *testing.T) {
	w := workshop.New(t, unitssa.Analyzer, Analyzer)
	r := resultOf(w, "helper")
	var got, want []string
	for obj, facts := range w.Facts {
		for _, f := range facts {
			if h, ok := f.(*Handling); ok && obj.Pkg().Path() == "helper/lib" {
				got = append(got, obj.Name()+" "+h.String())
			}
		}
	}
	for _, f := range w.Check("helper/lib").Files {
		for _, d := range f.Decls {
			if fn, ok := d.(*ast.FuncDecl); ok && fn.Doc != nil {
				for _, c := range fn.Doc.List {
					if text, ok := strings.CutPrefix(c.Text, "// handling"); ok {
						want = append(want, fn.Name.Name+" handling"+text)
					}
				}
			}
		}
	}
	sort.Strings(got)
	sort.Strings(want)
	if !reflect.DeepEqual(got, want) || len(want) == 0 {
		t.Errorf("facts:\n%s\nwant:\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	if len(r.unit.Funcs) == 0 {
		t.Error("no functions")
	}
}
