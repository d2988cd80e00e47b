package main

import (
	"fmt"
	"maps"
	"math"
	"regexp/syntax"
	"slices"
	"strings"

	"github.com/getkin/kin-openapi/openapi3"

	"github.com/vippslint/vippslint/internal/vippsapi"
)

// maxDepth ends schemas that contain themselves.
const maxDepth = 8

// bodyFields lists the fields of a request body, each after its parent and
// siblings by name. A form's fields are listed as those of an object.
func bodyFields(ref *openapi3.RequestBodyRef) []vippsapi.Field {
	if ref == nil {
		return nil
	}
	content := ref.Value.Content
	for _, mime := range slices.Sorted(maps.Keys(content)) {
		schema := content[mime].Schema
		if schema == nil {
			continue
		}
		switch {
		case strings.HasPrefix(mime, "application/json"):
			return fields(merge(schema), "", 0)
		case mime == "application/x-www-form-urlencoded":
			m := merge(schema)
			// The Login file wraps the form in an object that is not sent.
			if len(m.props) == 1 {
				for _, p := range m.props {
					if p.typ == "object" {
						m = p
					}
				}
			}
			return fields(m, "", 0)
		}
	}
	return nil
}

// answerEnums lists the fields of the answers of success that have one of a few
// values, the values of several answers together.
func answerEnums(op *openapi3.Operation) []vippsapi.Field {
	var out []vippsapi.Field
	for _, code := range success(op) {
		answer := op.Responses.Status(code)
		if answer == nil || answer.Value == nil {
			continue
		}
		for _, f := range bodyFields(&openapi3.RequestBodyRef{Value: &openapi3.RequestBody{Content: answer.Value.Content}}) {
			if f.Kind != vippsapi.Enum {
				continue
			}
			i := slices.IndexFunc(out, func(g vippsapi.Field) bool { return g.Path == f.Path })
			if i < 0 {
				out = append(out, f)
				continue
			}
			for _, e := range f.Enum {
				if !slices.Contains(out[i].Enum, e) {
					out[i].Enum = append(out[i].Enum, e)
				}
			}
		}
	}
	return out
}

// fields lists what lies below the node at path.
func fields(n *node, path string, depth int) []vippsapi.Field {
	if depth > maxDepth {
		return nil
	}
	if n.typ == "array" && n.items != nil {
		if n.items.typ != "object" && n.items.typ != "array" && depth > 0 {
			return []vippsapi.Field{field(n.items, path+"[]", false)}
		}
		return fields(n.items, path+"[]", depth+1)
	}
	var out []vippsapi.Field
	for _, name := range slices.Sorted(maps.Keys(n.props)) {
		p := n.props[name]
		at := name
		if path != "" {
			at = path + "." + name
		}
		out = append(out, field(p, at, slices.Contains(n.required, name)))
		out = append(out, fields(p, at, depth+1)...)
	}
	return out
}

func field(n *node, path string, required bool) vippsapi.Field {
	f := vippsapi.Field{
		Path: path, Type: n.typ, Format: n.format, Pattern: n.pattern, MinLen: n.minLen, MaxLen: n.maxLen,
		Min: n.min, Max: n.max, Enum: n.enum, Required: required,
	}
	f.Kind = kind(&f)
	return f
}

// A node is a schema in which the parts of allOf and the alternatives of oneOf
// and anyOf are one.
type node struct {
	typ, format, pattern string
	minLen, maxLen       int
	min, max             *int64
	enum                 []string
	required             []string // by name; of alternatives what all of them require
	props                map[string]*node
	items                *node
}

func merge(ref *openapi3.SchemaRef) *node { return mergeTo(ref, 0) }

func mergeTo(ref *openapi3.SchemaRef, depth int) *node {
	n := new(node)
	if ref == nil || ref.Value == nil || depth > 3*maxDepth {
		return n
	}
	s := ref.Value
	if s.Type != nil && len(*s.Type) > 0 {
		n.typ = (*s.Type)[0]
	}
	n.format, n.minLen, n.required = s.Format, int(s.MinLength), slices.Sorted(slices.Values(s.Required))
	if s.MaxLength != nil {
		n.maxLen = int(*s.MaxLength)
	}
	// A pattern that Go cannot read decides nothing.
	if _, err := syntax.Parse(s.Pattern, syntax.Perl); err == nil {
		n.pattern = s.Pattern
	}
	n.min, n.max = whole(s.Min), whole(s.Max)
	for _, e := range s.Enum {
		if e != nil {
			n.enum = append(n.enum, fmt.Sprint(e))
		}
	}
	for name, p := range s.Properties {
		n.put(name, mergeTo(p, depth+1))
	}
	if s.Items != nil {
		n.items = mergeTo(s.Items, depth+1)
	}
	for _, part := range s.AllOf {
		n.both(mergeTo(part, depth+1))
	}
	for _, list := range []openapi3.SchemaRefs{s.OneOf, s.AnyOf} {
		if len(list) == 0 {
			continue
		}
		alt := mergeTo(list[0], depth+1)
		for _, other := range list[1:] {
			alt.either(mergeTo(other, depth+1))
		}
		n.both(alt)
	}
	if n.typ == "" && n.props != nil {
		n.typ = "object"
	}
	return n
}

func (n *node) put(name string, p *node) {
	if n.props == nil {
		n.props = map[string]*node{}
	}
	n.props[name] = p
}

// both adds the restrictions of o to n.
func (n *node) both(o *node) {
	first(&n.typ, o.typ)
	first(&n.format, o.format)
	first(&n.pattern, o.pattern)
	first(&n.minLen, o.minLen)
	first(&n.maxLen, o.maxLen)
	first(&n.min, o.min)
	first(&n.max, o.max)
	if n.enum == nil {
		n.enum = o.enum
	}
	n.required = slices.Compact(slices.Sorted(slices.Values(append(slices.Clone(n.required), o.required...))))
	for name, p := range o.props {
		if have := n.props[name]; have != nil {
			have.both(p)
		} else {
			n.put(name, p)
		}
	}
	if n.items == nil {
		n.items = o.items
	} else if o.items != nil {
		n.items.both(o.items)
	}
}

// either widens n to what n or o allows; where they differ, nothing is said.
func (n *node) either(o *node) {
	same(&n.typ, o.typ)
	same(&n.format, o.format)
	same(&n.pattern, o.pattern)
	same(&n.minLen, o.minLen)
	same(&n.maxLen, o.maxLen)
	if o.min == nil || n.min != nil && *o.min < *n.min {
		n.min = o.min
	}
	if o.max == nil || n.max != nil && *o.max > *n.max {
		n.max = o.max
	}
	if n.enum == nil || o.enum == nil {
		n.enum = nil
	} else {
		for _, e := range o.enum {
			if !slices.Contains(n.enum, e) {
				n.enum = append(n.enum, e)
			}
		}
	}
	n.required = slices.DeleteFunc(slices.Clone(n.required), func(s string) bool { return !slices.Contains(o.required, s) })
	for name, p := range o.props {
		if have := n.props[name]; have != nil {
			have.either(p)
		} else {
			n.put(name, p)
		}
	}
	if n.items == nil {
		n.items = o.items
	} else if o.items != nil {
		n.items.either(o.items)
	}
}

func first[T comparable](to *T, from T) {
	var zero T
	if *to == zero {
		*to = from
	}
}

func same[T comparable](to *T, other T) {
	if *to != other {
		var zero T
		*to = zero
	}
}

// whole returns a bound as an integer, or nil where it is none.
func whole(f *float64) *int64 {
	if f == nil || *f != math.Trunc(*f) || math.Abs(*f) > 1<<53 {
		return nil
	}
	n := int64(*f)
	return &n
}
