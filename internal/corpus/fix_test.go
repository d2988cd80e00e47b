package corpus

import (
	"os"
	"slices"
	"testing"
)

var fixers = []struct {
	name string
	run  func(t *testing.T, dir string)
}{
	{"vet", func(t *testing.T, dir string) {
		if r := command(t, dir, "go", "vet", "-fix", "-vettool="+lint(t), "./..."); r.code != 0 {
			t.Fatalf("go vet -fix: %v", r)
		}
	}},
	{"golangci-lint", func(t *testing.T, dir string) {
		if r := runGolangci(t, dir, "", "--fix"); r.code > 1 {
			t.Fatalf("golangci-lint --fix: %v", r)
		}
	}},
}

// TestFixes has each fixer work on a copy of every program. Then the program
// compiles, the findings with a fix are gone, and the others are still there.
func TestFixes(t *testing.T) {
	fixed := 0
	eachProgram(t, func(t *testing.T, dir string, _ []Place) {
		found := vet(t, dir)
		left := slices.DeleteFunc(slices.Clone(found), func(f finding) bool { return f.fixable })
		fixable := len(found) - len(left)
		if fixable == 0 {
			t.Skip("no finding has a fix")
		}
		fixed += fixable
		for _, fixer := range fixers {
			t.Run(fixer.name, func(t *testing.T) {
				dir := copyOf(t, dir)
				fixer.run(t, dir)
				if r := command(t, dir, "go", "vet", "./..."); r.code != 0 {
					t.Errorf("it does not compile any more: %v", r)
				}
				for _, line := range compare(places(left), vet(t, dir)) {
					t.Error(line)
				}
			})
		}
	})
	if fixed == 0 {
		t.Error("no finding had a fix, so this tested nothing")
	}
}

// copyOf copies a program into a folder of its own.
func copyOf(t *testing.T, dir string) string {
	t.Helper()
	to := absolute(t, t.TempDir())
	if err := os.CopyFS(to, os.DirFS(dir)); err != nil {
		t.Fatal(err)
	}
	return to
}
