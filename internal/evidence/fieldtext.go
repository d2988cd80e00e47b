package evidence

import (
	"encoding/json"
	"strings"

	"github.com/vippslint/vippslint/internal/flow"
	"github.com/vippslint/vippslint/internal/vippsapi"
)

// A literal is a value that is written out in a JSON text.
type literal struct {
	path string
	kind string // JSON type
	text string // of a string or number; a Hole for each unknown part
}

// missing stands in a JSON text for a value that is not known.
const missing = `"` + `\u0000value` + `"`

// literalsOf lists the strings, numbers and booleans that are written out in a
// JSON text with unknown parts, and the kinds of its objects and arrays. It
// gives nothing for what is no JSON.
func literalsOf(t flow.Text) []literal {
	d := json.NewDecoder(strings.NewReader(filled(t)))
	d.UseNumber()
	var found []literal
	if err := readValue(d, "", &found); err != nil {
		return nil
	}
	return found
}

// filled is the text with a Hole for each unknown part of a string, and missing
// for each other.
func filled(t flow.Text) string {
	var b strings.Builder
	inString, escaped := false, false
	for _, p := range t.Parts {
		if p.Hole != nil {
			if inString {
				b.WriteString(`\u0000`)
			} else {
				b.WriteString(missing)
			}
			continue
		}
		b.WriteString(p.Const)
		for i := range len(p.Const) {
			switch c := p.Const[i]; {
			case escaped:
				escaped = false
			case inString && c == '\\':
				escaped = true
			case c == '"':
				inString = !inString
			}
		}
	}
	return b.String()
}

// readValue reads one value that stands at path.
func readValue(d *json.Decoder, path string, found *[]literal) error {
	tok, err := d.Token()
	if err != nil {
		return err
	}
	switch tok := tok.(type) {
	case json.Delim:
		kind := "object"
		if tok == '[' {
			kind = "array"
		}
		if path != "" {
			*found = append(*found, literal{path: path, kind: kind})
		}
		for d.More() {
			at := path + "[]"
			if tok == '{' {
				key, err := d.Token()
				if err != nil {
					return err
				}
				name, _ := key.(string)
				at = joinName(path, name)
			}
			if err := readValue(d, at, found); err != nil {
				return err
			}
		}
		_, err = d.Token()
		return err
	case string:
		if !strings.HasPrefix(tok, vippsapi.Hole+"value") {
			*found = append(*found, literal{path, "string", tok})
		}
	case json.Number:
		*found = append(*found, literal{path, "number", tok.String()})
	case bool:
		*found = append(*found, literal{path: path, kind: "boolean"})
	}
	return nil
}
