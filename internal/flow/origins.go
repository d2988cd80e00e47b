package flow

// An Origin is a value at which a trace ends.
type Origin struct {
	// Val.V is a constant, a parameter of the function asked about, a free
	// variable that nothing binds, a global, an allocation (of a composite
	// literal, map, slice, …), the result of arithmetic, or a call (of another
	// package, of an interface method, of an unknown function value) and
	// Val.Path what is still asked for below it.
	Val    Val
	Result int    // for a call: which of its results
	Steps  []Step // from the origin to the value asked about
}

// Origins traces v backward through locals, phis, fields by instance, the
// stores that reach, conversions to interfaces and between like types,
// assertions, closures and calls of functions of the package, to where it
// comes from. It gives nil where the budget ran out: nothing is known.
func (r *Result) Origins(v Val) []Origin { panic("not yet") }
