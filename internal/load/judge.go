package load

import (
	"errors"
	"fmt"
	"go/ast"
	"go/types"
	"os"
	"reflect"
	"slices"
	"sync"

	"golang.org/x/tools/go/analysis"

	"github.com/vippslint/vippslint/internal/guard"
	"github.com/vippslint/vippslint/internal/requires"
	"github.com/vippslint/vippslint/internal/unitssa"
)

// A judge runs the analyzers over the packages of a program.
type judge struct {
	*program
	encode bool
	rules  []*analysis.Analyzer // with what they require, that first
	facts  []*analysis.Analyzer // those of them that export facts, with what they require
}

func newJudge(p *program, c Config) *judge {
	return &judge{
		program: p, encode: c.Encode,
		rules: requires.Closure(c.Analyzers),
		facts: requires.Closure(requires.WithFacts(c.Analyzers)),
	}
}

// all judges every package that is checked from source, each as soon as those
// that it imports are done.
func (j *judge) all() {
	var todo sync.WaitGroup
	free := make(chan bool, workers())
	for _, n := range j.graph.nodes {
		if !n.fromSource() {
			close(n.done)
			continue
		}
		todo.Go(func() {
			defer close(n.done)
			for _, d := range n.deps {
				<-d.done
			}
			if n.base != nil {
				<-n.base.done
			}
			free <- true
			defer func() { <-free }()
			j.one(n)
		})
	}
	todo.Wait()
}

// one checks and analyses a package. Its syntax and the types of its
// expressions are garbage afterwards.
func (j *judge) one(n *node) {
	for _, d := range n.deps {
		if d.shaky != nil {
			n.shaky = d.shaky
			break
		}
	}
	if n.base != nil && n.base.fromSource() {
		j.rebuild(n)
		return
	}
	src := j.check(n)
	if n.rebuilt {
		n.declarations = withoutBodies(src.files)
	}
	if src.err != nil {
		n.broken = true
		n.shaky = n
		if n.kind != typed {
			pos, reason := firstError(j.fset, src.err)
			n.problem = &Problem{Package: n.path(), Pos: pos, Reason: reason, Remedy: remedy(src.err, n.path())}
		}
		return
	}
	analyzers := j.facts
	switch {
	case n.kind == typed:
		return
	case n.shaky != nil && incomplete(src.info):
		n.problem = n.standsOn()
		return
	case n.reports():
		analyzers = j.rules
	}
	n.facts = newFacts(n.pkg, n.deps)
	if err := j.run(n, src, analyzers); err != nil {
		n.problem = n.failure(err)
	}
	if err := n.facts.seal(j.encode); err != nil {
		n.problem = n.failure(err)
	}
	n.count(src)
}

// rebuild makes the types of an intermediate variant, and takes the facts that
// are known of the package itself. The package speaks for it: whatever is wrong
// is a problem of that one, or of what imports the variant.
func (j *judge) rebuild(n *node) {
	src := &source{files: n.base.declarations}
	j.checkTypes(n, src, &types.Config{IgnoreFuncBodies: true})
	if n.shaky == nil {
		n.shaky = n.base.shaky
	}
	if src.err != nil || n.base.broken {
		n.broken = true
		if n.shaky == nil {
			n.shaky = n
		}
	} else if n.base.facts != nil {
		n.facts = newFacts(n.pkg, n.deps)
		if err := n.facts.copy(n.base.facts); err != nil {
			n.problem = n.failure(err)
		}
	}
}

// withoutBodies returns copies of files in which no function has anything in
// its body.
func withoutBodies(files []*ast.File) []*ast.File {
	all := make([]*ast.File, len(files))
	for i, f := range files {
		short := *f
		short.Comments = nil
		short.Decls = slices.Clone(f.Decls)
		for k, d := range short.Decls {
			if fn, ok := d.(*ast.FuncDecl); ok && fn.Body != nil {
				head := *fn
				head.Body = &ast.BlockStmt{Lbrace: fn.Body.Lbrace, Rbrace: fn.Body.Rbrace}
				short.Decls[k] = &head
			}
		}
		all[i] = &short
	}
	return all
}

// run runs the analyzers in turn. One that fails takes those that require it
// with it and no others; the first failure is returned.
func (j *judge) run(n *node, src *source, analyzers []*analysis.Analyzer) error {
	var first error
	results := make(map[*analysis.Analyzer]any)
	for _, a := range analyzers {
		inputs := make(map[*analysis.Analyzer]any)
		for _, r := range a.Requires {
			if result, ok := results[r]; ok {
				inputs[r] = result
			}
		}
		if len(inputs) < len(a.Requires) {
			continue
		}
		result, err := guard.Run(a.Run)(j.pass(n, src, a, inputs))
		if err == nil && reflect.TypeOf(result) != a.ResultType {
			err = fmt.Errorf("its result is a %T", result)
		}
		if err != nil {
			if first == nil {
				first = fmt.Errorf("analyzer %s: %w", a.Name, err)
			}
			continue
		}
		results[a] = result
	}
	if unit, ok := results[unitssa.Analyzer].(*unitssa.Unit); ok {
		n.followed = len(unit.Funcs)
	}
	return first
}

func (j *judge) pass(n *node, src *source, a *analysis.Analyzer, inputs map[*analysis.Analyzer]any) *analysis.Pass {
	pass := &analysis.Pass{
		Analyzer:   a,
		Fset:       j.fset,
		Files:      src.files,
		Pkg:        n.pkg,
		TypesInfo:  src.info,
		TypesSizes: j.sizes,
		Module:     analysisModule(n.Module),
		ResultOf:   inputs,
		ReadFile:   os.ReadFile,
		Report:     func(d analysis.Diagnostic) { n.findings = append(n.findings, j.finding(a, d)) },
	}
	n.facts.bind(pass)
	return pass
}

func (j *judge) finding(a *analysis.Analyzer, d analysis.Diagnostic) Finding {
	f := Finding{
		Rule:     a.Name,
		Category: d.Category,
		Pos:      j.fset.Position(d.Pos),
		End:      j.fset.Position(max(d.Pos, d.End)),
		Message:  d.Message,
	}
	for _, r := range d.Related {
		f.Related = append(f.Related, Related{j.fset.Position(r.Pos), r.Message})
	}
	return f
}

// count notes how much the package holds.
func (n *node) count(src *source) {
	for _, f := range src.files {
		for _, d := range f.Decls {
			if fn, ok := d.(*ast.FuncDecl); ok && fn.Body != nil {
				n.functions++
			}
		}
	}
}

// incomplete reports whether a package that compiles, as far as the type checker
// can tell, uses something whose type could not be made out.
func incomplete(info *types.Info) bool {
	for _, tv := range info.Types {
		if tv.Type == types.Typ[types.Invalid] {
			return true
		}
	}
	return false
}

// failure is the problem of a package that an analyzer could not cope with.
func (n *node) failure(err error) *Problem {
	if n.shaky != nil {
		return n.standsOn()
	}
	var p *guard.Panic
	if errors.As(err, &p) {
		return &Problem{
			Package: n.path(),
			Reason:  fmt.Sprintf("analyzer %s panicked: %v", p.Analyzer, p.Value),
			Remedy:  "please report it, and leave the package out until then",
			Stack:   p.Stack,
		}
	}
	return &Problem{Package: n.path(), Reason: err.Error(), Remedy: "please report it"}
}

// standsOn is the problem of a package that imports one that does not compile.
func (n *node) standsOn() *Problem {
	return &Problem{
		Package: n.path(),
		Reason:  fmt.Sprintf("it uses %s, which does not compile", n.shaky.path()),
		Remedy:  "make that one compile first",
	}
}
