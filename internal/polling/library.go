package polling

import (
	"strings"
	"time"

	"golang.org/x/tools/go/ssa"

	"github.com/vippslint/vippslint/internal/code"
	"github.com/vippslint/vippslint/internal/flow"
	"github.com/vippslint/vippslint/internal/vippsapi"
)

// A poller is a function of a library that calls another again and again.
type poller struct {
	pkg      string // its path, without what names a version
	names    []string
	interval int  // argument that is the pause; -1: an option or a value says it
	run      int  // argument that is called
	asks     bool // what is called says by a bool whether it is done; otherwise by an error, as for a retry
}

// pollers are those that are met most often.
var pollers = []poller{
	{"k8s.io/apimachinery/pkg/util/wait", []string{"Poll", "PollImmediate"}, 0, 2, true},
	{"k8s.io/apimachinery/pkg/util/wait", []string{"PollInfinite", "PollImmediateInfinite", "PollUntil", "PollImmediateUntil"}, 0, 1, true},
	{"k8s.io/apimachinery/pkg/util/wait", []string{"PollWithContext", "PollImmediateWithContext"}, 1, 3, true},
	{"k8s.io/apimachinery/pkg/util/wait", []string{"PollUntilContextTimeout"}, 1, 4, true},
	{"k8s.io/apimachinery/pkg/util/wait", []string{"PollUntilContextCancel"}, 1, 3, true},
	{"github.com/cenkalti/backoff", []string{"Retry"}, -1, 0, false},
	{"github.com/avast/retry-go", []string{"Do"}, -1, 0, false},
	{"github.com/sethvargo/go-retry", []string{"Constant", "Exponential", "Fibonacci"}, 1, 2, false},
}

// polledBy judges a call of such a function; nil where it reads nothing back, or
// how often is not known.
func (e *engine) polledBy(call ssa.CallInstruction) *Poll {
	f := code.Callee(call)
	if f == nil || f.Pkg() == nil || f.Signature().Recv() != nil {
		return nil
	}
	for _, p := range pollers {
		path := f.Pkg().Path()
		if path != p.pkg && !strings.HasPrefix(path, p.pkg+"/v") || !code.IsFunc(f, path, "", p.names...) {
			continue
		}
		args := call.Common().Args
		if p.run >= len(args) {
			continue
		}
		read := e.readInside(args[p.run], p.asks)
		if read == nil {
			return nil
		}
		every, ok := time.Duration(0), false
		if p.interval >= 0 {
			every, ok = e.duration(args[p.interval], call, 0)
		} else {
			every, ok = e.firstStep(call)
		}
		if !ok || every >= vippsapi.PollEvery {
			return nil
		}
		read.Pause, read.Waits = every, e.position(call.Pos())
		return read
	}
	return nil
}

// readInside gives the read in a literal that a library runs.
func (e *engine) readInside(v ssa.Value, asks bool) *Poll {
	for {
		if c, ok := v.(*ssa.ChangeType); ok {
			v = c.X
			continue
		}
		break
	}
	lit, ok := v.(*ssa.MakeClosure)
	if !ok {
		return nil
	}
	fn := lit.Fn.(*ssa.Function)
	if e.mayWait(fn) || !e.steadyInside(fn, 0) {
		return nil
	}
	stateful := asks
	for _, b := range fn.Blocks {
		for _, in := range b.Instrs {
			if x, ok := in.(*ssa.BinOp); ok && !stateful {
				_, stateful = e.comparison(x)
			}
		}
	}
	for _, inner := range code.Calls(fn) {
		if ops, why := e.readBy(inner, 0); len(ops) > 0 && stateful {
			at := e.syntax.Call(inner)
			return &Poll{Pos: at.Pos, End: at.End, Ops: ops, Name: e.ev.NameOf(inner), Reasons: why}
		}
	}
	return nil
}

// firstStep is the first pause that the options of a retry give it.
func (e *engine) firstStep(call ssa.CallInstruction) (time.Duration, bool) {
	for _, arg := range given(call) {
		for _, o := range e.flow.Origins(flow.At(arg).Before(call)) {
			made, ok := o.Val.V.(*ssa.Call)
			if !ok {
				continue
			}
			f := code.Callee(made)
			if f == nil || f.Pkg() == nil {
				continue
			}
			switch path := f.Pkg().Path(); {
			case f.Name() == "NewConstantBackOff" && strings.HasPrefix(path, "github.com/cenkalti/backoff"),
				f.Name() == "Delay" && strings.HasPrefix(path, "github.com/avast/retry-go"):
				return e.duration(made.Call.Args[0], made, 0)
			}
		}
	}
	return 0, false
}
