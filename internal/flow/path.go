package flow

import "strconv"

// A Path leads from a value to a part of it: fields by index, elements, map
// entries by constant key. Pointers are passed through silently. An embedded
// field is a step like any other.
type Path []string

// Elem is the step to any element of a slice, array, map or channel.
const Elem = "[]"

// Field is the step to the field of a struct with index i.
func Field(i int) string { return "." + strconv.Itoa(i) }

// Key is the step to the entry of a map with the constant key k.
func Key(k string) string { return "[" + strconv.Quote(k) + "]" }
