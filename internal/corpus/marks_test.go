package corpus

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// small is a module with three marks, on two lines.
func small(t *testing.T, extra string) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range map[string]string{
		"go.mod":   "module small\n",
		"a.go":     "package small\n\nvar a = 1 // want:vippsamount/truncated vippsphone/malformed\n",
		"in/b.go":  "package in\n\nvar b = 2 // want:vippsamount/truncated\n" + extra,
		"notes.md": "var c = 3 // want:vippsamount/truncated\n",
	} {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

var (
	cut   = Place{"a.go", 3, "vippsamount/truncated"}
	phone = Place{"a.go", 3, "vippsphone/malformed"}
	below = Place{"in/b.go", 3, "vippsamount/truncated"}
)

func TestMarksAreRead(t *testing.T) {
	marks, err := ReadMarks(small(t, ""))
	if err != nil {
		t.Fatal(err)
	}
	if want := []Place{cut, phone, below}; !slices.Equal(marks, want) {
		t.Errorf("have %v, want %v", marks, want)
	}
}

func TestFaultyMarksAreErrors(t *testing.T) {
	for line, want := range map[string]string{
		"var x = 1 // want: vippsamount/truncated": "b.go:4",
		"var x = 1 //want:vippsamount/truncated":   "b.go:4",
		"var x = 1 // want vippsamount/truncated":  "b.go:4",
		"var x = 1 // want:vippsamount/cut":        `"cut"`,
		"var x = 1 // want:vippsamunt/truncated":   `"vippsamunt"`,
		"var x = 1 // want:vippsamount":            "no rule/category",
	} {
		if marks, err := ReadMarks(small(t, line+"\n")); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v %v, want an error with %q", line, marks, err, want)
		}
	}
}

func TestCompareFindsEveryDifference(t *testing.T) {
	marks := []Place{cut, phone, below}
	for _, test := range []struct {
		name  string
		found []Place
		want  []string
	}{
		{"equal", []Place{below, phone, cut}, nil},
		{"missing", []Place{cut, below}, []string{"a.go:3: vippsphone/malformed: missing"}},
		{"none", nil, []string{
			"a.go:3: vippsamount/truncated: missing", "a.go:3: vippsphone/malformed: missing", "in/b.go:3: vippsamount/truncated: missing",
		}},
		{"surplus", []Place{cut, phone, below, {"a.go", 4, cut.Topic}}, []string{"a.go:4: vippsamount/truncated: surplus: text"}},
		{"twice", []Place{cut, cut, phone, below}, []string{"a.go:3: vippsamount/truncated: surplus: text"}},
		{"other category", []Place{{cut.File, 3, "vippsamount/float-value"}, phone, below}, []string{
			"a.go:3: vippsamount/float-value: surplus: text", "a.go:3: vippsamount/truncated: missing",
		}},
		{"other file", []Place{cut, phone, {"b.go", 3, below.Topic}}, []string{
			"b.go:3: vippsamount/truncated: surplus: text", "in/b.go:3: vippsamount/truncated: missing",
		}},
	} {
		var found []finding
		for _, p := range test.found {
			found = append(found, finding{Place: p, message: "text"})
		}
		if have := compare(marks, found); !slices.Equal(have, test.want) {
			t.Errorf("%s: have %q, want %q", test.name, have, test.want)
		}
	}
}

// What drivers print is read back into the same three findings.
func TestOutputsAreRead(t *testing.T) {
	const dir = "/shop"
	want := []Place{cut, phone, below}
	for _, test := range []struct {
		driver string
		parse  func(dir, out string) ([]finding, error)
		out    string
	}{
		{"vet", parseVet, `{"small": {"vippsamount": [{"posn": "/shop/a.go:3:9", "category": "truncated", "message": "cut"}]}}
{"small": {"vippsphone": [{"posn": "/shop/a.go:3:12", "category": "malformed", "message": "phone"}]}}
{}
{"small/in [small/in.test]": {"vippsamount": [{"posn": "/shop/in/b.go:3:9", "category": "truncated", "message": "cut"}]}}
`},
		{"gate", parseGate, `a.go:3:9: cut; round [it] [vippsamount/truncated]
	b.go:1:1: 19.99 is a float
a.go:3:12: phone [vippsphone/malformed]

/shop/in/b.go:3:9: cut [vippsamount/truncated]
    a.go:3:9: x
`},
		{"golangci-lint", parseGolangci, `{"Issues": [
{"FromLinter": "vippslint", "Text": "vippsamount: cut [vippsamount/truncated] (from b.go:1: 19.99)", "Pos": {"Filename": "/shop/a.go", "Line": 3, "Column": 9}},
{"FromLinter": "vippslint", "Text": "vippsphone: phone [vippsphone/malformed]", "Pos": {"Filename": "a.go", "Line": 3, "Column": 12}},
{"FromLinter": "vippslint", "Text": "vippsamount: cut [vippsamount/truncated]", "Pos": {"Filename": "/shop/in/b.go", "Line": 3, "Column": 9}}]}`},
	} {
		found, err := test.parse(dir, test.out)
		if err != nil {
			t.Errorf("%s: %v", test.driver, err)
			continue
		}
		if have := places(found); !slices.Equal(have, want) {
			t.Errorf("%s: have %v, want %v", test.driver, have, want)
		}
	}
}

func TestOutputsWithoutFormAreErrors(t *testing.T) {
	for _, test := range []struct {
		driver string
		parse  func(dir, out string) ([]finding, error)
		out    string
	}{
		{"vet, an analyzer that failed", parseVet, `{"small": {"vippsamount": {"error": "no"}}}`},
		{"vet, cut off", parseVet, `{"small": {"vippsamount": [`},
		{"gate, no category", parseGate, "a.go:3:9: cut\n"},
		{"gate, a note", parseGate, "all is well\n"},
		{"golangci-lint, other linter", parseGolangci, `{"Issues": [{"FromLinter": "typecheck", "Text": "vippsamount: x [vippsamount/truncated]", "Pos": {"Filename": "a.go", "Line": 3}}]}`},
		{"golangci-lint, related position", parseGolangci, `{"Issues": [{"FromLinter": "vippslint", "Text": "vippsamount(related information): x", "Pos": {"Filename": "a.go", "Line": 3}}]}`},
		{"golangci-lint, no JSON", parseGolangci, ``},
	} {
		if found, err := test.parse("/shop", test.out); err == nil {
			t.Errorf("%s: no error, but %v", test.driver, found)
		}
	}
}
