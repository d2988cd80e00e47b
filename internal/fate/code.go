package fate

import (
	"fmt"
	"go/constant"
	"go/token"
	"maps"
	"slices"

	"github.com/vippslint/vippslint/internal/code"
	"github.com/vippslint/vippslint/internal/place"
	"golang.org/x/tools/go/ssa"
)

// A CodeFate is what a function makes of an answer with one status code.
type CodeFate struct {
	Code int
	Fate CodeVerdict
	At   place.Place // the comparison that decided, in this function or a helper of its package; CodeUnknown: none
}

// A CodeVerdict says how an answer with a status code is taken.
type CodeVerdict int

// The verdicts.
const (
	CodeUnknown CodeVerdict = iota // both, neither, not understood, decided by nothing, or meant as it is
	CodeSuccess                    // it is taken for a success, like one of the codes below 300
	CodeFailure                    // every way with it fails: returns an error, panics or answers a failure
)

// CodeFates says, for each of codes, what becomes of an answer with it that
// call gives as result resp (as for StatusFate), leaving out the ways on which
// result err (-1: none) is not nil.
//
// A code from 300 on is a success only where everything that is done with it is
// done with a success below 300 among codes as well, no way fails, and with some
// other code all seem to. What a
// program says of a code by name, as in "case 409: return nil", is meant: such a
// failure is no success, and such a success no failure.
func (r *Result) CodeFates(call ssa.CallInstruction, resp, err int, codes []int) []CodeFate {
	r.mu.Lock()
	defer r.mu.Unlock()
	list := make([]CodeFate, len(codes))
	taken := make([]taken, len(codes))
	for i, code := range codes {
		list[i].Code = code
		if resp >= 0 && readable(call) {
			taken[i] = r.take(call, resp, err, code)
		}
	}
	for i, t := range taken {
		switch {
		case t.unknown || !t.at.IsValid():
			continue
		case t.fails && !t.goesOn && !(t.named && codes[i] < 300):
			list[i].Fate = CodeFailure
		case codes[i] < 300 && t.goesOn:
			list[i].Fate = CodeSuccess
		case codes[i] >= 300 && t.goesOn && !t.fails && !t.named:
			if likeSuccess(t, codes, taken) && r.failsSomehow(call, resp, err) {
				list[i].Fate = CodeSuccess
			}
		}
		if list[i].Fate != CodeUnknown {
			list[i].At = r.comparisonAt(t.at)
		}
	}
	return list
}

// likeSuccess reports whether a code is taken as one below 300 is that goes on.
func likeSuccess(t taken, codes []int, all []taken) bool {
	for i, other := range all {
		if codes[i] < 300 && !other.unknown && other.goesOn && other.trace == t.trace {
			return true
		}
	}
	return false
}

// probes are codes of which most programs know that they are failures.
var probes = []int{400, 401, 404, 409, 429, 500, 503}

// failsSomehow reports whether the function fails with some code. Where it never
// does, going on says nothing.
func (r *Result) failsSomehow(call ssa.CallInstruction, resp, err int) bool {
	return slices.ContainsFunc(probes, func(code int) bool {
		t := r.take(call, resp, err, code)
		return t.no || !t.unknown && t.fails && !t.goesOn
	})
}

// taken is how one code is taken.
type taken struct {
	unknown bool
	goesOn  bool      // some way ends well
	fails   bool      // some way fails
	no      bool      // some way may tell of a failure, see codeEnd
	named   bool      // some way found it equal to a constant
	at      token.Pos // the comparison that decided; not valid: none
	trace   string    // what is done with it
}

// take follows an answer with one code.
func (r *Result) take(call ssa.CallInstruction, resp, err, code int) taken {
	w := newWalk(r, call.Parent())
	w.call = call
	w.code = newCodeWalk(code, 0)
	start := state{}
	k := answerKind(resultType(call, resp))
	w.root(&start, resp, k)
	if k == status {
		for v := range start.known {
			w.code.ints[v] = int64(code)
		}
	}
	if err >= 0 {
		w.root(&start, err, ownError)
	}
	w.failureObjects(&start)
	w.fromCall(start)
	return w.taken()
}

// A codeWalk is what a walk with one status code knows beyond the state, and
// what it has come to.
type codeWalk struct {
	code  int
	depth int                   // calls into helpers
	ints  map[ssa.Value]int64   // values known from the start: the code, and parameters
	lists map[ssa.Value][]int64 // parameters that are lists of constants
	ends  []codeEnd
	trace map[*ssa.BasicBlock]bool // the blocks come to
	place token.Pos                // stands for the comparisons, where a helper was told what to compare with
}

// A codeEnd is what one way with a code came to.
type codeEnd struct {
	at      ssa.Instruction // a return, or where it fails
	fails   bool
	unknown bool
	no      bool // it may tell of a failure: false, nothing, or a return without more to do
	named   bool
	results []constant.Value // of a return; nil where not known
	decided token.Pos
}

// lost reports whether a walk through a helper came to what nobody can tell the
// outcome of: then it does not matter where its other ways lead.
func (c *codeWalk) lost(w *walk) bool {
	return c.depth > 0 && (len(w.ends) > 0 || slices.ContainsFunc(c.ends, func(e codeEnd) bool { return e.unknown }))
}

func newCodeWalk(code, depth int) *codeWalk {
	return &codeWalk{
		code: code, depth: depth,
		ints: make(map[ssa.Value]int64), lists: make(map[ssa.Value][]int64),
		trace: make(map[*ssa.BasicBlock]bool),
	}
}

// codeEnds notes what a way came to.
func (w *walk) codeEnds(e codeEnd, s *state) {
	e.named, e.decided = s.named, s.decided
	w.code.ends = append(w.code.ends, e)
}

// failsWith ends a way that fails. It says so in the form in which steps end.
func (w *walk) failsWith(in ssa.Instruction, s *state) bool {
	if w.code != nil {
		w.codeEnds(codeEnd{at: in, fails: true}, s)
	}
	return true
}

// taken unites what the ways came to.
func (w *walk) taken() taken {
	t := taken{unknown: w.spent || len(w.ends) > 0}
	for _, e := range w.code.ends {
		t.unknown = t.unknown || e.unknown || e.no && w.code.depth == 0
		t.no = t.no || e.no
		t.named = t.named || e.named
		if e.fails {
			t.fails = true
		} else {
			t.goesOn = true
		}
		if e.decided.IsValid() && (!t.at.IsValid() || e.decided < t.at) {
			t.at = e.decided
		}
	}
	blocks := make([]int, 0, len(w.code.trace))
	for b := range maps.Keys(w.code.trace) {
		blocks = append(blocks, b.Index)
	}
	slices.Sort(blocks)
	t.trace = fmt.Sprint(blocks)
	var results []string
	for _, e := range w.code.ends {
		results = append(results, fmt.Sprint(e.at.Block().Index, e.results))
	}
	slices.Sort(results)
	t.trace += fmt.Sprint(slices.Compact(results))
	return t
}

// leaveWith takes a return in a walk with a code.
func (w *walk) leaveWith(in *ssa.Return, s *state) bool {
	for _, v := range in.Results {
		if on := s.resolve(v); isVerdict(v) && w.ofCode(on, s) && w.evaluate(v, s, maxDepth) != nil {
			s.decided = w.decidedBy(on, s)
		}
	}
	if w.errorResult() >= 0 && w.failing(in, s) {
		return w.failsWith(in, s)
	}
	e := codeEnd{at: in, results: make([]constant.Value, len(in.Results))}
	for i, v := range in.Results {
		x := w.evaluate(v, s, maxDepth)
		if k := s.kindOf(v); (k == status || k == response) && (x == nil || !isVerdict(v)) {
			e.unknown = true // handed on
		}
		if isVerdict(v) {
			e.results[i] = x
		}
		if code.IsError(v.Type()) && x == nil {
			e.results[i] = constant.MakeBool(false) // another's; its failures are left out
		}
		e.no = e.no || isBool(v.Type()) && x != nil && !constant.BoolVal(x)
	}
	e.no = e.no || len(in.Results) == 0 && in.Pos().IsValid()
	e.no = e.no || w.errorResult() < 0 && zero(in, s) && w.givesMore()
	w.codeEnds(e, s)
	return true
}

// isVerdict reports whether v can tell a caller whether all was well.
func isVerdict(v ssa.Value) bool { return isBool(v.Type()) || code.IsError(v.Type()) }

// decide says on which side of a condition an answer with the code goes on, and
// notes that it was decided there. ok is false where the code does not decide.
func (w *walk) decide(cond ssa.Value, s *state) (yes, ok bool) {
	x := w.evaluate(cond, s, maxDepth)
	if x == nil || x.Kind() != constant.Bool {
		return false, false
	}
	yes = constant.BoolVal(x)
	on := s.resolve(cond)
	for {
		not, ok := on.(*ssa.UnOp)
		if !ok || not.Op != token.NOT {
			break
		}
		on = s.resolve(not.X)
	}
	if !w.ofCode(on, s) {
		return yes, true
	}
	if pos := w.decidedBy(on, s); pos.IsValid() {
		s.decided = pos
	}
	s.named = s.named || w.names(on, s)
	return yes, true
}

// ofCode reports whether a condition depends on the code.
func (w *walk) ofCode(on ssa.Value, s *state) bool {
	if k := s.kindOf(on); k == status || k == response {
		return true
	}
	cmp, ok := on.(*ssa.BinOp)
	return ok && (s.kindOf(cmp.X) == status || s.kindOf(cmp.Y) == status)
}

// decidedBy is the position of the comparison behind a condition: in a helper,
// where one found the answer.
func (w *walk) decidedBy(on ssa.Value, s *state) token.Pos {
	if w.code.place.IsValid() {
		return w.code.place
	}
	for _, v := range operandsOf(on) {
		if at := s.get(v).decided; at.IsValid() {
			return at
		}
	}
	return on.Pos()
}

// names reports whether a condition holds the code against a constant that it
// is equal to.
func (w *walk) names(on ssa.Value, s *state) bool {
	switch v := on.(type) {
	case *ssa.BinOp:
		if v.Op != token.EQL && v.Op != token.NEQ {
			return false
		}
		code := constant.MakeInt64(int64(w.code.code))
		for _, side := range []ssa.Value{v.X, v.Y} {
			x := w.evaluate(side, s, maxDepth)
			if x == nil || x.Kind() != constant.Int || !constant.Compare(x, token.EQL, code) {
				return false
			}
		}
		return true
	case *ssa.Call:
		x := w.evaluate(v, s, maxDepth)
		fn := v.Call.StaticCallee()
		return fn != nil && code.FullName(fn) == "slices.Contains" && x != nil && constant.BoolVal(x)
	}
	return false
}

// operandsOf gives v and, of a comparison, its two sides.
func operandsOf(v ssa.Value) []ssa.Value {
	if cmp, ok := v.(*ssa.BinOp); ok {
		return []ssa.Value{v, cmp.X, cmp.Y}
	}
	return []ssa.Value{v}
}
