package flow

import (
	"go/types"
	"strconv"
	"strings"

	"github.com/vippslint/vippslint/internal/code"
)

// A Path leads from a value to a part of it: fields by index, elements, map
// entries by constant key. Pointers are passed through silently. An embedded
// field is a step like any other.
type Path []string

// Elem is the step to any element of a slice, array, map or channel. An element
// with a constant index is reached by Key of the index in decimal.
const Elem = "[]"

// Field is the step to the field of a struct with index i.
func Field(i int) string { return "." + strconv.Itoa(i) }

// FieldNamed is the step to the field with a name of the struct that t is or
// points to, "" where it has none.
func FieldNamed(t types.Type, name string) string {
	st := code.Deref(t).Underlying().(*types.Struct)
	for i := range st.NumFields() {
		if st.Field(i).Name() == name {
			return Field(i)
		}
	}
	return ""
}

// Key is the step to the entry of a map with the constant key k.
func Key(k string) string { return "[" + strconv.Quote(k) + "]" }

// maxPath bounds the paths that are followed. The deepest amount in a request
// body lies five steps down (receipt.orderLines[].unitInfo.unitPrice), and an
// in-house client often wraps the body in one struct more.
const maxPath = 6

// join gives p with more behind it, in memory of its own.
func join(p Path, more ...string) Path { return append(p[:len(p):len(p)], more...) }

// key makes a path comparable.
func (p Path) key() string { return strings.Join(p, "\x00") }

// below says how a store to the part at of something bears on the part asked
// for: rest is what is asked for of the stored value, and sure whether the
// store replaces all that was there (one element of several does not).
func below(at, asked Path) (rest Path, sure, ok bool) {
	if len(at) > len(asked) {
		return nil, false, false
	}
	sure = true
	for i, step := range at {
		switch {
		case step == asked[i]:
			if step == Elem {
				sure = false
			}
		case isEntry(step) && isEntry(asked[i]) && (step == Elem || asked[i] == Elem):
			sure = false
		default:
			return nil, false, false
		}
	}
	return asked[len(at):], sure, true
}

// anyElement is p, but from any element where it leads to one by a constant
// index that no longer counts.
func anyElement(p Path) Path {
	if len(p) == 0 || !isEntry(p[0]) {
		return p
	}
	return join(Path{Elem}, p[1:]...)
}

// isEntry reports whether step leads to an element or a map's entry.
func isEntry(step string) bool { return strings.HasPrefix(step, "[") }

// fits reports whether a value of type t can have a part at p. An interface
// may hold anything.
func fits(t types.Type, p Path) bool {
	if t == nil || len(p) == 0 {
		return true
	}
	switch u := deref(t).Underlying().(type) {
	case *types.Struct:
		if !strings.HasPrefix(p[0], ".") {
			return false
		}
		i, err := strconv.Atoi(p[0][1:])
		return err == nil && i < u.NumFields()
	case *types.Basic:
		return false
	case *types.Slice, *types.Array, *types.Map, *types.Chan, *types.Signature: // an iterator has elements too
		return isEntry(p[0])
	}
	return true
}

// deref takes the pointers off t.
func deref(t types.Type) types.Type {
	for {
		p, ok := t.Underlying().(*types.Pointer)
		if !ok {
			return t
		}
		t = p.Elem()
	}
}

// isRef reports whether a value of type t may lead to memory that others see.
func isRef(t types.Type) bool {
	switch t.Underlying().(type) {
	case *types.Pointer, *types.Slice, *types.Map, *types.Chan, *types.Interface:
		return true
	}
	return false
}
