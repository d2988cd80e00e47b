package corpus

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
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
				fixed := copyOf(t, dir)
				fixer.run(t, fixed)
				if r := command(t, fixed, "go", "vet", "./..."); r.code != 0 {
					t.Errorf("it does not compile any more: %v", r)
				}
				var still []Place
				for _, place := range places(left) {
					still = append(still, moved(t, dir, fixed, place))
				}
				for _, line := range compare(still, vet(t, fixed)) {
					t.Error(line)
				}
			})
		}
	})
	if fixed == 0 {
		t.Error("no finding had a fix, so this tested nothing")
	}
}

// moved is where a place is found after fixes, which may add lines above it: at
// the line with the same text, the first of several where it was the first. A
// line that was changed itself counts as where it was.
func moved(t *testing.T, before, after string, p Place) Place {
	t.Helper()
	old := linesOf(t, before, p.File)
	text := old[p.Line-1]
	nth := 0
	for _, line := range old[:p.Line] {
		if line == text {
			nth++
		}
	}
	for i, line := range linesOf(t, after, p.File) {
		if line == text {
			nth--
		}
		if nth == 0 {
			p.Line = i + 1
			return p
		}
	}
	return p
}

// linesOf gives the lines of a file without the white space around them, which a
// fixer may format.
func linesOf(t *testing.T, dir, file string) []string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(file)))
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(string(data), "\n")
	for i := range lines {
		lines[i] = strings.TrimSpace(lines[i])
	}
	return lines
}

func TestMoved(t *testing.T) {
	before, after := t.TempDir(), t.TempDir()
	write := func(dir, text string) {
		if err := os.WriteFile(filepath.Join(dir, "a.go"), []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	write(before, "a\nb\nc\nb\nd\n")
	write(after, "a\nnew\n\tb \nC\nnew\nb\nd\n")
	for from, to := range map[int]int{1: 1, 2: 3, 3: 3, 4: 6, 5: 7} {
		if got := moved(t, before, after, Place{File: "a.go", Line: from}).Line; got != to {
			t.Errorf("line %d moved to %d, want %d", from, got, to)
		}
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
