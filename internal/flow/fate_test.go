package flow

import (
	"fmt"
	"go/ast"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"sort"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"github.com/vippslint/vippslint/internal/relevant"
	"github.com/vippslint/vippslint/internal/unitssa"
)

// A workshop type-checks packages of testdata from source and runs the analyzer
// on them, imported ones first, so that facts meet. The standard library comes
// from export data.
type workshop struct {
	t       *testing.T
	fset    *token.FileSet
	std     types.Importer
	pkgs    map[string]*types.Package
	results map[string]*Result
	facts   map[types.Object][]analysis.Fact
}

func newWorkshop(t *testing.T) *workshop {
	return &workshop{
		t: t, fset: token.NewFileSet(), std: importer.Default(),
		pkgs: make(map[string]*types.Package), results: make(map[string]*Result),
		facts: make(map[types.Object][]analysis.Fact),
	}
}

// Import makes a workshop an importer for the packages it checks.
func (w *workshop) Import(path string) (*types.Package, error) {
	if _, err := os.Stat(filepath.Join("testdata", "src", path)); err != nil {
		return w.std.Import(path)
	}
	if w.pkgs[path] == nil {
		w.check(path)
	}
	return w.pkgs[path], nil
}

// check gives the result for one package of testdata.
func (w *workshop) check(path string) *Result {
	w.t.Helper()
	if r := w.results[path]; r != nil {
		return r
	}
	names, _ := filepath.Glob(filepath.Join("testdata", "src", path, "*.go"))
	pass := &analysis.Pass{Analyzer: Analyzer, Fset: w.fset, ResultOf: make(map[*analysis.Analyzer]any)}
	for _, name := range names {
		f, err := parser.ParseFile(w.fset, name, nil, parser.ParseComments)
		if err != nil {
			w.t.Fatal(err)
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
	pkg, err := conf.Check(path, w.fset, pass.Files, pass.TypesInfo)
	if err != nil {
		w.t.Fatal(err)
	}
	w.pkgs[path], pass.Pkg = pkg, pkg
	pass.ImportObjectFact = func(obj types.Object, fact analysis.Fact) bool {
		for _, f := range w.facts[obj] {
			if reflect.TypeOf(f) == reflect.TypeOf(fact) {
				reflect.ValueOf(fact).Elem().Set(reflect.ValueOf(f).Elem())
				return true
			}
		}
		return false
	}
	pass.ExportObjectFact = func(obj types.Object, fact analysis.Fact) {
		if obj.Pkg() != pkg {
			w.t.Errorf("fact about %v, which %s does not declare", obj, path)
		}
		w.facts[obj] = append(w.facts[obj], fact)
	}
	pass.ResultOf[relevant.Analyzer] = relevant.Related
	for _, a := range []*analysis.Analyzer{unitssa.Analyzer, Analyzer} {
		result, err := a.Run(pass)
		if err != nil {
			w.t.Fatal(err)
		}
		pass.ResultOf[a] = result
	}
	r := pass.ResultOf[Analyzer].(*Result)
	w.results[path] = r
	return r
}

// text is the source between two positions.
func (w *workshop) text(p Place) string {
	if !p.Pos.IsValid() || !p.End.IsValid() {
		return "?"
	}
	from, to := w.fset.Position(p.Pos), w.fset.Position(p.End)
	b, err := os.ReadFile(from.Filename)
	if err != nil {
		w.t.Fatal(err)
	}
	return string(b[from.Offset:to.Offset])
}

// askedFor matches "status: …", "error: …", "swallow: …" and "codes: …" behind a call in a test program.
var askedFor = regexp.MustCompile(`^// (status|error|swallow|codes): (.*)$`)

// TestFates compares the fates of calls of functions whose names begin with
// "get", or are "Receive", with the comments behind them.
func TestFates(t *testing.T) {
	w := newWorkshop(t)
	for _, path := range []string{"fate", "fatecell", "fatehelp", "fateerr", "fatelog", "fateswallow", "fatecode", "fateform", "fatelib"} {
		t.Run(path, func(t *testing.T) {
			w.t = t
			r := w.check(path)
			calls := make(map[string][]ssa.CallInstruction)
			for _, fn := range r.Unit.Funcs {
				for _, b := range fn.Blocks {
					for _, in := range b.Instrs {
						if c, ok := in.(ssa.CallInstruction); ok && asks(calleeName(c.Common())) {
							p := w.fset.Position(c.Pos())
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
						p := w.fset.Position(c.Pos())
						found := calls[fmt.Sprintf("%s:%d", p.Filename, p.Line)]
						if len(found) != 1 {
							t.Errorf("%v: %d calls", p, len(found))
							continue
						}
						if got := w.fate(r, found[0], m[1]); got != m[2] {
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
func (w *workshop) fate(r *Result, call ssa.CallInstruction, what string) string {
	resp, err := -1, -1
	results := call.Common().Signature().Results()
	for i := range results.Len() {
		switch t := results.At(i).Type(); {
		case isError(t):
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
			if at := w.text(c.At); !slices.Contains(list, "by "+at) {
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
		return "lost at " + w.text(o.At)
	}
	return "unknown"
}

// TestHandling compares the facts of a package with the comments above its
// functions.
func TestHandling(t *testing.T) {
	w := newWorkshop(t)
	r := w.check("fatehelp")
	var got, want []string
	for obj, facts := range w.facts {
		for _, f := range facts {
			if h, ok := f.(*Handling); ok && obj.Pkg().Path() == "fatehelp/lib" {
				got = append(got, obj.Name()+" "+h.String())
			}
		}
	}
	for _, f := range w.results["fatehelp/lib"].pass.Files {
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
	if len(r.Unit.Funcs) == 0 {
		t.Error("no functions")
	}
}
