package unitssa

import "go/types"

// signature reports whether a function is wanted for its parameters and
// results alone: it can pass a number on, from a parameter to a result or into
// what a parameter points to; it gives a float, which may be cut elsewhere; it
// takes a float and gives a text, which may be that number; it takes or gives
// something of HTTP; or it writes the JSON of a type, which nobody
// calls by name.
func (s *scanner) signature(fn *types.Func) bool {
	sig := fn.Signature()
	if sig.Recv() != nil && !s.helper && (fn.Name() == "MarshalJSON" || fn.Name() == "MarshalText") {
		return true
	}
	var in, out []types.Type
	if sig.Recv() != nil {
		in = append(in, sig.Recv().Type())
	}
	for v := range sig.Params().Variables() {
		in = append(in, v.Type())
	}
	for v := range sig.Results().Variables() {
		out = append(out, v.Type())
	}
	var takes, gives, sets int
	prints := false
	for _, t := range in {
		if ofHTTP(t, depth) || s.hasJSONTags(t) {
			return true
		}
		prints = prints || isNumber(t, types.IsFloat)
		if hasNumber(t, depth) {
			takes++
			if _, ok := t.Underlying().(*types.Pointer); ok {
				sets++
			}
		}
	}
	for _, t := range out {
		if ofHTTP(t, depth) || s.hasJSONTags(t) {
			return true
		}
		if isNumber(t, types.IsFloat) || prints && isNumber(t, types.IsString) {
			return true
		}
		if hasNumber(t, depth) || givesNumber(t) {
			gives++
		}
	}
	return takes > 0 && gives > 0 || sets > 0 && takes > 1
}

// givesNumber reports whether t is a function that takes or gives a number: one
// that is a result can hand on what made it.
func givesNumber(t types.Type) bool {
	sig, ok := t.Underlying().(*types.Signature)
	if !ok {
		return false
	}
	for _, list := range []*types.Tuple{sig.Params(), sig.Results()} {
		for v := range list.Variables() {
			if hasNumber(v.Type(), depth-1) {
				return true
			}
		}
	}
	return false
}

// depth is how many structs, pointers, slices and maps deep a type is looked
// into.
const depth = 5

// hasNumber reports whether a value of type t holds a number of 32 bits or
// more: an amount fits into no less.
func hasNumber(t types.Type, depth int) bool {
	if depth == 0 {
		return false
	}
	if _, ok := types.Unalias(t).(*types.TypeParam); ok {
		return true
	}
	switch u := t.Underlying().(type) {
	case *types.Basic:
		switch u.Kind() {
		case types.Int8, types.Int16, types.Uint8, types.Uint16, types.Uintptr:
			return false
		}
		return u.Info()&(types.IsInteger|types.IsFloat) != 0
	case *types.Pointer:
		return hasNumber(u.Elem(), depth-1)
	case *types.Slice:
		return hasNumber(u.Elem(), depth-1)
	case *types.Array:
		return hasNumber(u.Elem(), depth-1)
	case *types.Map:
		// A map of anything is what many write for a JSON object.
		return types.IsInterface(u.Elem()) || hasNumber(u.Elem(), depth-1)
	case *types.Chan:
		return hasNumber(u.Elem(), depth-1)
	case *types.Struct:
		for f := range u.Fields() {
			if hasNumber(f.Type(), depth-1) {
				return true
			}
		}
	}
	return false
}

// ofHTTP reports whether t is a type of net/http, or holds one.
func ofHTTP(t types.Type, depth int) bool {
	if depth == 0 {
		return false
	}
	if named, ok := types.Unalias(t).(*types.Named); ok {
		if p := named.Obj().Pkg(); p != nil && p.Path() == "net/http" {
			return true
		}
	}
	switch u := t.Underlying().(type) {
	case *types.Pointer:
		return ofHTTP(u.Elem(), depth-1)
	case *types.Struct:
		for f := range u.Fields() {
			if ofHTTP(f.Type(), depth-1) {
				return true
			}
		}
	case *types.Signature:
		for v := range u.Params().Variables() {
			if ofHTTP(v.Type(), depth-1) {
				return true
			}
		}
		for v := range u.Results().Variables() {
			if ofHTTP(v.Type(), depth-1) {
				return true
			}
		}
	}
	return false
}
