package flow

import (
	"go/ast"
	"go/types"
	"strings"

	"github.com/vippslint/vippslint/internal/code"
	"github.com/vippslint/vippslint/internal/place"
	"golang.org/x/tools/go/ssa"
)

// isURL reports whether t is url.URL or points to one.
func isURL(t types.Type) bool { return code.IsNamed(t, "net/url", "URL") }

// url folds the URL that is the receiver of a call.
func (f *folder) url(v Val, call *ssa.Call) []Text {
	return f.urlValue(f.operand(v, call, call.Call.Args[0]))
}

// urlValue folds a *url.URL as its method String writes it. Path and query may
// have been set after it was parsed or made.
func (f *folder) urlValue(u Val) []Text {
	var all []Text
	for _, base := range f.text(u) {
		list := []Text{base}
		if path, ok := f.urlField(u, "Path"); ok {
			list = f.withPath(u, base, path)
		}
		if query, ok := f.urlField(u, "RawQuery"); ok {
			list = f.combine(u, list, []Text{literal("?")}, query)
		}
		all = append(all, list...)
	}
	if len(all) > maxTexts {
		return f.hole(u)
	}
	return all
}

// urlField folds a field of a URL that was set after the URL was made by a
// call; it reports false where it was not set.
func (f *folder) urlField(u Val, name string) ([]Text, bool) {
	i := fieldIndex(u.V.Type(), name)
	if _, made := u.V.(ssa.Instruction); !made || i < 0 || len(u.Path) > 0 {
		return nil, false
	}
	if _, literal := u.V.(*ssa.Alloc); literal {
		return nil, false // read by urlFields
	}
	var last *ssa.Store
	for _, ref := range *u.V.Referrers() {
		field, ok := ref.(*ssa.FieldAddr)
		if !ok || field.Field != i {
			continue
		}
		for _, use := range *field.Referrers() {
			store, ok := use.(*ssa.Store)
			if !ok || u.at == nil || !comesBefore(store, u.at) {
				continue
			}
			if !dominates(store, u.at) || repeats(store, u.V) {
				return f.hole(u.Sub(Field(i))), true
			}
			if last == nil || dominates(last, store) {
				last = store
			}
		}
	}
	if last == nil {
		return nil, false
	}
	return f.text(f.operand(u, last, last.Val)), true
}

// withPath gives a URL another path. Where the path is the old one with
// something behind it, that is put behind the URL.
func (f *folder) withPath(u Val, base Text, paths []Text) []Text {
	var all []Text
	for _, p := range paths {
		if first := p.Parts[0]; first.Hole != nil && len(first.Hole.Path) > 0 {
			p.Parts = p.Parts[1:]
			all = append(all, slashed(base, p))
			continue
		}
		all = append(all, slashed(host(base), p))
	}
	return all
}

// slashed puts a path behind a URL, with one slash between them.
func slashed(base, path Text) Text {
	if len(path.Parts) == 0 {
		return base
	}
	left := trimmed([]Text{base}, func(s string) string { return s }, func(s string) string { return strings.TrimRight(s, "/") })
	if first := path.Parts[0]; first.Hole == nil && strings.HasPrefix(first.Const, "/") {
		return concat(left[0], path)
	}
	return concat(left[0], literal("/"), path)
}

// host is a URL without its path, as far as that is known.
func host(t Text) Text {
	first := t.Parts[0]
	if first.Hole != nil {
		return Text{Parts: t.Parts[:1], Pos: t.Pos}
	}
	scheme, rest, ok := strings.Cut(first.Const, "://")
	if !ok {
		return literal("")
	}
	name, _, cut := strings.Cut(rest, "/")
	h := literal(scheme + "://" + name)
	if !cut && len(t.Parts) > 1 && name == "" {
		h.Parts = append(h.Parts, t.Parts[1]) // "https://" + host
	}
	return h
}

// urlFields folds a URL that was written as a literal.
func (f *folder) urlFields(u Val) []Text {
	field := func(name string) []Text {
		i := fieldIndex(u.V.Type(), name)
		if i < 0 {
			return []Text{literal("")}
		}
		return f.text(u.Sub(Field(i)))
	}
	scheme, name, query := field("Scheme"), field("Host"), field("RawQuery")
	var paths []Text
	for _, p := range field("Path") {
		if s := p.Parts[0]; s.Hole != nil || s.Const != "" && s.Const[0] != '/' {
			p = concat(literal("/"), p)
		}
		paths = append(paths, p)
	}
	head, ok := product(scheme, []Text{literal("://")}, name)
	if !ok {
		return f.hole(u)
	}
	for i, h := range head {
		if h.Pattern("?") == "://" {
			head[i] = literal("")
		}
	}
	var tails []Text
	for _, q := range query {
		if s, ok := q.whole(); !ok || s != "" {
			q = concat(literal("?"), q)
		}
		tails = append(tails, q)
	}
	return f.combine(u, head, paths, tails)
}

// fieldIndex is the index of the field of a struct, or of what t points to, with
// that name; -1 where there is none.
func fieldIndex(t types.Type, name string) int {
	st, ok := deref(t).Underlying().(*types.Struct)
	if !ok {
		return -1
	}
	for i := range st.NumFields() {
		if st.Field(i).Name() == name {
			return i
		}
	}
	return -1
}

// joined puts the elements of a path behind base, or behind nothing, with one
// slash between them.
func (f *folder) joined(v Val, call *ssa.Call, base []Text, items []ssa.Value) []Text {
	lists := [][]Text{}
	if base != nil {
		lists = append(lists, base)
	}
	for i, item := range items {
		list := f.text(f.operand(v, call, item))
		if expr, ok := place.Node(f.r.pass, call.Pos()).(*ast.CallExpr); ok && !expr.Ellipsis.IsValid() && len(expr.Args) >= len(items) {
			f.r.placeHoles(list, expr.Args[len(expr.Args)-len(items)+i])
		}
		lists = append(lists, list)
	}
	all := []Text{{}}
	for _, list := range lists {
		if len(all)*len(list) > maxTexts {
			return f.hole(v)
		}
		var next []Text
		for _, head := range all {
			for _, tail := range list {
				switch s, known := tail.whole(); {
				case known && s == "":
					next = append(next, head)
				case len(head.Parts) == 0:
					next = append(next, tail)
				default:
					next = append(next, slashed(head, tail))
				}
			}
		}
		all = next
	}
	for i := range all {
		if len(all[i].Parts) == 0 {
			all[i] = literal("")
		}
	}
	return all
}

// resolved puts a reference upon a base URL.
func (f *folder) resolved(v Val, bases, refs []Text) []Text {
	var all []Text
	for _, b := range bases {
		for _, r := range refs {
			first := r.Parts[0]
			switch {
			case first.Hole == nil && strings.Contains(first.Const, "://"):
				all = append(all, r)
			case first.Hole == nil && strings.HasPrefix(first.Const, "/"):
				all = append(all, concat(host(b), r))
			default:
				return f.hole(v)
			}
		}
	}
	if len(all) > maxTexts {
		return f.hole(v)
	}
	return all
}

// escaped escapes what is known. A part that is not known is escaped too, but
// stays what it is: its place in the URL is what counts.
func escaped(list []Text, escape func(string) string) []Text {
	var out []Text
	for _, t := range list {
		parts := append([]Part(nil), t.Parts...)
		for i := range parts {
			if parts[i].Hole == nil {
				parts[i].Const = escape(parts[i].Const)
			}
		}
		out = append(out, Text{Parts: parts, Pos: t.Pos, Steps: t.Steps})
	}
	return out
}
