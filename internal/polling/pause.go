package polling

import (
	"go/token"
	"go/types"
	"regexp"
	"slices"
	"time"

	"golang.org/x/tools/go/ssa"

	"github.com/vippslint/vippslint/internal/code"
	"github.com/vippslint/vippslint/internal/evidence"
	"github.com/vippslint/vippslint/internal/fate"
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
func (e *engine) pauseOf(in ssa.Instruction, l *code.Loop, depth int) pause {
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

func (e *engine) callPause(call *ssa.Call, l *code.Loop, depth int) pause {
	f := code.Callee(call)
	if _, builtin := call.Call.Value.(*ssa.Builtin); builtin || fate.Logs(call) || code.IsNamed(call.Call.Value.Type(), "context", "CancelFunc") {
		return pause{}
	}
	if code.IsFunc(f, "time", "", "Sleep") {
		return e.lasting(call.Call.Args[0], call, l)
	}
	if fn := code.Helper(e.pass.Pkg, call); fn != nil {
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
	if code.IsStandard(path) {
		return standardPause(path, f)
	}
	if waiting.MatchString(f.Name()) {
		return pause{kind: unsaid}
	}
	if slices.ContainsFunc(e.ev.Requests(call), func(r evidence.Request) bool { return r.Through }) {
		return pause{}
	}
	return pause{kind: perhaps}
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
	found, ok := e.pauses[fn]
	if !ok {
		e.pauses[fn] = pause{} // one that calls itself adds nothing
		found = e.onlyPause(fn, depth)
		e.pauses[fn] = found
	}
	found.at = call.Pos()
	return found
}

func (e *engine) onlyPause(fn *ssa.Function, depth int) pause {
	var found pause
	loops := code.LoopsOf(fn)
	for _, b := range fn.Blocks {
		for _, in := range b.Instrs {
			p := e.pauseOf(in, nil, depth+1)
			switch {
			case p.kind == none || p.kind == perhaps:
				found.kind = max(found.kind, p.kind)
				if found.least > 0 {
					found.kind = known
				}
			case p.kind == unsaid || found.kind == known || code.Innermost(loops, b) != nil:
				return pause{kind: unsaid}
			default:
				found = p
			}
		}
	}
	return found
}

// selectPause is the pause of a select statement: that of its one timer, beside
// which it may wait for the end of a context, which ends the loop.
func (e *engine) selectPause(sel *ssa.Select, l *code.Loop) pause {
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
		if !ok || !code.IsFunc(code.Callee(call), "context", "Context", "Done") {
			return false
		}
	}
	return true
}

// channelPause is how long it takes until something comes out of a channel: the
// period of a timer or ticker.
func (e *engine) channelPause(ch ssa.Value, at ssa.Instruction, l *code.Loop) pause {
	holder := ch
	var resets []*ssa.Call
	if load, ok := ch.(*ssa.UnOp); ok && load.Op == token.MUL {
		if addr, ok := load.X.(*ssa.FieldAddr); ok && (code.IsNamed(addr.X.Type(), "time", "Ticker") || code.IsNamed(addr.X.Type(), "time", "Timer")) {
			holder = addr.X
			resets = resetsIn(at.Parent())
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
	if !ok || !code.IsFunc(code.Callee(call), "time", "", "After", "Tick", "NewTimer", "NewTicker") {
		return pause{kind: unsaid}
	}
	if code.Callee(call).Name() == "NewTimer" && !l.Holds(call) && len(resets) == 0 {
		return pause{kind: unsaid} // it runs once
	}
	longest := e.lasting(call.Call.Args[0], call, l)
	for _, reset := range resets {
		p := e.lasting(reset.Call.Args[1], reset, l)
		if p.kind != known || longest.kind != known {
			return pause{kind: unsaid}
		}
		longest.least = max(longest.least, p.least)
	}
	return longest
}

// resetsIn lists the calls in a function, and in the literals beside it, that
// give a timer or ticker another time.
func resetsIn(fn *ssa.Function) []*ssa.Call {
	for fn.Parent() != nil {
		fn = fn.Parent()
	}
	var found []*ssa.Call
	for work := []*ssa.Function{fn}; len(work) > 0; work = work[1:] {
		for _, call := range code.Calls(work[0]) {
			f := code.Callee(call)
			if c, ok := call.(*ssa.Call); ok && (code.IsFunc(f, "time", "Ticker", "Reset") || code.IsFunc(f, "time", "Timer", "Reset")) {
				found = append(found, c)
			}
		}
		work = append(work, work[0].AnonFuncs...)
	}
	return found
}
