package evidence

import (
	"cmp"
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
			w.Holds = append(w.Holds, f.Holds...)
			w.Library = w.Library || f.Library
			w.Starts = append(w.Starts, f.Starts...)
			w.Wired = append(w.Wired, f.Wired...)
			w.Invoked = append(w.Invoked, f.Invoked...)
			w.Packages = append(w.Packages, f.Packages...)
			w.Checks = w.Checks || f.Checks
			w.Replaces = w.Replaces || f.Replaces
			w.Keyed = w.Keyed || f.Keyed
			w.Impls = append(w.Impls, f.Impls...)
			w.Open = append(w.Open, f.Open...)
			w.Done = append(w.Done, f.Done...)
			w.Unsigned = append(w.Unsigned, f.Unsigned...)
			w.Covered = append(w.Covered, f.Covered...)
			w.Guarded = w.Guarded || f.Guarded
		}
		// What a client library reads back is not seen: it may be anything.
		w.Library = w.Library || vippsapi.LibraryImport(imp.Path())
	}
	w.ReadsAny = w.ReadsAny || w.Library
	w.sort()
	return w
}

// addTransports adds what the package itself does to HTTP clients: whether a
// RoundTripper turns bad statuses into errors, and whether net/http's own client
// or transport is replaced.
func (e *engine) addTransports(w *World) {
	for _, fn := range e.flow.Unit.Funcs {
		if e.syntax.InTest(fn.Pos()) {
			continue
		}
		w.Replaces = w.Replaces || e.replacesDefault(fn)
	}
	e.replaced = w.Replaces
	for _, fn := range e.flow.Unit.Funcs {
		w.Checks = w.Checks || !e.syntax.InTest(fn.Pos()) && (e.mayCheck(fn) || hooked(fn))
	}
}

// addOwn adds what the package itself does to w.
func (e *engine) addOwn(w *World) {
	for _, fn := range e.flow.Unit.Funcs {
		if e.syntax.InTest(fn.Pos()) {
			continue
		}
		for _, f := range e.readsBack(fn) {
			w.Holds = append(w.Holds, ReadIn{f, e.pass.Pkg.Path()})
			if f == anyFamily {
				w.ReadsAny = true
			} else {
				w.Reads = append(w.Reads, f)
			}
		}
	}
	w.Invoked = append(w.Invoked, e.invoked()...)
	w.Impls = append(w.Impls, e.ownImpls()...)
	w.Open = append(w.Open, e.opened()...)
	w.sort()
}

// sort puts what came from several packages in order, once each, without the
// calls that a package has reported already.
func (w *World) sort() {
	slices.Sort(w.Reads)
	w.Reads = slices.Compact(w.Reads)
	slices.SortFunc(w.Holds, func(a, b ReadIn) int {
		return cmp.Or(cmp.Compare(a.Family, b.Family), cmp.Compare(a.Package, b.Package))
	})
	w.Holds = slices.Compact(w.Holds)
	w.Starts = sortedBehind(w.Starts)
	w.Wired = sortedHandlers(w.Wired)
	slices.Sort(w.Invoked)
	w.Invoked = slices.Compact(w.Invoked)
	slices.Sort(w.Packages)
	w.Packages = slices.Compact(w.Packages)
	slices.SortFunc(w.Impls, compareImpls)
	w.Impls = slices.CompactFunc(w.Impls, func(a, b Impl) bool { return compareImpls(a, b) == 0 })
	slices.SortFunc(w.Done, comparePositions)
	w.Done = slices.Compact(w.Done)
	slices.SortFunc(w.Open, compareOpen)
	w.Open = slices.CompactFunc(w.Open, func(a, b OpenCall) bool { return compareOpen(a, b) == 0 })
	slices.SortFunc(w.Covered, comparePositions)
	w.Covered = slices.Compact(w.Covered)
	slices.SortFunc(w.Unsigned, func(a, b UnsignedHandler) int { return comparePositions(a.Handler.Pos, b.Handler.Pos) })
	w.Unsigned = slices.CompactFunc(w.Unsigned, func(a, b UnsignedHandler) bool { return a.Handler.Pos == b.Handler.Pos })
	w.Open = slices.DeleteFunc(w.Open, func(o OpenCall) bool { return slices.Contains(w.Done, o.Call) })
}
