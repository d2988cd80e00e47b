package evidence

import (
	"go/types"
	"reflect"
	"slices"
	"strings"

	"github.com/vippslint/vippslint/internal/code"
	"github.com/vippslint/vippslint/internal/flow"
)

// maxNesting bounds how deep a body type is looked into: the deepest path of
// the table has five names, and types may be recursive.
const maxNesting = 8

// A jsonField is a field of a struct as encoding/json sees it.
type jsonField struct {
	name string
	path flow.Path  // through embedded structs
	v    *types.Var // the field at the end of path

	tagged bool // its name comes from a tag
	quoted bool // a number or boolean is written as a string
	omits  bool // it is left out where it is zero; a struct only where drops is set too
	drops  bool // … by omitzero
}

// jsonFields lists the fields that encoding/json writes for st, in the order of
// the source, the promoted ones of embedded structs included: of several with
// one name the one that lies least deep, with a tag where two do, and none where
// that leaves several.
func jsonFields(st *types.Struct) []jsonField {
	all := appendJSONFields(nil, st, nil)
	var fields []jsonField
	for i, f := range all {
		wins := true
		for k, g := range all {
			wins = wins && (i == k || f.name != g.name || f.before(g))
		}
		if wins {
			fields = append(fields, f)
		}
	}
	return fields
}

// before reports whether f hides g, which has the same name.
func (f jsonField) before(g jsonField) bool {
	if len(f.path) != len(g.path) {
		return len(f.path) < len(g.path)
	}
	return f.tagged && !g.tagged
}

func appendJSONFields(to []jsonField, st *types.Struct, prefix flow.Path) []jsonField {
	for i := range st.NumFields() {
		f := st.Field(i)
		tag := reflect.StructTag(st.Tag(i)).Get("json")
		if tag == "-" {
			continue
		}
		name, options, _ := strings.Cut(tag, ",")
		path := append(slices.Clip(prefix), flow.Field(i))
		inner, isStruct := code.Deref(f.Type()).Underlying().(*types.Struct)
		embeds := f.Embedded() && isStruct
		if embeds && name == "" && len(path) < maxNesting {
			to = appendJSONFields(to, inner, path)
			continue
		}
		if !f.Exported() && !embeds {
			continue
		}
		tagged := name != ""
		if !tagged {
			name = f.Name()
		}
		list := strings.Split(options, ",")
		to = append(to, jsonField{
			name: name, path: path, v: f, tagged: tagged, quoted: slices.Contains(list, "string"),
			omits: slices.Contains(list, "omitempty") || slices.Contains(list, "omitzero"),
			drops: slices.Contains(list, "omitzero"),
		})
	}
	return to
}

// maxNames bounds the names of a type that are looked at. The largest body of
// the table has a seventh of it; types that refer to each other in circles have
// any number, and are nobody's request to Vipps.
const maxNames = 500

// jsonNames lists the JSON paths that values of t are written with, inner nodes
// included, sorted: "amount", "amount.value", "orderLines[].name". It gives
// nil where there are too many.
func jsonNames(t types.Type) []string {
	var names []string
	addJSONNames(&names, t, "", 0)
	return sortedNames(names)
}

func sortedNames(names []string) []string {
	if len(names) > maxNames {
		return nil
	}
	slices.Sort(names)
	return slices.Compact(names)
}

func addJSONNames(names *[]string, t types.Type, prefix string, depth int) {
	if depth > maxNesting || len(*names) > maxNames || marshalsItself(t) {
		return
	}
	switch u := code.Deref(t).Underlying().(type) {
	case *types.Struct:
		for _, f := range jsonFields(u) {
			name := joinName(prefix, f.name)
			*names = append(*names, name)
			addJSONNames(names, f.v.Type(), name, depth+1)
		}
	case *types.Slice:
		addJSONNames(names, u.Elem(), prefix+"[]", depth+1)
	case *types.Array:
		addJSONNames(names, u.Elem(), prefix+"[]", depth+1)
	}
}

// joinName appends a name to a JSON path.
func joinName(prefix, name string) string {
	if prefix == "" {
		return name
	}
	return prefix + "." + name
}

// splitName cuts a JSON path into names and "[]".
func splitName(path string) []string {
	var segs []string
	for part := range strings.SplitSeq(path, ".") {
		name := strings.TrimRight(part, "[]")
		if name != "" {
			segs = append(segs, name)
		}
		for range strings.Count(part, "[]") {
			segs = append(segs, flow.Elem)
		}
	}
	return segs
}

// marshalsItself reports whether t decides by a method how it is written; its
// fields say nothing then.
func marshalsItself(t types.Type) bool {
	for _, name := range []string{"MarshalJSON", "MarshalText"} {
		if obj, _, _ := types.LookupFieldOrMethod(t, true, nil, name); obj != nil {
			if _, ok := obj.(*types.Func); ok {
				return true
			}
		}
	}
	return false
}

func isFloat(t types.Type) bool {
	if t == nil {
		return false
	}
	b, ok := code.Deref(t).Underlying().(*types.Basic)
	return ok && b.Info()&types.IsFloat != 0
}
