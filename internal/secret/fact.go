package secret

import (
	"cmp"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"github.com/vippslint/vippslint/internal/evidence"
	"github.com/vippslint/vippslint/internal/flow"
	"github.com/vippslint/vippslint/internal/vippsapi"
)

// Takes is the fact on a function whose parameters are used as secrets of
// Vipps'.
type Takes struct{ Uses []ParamUse } // sorted

// AFact marks Takes as a fact.
func (*Takes) AFact() {}

func (*Takes) String() string { return "takes" }

// A ParamUse is a part of a parameter that is used as a secret.
type ParamUse struct {
	Index int // 0 is the receiver of a method
	FieldUse
}

// Holds is the fact on a struct field that is, or holds, a secret of Vipps'.
type Holds struct{ Uses []FieldUse } // sorted

// AFact marks Holds as a fact.
func (*Holds) AFact() {}

func (*Holds) String() string { return "holds" }

// A FieldUse is the part of something that is used as a secret.
type FieldUse struct {
	Path   flow.Path
	Kind   vippsapi.SecretKind
	Quiet  bool // another rule reports a constant there
	Reason evidence.Reason
}

func compareUses(a, b FieldUse) int {
	return cmp.Or(slices.Compare(a.Path, b.Path), cmp.Compare(a.Kind, b.Kind))
}

// Prints is the fact on a function that logs what it is given, or the requests
// that it makes.
type Prints struct {
	Params []ParamPrint     // sorted
	Own    []token.Position // where it prints a request that it makes for its caller, sorted
}

// AFact marks Prints as a fact.
func (*Prints) AFact() {}

func (*Prints) String() string { return "prints" }

// A ParamPrint is a part of a parameter that is printed.
type ParamPrint struct {
	Index int
	Path  flow.Path
	Verb  string // of fmt, "%v" where another logger prints it
	Dump  string // the function that renders it, a request, as a whole; "": none
	At    token.Position
}

func comparePrints(a, b ParamPrint) int {
	return cmp.Or(cmp.Compare(a.Index, b.Index), slices.Compare(a.Path, b.Path), strings.Compare(a.Verb, b.Verb), strings.Compare(a.Dump, b.Dump))
}

// Constant is the fact on a package variable, or on a field of which its package
// fills one instance only, that begins with a text which may be a secret.
type Constant struct{ At token.Position }

// AFact marks Constant as a fact.
func (*Constant) AFact() {}

func (*Constant) String() string { return "constant" }

// ConstantToken is the fact on a package that sends a token for callbacks which
// is a constant, itself or through what it is built from.
type ConstantToken struct{ Told bool }

// AFact marks ConstantToken as a fact.
func (*ConstantToken) AFact() {}

func (*ConstantToken) String() string { return "constant token" }

// exportFacts exports what was found of the functions and fields of the package.
func (e *engine) exportFacts() {
	for _, fn := range e.fl.Unit.Funcs {
		obj, ok := fn.Object().(*types.Func)
		if !ok || obj.Pkg() != e.pass.Pkg || fn.Parent() != nil {
			continue
		}
		if uses := e.params[fn]; len(uses) > 0 {
			slices.SortStableFunc(uses, func(a, b ParamUse) int {
				return cmp.Or(cmp.Compare(a.Index, b.Index), compareUses(a.FieldUse, b.FieldUse))
			})
			e.pass.ExportObjectFact(obj.Origin(), &Takes{uses})
		}
		if p := e.prints[fn]; p != nil {
			if fact := p.fact(e); fact != nil {
				e.pass.ExportObjectFact(obj.Origin(), fact)
			}
		}
	}
	for _, f := range sortedVars(e.fields) {
		if uses := e.fields[f]; f.Pkg() == e.pass.Pkg {
			slices.SortStableFunc(uses, compareUses)
			e.pass.ExportObjectFact(f, &Holds{uses})
		}
	}
}

// sortedVars lists the keys of m by position.
func sortedVars(m map[*types.Var][]FieldUse) []*types.Var {
	var list []*types.Var
	for f := range m {
		list = append(list, f)
	}
	slices.SortFunc(list, func(a, b *types.Var) int { return cmp.Compare(a.Pos(), b.Pos()) })
	return list
}

// held gives how the field f is used as a secret, by its own package or another.
func (e *engine) held(f *types.Var) []FieldUse {
	if uses := e.fields[f]; len(uses) > 0 || f.Pkg() == nil || f.Pkg() == e.pass.Pkg {
		return uses
	}
	uses, ok := e.imported[f]
	if !ok {
		var fact Holds
		if e.pass.ImportObjectFact(f, &fact) {
			uses = fact.Uses
		}
		e.imported[f] = uses
	}
	return uses
}
