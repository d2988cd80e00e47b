package flow

import (
	"strings"

	"github.com/vippslint/vippslint/internal/place"
)

// A Text is a text of which some parts are known. Adjacent constants are one
// part.
type Text struct {
	Parts []Part
	Pos   place.Place // where the text, or its constant part, stands
	Steps []place.Step
}

// A Part is a constant or a hole.
type Part struct {
	Const string
	Hole  *Val        // nil: Const counts. Where the value is a parameter (part) of the function asked about, the hole is that
	Verb  string      // for a hole in a format: its verb, "%v"; for an encoded JSON value "json"
	Place place.Place // of the hole's expression

	// Changed says that something may have been trimmed off the part or replaced
	// in it: off a hole, or off a constant by a function of another package.
	Changed bool
}

// Texts folds v to texts, one for each way to it: constants, +, fmt.Sprintf,
// Sprint and Appendf, strings.Builder and bytes.Buffer where they are written
// in a straight line, strconv, conversions between strings and bytes, readers
// made of them, path and URL joining, json.Marshal, locals, fields by
// instance, and results of functions. Gives nil where nothing is known.
//
// An empty text is one part with an empty constant. An escaped part of a URL is
// as before the escaping, and a part that is not known and of which something
// is trimmed is left as it is, and marked as changed.
func (r *Result) Texts(v Val) []Text {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.texts(v)
}

func (r *Result) texts(v Val) []Text {
	f := folder{r: r, t: r.tracer(), left: maxFolds, busy: make(map[foldKey]bool)}
	return f.fold(v)
}

// Pattern is the text with hole in the place of each unknown part.
func (t Text) Pattern(hole string) string {
	var b strings.Builder
	for _, p := range t.Parts {
		if p.Hole != nil {
			b.WriteString(hole)
		} else {
			b.WriteString(p.Const)
		}
	}
	return b.String()
}

// whole gives a text without unknown parts.
func (t Text) whole() (string, bool) {
	for _, p := range t.Parts {
		if p.Hole != nil {
			return "", false
		}
	}
	return t.Pattern(""), true
}

// literal is a text that is known.
func literal(s string) Text { return Text{Parts: []Part{{Const: s}}} }

// concat puts texts one behind the other.
func concat(texts ...Text) Text {
	var all Text
	for _, t := range texts {
		for _, p := range t.Parts {
			n := len(all.Parts)
			switch {
			case p.Hole == nil && n > 0 && all.Parts[n-1].Hole == nil:
				all.Parts[n-1].Const += p.Const
				all.Parts[n-1].Changed = all.Parts[n-1].Changed || p.Changed
			case p.Hole != nil && n > 0 && all.Parts[n-1].Hole == nil && all.Parts[n-1].Const == "":
				all.Parts[n-1] = p
			default:
				if p.Hole == nil && p.Const == "" && n > 0 {
					continue
				}
				all.Parts = append(all.Parts, p)
			}
		}
		all.Steps = append(all.Steps, t.Steps...)
	}
	if len(all.Parts) == 0 {
		all.Parts = []Part{{}}
	}
	return all
}

// maxTexts is how many ways to a text are told apart.
const maxTexts = 16

// product puts one text of each list behind one of the next, in all ways. It
// reports false where there are too many.
func product(lists ...[]Text) ([]Text, bool) {
	all := []Text{{}}
	for _, list := range lists {
		if len(all)*len(list) > maxTexts {
			return nil, false
		}
		var next []Text
		for _, head := range all {
			for _, tail := range list {
				next = append(next, concat(head, tail))
			}
		}
		all = next
	}
	if len(lists) == 0 {
		all = []Text{literal("")}
	}
	return all, true
}

// whenKnown applies change to the known texts of a list; hole stands for the others.
func whenKnown(list []Text, change func(string) string, hole func() []Text) []Text {
	var out []Text
	for _, t := range list {
		s, ok := t.whole()
		if !ok {
			return hole()
		}
		out = append(out, Text{Parts: []Part{{Const: change(s)}}, Pos: t.Pos, Steps: t.Steps})
	}
	return out
}

// changed marks all parts of texts as changed.
func changed(list []Text) []Text {
	out := append([]Text(nil), list...)
	for i, t := range list {
		out[i].Parts = append([]Part(nil), t.Parts...)
		for k := range out[i].Parts {
			out[i].Parts[k].Changed = true
		}
	}
	return out
}

// trimmed cuts the known ends of texts and leaves unknown ones as they are.
func trimmed(list []Text, left, right func(string) string) []Text {
	var out []Text
	for _, t := range list {
		parts := append([]Part(nil), t.Parts...)
		if p := &parts[0]; p.Hole == nil {
			p.Const = left(p.Const)
		}
		if p := &parts[len(parts)-1]; p.Hole == nil {
			p.Const = right(p.Const)
		}
		for i := range parts {
			parts[i].Changed = parts[i].Changed || parts[i].Hole != nil
		}
		c := concat(Text{Parts: parts, Steps: t.Steps})
		c.Pos = t.Pos
		out = append(out, c)
	}
	return out
}
