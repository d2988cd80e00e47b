package evidence

import (
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/vippslint/vippslint/internal/code"
	"github.com/vippslint/vippslint/internal/fate"
	"github.com/vippslint/vippslint/internal/flow"
	"github.com/vippslint/vippslint/internal/vippsapi"
)

// A spread follows what a function was given of a token forward, whatever is
// made of it, to the requests that it goes into. It takes more for made of the
// token than is: that a value is found at a request is only one of the
// conditions of a finding. What may keep the token beyond the call ends it.
type spread struct {
	e     *engine
	fn    *ssa.Function
	depth int
	seen  map[ssa.Value]bool
	queue []ssa.Value

	kept       bool       // it may outlive the call: a field, a package variable, a cache, a closure, or nobody knows
	many       bool       // a function that it is handed to sends it again and again
	results    []int      // results that hold it
	params     []int      // parameters that it is written to
	uses       []tokenUse // requests that it goes into
	authorizes bool       // it is the value of the header in which a token goes
}

// A tokenUse is a request that a token goes into.
type tokenUse struct {
	at  ssa.Instruction // in the function at hand
	req *request        // there or in what it calls
}

// maxSpread bounds the values of one function that are followed.
const maxSpread = 2000

func (e *engine) newSpread(fn *ssa.Function, depth int) *spread {
	return &spread{e: e, fn: fn, depth: depth, seen: map[ssa.Value]bool{}}
}

// run follows all that is marked.
func (s *spread) run() {
	for len(s.queue) > 0 && !s.kept {
		v := s.queue[0]
		s.queue = s.queue[1:]
		refs := v.Referrers()
		if refs == nil {
			continue
		}
		for _, ref := range *refs {
			s.step(v, ref)
		}
	}
	slices.Sort(s.results)
	slices.Sort(s.params)
	s.results, s.params = slices.Compact(s.results), slices.Compact(s.params)
}

// add marks v as made of the token. Numbers, such as how long it lives, errors
// and what is true or false hold none.
func (s *spread) add(v ssa.Value) {
	if v == nil || s.seen[v] || !holdsText(v.Type()) {
		return
	}
	if len(s.seen) > maxSpread {
		s.kept = true
		return
	}
	s.seen[v] = true
	s.queue = append(s.queue, v)
}

func holdsText(t types.Type) bool {
	if code.IsError(t) {
		return false
	}
	b, ok := code.Deref(t).Underlying().(*types.Basic)
	return !ok || b.Info()&types.IsString != 0
}

// step follows v into one instruction that it is an operand of.
func (s *spread) step(v ssa.Value, ref ssa.Instruction) {
	switch in := ref.(type) {
	case *ssa.Store:
		if in.Val == v {
			s.mark(in.Addr)
		}
	case *ssa.MapUpdate:
		if in.Value == v || in.Key == v {
			s.names(in.Key)
			s.mark(in.Map)
		}
	case *ssa.Send:
		s.kept = s.kept || in.X == v
	case *ssa.Return:
		for i, r := range in.Results {
			if r == v {
				s.results = append(s.results, i)
			}
		}
	case *ssa.MakeClosure:
		s.closure(in, v)
	case ssa.CallInstruction:
		s.call(in, v)
	case ssa.Value:
		s.add(in)
	}
}

// names notes a header that holds the token.
func (s *spread) names(key ssa.Value) {
	s.authorizes = s.authorizes || slices.ContainsFunc(s.e.flow.Texts(flow.At(key)), func(t flow.Text) bool {
		return len(t.Parts) == 1 && t.Parts[0].Hole == nil && vippsapi.IsAuthorization(t.Parts[0].Const)
	})
}

// mark marks what v points into.
func (s *spread) mark(v ssa.Value) { s.markRoot(v, false, map[ssa.Value]bool{}) }

func (s *spread) markRoot(v ssa.Value, part bool, seen map[ssa.Value]bool) {
	if v == nil || seen[v] {
		return
	}
	seen[v] = true
	if carriesHeaders(v.Type()) {
		part = false
		s.add(v)
	}
	switch x := v.(type) {
	case *ssa.FieldAddr:
		s.markRoot(x.X, !carriesHeaders(x.X.Type()), seen)
	case *ssa.Field:
		s.markRoot(x.X, true, seen)
	case *ssa.IndexAddr:
		s.markRoot(x.X, part, seen)
	case *ssa.Lookup:
		s.markRoot(x.X, true, seen)
	case *ssa.UnOp:
		s.markRoot(x.X, part, seen)
		if cell, ok := x.X.(*ssa.Alloc); ok { // what a variable that a closure shares points to
			for _, ref := range *cell.Referrers() {
				if st, ok := ref.(*ssa.Store); ok && st.Addr == ssa.Value(cell) {
					s.markRoot(st.Val, part, seen)
				}
			}
		}
	case *ssa.MakeInterface:
		s.markRoot(x.X, part, seen)
	case *ssa.ChangeType:
		s.markRoot(x.X, part, seen)
	case *ssa.ChangeInterface:
		s.markRoot(x.X, part, seen)
	case *ssa.Convert:
		s.markRoot(x.X, part, seen)
	case *ssa.TypeAssert:
		s.markRoot(x.X, part, seen)
	case *ssa.Slice:
		s.markRoot(x.X, part, seen)
	case *ssa.Phi:
		for _, edge := range x.Edges {
			s.markRoot(edge, part, seen)
		}
	case *ssa.Extract:
		s.add(x)
		s.markRoot(x.Tuple, part, seen)
	case *ssa.Alloc, *ssa.MakeMap, *ssa.MakeSlice:
		s.add(v)
	case *ssa.Const:
	case *ssa.Parameter:
		if part {
			s.kept = true
			return
		}
		if i := slices.Index(s.fn.Params, x); i >= 0 {
			s.params = append(s.params, i)
		}
		s.add(x)
	case *ssa.Call:
		if f := code.Callee(x); carriesHeaders(resultType(x)) || f != nil && f.Pkg() != nil && passive(f.Pkg().Path()) {
			s.add(v)
			return
		}
		s.kept = true
	default: // a free or package variable, an element that came from elsewhere
		s.kept = true
	}
}

// carriesHeaders reports whether values of type t are requests that are not sent
// yet, or their headers: what is written to them goes no further.
func carriesHeaders(t types.Type) bool {
	if t == nil {
		return false
	}
	if code.IsHTTP(t, "Request") || code.IsHTTP(t, "Header") {
		return true
	}
	n, ok := types.Unalias(code.Deref(t)).(*types.Named)
	return ok && n.Obj().Pkg() != nil && n.Obj().Name() == "Request" &&
		slices.ContainsFunc(libraries, func(l *library) bool { return slices.Contains(l.paths, n.Obj().Pkg().Path()) })
}

// passive reports whether the functions of a package of the standard library
// keep nothing of what they are given.
func passive(path string) bool {
	switch path {
	case "bufio", "bytes", "context", "encoding/base64", "encoding/json", "errors", "fmt", "io", "io/ioutil", "log", "log/slog", "maps",
		"net/http", "net/http/httputil", "net/textproto", "net/url", "regexp", "slices", "strconv", "strings", "time", "unicode/utf8":
		return true
	}
	return false
}

// call follows v into a call.
func (s *spread) call(in ssa.CallInstruction, v ssa.Value) {
	if b, ok := in.Common().Value.(*ssa.Builtin); ok {
		switch b.Name() {
		case "append":
			s.add(in.Value())
		case "copy":
			s.mark(in.Common().Args[0])
		}
		return
	}
	if reqs := s.e.requestsOfCall(in); len(reqs) > 0 {
		s.sent(in, v, reqs)
		return
	}
	if inner := code.Helper(s.e.pass.Pkg, in); inner != nil {
		s.into(in, v, inner)
		return
	}
	if !fate.Logs(in) {
		s.outside(in, v)
	}
}

// sent follows v into a call that sends a request.
func (s *spread) sent(in ssa.CallInstruction, v ssa.Value, reqs []*request) {
	for _, r := range reqs {
		if !onlyToken(r) {
			s.uses = append(s.uses, tokenUse{in, r})
		}
	}
	if inner := code.Helper(s.e.pass.Pkg, in); inner != nil {
		for i, arg := range in.Common().Args {
			if arg == v {
				within := s.e.spreadOf(inner, i, s.depth+1)
				s.kept = s.kept || within.kept
			}
		}
	}
	s.many = s.many || s.e.sendsMany(in)
}

// into follows v into a function of the package that sends nothing which the
// caller has to know of.
func (s *spread) into(in ssa.CallInstruction, v ssa.Value, inner *ssa.Function) {
	for i, arg := range in.Common().Args {
		if arg != v {
			continue
		}
		within := s.e.spreadOf(inner, i, s.depth+1)
		s.kept, s.many = s.kept || within.kept, s.many || within.many
		s.authorizes = s.authorizes || within.authorizes
		for _, u := range within.uses {
			s.uses = append(s.uses, tokenUse{in, u.req})
			s.many = s.many || inLoop(u.at)
		}
		for _, p := range within.params {
			if p != i && p < len(in.Common().Args) {
				s.mark(in.Common().Args[p])
			}
		}
		s.addResults(in, within.results)
	}
}

// addResults marks results of a call.
func (s *spread) addResults(in ssa.CallInstruction, results []int) {
	call := in.Value()
	if call == nil {
		return
	}
	if in.Common().Signature().Results().Len() == 1 {
		if len(results) > 0 {
			s.add(call)
		}
		return
	}
	for _, ref := range *call.Referrers() {
		if x, ok := ref.(*ssa.Extract); ok && slices.Contains(results, x.Index) {
			s.add(x)
		}
	}
}

// outside follows v into a function of another package, or one that is not
// known.
func (s *spread) outside(in ssa.CallInstruction, v ssa.Value) {
	f := code.Callee(in)
	if f == nil || f.Pkg() == nil {
		s.kept = true
		return
	}
	recv, _ := code.Argument(in, 0)
	method := f.Signature().Recv() != nil
	lib, name := libraryOf(f)
	switch {
	case passive(f.Pkg().Path()) || lib != nil:
		if code.IsFunc(f, "net/http", "Header", "Set", "Add") || lib != nil && strings.HasSuffix(name, "SetHeader") {
			if key, ok := code.Argument(in, 1); ok {
				s.names(key)
			}
		}
		s.authorizes = s.authorizes || lib != nil && (strings.HasSuffix(name, "AuthToken") || strings.HasSuffix(name, "BearerToken"))
		if method && recv != v && !in.Common().IsInvoke() && !code.IsHTTP(recv.Type(), "Client") {
			s.mark(recv)
		}
		if code.IsFunc(f, "encoding/json", "Decoder", "Decode") || code.IsFunc(f, "encoding/json", "", "Unmarshal") {
			if out, ok := code.Argument(in, 1); ok && out != v {
				s.mark(out)
			}
		}
	case method && recv != v, !givesText(f.Signature()):
		s.kept = true
		return
	}
	if in.Value() != nil {
		s.add(in.Value())
	}
}

// givesText reports whether a function gives a text, or texts by name, and so
// may write what it is given in another form. What gives anything else may be the
// start of something that lives longer.
func givesText(sig *types.Signature) bool {
	for r := range sig.Results().Variables() {
		switch t := r.Type().Underlying().(type) {
		case *types.Map:
			return holdsText(t.Elem())
		case *types.Basic:
			return holdsText(t)
		}
		return carriesHeaders(r.Type())
	}
	return false
}

// closure follows v into a function literal that is run on the spot. One that is
// handed to somebody else may be run at any time.
func (s *spread) closure(in *ssa.MakeClosure, v ssa.Value) {
	fn := in.Fn.(*ssa.Function)
	for _, ref := range *in.Referrers() {
		call, ok := ref.(ssa.CallInstruction)
		if !ok || call.Common().Value != ssa.Value(in) && !runsOnce(code.Callee(call)) {
			s.kept = true
			return
		}
	}
	if s.depth > code.MaxHelpers {
		s.kept = true
		return
	}
	within := s.e.newSpread(fn, s.depth+1)
	for i, b := range in.Bindings {
		if b == v {
			within.add(fn.FreeVars[i])
		}
	}
	within.run()
	s.kept, s.many = s.kept || within.kept, s.many || within.many
	s.authorizes = s.authorizes || within.authorizes
	for _, u := range within.uses {
		s.uses = append(s.uses, tokenUse{in, u.req})
		s.many = s.many || inLoop(u.at)
	}
}

// runsOnce reports whether a function runs the function that it is given once,
// while its caller runs or soon after.
func runsOnce(f *types.Func) bool {
	return code.IsFunc(f, "golang.org/x/sync/errgroup", "Group", "Go", "TryGo") || code.IsFunc(f, "sync", "WaitGroup", "Go")
}
