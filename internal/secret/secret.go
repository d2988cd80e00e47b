// Package secret says which constants of a package are secrets of Vipps', and
// where a package writes such a secret to a log.
//
// It starts at what evidence knows to be used as a secret, goes back from there
// to constants, parameters, fields and variables, and tells importers of the
// last three by facts. Then it looks at what is printed.
package secret

import (
	"cmp"
	"go/token"
	"go/types"
	"reflect"
	"slices"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"github.com/vippslint/vippslint/internal/evidence"
	"github.com/vippslint/vippslint/internal/flow"
	"github.com/vippslint/vippslint/internal/guard"
	"github.com/vippslint/vippslint/internal/place"
	"github.com/vippslint/vippslint/internal/relevant"
	"github.com/vippslint/vippslint/internal/vippsapi"
)

// Analyzer gives a *Result and exports what importers have to know as facts.
var Analyzer = &analysis.Analyzer{
	Name:       "vippssecrets",
	Doc:        "find the secrets of Vipps requests that are constants or that are printed",
	Run:        guard.Run(run),
	Requires:   []*analysis.Analyzer{relevant.Analyzer, evidence.Analyzer},
	ResultType: reflect.TypeFor[*Result](),
	FactTypes:  []analysis.Fact{(*Takes)(nil), (*Holds)(nil), (*Prints)(nil), (*Constant)(nil), (*ConstantToken)(nil)},
}

// A Result is what one package does with secrets. Both lists are sorted by
// position.
type Result struct {
	Literals []*Literal
	Leaks    []*Leak
}

// A Literal is a constant that is used as a secret.
type Literal struct {
	Kind     vippsapi.SecretKind
	Text     flow.Text // whose constant part Part is or holds the secret
	Part     string
	Of       types.Object // the variable or field of another package that begins with it, Part empty; nil: none
	Pos, End token.Pos    // where the value enters: the value of a header, the argument
	Way      []place.Step // from there on to where it is used
	Reasons  []evidence.Reason
}

// A Leak is a secret that is written to a log, or into an error.
type Leak struct {
	Pos, End token.Pos // what is printed
	Kind     vippsapi.SecretKind
	Form     Form
	Name     string // of the type that is printed whole, or of the function that renders
	Error    bool   // it goes into an error
	Way      []place.Step
	Reasons  []evidence.Reason
}

// A Form says as what a secret is printed.
type Form int

// The forms.
const (
	Alone  Form = iota // the secret itself, or a text that it is put into
	Within             // a struct or map that holds it
	Header             // the headers of a request, or the request
	Dump               // a rendering of the whole request
	Body               // the raw answer that holds the token
)

type engine struct {
	pass *analysis.Pass
	ev   *evidence.Result
	fl   *flow.Result

	seen     map[useKey]bool
	params   map[*ssa.Function][]ParamUse
	fields   map[*types.Var][]FieldUse
	globals  map[*ssa.Global][]FieldUse
	imported map[*types.Var][]FieldUse
	cells    map[spot][]cell
	envs     map[string]vippsapi.SecretKind // environment variables that hold a secret, by name

	carriers map[spot]*evidence.Carrier     // Vipps requests, by what gives them
	answers  map[spot]*evidence.TokenAnswer // of responses and of what reads their bodies
	prints   map[*ssa.Function]*printing

	result *Result
}

func run(pass *analysis.Pass) (any, error) {
	e := &engine{
		pass: pass, ev: pass.ResultOf[evidence.Analyzer].(*evidence.Result), result: &Result{},
		seen: map[useKey]bool{}, params: map[*ssa.Function][]ParamUse{}, fields: map[*types.Var][]FieldUse{}, globals: map[*ssa.Global][]FieldUse{},
		imported: map[*types.Var][]FieldUse{}, cells: map[spot][]cell{}, envs: map[string]vippsapi.SecretKind{},
		carriers: map[spot]*evidence.Carrier{}, answers: map[spot]*evidence.TokenAnswer{}, prints: map[*ssa.Function]*printing{},
	}
	e.fl = e.ev.Flow
	kind := pass.ResultOf[relevant.Analyzer].(relevant.Kind)
	if kind == relevant.Others || exampleCode(pass.Pkg.Path()) {
		return e.result, nil
	}
	e.exportConstants()
	if e.fl.Unit.Pkg == nil {
		return e.result, nil
	}
	if kind == relevant.Related {
		e.findUses()
		e.findConfigurations()
		e.findCarriers()
	}
	e.findPrints()
	e.exportFacts()
	slices.SortStableFunc(e.result.Literals, func(a, b *Literal) int { return cmp.Compare(a.Pos, b.Pos) })
	e.result.Literals = distinct(e.result.Literals)
	slices.SortStableFunc(e.result.Leaks, func(a, b *Leak) int { return cmp.Compare(a.Pos, b.Pos) })
	return e.result, nil
}

// distinct drops all but the first use of a text that stands in another package:
// what is made with it once is used often.
func distinct(list []*Literal) []*Literal {
	seen := map[token.Position]bool{}
	return slices.DeleteFunc(list, func(l *Literal) bool {
		if l.Part != "" {
			return false
		}
		dup := seen[l.Way[0].Pos]
		seen[l.Way[0].Pos] = true
		return dup
	})
}

// inTest reports whether pos lies in a file of tests, mocks or examples.
func (e *engine) inTest(pos token.Pos) bool {
	return exampleFile(e.pass.Fset.Position(pos).Filename)
}

func (e *engine) position(pos token.Pos) token.Position { return e.pass.Fset.Position(pos) }
