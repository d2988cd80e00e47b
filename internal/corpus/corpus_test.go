package corpus

import (
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
)

// programs is the folder with the modules of the corpus: its folders, and the
// folders in those that are no modules.
const programs = "../../testdata"

type driver struct {
	name string
	run  func(t *testing.T, dir string) []finding
}

var drivers = []driver{
	{"vet", vet},
	{"gate", func(t *testing.T, dir string) []finding { return gate(t, dir) }},
	{"gate-all", func(t *testing.T, dir string) []finding { return gate(t, dir, "-all") }},
	{"gate-encoded", encoded},
	{"golangci-lint", golangci},
}

// A result is what a driver finds in a program.
type result struct {
	once  sync.Once
	found []finding
	whole bool // it did not fail, nor was it skipped
}

// results holds a *result for the name of a driver and the folder of a program.
var results sync.Map

// findings runs the driver, unless a test has done so before in the same folder.
func (d driver) findings(t *testing.T, dir string) []finding {
	t.Helper()
	have, _ := results.LoadOrStore([2]string{d.name, dir}, new(result))
	r := have.(*result)
	r.once.Do(func() { r.found, r.whole = d.run(t, dir), true })
	if !r.whole {
		t.Skipf("%s gave no findings when it was asked first", d.name)
	}
	return r.found
}

// TestCorpus runs every program through every driver. One of them alone is run
// by -run TestCorpus/shop-ecom/gate$.
func TestCorpus(t *testing.T) {
	eachProgram(t, func(t *testing.T, dir string, marks []Place) {
		if name := filepath.Base(dir); silent(name) != (len(marks) == 0) {
			t.Fatalf("%d marks; a look-alike and a right twin have none, every other program has some", len(marks))
		}
		for _, d := range drivers {
			t.Run(d.name, func(t *testing.T) {
				for _, line := range compare(marks, d.findings(t, dir)) {
					t.Error(line)
				}
			})
		}
	})
}

// silent says whether nothing may be reported in a program with this name.
func silent(name string) bool {
	return strings.HasPrefix(name, "lookalike-") || strings.HasSuffix(name, "-right")
}

// Every wrong program of a folder has a twin that does the same right, and the
// other way round.
func TestTwins(t *testing.T) {
	other := map[string]string{"wrong": "right", "right": "wrong"}
	all := modules(t)
	for _, name := range all {
		i := strings.LastIndex(name, "-")
		if twin := name[:i+1] + other[name[i+1:]]; strings.Contains(name, "/") && !strings.Contains(name, "/lookalike-") && !slices.Contains(all, twin) {
			t.Errorf("%s has no twin", name)
		}
	}
}

// TestDriversSayTheSame compares what the marks say nothing of: columns and
// messages.
func TestDriversSayTheSame(t *testing.T) {
	eachProgram(t, func(t *testing.T, dir string, _ []Place) {
		want := said(drivers[0].findings(t, dir))
		for _, d := range drivers[1:] {
			t.Run(d.name, func(t *testing.T) {
				if have := said(d.findings(t, dir)); !slices.Equal(have, want) {
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

// eachProgram runs a test for every program, with its marks, several at the same
// time. The drivers see a copy without them.
func eachProgram(t *testing.T, test func(t *testing.T, dir string, marks []Place)) {
	t.Helper()
	for _, name := range modules(t) {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			marks, err := ReadMarks(absolute(t, filepath.Join(programs, name)))
			if err != nil {
				t.Fatal(err)
			}
			test(t, unmarked(t, name), marks)
		})
	}
}

var copying sync.Mutex

// unmarked returns a copy of a program without its marks, the same one for all
// tests. What a program of a folder may need from beside it is copied too.
func unmarked(t *testing.T, name string) string {
	t.Helper()
	copying.Lock()
	defer copying.Unlock()
	to := filepath.Join(absolute(t, binaries), "programs")
	top, _, _ := strings.Cut(name, "/")
	if _, err := os.Stat(filepath.Join(to, top)); err != nil {
		if err := CopyUnmarked(filepath.Join(to, top), filepath.Join(programs, top)); err != nil {
			t.Fatal(err)
		}
	}
	return filepath.Join(to, filepath.FromSlash(name))
}

// modules returns the names of the modules below programs: "shop-ecom", and then
// "callbacks/gin-method-wrong".
func modules(t *testing.T) []string {
	t.Helper()
	var names []string
	for _, pattern := range []string{"*/go.mod", "*/*/go.mod"} {
		found, err := fs.Glob(os.DirFS(programs), pattern)
		if err != nil {
			t.Fatal(err)
		}
		for _, mod := range found {
			names = append(names, path.Dir(mod))
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
