package evidence

import (
	"slices"
	"strings"

	"github.com/vippslint/vippslint/internal/flow"
	"github.com/vippslint/vippslint/internal/vippsapi"
)

// A textHole is an unknown part of a JSON text that stands where a value does.
type textHole struct {
	path    string // JSON path of the value
	part    flow.Part
	partial bool // it is a part of a string that has others
}

// A textValue is a value in a JSON text: of a string what stands between the
// quotes, in parts where some are not known.
type textValue struct {
	path  string
	parts []flow.Part
}

// textValues are the values of a JSON text, in its order.
type textValues struct {
	holes   []textHole
	strings []textValue
	words   []textValue // true, false, null and numbers that are known
}

// scanJSON reads a JSON text with holes and gives the JSON paths of its names,
// sorted, and its values as far as they are asked for. It is no validator: what
// does not look like JSON gives nothing.
func scanJSON(t flow.Text) (names []string, values textValues) {
	s := jsonScanner{}
	for _, p := range t.Parts {
		if p.Hole != nil {
			s.hole(p)
			continue
		}
		for i := range len(p.Const) {
			s.char(p.Const[i])
		}
	}
	slices.Sort(s.names)
	return slices.Compact(s.names), s.values
}

// A jsonLevel is one object or array that is open.
type jsonLevel struct {
	array bool
	key   string // of the value being read, for an object
	value bool   // a colon was read, or it is an array
}

type jsonScanner struct {
	levels   []jsonLevel
	inString bool
	escaped  bool
	spelled  bool            // a character of the string is written as \u and its number, which is not read
	text     strings.Builder // the string being read, with a Hole of the table's for each unknown part
	parts    []flow.Part     // the unknown parts of the string being read
	word     strings.Builder // what is read outside of strings
	begun    bool            // something other than a space was read
	names    []string
	values   textValues
}

func (s *jsonScanner) top() *jsonLevel {
	if len(s.levels) == 0 {
		return &jsonLevel{}
	}
	return &s.levels[len(s.levels)-1]
}

func (s *jsonScanner) char(c byte) {
	if s.inString {
		switch {
		case s.escaped:
			s.escaped = false
			s.spelled = s.spelled || c == 'u'
		case c == '\\':
			s.escaped = true
			return
		case c == '"':
			s.inString = false
			if l := s.top(); l.value {
				s.closeString()
			} else {
				l.key = s.text.String()
			}
			return
		}
		s.text.WriteByte(c)
		return
	}
	s.begun = s.begun || c > ' '
	switch c {
	case '"':
		s.inString, s.spelled, s.parts = true, false, nil
		s.text.Reset()
		s.word.Reset()
	case ' ', '\t', '\r', '\n':
	case '{':
		s.levels = append(s.levels, jsonLevel{})
	case '[':
		s.levels = append(s.levels, jsonLevel{array: true, value: true})
	case '}', ']':
		s.closeWord()
		if len(s.levels) > 0 {
			s.levels = s.levels[:len(s.levels)-1]
		}
	case ':':
		s.word.Reset()
		if l := s.top(); !l.array && l.key != "" {
			l.value = true
			s.names = append(s.names, s.path())
		}
	case ',':
		s.closeWord()
		if l := s.top(); !l.array {
			l.value, l.key = false, ""
		}
	default:
		s.word.WriteByte(c)
	}
}

// closeWord keeps what was read outside of strings, where it is a value.
func (s *jsonScanner) closeWord() {
	word := s.word.String()
	s.word.Reset()
	if s.top().value && word != "" && !strings.Contains(word, vippsapi.Hole) {
		s.values.words = append(s.values.words, textValue{s.path(), []flow.Part{{Const: word}}})
	}
}

// closeString keeps the string that was read as a value.
func (s *jsonScanner) closeString() {
	var parts []flow.Part
	for i, known := range strings.Split(s.text.String(), vippsapi.Hole) {
		if i > 0 {
			parts = append(parts, s.parts[i-1])
		}
		if known != "" {
			parts = append(parts, flow.Part{Const: known})
		}
	}
	if len(parts) > 1 || s.spelled {
		for i := range s.parts {
			s.values.holes[len(s.values.holes)-1-i].partial = true
		}
	}
	if !s.spelled {
		s.values.strings = append(s.values.strings, textValue{s.path(), parts})
	}
}

// hole takes an unknown part, and keeps it where it is a value.
func (s *jsonScanner) hole(p flow.Part) {
	if s.inString {
		s.text.WriteString(vippsapi.Hole)
		s.parts = append(s.parts, p)
	} else {
		s.word.WriteString(vippsapi.Hole)
	}
	path, value := s.path(), s.top().value
	if len(s.levels) == 0 {
		value = !s.begun || s.inString
		s.begun = true
	}
	if value {
		s.values.holes = append(s.values.holes, textHole{path: path, part: p})
	}
}

func (s *jsonScanner) path() string {
	path := ""
	for _, l := range s.levels {
		if l.array {
			path += "[]"
		} else {
			path = joinName(path, l.key)
		}
	}
	return path
}
