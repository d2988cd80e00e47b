// Package flow says where values come from and what becomes of responses and
// errors. It knows nothing of Vipps.
package flow

import (
	"go/ast"
	"go/token"
	"go/types"
	"reflect"
	"sync"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"github.com/vippslint/vippslint/internal/guard"
	"github.com/vippslint/vippslint/internal/unitssa"
)

// Analyzer gives a *Result and exports summaries as facts.
var Analyzer = &analysis.Analyzer{
	Name:       "vippsflow",
	Doc:        "follow values backward and responses forward",
	Run:        guard.Run(run),
	Requires:   []*analysis.Analyzer{unitssa.Analyzer},
	ResultType: reflect.TypeFor[*Result](),
	FactTypes: []analysis.Fact{
		new(Results),
		new(Writes),
		new(TextResults),
	},
}

// A Result answers questions about the values of one package. Its answers are
// in an order that depends on the source alone.
type Result struct {
	Unit *unitssa.Unit
	pass *analysis.Pass

	mu sync.Mutex // rules ask at the same time; held by the exported methods

	stores    map[ssa.Value][]cellStore // by canonical base; see storesOf
	sites     map[*ssa.Function][]ssa.CallInstruction
	escaped   map[*ssa.Function]bool // functions that are used as values
	frames    map[frame]*frame
	writers   map[ssa.Value]int                   // see mayWrite
	passes    map[ssa.Value][]pass                // see passesOf
	aliases   map[ssa.Value][]alias               // see aliasesOf
	resolved  map[callIn][]target                 // see targets
	returned  map[*ssa.Function]int               // see returnsParam
	cuts      map[*types.Var]reading              // see writesOf
	uses      map[*ssa.Function][]ssa.Instruction // see usesOf
	sends     map[*types.Var][]Val                // see fieldSends
	loosed    map[*types.Var]bool                 // fields that are also stored to where it is not seen
	candidate map[candidateKey][]*ssa.Function    // see candidates
	held      []*ssa.MakeInterface                // one for each type that the package puts into an interface
	valued    []ssa.Value                         // functions and closures that are used as values
	storing   map[operandOf]bool                  // see mayBeWritten
	makers    map[*ssa.Function]*ssa.MakeClosure
	exprs     map[token.Pos]ast.Expr
	fields    map[*types.Var][]Val
	writes    map[*types.Var]*Writes
	spelling  map[*ssa.Function]bool // see stringer
	asking    map[*ssa.Function]bool // see wholeByCallers
	imported  map[types.Object]*Results
	lists     map[*ssa.Global][]ssa.Value // see listed
}

func run(pass *analysis.Pass) (any, error) {
	r := &Result{
		Unit:     pass.ResultOf[unitssa.Analyzer].(*unitssa.Unit),
		pass:     pass,
		frames:   make(map[frame]*frame),
		writers:  make(map[ssa.Value]int),
		cuts:     make(map[*types.Var]reading),
		resolved: make(map[callIn][]target),
		storing:  make(map[operandOf]bool),
		returned: make(map[*ssa.Function]int),
		writes:   make(map[*types.Var]*Writes),
		spelling: make(map[*ssa.Function]bool),
		asking:   make(map[*ssa.Function]bool),
		imported: make(map[types.Object]*Results),
		lists:    make(map[*ssa.Global][]ssa.Value),
	}
	if r.Unit.Pkg == nil {
		return r, nil
	}
	r.summarize()
	r.exportTexts()
	return r, nil
}

// A Val is a part of a value, seen from one chain of calls within the package.
type Val struct {
	V    ssa.Value
	Path Path
	ctx  *frame          // the calls through which a trace came down to V; nil: none
	at   ssa.Instruction // memory behind V is looked at before this one; nil: at its only use, else all that is known
}

// frame is one call on the way down into a callee. Equal chains of calls are
// one frame, see enter.
type frame struct {
	call ssa.CallInstruction
	fn   *ssa.Function      // the function called
	lit  *ssa.MakeClosure   // see target
	recv *ssa.MakeInterface // see target
	home *frame             // the calls around lit and recv
	up   *frame
	deep int
}

// At returns the part of v that path leads to. What v points to is taken as it
// is where v is used; say Before where there are several uses.
func At(v ssa.Value, path ...string) Val { return Val{V: v, Path: path} }

// Arg is argument i of call, as it is when the call is made. The receiver of a
// method counts as argument 0, unless the method is an interface's.
func Arg(call ssa.CallInstruction, i int) Val {
	return Val{V: call.Common().Args[i], at: call}
}

// Before is v with the memory behind it as it is before instr, which is an
// instruction of the function in which v.V stands.
func (v Val) Before(instr ssa.Instruction) Val {
	v.at = instr
	return v
}
