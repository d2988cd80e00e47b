package evidence

import (
	"go/constant"
	"go/token"
	"go/types"
	"regexp"
	"strings"
	"time"

	"golang.org/x/tools/go/ssa"

	"github.com/vippslint/vippslint/internal/flow"
)

// A pause is how long something keeps a loop waiting.
type pause struct {
	kind  pauseKind
	least time.Duration // for known: the first time
	grows bool
	at    token.Pos
}

type pauseKind int

const (
	none    pauseKind = iota
	known             // it waits that long
	perhaps           // code that is not seen; its name does not speak of waiting
	unsaid            // it may wait, nobody knows how long
)

// waiting are the names of functions that may be there to wait.
var waiting = regexp.MustCompile(`(?i)wait|sleep|pause|back_?off|throttl|limit|delay|jitter|acquire|take|reserve|allow|block|tick|poll|next|retry`)

// pauseOf says how long an instruction keeps the loop waiting.
func (e *engine) pauseOf(in ssa.Instruction, l *loop, depth int) pause {
	switch in := in.(type) {
	case *ssa.Call:
		return e.callPause(in, l, depth)
	case *ssa.UnOp:
		if in.Op == token.ARROW {
			return e.channelPause(in.X, in, l)
		}
	case *ssa.Select:
		return e.selectPause(in, l)
	case *ssa.Send:
		return pause{kind: unsaid}
	}
	return pause{}
}

func (e *engine) callPause(call *ssa.Call, l *loop, depth int) pause {
	f := callee(call)
	if _, builtin := call.Call.Value.(*ssa.Builtin); builtin || flow.Logs(call) || isNamed(call.Call.Value.Type(), "context", "CancelFunc") {
		return pause{}
	}
	if isFunc(f, "time", "", "Sleep") {
		return e.lasting(call.Call.Args[0], call, l)
	}
	if fn := e.helper(call); fn != nil {
		return e.pauseInside(fn, call, depth)
	}
	if f == nil || f.Pkg() == nil {
		if f != nil {
			return pause{} // error.Error
		}
		return pause{kind: perhaps}
	}
	if known, ok := e.tellsOf(f); ok {
		if known.Waits {
			return pause{kind: unsaid}
		}
		return pause{}
	}
	path := f.Pkg().Path()
	if first, _, _ := strings.Cut(path, "/"); !strings.Contains(first, ".") && isStandard(path) {
		return standardPause(path, f)
	}
	if call.Call.IsInvoke() {
		if _, ok := e.through.invoked(call); ok && e.vipps[call] != nil && !waiting.MatchString(f.Name()) {
			return pause{}
		}
	}
	if waiting.MatchString(f.Name()) {
		return pause{kind: unsaid}
	}
	return pause{kind: perhaps}
}

// isStandard reports whether an import path without a dot in its first part is
// of the standard library, as far as such a loop calls it.
func isStandard(path string) bool {
	switch first, _, _ := strings.Cut(path, "/"); first {
	case "bytes", "context", "crypto", "database", "encoding", "errors", "fmt", "hash", "html", "io", "log", "maps", "math",
		"mime", "net", "os", "path", "reflect", "regexp", "slices", "sort", "strconv", "strings", "sync", "text", "time", "unicode", "bufio":
		return true
	}
	return false
}

// standardPause says which functions of the standard library may wait for
// somebody else. An HTTP request is no pause.
func standardPause(path string, f *types.Func) pause {
	switch {
	case path == "bufio", path == "net", path == "os/exec", path == "os/signal", path == "io":
		if path == "io" && f.Name() != "Read" {
			return pause{}
		}
		return pause{kind: unsaid}
	case path == "sync" && f.Name() == "Wait":
		return pause{kind: unsaid}
	}
	return pause{}
}

// pauseInside is the pause that a helper of the package makes: a known one where
// it waits once, whatever it is given.
func (e *engine) pauseInside(fn *ssa.Function, call *ssa.Call, depth int) pause {
	if depth >= maxHelpers {
		return pause{kind: unsaid}
	}
	var found pause
	for _, b := range fn.Blocks {
		for _, in := range b.Instrs {
			p := e.pauseOf(in, nil, depth+1)
			switch {
			case p.kind == none || p.kind == perhaps:
				found.kind = max(found.kind, p.kind)
			case p.kind == unsaid || found.kind == known:
				return pause{kind: unsaid}
			case innermost(loopsOf(fn), b) != nil:
				return pause{kind: unsaid}
			default:
				found = p
				found.at = call.Pos()
			}
		}
	}
	return found
}

// selectPause is the pause of a select statement: that of its one timer, beside
// which it may wait for the end of a context, which ends the loop.
func (e *engine) selectPause(sel *ssa.Select, l *loop) pause {
	if !sel.Blocking {
		if len(sel.States) == 1 && e.isDone(sel.States[0].Chan) {
			return pause{}
		}
		return pause{kind: unsaid}
	}
	var found pause
	for _, st := range sel.States {
		if st.Dir != types.RecvOnly {
			return pause{kind: unsaid}
		}
		if e.isDone(st.Chan) {
			continue
		}
		p := e.channelPause(st.Chan, sel, l)
		if p.kind != known || found.kind == known {
			return pause{kind: unsaid}
		}
		found = p
	}
	if found.kind != known {
		return pause{kind: unsaid}
	}
	return found
}

// isDone reports whether a channel is the one that a context closes at its end.
func (e *engine) isDone(ch ssa.Value) bool {
	for _, o := range e.flow.Origins(flow.At(ch)) {
		call, ok := o.Val.V.(*ssa.Call)
		if !ok || !isFunc(callee(call), "context", "Context", "Done") {
			return false
		}
	}
	return true
}

// channelPause is how long it takes until something comes out of a channel: the
// period of a timer or ticker.
func (e *engine) channelPause(ch ssa.Value, at ssa.Instruction, l *loop) pause {
	holder := ch
	if load, ok := ch.(*ssa.UnOp); ok && load.Op == token.MUL {
		if addr, ok := load.X.(*ssa.FieldAddr); ok && (isNamed(addr.X.Type(), "time", "Ticker") || isNamed(addr.X.Type(), "time", "Timer")) {
			holder = addr.X
			if e.isReset(holder) {
				return pause{kind: unsaid}
			}
		}
	}
	origins := e.flow.Origins(flow.At(holder).Before(at))
	if call, ok := holder.(*ssa.Call); ok {
		origins = []flow.Origin{{Val: flow.At(call)}}
	}
	if len(origins) != 1 {
		return pause{kind: unsaid}
	}
	call, ok := origins[0].Val.V.(*ssa.Call)
	if !ok || !isFunc(callee(call), "time", "", "After", "Tick", "NewTimer", "NewTicker") {
		return pause{kind: unsaid}
	}
	f := callee(call)
	if f.Name() == "NewTimer" && !l.holds(call) {
		return pause{kind: unsaid} // it runs once
	}
	return e.lasting(call.Call.Args[0], call, l)
}

// isReset reports whether a timer or ticker is given another time.
func (e *engine) isReset(timer ssa.Value) bool {
	fn := timer.(interface{ Parent() *ssa.Function }).Parent()
	for fn.Parent() != nil {
		fn = fn.Parent()
	}
	var resets func(fn *ssa.Function) bool
	resets = func(fn *ssa.Function) bool {
		for _, call := range callsOf(fn) {
			if f := callee(call); isFunc(f, "time", "Ticker", "Reset") || isFunc(f, "time", "Timer", "Reset") {
				return true
			}
		}
		for _, lit := range fn.AnonFuncs {
			if resets(lit) {
				return true
			}
		}
		return false
	}
	return resets(fn)
}

// lasting judges a time.Duration that something waits at instruction at.
func (e *engine) lasting(v ssa.Value, at ssa.Instruction, l *loop) pause {
	p := pause{kind: known, at: at.Pos()}
	if phi, ok := v.(*ssa.Phi); ok && l != nil && phi.Block() == l.head {
		var first []ssa.Value
		for i, pred := range phi.Block().Preds {
			if !l.blocks[pred] {
				first = append(first, phi.Edges[i])
			} else if phi.Edges[i] != ssa.Value(phi) {
				p.grows = true
			}
		}
		if len(first) != 1 {
			return pause{kind: unsaid}
		}
		v = first[0]
	}
	d, ok := e.duration(v, at, 0)
	if !ok {
		return pause{kind: unsaid}
	}
	p.least = d
	return p
}

// duration is the longest time that v can be, where all that it can be is known.
func (e *engine) duration(v ssa.Value, at ssa.Instruction, depth int) (time.Duration, bool) {
	if depth > maxNesting {
		return 0, false
	}
	switch x := v.(type) {
	case *ssa.Const:
		if x.Value == nil || x.Value.Kind() != constant.Int {
			return 0, false
		}
		n, exact := constant.Int64Val(x.Value)
		return time.Duration(n), exact && n > 0
	case *ssa.ChangeType:
		return e.duration(x.X, at, depth+1)
	case *ssa.Convert:
		return e.duration(x.X, at, depth+1)
	case *ssa.BinOp:
		a, ok := e.duration(x.X, at, depth+1)
		b, ok2 := e.duration(x.Y, at, depth+1)
		switch {
		case ok && ok2 && x.Op == token.MUL:
			return a * b, b == 0 || (a*b)/b == a
		case ok && ok2 && x.Op == token.ADD:
			return a + b, true
		}
		return 0, false
	case *ssa.Parameter:
		return e.passedDuration(x, depth)
	case *ssa.UnOp:
		if x.Op != token.MUL {
			return 0, false
		}
		switch addr := x.X.(type) {
		case *ssa.Global:
			return e.storedDuration(addr, depth)
		case *ssa.FieldAddr:
			return e.fieldDuration(addr, depth)
		case *ssa.FreeVar, *ssa.Alloc:
			var longest time.Duration
			origins := e.flow.Origins(flow.At(v).Before(at))
			for _, o := range origins {
				if o.Val.V == v || len(o.Val.Path) > 0 || o.Zero || o.Filled {
					return 0, false
				}
				d, ok := e.duration(o.Val.V, at, depth+1)
				if !ok {
					return 0, false
				}
				longest = max(longest, d)
			}
			return longest, len(origins) > 0
		}
	}
	return 0, false
}

// storedDuration is the duration in a package variable that only this package
// sets.
func (e *engine) storedDuration(g *ssa.Global, depth int) (time.Duration, bool) {
	obj := g.Object()
	if obj == nil || obj.Exported() || obj.Pkg() != e.pass.Pkg {
		return 0, false
	}
	var longest time.Duration
	stored := false
	fns := e.flow.Unit.Funcs
	if init := g.Pkg.Func("init"); init != nil {
		fns = append(fns[:len(fns):len(fns)], init)
	}
	for _, fn := range fns {
		for _, b := range fn.Blocks {
			for _, in := range b.Instrs {
				var operands [10]*ssa.Value
				for _, op := range in.Operands(operands[:0]) {
					if *op != ssa.Value(g) {
						continue
					}
					switch in := in.(type) {
					case *ssa.UnOp, *ssa.DebugRef:
					case *ssa.Store:
						if in.Addr != ssa.Value(g) {
							return 0, false
						}
						if e.syntax.inTest(in.Pos()) {
							continue
						}
						d, ok := e.duration(in.Val, in, depth+1)
						if !ok {
							return 0, false
						}
						longest, stored = max(longest, d), true
					default:
						return 0, false // a flag, for one
					}
				}
			}
		}
	}
	return longest, stored
}

// fieldDuration is the duration in a field that only this package can set.
func (e *engine) fieldDuration(addr *ssa.FieldAddr, depth int) (time.Duration, bool) {
	f := deref(addr.X.Type()).Underlying().(*types.Struct).Field(addr.Field).Origin()
	if f.Exported() || f.Pkg() != e.pass.Pkg {
		return 0, false
	}
	var longest time.Duration
	writes := e.flow.FieldWrites(f)
	for _, w := range writes {
		in, _ := w.V.(ssa.Instruction)
		d, ok := e.duration(w.V, in, depth+1)
		if !ok {
			return 0, false
		}
		longest = max(longest, d)
	}
	return longest, len(writes) > 0
}

// passedDuration is the duration that all callers of a function pass, which no
// other package can call.
func (e *engine) passedDuration(p *ssa.Parameter, depth int) (time.Duration, bool) {
	fn := p.Parent()
	calls, known := e.flow.AllCallers(fn)
	if !known {
		return 0, false
	}
	i := flow.At(p).Param(fn)
	var longest time.Duration
	passed := false
	for _, call := range calls {
		if e.syntax.inTest(call.Pos()) {
			continue
		}
		if i >= len(call.Common().Args) {
			return 0, false
		}
		d, ok := e.duration(call.Common().Args[i], call, depth+1)
		if !ok {
			return 0, false
		}
		longest, passed = max(longest, d), true
	}
	return longest, passed
}
