package evidence

import (
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/vippslint/vippslint/internal/code"
)

// A pace says how often a function runs in the life of a process.
type pace int

const (
	unknownPace pace = iota
	once             // once, or a few times: while the program starts, or as one command of a command line
	often            // for each request that the program answers, or for each element of something
)

// paces knows how often the functions of the package run.
type paces struct {
	e       *engine
	rare    map[*ssa.Function]bool // those that a command line runs, or a scheduler
	serves  bool                   // the package answers requests
	command bool                   // it is a program, or reads a command line
	known   map[*ssa.Function]pace
}

func (e *engine) newPaces() *paces {
	p := &paces{e: e, rare: map[*ssa.Function]bool{}, known: map[*ssa.Function]pace{}}
	p.command = e.pass.Pkg.Name() == "main"
	for _, imp := range e.pass.Pkg.Imports() {
		p.command = p.command || imp.Path() == "flag" || isCommandLine(imp.Path())
	}
	for _, fn := range e.flow.Unit.Funcs {
		if e.syntax.InTest(fn.Pos()) {
			continue
		}
		p.serves = p.serves || isHandler(fn.Signature)
		for _, b := range fn.Blocks {
			for _, in := range b.Instrs {
				p.index(in)
			}
		}
	}
	return p
}

// index notes what an instruction says of how functions are run.
func (p *paces) index(in ssa.Instruction) {
	switch in := in.(type) {
	case *ssa.Store:
		addr, ok := in.Addr.(*ssa.FieldAddr)
		if !ok {
			return
		}
		n, ok := types.Unalias(code.Deref(addr.X.Type())).(*types.Named)
		if fn := unwrapped(in.Val); ok && fn != nil && n.Obj().Pkg() != nil && isCommandLine(n.Obj().Pkg().Path()) {
			p.rare[code.Bound(fn)] = true
		}
	case ssa.CallInstruction:
		f := code.Callee(in)
		if f == nil || f.Pkg() == nil {
			return
		}
		p.serves = p.serves || strings.HasPrefix(f.Name(), "ListenAndServe") || strings.HasPrefix(f.Pkg().Path(), "github.com/aws/aws-lambda-go/lambda")
		if isScheduler(f.Pkg().Path()) || code.IsFunc(f, "time", "", "AfterFunc") {
			for _, arg := range in.Common().Args {
				if fn := unwrapped(arg); fn != nil {
					p.rare[code.Bound(fn)] = true
				}
			}
		}
	}
}

// isCommandLine reports whether a package of others reads a command line and
// runs the function that it names.
func isCommandLine(path string) bool {
	return below(path, "github.com/spf13/cobra", "github.com/urfave/cli", "github.com/alecthomas/kong", "github.com/alecthomas/kingpin",
		"gopkg.in/alecthomas/kingpin.v2", "github.com/spf13/pflag", "github.com/peterbourgon/ff", "github.com/mitchellh/cli", "github.com/google/subcommands")
}

// isScheduler reports whether a package of others runs functions at given times.
func isScheduler(path string) bool {
	return below(path, "github.com/robfig/cron", "gopkg.in/robfig/cron.v2", "github.com/go-co-op/gocron", "github.com/reugn/go-quartz", "github.com/jasonlvhit/gocron")
}

// below reports whether path is one of roots, or of a package below one.
func below(path string, roots ...string) bool {
	return slices.ContainsFunc(roots, func(root string) bool { return path == root || strings.HasPrefix(path, root+"/") })
}

// runsOften reports whether call, in fn, is made again and again in a process. In
// a command line that has to be seen.
func (e *engine) runsOften(fn *ssa.Function, call ssa.CallInstruction) bool {
	if e.tokens.paces == nil {
		e.tokens.paces = e.newPaces()
	}
	p := e.tokens.paces
	switch p.at(call, p.of(fn, 0)) {
	case often:
		return true
	case once:
		return false
	}
	return !p.command || p.serves
}

// at is the pace of a call in a function of pace outer. Who waits between two
// rounds of a loop may wait longer than a token lives.
func (p *paces) at(call ssa.CallInstruction, outer pace) pace {
	loops := p.e.loopsAround(call)
	if slices.ContainsFunc(loops, waits) {
		return once
	}
	if slices.ContainsFunc(loops, func(l *code.Loop) bool { return !retries(l) }) {
		return often
	}
	return outer
}

// of is the pace of fn.
func (p *paces) of(fn *ssa.Function, depth int) pace {
	known, ok := p.known[fn]
	if ok || depth > code.MaxHelpers {
		return known
	}
	p.known[fn] = unknownPace // one that calls itself
	p.known[fn] = p.judge(fn, depth)
	return p.known[fn]
}

func (p *paces) judge(fn *ssa.Function, depth int) pace {
	switch {
	case isHandler(fn.Signature) && !p.rare[fn]:
		return often
	case p.rare[fn], fn.Synthetic != "" && fn.Name() == "init", strings.HasPrefix(fn.Name(), "init#"), fn.Name() == "main" && fn.Parent() == nil && fn.Signature.Recv() == nil && p.e.pass.Pkg.Name() == "main":
		return once
	}
	if p.runByOnce(fn) {
		return once
	}
	calls := slices.DeleteFunc(slices.Clone(p.e.flow.Callers(fn)), func(c ssa.CallInstruction) bool { return p.e.syntax.InTest(c.Pos()) })
	// What is exported and called here too is taken for what it is called for here.
	slowest := once
	if len(calls) == 0 || p.e.flow.Escapes(fn) {
		slowest = unknownPace
	}
	for _, call := range calls {
		switch p.at(call, p.of(call.Parent(), depth+1)) {
		case often:
			return often
		case unknownPace:
			slowest = unknownPace
		}
	}
	for _, caller := range p.e.through.callers[fn] {
		if p.of(caller, depth+1) == often {
			return often
		}
		slowest = unknownPace
	}
	return slowest
}

// runByOnce reports whether fn is a literal that a sync.Once runs, or that is a
// package variable's, made once by sync.OnceValue.
func (p *paces) runByOnce(fn *ssa.Function) bool {
	if fn.Parent() == nil {
		return false
	}
	for _, call := range code.Calls(fn.Parent()) {
		f := code.Callee(call)
		if !code.IsFunc(f, "sync", "Once", "Do") && !code.IsFunc(f, "sync", "", "OnceFunc", "OnceValue", "OnceValues") {
			continue
		}
		if slices.ContainsFunc(call.Common().Args, func(arg ssa.Value) bool { return unwrapped(arg) == fn }) {
			return true
		}
	}
	return false
}
