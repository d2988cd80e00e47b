package corpus

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// programs is the folder whose folders are the modules of the corpus.
const programs = "../../testdata"

var drivers = []struct {
	name string
	run  func(t *testing.T, dir string) []finding
}{
	{"vet", vet},
	{"gate", func(t *testing.T, dir string) []finding { return gate(t, dir) }},
	{"gate-all", func(t *testing.T, dir string) []finding { return gate(t, dir, "-all") }},
	{"gate-encoded", encoded},
	{"golangci-lint", golangci},
}

// TestCorpus runs every program through every driver. One of them alone is run
// by -run TestCorpus/shop-ecom/gate$.
func TestCorpus(t *testing.T) {
	eachProgram(t, func(t *testing.T, dir string, marks []Place) {
		if lookalike := strings.HasPrefix(filepath.Base(dir), "lookalike-"); lookalike != (len(marks) == 0) {
			t.Fatalf("%d marks; a look-alike has none, every other program has some", len(marks))
		}
		for _, d := range drivers {
			t.Run(d.name, func(t *testing.T) {
				for _, line := range compare(marks, d.run(t, dir)) {
					t.Error(line)
				}
			})
		}
	})
}

// TestDriversSayTheSame compares what the marks say nothing of: columns and
// messages.
func TestDriversSayTheSame(t *testing.T) {
	eachProgram(t, func(t *testing.T, dir string, _ []Place) {
		want := said(vet(t, dir))
		for _, d := range drivers[1:] {
			t.Run(d.name, func(t *testing.T) {
				if have := said(d.run(t, dir)); !slices.Equal(have, want) {
					t.Errorf("go vet says\n%s\n%s says\n%s", strings.Join(want, "\n"), d.name, strings.Join(have, "\n"))
				}
			})
		}
	})
}

// said is each finding in full, in one order for all drivers.
func said(findings []finding) []string {
	var lines []string
	for _, f := range findings {
		lines = append(lines, fmt.Sprintf("%s:%d:%d: %s [%s]", f.File, f.Line, f.column, f.message, f.Topic))
	}
	slices.Sort(lines)
	return lines
}

// eachProgram runs a test for every program, with its marks. The drivers see a
// copy without them.
func eachProgram(t *testing.T, test func(t *testing.T, dir string, marks []Place)) {
	t.Helper()
	for _, name := range modules(t) {
		t.Run(name, func(t *testing.T) {
			dir := absolute(t, filepath.Join(programs, name))
			marks, err := ReadMarks(dir)
			if err != nil {
				t.Fatal(err)
			}
			test(t, unmarked(t, dir), marks)
		})
	}
}

// unmarked returns a copy of a program without its marks, the same one for all
// tests.
func unmarked(t *testing.T, dir string) string {
	t.Helper()
	to := filepath.Join(absolute(t, binaries), "programs", filepath.Base(dir))
	if _, err := os.Stat(to); err == nil {
		return to
	}
	if err := CopyUnmarked(to, dir); err != nil {
		t.Fatal(err)
	}
	return to
}

// modules returns the names of the folders below programs that are modules.
func modules(t *testing.T) []string {
	t.Helper()
	entries, err := os.ReadDir(programs)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, e := range entries {
		if _, err := os.Stat(filepath.Join(programs, e.Name(), "go.mod")); err == nil {
			names = append(names, e.Name())
		}
	}
	if len(names) == 0 {
		t.Fatalf("no module below %s", programs)
	}
	return names
}

// absolute also follows links, since that is how drivers print names.
func absolute(t *testing.T, dir string) string {
	t.Helper()
	dir, err := filepath.Abs(dir)
	if err != nil {
		t.Fatal(err)
	}
	if dir, err = filepath.EvalSymlinks(dir); err != nil {
		t.Fatal(err)
	}
	return dir
}
