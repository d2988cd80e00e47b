package corpus

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync/atomic"
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
	var fixes atomic.Int64
	t.Cleanup(func() {
		if fixes.Load() == 0 {
			t.Error("no finding had a fix, so this tested nothing")
		}
	})
	eachProgram(t, func(t *testing.T, dir string, _ []Place) {
		found := drivers[0].findings(t, dir)
		left := slices.DeleteFunc(slices.Clone(found), func(f finding) bool { return f.fixable })
		fixable := len(found) - len(left)
		if fixable == 0 {
			t.Skip("no finding has a fix")
		}
		fixes.Add(int64(fixable))
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
}

// moved is where a place is found after fixes, which may add lines above it: at
// the line that is left of it when what was added and taken out is laid aside. A
// line that was changed itself counts as where it was.
func moved(t *testing.T, before, after string, p Place) Place {
	t.Helper()
	if line, ok := leftOf(linesOf(t, before, p.File), linesOf(t, after, p.File))[p.Line]; ok {
		p.Line = line
	}
	return p
}

// leftOf gives, for the number of each line of before that is still there, its
// number in after: a longest common subsequence.
func leftOf(before, after []string) map[int]int {
	common := make([][]int, len(before)+1) // of the lines from i and from j on
	for i := range common {
		common[i] = make([]int, len(after)+1)
	}
	for i := len(before) - 1; i >= 0; i-- {
		for j := len(after) - 1; j >= 0; j-- {
			if before[i] == after[j] {
				common[i][j] = common[i+1][j+1] + 1
			} else {
				common[i][j] = max(common[i+1][j], common[i][j+1])
			}
		}
	}
	left := make(map[int]int)
	for i, j := 0, 0; i < len(before) && j < len(after); {
		switch {
		case before[i] == after[j]:
			left[i+1] = j + 1
			i, j = i+1, j+1
		case common[i+1][j] >= common[i][j+1]:
			i++
		default:
			j++
		}
	}
	return left
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

// copyOf copies a program into a folder of its own beside it, where it finds what
// its go.mod names by "..".
func copyOf(t *testing.T, dir string) string {
	t.Helper()
	to, err := os.MkdirTemp(filepath.Dir(dir), "copy-")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.RemoveAll(to) })
	if err := os.CopyFS(to, os.DirFS(dir)); err != nil {
		t.Fatal(err)
	}
	return to
}
