package evidence

import (
	"go/token"
	"slices"
	"strconv"

	"github.com/vippslint/vippslint/internal/place"
	"github.com/vippslint/vippslint/internal/vippsapi"
)

// A reference is a place in the package that leads to a handler.
type reference struct {
	place.Span
	handler HandlerRef
	made    bool // a factory's return, which is the place only where nobody is seen to call the factory
}

// unread lists the places of a main package from which payment callbacks are
// taken, or asked for, whose payments nothing reads back that the program
// reaches.
func (r *reaches) unread() []*Callback {
	if r.e.pass.Pkg.Name() != "main" || r.world.Library {
		return nil
	}
	reached := r.reached()
	read := r.read(reached)
	if slices.Contains(read, anyFamily) {
		return nil
	}
	refs := r.references()
	found := r.unreadHandlers(refs, read)
	if len(refs) == 0 {
		found = r.unreadAsks(reached, read)
	}
	return slices.DeleteFunc(found, func(c *Callback) bool { return r.e.otherMainMayRead(r.world, c.Family) })
}

// read lists the families whose payments are read back by what the program
// reaches.
func (r *reaches) read(reached []*node) []vippsapi.Family {
	var read []vippsapi.Family
	behind := slices.Clone(r.world.Starts)
	for _, n := range reached {
		read = append(read, n.reach.Reads...)
		behind = append(behind, n.reach.Behind...)
	}
	for _, b := range behind {
		if b.Method == "" || r.invoked(b.Method) {
			read = append(read, b.Family)
		}
	}
	return read
}

// unreadHandlers lists the handlers of payments that nothing reads back: each
// once, where it is first registered.
func (r *reaches) unreadHandlers(refs []reference, read []vippsapi.Family) []*Callback {
	var found []*Callback
	seen := map[token.Position]bool{}
	lines := map[string]bool{}
	for _, ref := range refs {
		in := vippsapi.InboundByID(ref.handler.Inbound)
		if in == nil || seen[ref.handler.Pos] || slices.Contains(read, in.Family) {
			continue
		}
		seen[ref.handler.Pos] = true
		at := r.e.position(ref.Pos)
		line := at.Filename + ":" + strconv.Itoa(at.Line) + string(in.Family)
		if lines[line] {
			continue // a middleware that looks into the body too
		}
		lines[line] = true
		found = append(found, &Callback{
			Pos: ref.Pos, End: ref.End, Handler: ref.handler.Pos, Inbound: in, Family: in.Family, ReadBack: vippsapi.ReadBackOf(in.Family),
			Way:     []place.Step{{Pos: ref.handler.Pos, Note: "the handler " + ref.handler.Name}},
			Reasons: []Reason{ref.handler.Reason},
		})
	}
	return found
}

// references lists the narrowest places that lead to a handler, among what the
// program reaches: where one is registered, where a factory of this package that
// returns one is called, and where a function of another package is mentioned
// that leads to one; last the imports that do.
func (r *reaches) references() []reference {
	var refs []reference
	add := func(at place.Span, list []HandlerRef, made bool) {
		for _, h := range list {
			if h.Param == 0 {
				refs = append(refs, reference{at, h, made})
			}
		}
	}
	for _, n := range r.reached() {
		for _, m := range n.mentions {
			local := m.fn != nil && m.fn.Pkg() == r.e.pass.Pkg
			switch {
			case !local:
				add(m.Span, r.handlersAt(m), m.returned)
			case m.called:
				add(m.Span, r.closed(r.made(r.home[m.fn]), m), m.returned)
			default:
				add(m.Span, r.registered(r.ofDecl(m.fn), m), m.returned)
			}
		}
		for _, c := range n.convs {
			add(c.Span, r.handlersBehind(c), c.returned)
		}
	}
	slices.SortStableFunc(refs, func(a, b reference) int {
		if a.made != b.made {
			if a.made {
				return 1
			}
			return -1
		}
		return int(a.Pos) - int(b.Pos)
	})
	for _, file := range r.e.pass.Files {
		for _, spec := range file.Imports {
			var f World
			imp := r.e.pass.TypesInfo.PkgNameOf(spec)
			if imp != nil && !r.e.syntax.InTest(spec.Pos()) && r.e.pass.ImportPackageFact(imp.Imported(), &f) {
				add(place.SpanOf(spec), f.Wired, true)
			}
		}
	}
	return refs
}

// made lists the handlers that a function of this package returns.
func (r *reaches) made(n *node) []HandlerRef {
	if n == nil {
		return nil
	}
	var list []HandlerRef
	for _, m := range n.mentions {
		if m.returned {
			list = append(list, r.handlersAt(m)...)
		}
	}
	for _, c := range n.convs {
		if c.returned {
			list = append(list, r.handlersBehind(c)...)
		}
	}
	return list
}
