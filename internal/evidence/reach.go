package evidence

import (
	"cmp"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/vippslint/vippslint/internal/code"
	"github.com/vippslint/vippslint/internal/vippsapi"
)

// Reach is the fact on a function from which handlers of payment callbacks,
// requests that read payments back, or requests that ask for callbacks can be
// reached. It says what a caller reaches, however deep below.
type Reach struct {
	Name string         // of the function; empty where it has no clues
	At   token.Position // of the function, where it has clues

	Clues    []Clue            // what tells that it is a handler, if it is registered as one
	Into     []int             // parameters into which it decodes JSON
	Handlers []HandlerRef      // registered in it or below, sorted
	Reads    []vippsapi.Family // read back in it or below, sorted
	Behind   []Behind          // read back if somebody calls a method of one of the merchant's interfaces, sorted
	Asks     []Ask             // sorted
}

// AFact marks Reach as a fact.
func (*Reach) AFact() {}

func (*Reach) String() string { return "reach" }

// A Behind is a read-back by a method that stands behind one of the merchant's
// interfaces, where no more is seen than the conversion to that.
type Behind struct {
	Method string // empty: it is called
	Family vippsapi.Family
}

// A Decoding is a payment callback, and how it is known as one.
type Decoding struct {
	Inbound string // ID
	Reason  Reason
}

// A HandlerRef is a handler of payment callbacks.
type HandlerRef struct {
	Decoding
	Name string
	Pos  token.Position

	// Param is not 0 where only the type argument with that number (from 1) says
	// what the handler decodes; Inbound is empty then.
	Param int
}

// reaches finds, for every function of the package, what can be reached from
// it. It is a graph of references, not of calls: whoever mentions a function may
// call it.
type reaches struct {
	e     *engine
	world *World
	clues map[*ssa.Function]*clueSet
	nodes []*node // in the order of the source
	home  map[*types.Func]*node
	known map[*types.Func]*Reach // of functions of other packages; nil: none
}

// A node is a declared function with the literals in it, or, where obj is nil,
// the initial values of the package's variables.
type node struct {
	obj      *types.Func
	fns      []*ssa.Function // none: no SSA was made of it
	mentions []mention
	convs    []converted
	types    []types.Type // where there is no SSA: of what it mentions
	reach    Reach
}

// reach finds what the functions of the package reach, and exports it.
func (e *engine) reach(w *World) *reaches {
	r := &reaches{e: e, world: w, home: map[*types.Func]*node{}, known: map[*types.Func]*Reach{}}
	if !e.related {
		return r
	}
	r.findClues()
	r.findNodes()
	for changed := true; changed; {
		changed = false
		for _, n := range r.nodes {
			changed = r.update(n) || changed
		}
	}
	for _, n := range r.nodes {
		if n.obj == nil || n.obj.Name() == "init" && n.obj.Signature().Recv() == nil {
			for _, family := range n.reach.Reads {
				w.Starts = append(w.Starts, Behind{"", family})
			}
			w.Starts = append(w.Starts, n.reach.Behind...)
			w.Wired = append(w.Wired, n.reach.Handlers...)
			continue
		}
		if f := n.reach; len(f.Clues)+len(f.Into)+len(f.Handlers)+len(f.Reads)+len(f.Behind)+len(f.Asks) > 0 {
			e.pass.ExportObjectFact(n.obj, &f)
		}
	}
	return r
}

// ofDecl gives what is known of a declared function, and nil where that is
// nothing.
func (r *reaches) ofDecl(obj *types.Func) *Reach {
	if obj.Pkg() == r.e.pass.Pkg {
		if n := r.home[obj]; n != nil {
			return &n.reach
		}
		return nil
	}
	reach, ok := r.known[obj]
	if !ok {
		var f Reach
		if obj.Pkg() != nil && r.e.pass.ImportObjectFact(obj, &f) {
			reach = &f
		}
		r.known[obj] = reach
	}
	return reach
}

// of is ofDecl for a function that was declared; of a literal it is the handlers
// that are registered in it.
func (r *reaches) of(fn *ssa.Function) *Reach {
	if o := fn.Origin(); o != nil {
		fn = o
	}
	outer := fn
	for outer.Parent() != nil {
		outer = outer.Parent()
	}
	obj, ok := outer.Object().(*types.Func)
	if !ok || outer == fn {
		if ok {
			return r.ofDecl(obj.Origin())
		}
		return nil
	}
	n := r.home[obj]
	if n == nil || fn.Syntax() == nil {
		return nil
	}
	f := &Reach{}
	for _, m := range n.mentions {
		if fn.Syntax().Pos() < m.Pos && m.End <= fn.Syntax().End() {
			f.Handlers = append(f.Handlers, r.handlersAt(m)...)
		}
	}
	return f
}

// conversions lists the conversions to interfaces with methods in fn.
func conversions(fn *ssa.Function) []*ssa.MakeInterface {
	var found []*ssa.MakeInterface
	for _, b := range fn.Blocks {
		for _, in := range b.Instrs {
			if m, ok := in.(*ssa.MakeInterface); ok && m.Type().Underlying().(*types.Interface).NumMethods() > 0 {
				found = append(found, m)
			}
		}
	}
	return found
}

// update judges n again and reports whether that gave something new.
func (r *reaches) update(n *node) bool {
	f := &n.reach
	was := len(f.Handlers) + len(f.Reads) + len(f.Behind) + len(f.Asks)
	add := func(below *Reach) {
		if below != nil && below != f {
			f.Reads = append(f.Reads, below.Reads...)
			f.Behind = append(f.Behind, below.Behind...)
			f.Asks = append(f.Asks, below.Asks...)
		}
	}
	for _, m := range n.mentions {
		f.Handlers = append(f.Handlers, r.handlersAt(m)...)
		if m.fn != nil {
			add(r.ofDecl(m.fn))
		}
		for _, t := range m.targs {
			for _, method := range methodsOf(t) {
				add(r.ofDecl(method))
			}
		}
	}
	for _, c := range n.convs {
		f.Handlers = append(f.Handlers, r.handlersBehind(c)...)
		for _, method := range c.methods {
			add(r.ofDecl(method))
		}
		for _, method := range c.waiting {
			if below := r.ofDecl(method); below != nil && below != f {
				for _, family := range below.Reads {
					f.Behind = append(f.Behind, Behind{method.Name(), family})
				}
				f.Behind = append(f.Behind, below.Behind...)
				f.Asks = append(f.Asks, below.Asks...)
			}
		}
	}
	for _, t := range n.types {
		for _, method := range methodsOf(t) {
			if below := r.ofDecl(method); below != nil {
				f.Reads = append(f.Reads, below.Reads...)
				f.Behind = append(f.Behind, below.Behind...)
			}
		}
	}
	f.Handlers = sortedHandlers(f.Handlers)
	slices.Sort(f.Reads)
	f.Reads = slices.Compact(f.Reads)
	f.Behind = sortedBehind(f.Behind)
	f.Asks = sortedAsks(f.Asks)
	return len(f.Handlers)+len(f.Reads)+len(f.Behind)+len(f.Asks) > was
}

// reached lists the nodes that a program reaches which starts in this package.
func (r *reaches) reached() []*node {
	seen := map[*node]bool{}
	var queue []*node
	visit := func(n *node) {
		if n != nil && !seen[n] {
			seen[n] = true
			queue = append(queue, n)
		}
	}
	for _, n := range r.nodes {
		if n.obj == nil || n.obj.Signature().Recv() == nil && (n.obj.Name() == "main" || n.obj.Name() == "init") {
			visit(n)
		}
	}
	for i := 0; i < len(queue); i++ {
		n := queue[i]
		for _, m := range n.mentions {
			visit(r.home[m.fn])
			for _, t := range m.targs {
				for _, method := range methodsOf(t) {
					visit(r.home[method])
				}
			}
		}
		for _, c := range n.convs {
			for _, method := range c.methods {
				visit(r.home[method])
			}
			for _, method := range c.waiting {
				if r.invoked(method.Name()) {
					visit(r.home[method])
				}
			}
		}
		for _, t := range n.types {
			for _, method := range methodsOf(t) {
				visit(r.home[method])
			}
		}
	}
	return queue
}

func sortedBehind(list []Behind) []Behind {
	slices.SortFunc(list, func(a, b Behind) int {
		return cmp.Or(cmp.Compare(a.Method, b.Method), cmp.Compare(a.Family, b.Family))
	})
	return slices.Compact(list)
}

// invoked reports whether a method of that name, which looks like a read-back,
// is called through an interface in this package or one below it.
func (r *reaches) invoked(name string) bool {
	_, ok := slices.BinarySearch(r.world.Invoked, name)
	return ok
}

func sortedHandlers(list []HandlerRef) []HandlerRef {
	slices.SortStableFunc(list, func(a, b HandlerRef) int {
		if c := comparePositions(a.Pos, b.Pos); c != 0 {
			return c
		}
		return strings.Compare(a.Inbound, b.Inbound)
	})
	return slices.CompactFunc(list, func(a, b HandlerRef) bool {
		return a.Pos == b.Pos && a.Inbound == b.Inbound && a.Param == b.Param
	})
}

func comparePositions(a, b token.Position) int {
	if c := strings.Compare(a.Filename, b.Filename); c != 0 {
		return c
	}
	return a.Offset - b.Offset
}

// methodsOf lists the methods that can be called on a value of a type, or on a
// pointer to it.
func methodsOf(t types.Type) []*types.Func {
	t = code.Deref(t)
	if types.IsInterface(t) {
		return nil
	}
	set := types.NewMethodSet(types.NewPointer(t))
	var list []*types.Func
	for i := range set.Len() {
		if f, ok := set.At(i).Obj().(*types.Func); ok {
			list = append(list, f.Origin())
		}
	}
	return list
}
