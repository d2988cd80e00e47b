package evidence

import (
	"slices"
	"strings"

	"github.com/vippslint/vippslint/internal/flow"
	"github.com/vippslint/vippslint/internal/vippsapi"
)

// A textHole is an unknown part of a JSON text that stands where a value does.
type textHole struct {
	path string // JSON path of the value
	part flow.Part
}

// A textValue is a string in a JSON text that is a whole value.
type textValue struct{ path, text string }

// textValues are the values of a JSON text, in its order.
type textValues struct {
	holes   []textHole
	strings []textValue // with a Hole of the table's for each unknown part
}

// scanJSON reads a JSON text with holes and gives the JSON paths of its names,
// sorted, and its values as far as they are asked for. It is no validator: what
// does not look like JSON gives nothing.
func scanJSON(t flow.Text) (names []string, values textValues) {
	s := jsonScanner{}
	for _, p := range t.Parts {
		if p.Hole != nil {
			if path, ok := s.hole(); ok {
				s.values.holes = append(s.values.holes, textHole{path, p})
			}
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
	text     strings.Builder // the string being read
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
		case c == '\\':
			s.escaped = true
			return
		case c == '"':
			s.inString = false
			if l := s.top(); l.value {
				s.values.strings = append(s.values.strings, textValue{s.path(), s.text.String()})
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
		s.inString = true
		s.text.Reset()
	case '{':
		s.levels = append(s.levels, jsonLevel{})
	case '[':
		s.levels = append(s.levels, jsonLevel{array: true, value: true})
	case '}', ']':
		if len(s.levels) > 0 {
			s.levels = s.levels[:len(s.levels)-1]
		}
	case ':':
		if l := s.top(); !l.array && l.key != "" {
			l.value = true
			s.names = append(s.names, s.path())
		}
	case ',':
		if l := s.top(); !l.array {
			l.value, l.key = false, ""
		}
	}
}

// hole says at which path an unknown part stands, where it is a value.
func (s *jsonScanner) hole() (path string, ok bool) {
	if s.inString {
		s.text.WriteString(vippsapi.Hole)
	}
	if len(s.levels) == 0 {
		first := !s.begun || s.inString
		s.begun = true
		return "", first
	}
	return s.path(), s.top().value
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
