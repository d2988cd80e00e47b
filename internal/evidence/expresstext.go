package evidence

import (
	"slices"
	"strings"

	"github.com/vippslint/vippslint/internal/code"
	"github.com/vippslint/vippslint/internal/flow"
)

// textWays are the ways to what stands at the JSON path segs of a text that is
// the whole body.
func (l *expressLook) textWays(t flow.Text, segs []string) []*ExpressWay {
	if len(t.Parts) == 1 && t.Parts[0].Hole != nil {
		return l.holeWays(t.Parts[0], segs, true)
	}
	names, values := scanJSON(t)
	literals := literalsOf(t)
	holes := 0
	for _, p := range t.Parts {
		if p.Hole != nil {
			holes++
		}
	}
	if len(literals) == 0 || holes != len(values.holes) {
		return []*ExpressWay{l.way(Unknown)} // no JSON, or what is not known may be names
	}
	at := func(path string) bool { return slices.Equal(splitName(path), segs) }
	for _, s := range values.strings {
		if at(s.path) {
			return []*ExpressWay{l.textWay(flow.Text{Parts: s.parts, Pos: t.Pos, Steps: t.Steps})}
		}
	}
	for _, h := range values.holes {
		if rest, ok := cutPath(segs, splitName(h.path)); ok {
			return l.holeWays(h.part, rest, false)
		}
	}
	for _, w := range values.words {
		if !at(w.path) {
			continue
		}
		way := l.way(Given)
		way.Pattern, way.Steps = w.parts[0].Const, t.Steps
		if way.Pattern == "null" {
			way.Presence = Absent
		}
		return []*ExpressWay{way}
	}
	for _, lit := range literals {
		if !at(lit.path) {
			continue
		}
		way := l.way(Given)
		if lit.kind == "array" && !fillsList(lit.path, names, literals, values) {
			way.Presence = Absent
		}
		return []*ExpressWay{way}
	}
	if slices.ContainsFunc(names, at) {
		return []*ExpressWay{l.way(Unknown)}
	}
	return []*ExpressWay{l.way(Absent)}
}

// fillsList reports whether the list at a path of a JSON text has elements.
func fillsList(path string, names []string, literals []literal, values textValues) bool {
	element := path + "[]"
	return slices.ContainsFunc(names, func(n string) bool { return strings.HasPrefix(n, element) }) ||
		slices.ContainsFunc(literals, func(l literal) bool { return strings.HasPrefix(l.path, element) }) ||
		slices.ContainsFunc(values.holes, func(h textHole) bool { return strings.HasPrefix(h.path, element) })
}

// holeWays are the ways to what stands at the JSON path segs below an unknown
// part of a text, or, for the whole of an encoded body, in it.
func (l *expressLook) holeWays(p flow.Part, segs []string, encoded bool) []*ExpressWay {
	if p.Verb == "json" {
		return l.ways(expressSpot{val: *p.Hole, typ: p.Hole.Type()}, segs, 0)
	}
	if p.Changed || p.Verb != "" && !encoded && len(segs) > 0 {
		return []*ExpressWay{l.way(Unknown)}
	}
	w := l.fromParam(*p.Hole, segs)
	if t := p.Hole.Type(); t == nil || !encoded && !code.IsText(t) {
		w.param, w.made, w.rest = nil, nil, nil
	}
	w.encoded = w.param != nil && encoded
	return []*ExpressWay{w}
}
