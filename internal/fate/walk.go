package fate

import (
	"go/token"
	"slices"
	"strconv"
	"strings"

	"github.com/vippslint/vippslint/internal/code"
	"golang.org/x/tools/go/ssa"
)

// kind says what a value has to do with the answer or the error followed.
type kind int8

const (
	nothing  kind = iota
	beside        // an int that came with the error followed, or is made of it: the status, in most helpers
	ownError      // the error of the call itself, on ways on which it is nil
	status        // the status code or line, or made of it
	response      // the response
	obliged       // an error: any read of it is what is waited for
)

// A known is what is known of one value, or of what a variable holds, on the
// way walked so far.
type known struct {
	kind    kind
	result  int       // of a call with several results: the one that kind is about
	same    ssa.Value // of a phi or a load: the value that it is on this way
	truth   int8      // of a condition that several branches ask: 1 true, -1 false; of what a helper made of a code too
	decided token.Pos // of what a helper made of a code: the comparison that did
}

// A state is a way walked so far: what is known, which loops were entered, and
// where the body was first used.
type state struct {
	known   map[ssa.Value]known
	entered []int // indices of loop headers, sorted
	doubt   bool  // a function was asked what it thinks of an error, and the answer is not understood
	use     ssa.Instruction
	failed  errorWay  // in a walk for SwallowFate
	named   bool      // in a walk for CodeFates: the code was found equal to a constant
	decided token.Pos // in a walk for CodeFates: the last comparison that the code decided
}

func (s *state) get(v ssa.Value) known { return s.known[v] }

func (s *state) set(v ssa.Value, k known) {
	if k == (known{}) {
		delete(s.known, v)
		return
	}
	if s.known == nil {
		s.known = make(map[ssa.Value]known)
	}
	s.known[v] = k
}

// forget drops what was known of a value that is computed anew.
func (s *state) forget(v ssa.Value) {
	if len(s.known) == 0 {
		return
	}
	delete(s.known, v)
	for other, k := range s.known {
		if k.same == v {
			k.same = nil
			s.set(other, k)
		}
	}
}

// resolve passes through phis and loads to the value that v is on this way.
func (s *state) resolve(v ssa.Value) ssa.Value {
	for range 20 {
		same := s.known[v].same
		if same == nil {
			break
		}
		v = same
	}
	return v
}

// kindOf is what v has to do with what is followed.
func (s *state) kindOf(v ssa.Value) kind { return s.known[v].kind }

func (s *state) clone() state {
	c := state{entered: s.entered, doubt: s.doubt, use: s.use, failed: s.failed, named: s.named, decided: s.decided}
	if len(s.known) > 0 {
		c.known = make(map[ssa.Value]known, len(s.known))
		for v, k := range s.known {
			c.known[v] = k
		}
	}
	return c
}

// maxStates bounds the work for one call. What exceeds it is unknown.
const maxStates = 3000

// A walk follows one answer or error along all ways through one function.
type walk struct {
	r       *Result
	fn      *ssa.Function
	call    ssa.CallInstruction // nil: the walk starts at the entry
	anyRead bool                // an error is followed: any read is enough
	swallow bool                // it is followed on the ways on which it is not nil
	code    *codeWalk           // an answer with one status code is followed: for CodeFates
	ends    []ending            // what the ways came to
	seen    map[string]bool
	ids     map[ssa.Value]int
	spent   bool // the budget ran out
}

// An ending is what one way came to.
type ending struct {
	fate   Fate
	result int             // HandedOn; Checked: the error result that carries it, -1: none
	at     ssa.Instruction // Lost: where
	use    ssa.Instruction // Lost: the first use of the body, if any
	test   *ssa.BinOp      // Lost, in a walk for SwallowFate: the comparison that found the error
	again  bool            // Lost: the way came to the call again
	doubt  bool            // the way may be that of an error
}

func newWalk(r *Result, fn *ssa.Function) *walk {
	return &walk{r: r, fn: fn, seen: make(map[string]bool), ids: make(map[ssa.Value]int)}
}

// root marks result i of the call.
func (w *walk) root(s *state, i int, k kind) {
	v := w.call.Value()
	if v == nil {
		return
	}
	if w.call.Common().Signature().Results().Len() == 1 {
		s.set(v, known{kind: k})
		return
	}
	// The extracts stand behind the call, but they are computed of it alone.
	for _, ref := range *v.Referrers() {
		if x, ok := ref.(*ssa.Extract); ok && x.Index == i {
			s.set(x, known{kind: k})
		}
	}
}

// A job is a block to walk from one of its instructions on.
type job struct {
	block *ssa.BasicBlock
	from  int
	state state
}

// fromCall walks from behind the call.
func (w *walk) fromCall(s state) {
	b := w.call.Block()
	w.run(job{b, slices.Index(b.Instrs, ssa.Instruction(w.call)) + 1, s})
}

// fromEntry walks from the function's entry.
func (w *walk) fromEntry(s state) { w.run(job{w.fn.Blocks[0], 0, s}) }

func (w *walk) run(first job) {
	todo := []job{first}
	for len(todo) > 0 {
		j := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		if w.code != nil && w.code.lost(w) {
			return // a helper of which this is not understood is not understood
		}
		if len(w.seen) > maxStates {
			w.spent = true
			return
		}
		if j.from == 0 {
			key := w.key(j.block, &j.state)
			if w.seen[key] {
				continue
			}
			w.seen[key] = true
		}
		if next := w.block(j); len(next) > 0 {
			slices.Reverse(next)
			todo = append(todo, next...)
		}
	}
}

// block walks through one block and gives the blocks where the way goes on.
func (w *walk) block(j job) []job {
	s := j.state.clone()
	if w.code != nil {
		w.code.trace[j.block] = true
	}
	for _, in := range j.block.Instrs[j.from:] {
		if w.call != nil && in == ssa.Instruction(w.call) {
			switch {
			case w.swallow:
				w.nextRound(in, &s)
			case w.code == nil:
				w.end(&s, ending{fate: Lost, at: in, use: s.use, again: true})
			}
			return nil
		}
		if _, ok := in.(*ssa.Phi); ok {
			continue // set at the edge
		}
		if w.step(in, &s) {
			return nil
		}
	}
	var next []job
	branch, _ := j.block.Instrs[len(j.block.Instrs)-1].(*ssa.If)
	for _, i := range w.edges(j.block, &s) {
		to := j.block.Succs[i]
		t := s.clone()
		if branch != nil && asked(branch.Cond) > 1 {
			k := t.get(branch.Cond)
			k.truth = 1 - 2*int8(i)
			t.set(branch.Cond, k)
		}
		pred := entry(j.block, i)
		if w.swallow {
			if branch != nil && !w.onErrorWay(branch, to, &t) {
				continue
			}
			if w.leavesTrace(j.block, to, pred, &t) {
				w.end(&t, ending{fate: Checked, result: -1})
				continue
			}
		}
		w.enter(&t, to, pred)
		next = append(next, job{to, 0, t})
	}
	return next
}

// asked counts the branches that depend on cond itself.
func asked(cond ssa.Value) int {
	n := 0
	if refs := cond.Referrers(); refs != nil {
		for _, ref := range *refs {
			if _, ok := ref.(*ssa.If); ok {
				n++
			}
		}
	}
	return n
}

// entry is the index among the predecessors of successor i of b by which it is
// entered from b. Both sides of a branch may lead to one block.
func entry(b *ssa.BasicBlock, i int) int {
	to, skip := b.Succs[i], 0
	for _, s := range b.Succs[:i] {
		if s == to {
			skip++
		}
	}
	for k, p := range to.Preds {
		if p == b {
			if skip == 0 {
				return k
			}
			skip--
		}
	}
	return 0
}

// enter sets the phis of block to as they are when it is entered by edge pred.
// All of them change at once.
func (w *walk) enter(s *state, to *ssa.BasicBlock, pred int) {
	var phis []*ssa.Phi
	var news []known
	for _, in := range to.Instrs {
		phi, ok := in.(*ssa.Phi)
		if !ok {
			break
		}
		phis = append(phis, phi)
		news = append(news, w.copyOf(s, phi.Edges[pred]))
	}
	for _, phi := range phis {
		s.forget(phi)
	}
	for i, phi := range phis {
		if news[i].same == phi {
			news[i].same = nil
		}
		s.set(phi, news[i])
	}
}

// copyOf is what is known of a copy of v.
func (w *walk) copyOf(s *state, v ssa.Value) known {
	k := known{kind: s.kindOf(v)}
	if same := s.resolve(v); decides(same) || w.code != nil && k.kind == status && isInteger(same.Type()) {
		k.same = same
	}
	return k
}

// decides reports whether it helps to know that a phi is v: truth values,
// errors and nil decide where ways go and whether a return fails.
func decides(v ssa.Value) bool {
	if c, ok := v.(*ssa.Const); ok {
		return c.IsNil() || isBool(c.Type())
	}
	return isBool(v.Type()) || code.IsError(v.Type())
}

func (w *walk) end(s *state, e ending) {
	e.doubt = s.doubt
	w.ends = append(w.ends, e)
}

// settle drops losses that may be none, where other ways lose nothing: those on
// a side of a test that may be that of an error, and those at a return in the
// middle of a function without results, which may be its way to give up.
func (w *walk) settle() {
	sound, unsure := false, false // an ending that is no loss; one of them in doubt
	for _, e := range w.ends {
		sound = sound || e.fate != Lost
		unsure = unsure || e.fate != Lost && e.doubt
	}
	w.ends = slices.DeleteFunc(w.ends, func(e ending) bool {
		if e.fate != Lost {
			return false
		}
		_, ret := e.at.(*ssa.Return)
		givesUp := ret && e.at.Pos().IsValid() && w.fn.Signature.Results().Len() == 0
		return unsure && e.doubt || sound && givesUp
	})
}

// key names a block and all that is known when it is entered.
func (w *walk) key(b *ssa.BasicBlock, s *state) string {
	type entry struct {
		id int
		k  known
	}
	list := make([]entry, 0, len(s.known))
	for v, k := range s.known {
		list = append(list, entry{w.id(v), k})
	}
	slices.SortFunc(list, func(a, b entry) int { return a.id - b.id })
	var key strings.Builder
	key.WriteString(strconv.Itoa(b.Index))
	if s.doubt {
		key.WriteByte('?')
	}
	if s.named {
		key.WriteByte('#')
	}
	if s.failed.answered {
		key.WriteByte('!')
	}
	if f := s.failed; f.test != nil {
		key.WriteString("=" + strconv.Itoa(w.id(f.test)))
		if f.branch != nil {
			key.WriteString("@" + strconv.Itoa(f.branch.Index))
		}
	}
	for _, i := range s.entered {
		key.WriteString("," + strconv.Itoa(i))
	}
	for _, e := range list {
		for _, n := range []int{e.id, int(e.k.kind), e.k.result, int(e.k.truth), w.id(e.k.same)} {
			key.WriteByte(' ')
			key.WriteString(strconv.Itoa(n))
		}
	}
	return key.String()
}

// id numbers values; the numbers only tell them apart.
func (w *walk) id(v ssa.Value) int {
	if v == nil {
		return 0
	}
	if _, ok := w.ids[v]; !ok {
		w.ids[v] = len(w.ids) + 1
	}
	return w.ids[v]
}
