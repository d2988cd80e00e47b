package evidence

import (
	"slices"

	"github.com/vippslint/vippslint/internal/vippsapi"
)

// below sums up what the packages that this one imports are known to do.
func (e *engine) below() *World {
	w := &World{Packages: []string{e.pass.Pkg.Path()}}
	for _, imp := range e.pass.Pkg.Imports() {
		var f World
		if e.pass.ImportPackageFact(imp, &f) {
			w.Reads = append(w.Reads, f.Reads...)
			w.ReadsAny = w.ReadsAny || f.ReadsAny
			w.Packages = append(w.Packages, f.Packages...)
			w.Checks = w.Checks || f.Checks
			w.Replaces = w.Replaces || f.Replaces
			w.Impls = append(w.Impls, f.Impls...)
			w.Open = append(w.Open, f.Open...)
			w.Done = append(w.Done, f.Done...)
		}
		// What a client library reads back is not seen: it may be anything.
		w.ReadsAny = w.ReadsAny || vippsapi.LibraryImport(imp.Path())
	}
	w.sort()
	return w
}

// addTransports adds what the package itself does to HTTP clients: whether a
// RoundTripper turns bad statuses into errors, and whether net/http's own client
// or transport is replaced.
func (e *engine) addTransports(w *World) {
	for _, fn := range e.flow.Unit.Funcs {
		if e.syntax.inTest(fn.Pos()) {
			continue
		}
		w.Replaces = w.Replaces || e.replacesDefault(fn)
	}
	e.replaced = w.Replaces
	for _, fn := range e.flow.Unit.Funcs {
		w.Checks = w.Checks || !e.syntax.inTest(fn.Pos()) && (e.mayCheck(fn) || hooked(fn))
	}
}

// addOwn adds what the package itself does to w.
func (e *engine) addOwn(w *World) {
	for _, fn := range e.flow.Unit.Funcs {
		if e.syntax.inTest(fn.Pos()) {
			continue
		}
		for _, r := range e.requests[fn] {
			w.add(r)
		}
	}
	w.Impls = append(w.Impls, e.ownImpls()...)
	w.Open = append(w.Open, e.opened()...)
	w.sort()
}

// sort puts what came from several packages in order, once each, without the
// calls that a package has reported already.
func (w *World) sort() {
	slices.Sort(w.Reads)
	w.Reads = slices.Compact(w.Reads)
	slices.Sort(w.Packages)
	w.Packages = slices.Compact(w.Packages)
	slices.SortFunc(w.Impls, compareImpls)
	w.Impls = slices.CompactFunc(w.Impls, func(a, b Impl) bool { return compareImpls(a, b) == 0 })
	slices.SortFunc(w.Done, comparePositions)
	w.Done = slices.Compact(w.Done)
	slices.SortFunc(w.Open, compareOpen)
	w.Open = slices.CompactFunc(w.Open, func(a, b OpenCall) bool { return compareOpen(a, b) == 0 })
	w.Open = slices.DeleteFunc(w.Open, func(o OpenCall) bool { return slices.Contains(w.Done, o.Call) })
}

// add notes what r reads back. A request that is known as Vipps' but not which
// may be any read.
func (w *World) add(r *request) {
	if len(r.reasons) == 0 {
		return
	}
	for _, op := range r.ops {
		w.Reads = append(w.Reads, op.ReadsBack...)
	}
	if len(r.ops) == 0 && r.inner == nil && mayRead(r) {
		w.ReadsAny = true
	}
}

// mayRead reports whether nothing known of r rules out that it reads.
func mayRead(r *request) bool {
	if r.shape.param != nil || hasParam(r.fn, r.shape.url) || hasParam(r.fn, r.shape.method) {
		return false // whoever calls the function says what it requests
	}
	m := r.shape.method
	return len(m) != 1 || m[0].Hole != nil || m[0].Const == "GET" || m[0].Const == ""
}
