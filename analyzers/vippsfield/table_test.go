package vippsfield

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"regexp/syntax"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/tools/go/analysis/analysistest"

	"github.com/vippslint/vippslint/internal/vippsapi"
)

// A sample is a JSON value for a field, and whether the specification takes it.
type sample struct {
	json string
	ok   bool
}

// headers are those of which the values are limited.
var headers = []string{"Idempotency-Key", "Merchant-Serial-Number", "Vipps-System-Name"}

// Every field of the table that has a pattern, a length, a range or values is
// sent a constant that the specification takes, and one that it refuses, and so
// is every header.
func TestTable(t *testing.T) {
	var b strings.Builder
	b.WriteString("package table\n\nimport (\n\t\"net/http\"\n\t\"strings\"\n)\n")
	fields, refused := 0, 0
	for _, op := range vippsapi.Operations() {
		limited := slices.Clone(op.Fields)
		for _, name := range headers {
			if _, asked := vippsapi.MatchURL(op.Method, address(op)); !asked {
				break // a browser does
			}
			if f := op.FieldOrHeader(name); f != nil {
				limited = append(limited, *f)
			}
		}
		for i := range limited {
			f := &limited[i]
			list := samples(t, op, f)
			if list == nil {
				continue
			}
			fields++
			good, bad := false, false
			for _, s := range list {
				good, bad = good || s.ok, bad || !s.ok
				want := ""
				if !s.ok {
					refused++
					want = fmt.Sprintf(" // want `%s is .* %s takes `", regexp.QuoteMeta(f.Path), regexp.QuoteMeta(op.ID))
				}
				body, set := bodyOf(f, s.json), ""
				if i >= len(op.Fields) {
					body, set, want = "{}", fmt.Sprintf("\treq.Header.Set(%q, %s)%s\n", f.Path, s.json, want), ""
				}
				fmt.Fprintf(&b, "\nfunc f%d_%d() error {\n\treq, err := http.NewRequest(%q, %q, strings.NewReader(%q))%s\n",
					fields, b.Len(), op.Method, address(op), body, want)
				b.WriteString("\tif err != nil {\n\t\treturn err\n\t}\n" + set + "\tresp, err := http.DefaultClient.Do(req)\n\tif err != nil {\n\t\treturn err\n\t}\n\treturn resp.Body.Close()\n}\n")
			}
			if !good || !bad {
				t.Errorf("%s %s has no sample of both kinds: %v", op.ID, f.Path, list)
			}
		}
	}
	dir := t.TempDir()
	if err := os.MkdirAll(filepath.Join(dir, "src", "table"), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "src", "table", "table.go"), []byte(b.String()), 0o666); err != nil {
		t.Fatal(err)
	}
	t.Logf("%d fields, %d refused values", fields, refused)
	if fields < 150 {
		t.Errorf("only %d fields have samples", fields)
	}
	analysistest.Run(t, dir, New(), "table")
}

// address is a URL of an operation.
func address(op *vippsapi.Operation) string {
	return "https://api.vipps.no" + regexp.MustCompile(`\{[^}]*\}`).ReplaceAllString(op.Path, "abc-123")
}

// bodyOf writes a JSON body with one field, and with what that asks for.
func bodyOf(f *vippsapi.Field, value string) string {
	body := nested(strings.Split(f.Path, "."), value)
	if f.Path == "userFlow" {
		body = strings.Replace(body, "{", `{"customer": {"phoneNumber": "4712345678"}, "returnUrl": "https://shop.example", `, 1)
	}
	return body
}

// nested writes a JSON body in which value stands at a path.
func nested(path []string, value string) string {
	if len(path) == 0 {
		return value
	}
	name := strings.TrimRight(path[0], "[]")
	inner := nested(path[1:], value)
	inner = strings.Repeat("[", strings.Count(path[0], "[]")) + inner + strings.Repeat("]", strings.Count(path[0], "[]"))
	if name == "" {
		return inner
	}
	return fmt.Sprintf("{%q: %s}", name, inner)
}

// samples makes values of what the table says of a field; nil where it says
// nothing, or where another rule judges it.
func samples(t *testing.T, op *vippsapi.Operation, f *vippsapi.Field) []sample {
	if f.Kind == vippsapi.MinorUnits || f.Kind == vippsapi.Phone {
		return nil // vippsamount and vippsphone
	}
	switch {
	case f.Type == "integer" || f.Type == "number":
		var list []sample
		if f.Min != nil {
			list = append(list, sample{strconv.FormatInt(*f.Min, 10), true}, sample{strconv.FormatInt(*f.Min-1, 10), false})
		}
		if f.Max != nil {
			list = append(list, sample{strconv.FormatInt(*f.Max, 10), true}, sample{strconv.FormatInt(*f.Max+1, 10), false})
		}
		return list
	case f.Type != "string" || f.Pattern == "" && f.MinLen <= 1 && f.MaxLen == 0 && len(f.Enum) == 0:
		return nil // an empty text means that no value is given; a bound of a text says nothing
	case len(f.Enum) > 0:
		list := []sample{{quote(f.Enum[0] + f.Enum[0][len(f.Enum[0])-1:]), false}}
		for _, e := range f.Enum {
			list = append(list, sample{quote(e), true})
		}
		if f.Open {
			list[0] = sample{quote(strings.Replace(f.Enum[1], "a", "aa", 1)), false}
		}
		return list
	}
	right := ""
	for _, try := range []string{generated(t, f.Pattern), "https://shop.example/abc", "abc-1234", "kari@shop.example", "12345", "a", "NO", "NOK", "abc", "2030-01-01T00:00:00Z"} {
		if f.Web != vippsapi.NoWeb && !strings.HasPrefix(try, "https://") {
			continue
		}
		if taken(f, try) {
			right = try
			break
		}
	}
	list := []sample{}
	if right != "" {
		list = append(list, sample{quote(right), true})
	}
	for _, try := range []string{"§ \t", "Ø", "https://shop.example/" + strings.Repeat("a", f.MaxLen), strings.Repeat("a", f.MaxLen+1), "a"} {
		if !taken(f, try) {
			return append(list, sample{quote(try), false})
		}
	}
	return list
}

func quote(text string) string { return strconv.Quote(text) }

// taken asks the pattern and the lengths themselves.
func taken(f *vippsapi.Field, text string) bool {
	n := utf8.RuneCountInString(text)
	return text != "" && n >= f.MinLen && (f.MaxLen == 0 || n <= f.MaxLen) && regexp.MustCompile(f.Pattern).MatchString(text)
}

// generated is a text that a pattern matches, as short as it may be.
func generated(t *testing.T, pattern string) string {
	tree, err := syntax.Parse(pattern, syntax.Perl)
	if err != nil {
		t.Fatal(err)
	}
	return shortest(tree.Simplify())
}

func shortest(tree *syntax.Regexp) string {
	switch tree.Op {
	case syntax.OpLiteral:
		return string(tree.Rune)
	case syntax.OpCharClass:
		return string(tree.Rune[0])
	case syntax.OpAnyChar, syntax.OpAnyCharNotNL:
		return "a"
	case syntax.OpCapture, syntax.OpPlus:
		return shortest(tree.Sub[0])
	case syntax.OpAlternate:
		return shortest(tree.Sub[0])
	case syntax.OpConcat:
		text := ""
		for _, sub := range tree.Sub {
			text += shortest(sub)
		}
		return text
	}
	return "" // what may be left out, and ends of the text
}
