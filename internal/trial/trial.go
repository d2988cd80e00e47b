// Package trial runs a rule over many small programs whose findings are known
// before it runs, and counts: how many it finds, and how many of those that it
// reports are right.
package trial

import (
	"fmt"
	"maps"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"

	"github.com/vippslint/vippslint/internal/load"
)

// A Program is one case: a few packages, and marks where they have to be found
// fault with.
//
// A line that must be reported ends in "//!" and the category, once for each
// finding: "Value: int64(x * 100), //!truncated". The rule sees the files without
// their marks. A program without a mark must stay silent.
type Program struct {
	Name string // unique, told when it goes wrong

	// Files by their path below the program, as "pay.go" or "money/money.go".
	// A file imports another package of its program as "@/money".
	Files map[string]string
}

// A Finding is what has to be reported, or was.
type Finding struct {
	File     string // below the program
	Line     int
	Category string
}

func (f Finding) String() string { return fmt.Sprintf("%s:%d: %s", f.File, f.Line, f.Category) }

// A Failure is a program of which the rule did not say what it had to.
type Failure struct {
	Program Program
	Missed  []Finding
	Wrong   []Finding // reported where nothing had to be
}

func (f Failure) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s:", f.Program.Name)
	for _, m := range f.Missed {
		fmt.Fprintf(&b, " missed %v;", m)
	}
	for _, w := range f.Wrong {
		fmt.Fprintf(&b, " wrong %v;", w)
	}
	return strings.TrimSuffix(b.String(), ";")
}

// A Result counts programs and findings.
type Result struct {
	Programs int
	Bad      int // programs with a mark
	Found    int // findings that had to be reported, and were
	Missed   int
	Wrong    int
	Failures []Failure
	Broken   []string // programs that could not be judged, each with the reason and the stack of a panic
}

// Recall is the share of what had to be reported that was, in percent.
func (r *Result) Recall() float64 { return percent(r.Found, r.Missed) }

// Precision is the share of what was reported that had to be, in percent.
func (r *Result) Precision() float64 { return percent(r.Found, r.Wrong) }

func percent(right, wrong int) float64 {
	if right+wrong == 0 {
		return 100
	}
	return 100 * float64(right) / float64(right+wrong)
}

func (r *Result) String() string {
	return fmt.Sprintf("programs %d, bad %d, right %d, found %d, missed %d, wrong %d, recall %.2f %%, precision %.2f %%",
		r.Programs, r.Bad, r.Programs-r.Bad, r.Found, r.Missed, r.Wrong, r.Recall(), r.Precision())
}

// Check runs a rule over programs, logs the counts, and fails the test for each
// program that went wrong. It shows the source of the first few.
func Check(t *testing.T, rule *analysis.Analyzer, programs []Program) *Result {
	t.Helper()
	r := Run(t, rule, programs)
	t.Log(r)
	for _, b := range r.Broken {
		t.Error(b)
	}
	for i, f := range r.Failures {
		if i < 5 {
			t.Errorf("%v\n%s", f, f.Program.Source())
		} else {
			t.Error(f)
		}
	}
	return r
}

// Row is the result as a row of a Markdown table, with what the programs are of
// in front.
func (r *Result) Row(what string) string {
	return fmt.Sprintf("| %s | %d | %d | %d | %d | %.2f %% | %.2f %% |",
		what, r.Programs, r.Bad, r.Missed, r.Wrong, r.Recall(), r.Precision())
}

// Documented fails the test where a page does not have the row of a result.
func (r *Result) Documented(t *testing.T, page, what string) {
	t.Helper()
	text, err := os.ReadFile(page)
	if err != nil {
		t.Fatal(err)
	}
	if row := r.Row(what); !strings.Contains(string(text), row+"\n") {
		t.Errorf("%s lacks the row\n%s", page, row)
	}
}

// Source is all files of a program, with their marks.
func (p Program) Source() string {
	var b strings.Builder
	for _, name := range slices.Sorted(maps.Keys(p.Files)) {
		fmt.Fprintf(&b, "--- %s\n%s", name, p.Files[name])
	}
	return b.String()
}

// Run writes programs as packages of one module, which may import the standard
// library alone, and runs a rule over them as the gate does, with facts that go
// through their encoding.
func Run(t *testing.T, rule *analysis.Analyzer, programs []Program) *Result {
	t.Helper()
	dir, err := filepath.EvalSymlinks(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	t.Setenv("GOFLAGS", "")
	t.Setenv("GOWORK", "off")
	write(t, filepath.Join(dir, "go.mod"), "module trial.example\n\ngo 1.25\n")
	for i, p := range programs {
		for name, text := range p.Files {
			text = strings.ReplaceAll(mark.ReplaceAllString(text, ""), `"@/`, `"trial.example/`+folder(i)+"/")
			write(t, filepath.Join(dir, folder(i), name), text)
		}
	}
	got, err := load.Run(load.Config{Dir: dir, Patterns: []string{"./..."}, Encode: true, Analyzers: []*analysis.Analyzer{rule}})
	if err != nil {
		t.Fatal(err)
	}
	return count(dir, programs, got)
}

// folder is where the program of index i lies.
func folder(i int) string { return fmt.Sprintf("p%05d", i) }

func write(t *testing.T, name, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
}

// count holds the findings against the marks.
func count(dir string, programs []Program, got *load.Result) *Result {
	reported := make(map[string][]Finding) // by folder
	for _, f := range got.Findings {
		rel, err := filepath.Rel(dir, f.Pos.Filename)
		if err != nil {
			rel = f.Pos.Filename
		}
		in, file, _ := strings.Cut(filepath.ToSlash(rel), "/")
		reported[in] = append(reported[in], Finding{file, f.Pos.Line, f.Category})
	}
	result := &Result{Programs: len(programs)}
	names := make(map[string]string)
	for i, p := range programs {
		names[folder(i)] = p.Name
		wanted := p.Marks()
		if len(wanted) > 0 {
			result.Bad++
		}
		found, missed, wrong := compare(wanted, reported[folder(i)])
		result.Found += found
		result.Missed += len(missed)
		result.Wrong += len(wrong)
		if len(missed)+len(wrong) > 0 {
			result.Failures = append(result.Failures, Failure{p, missed, wrong})
		}
	}
	for _, p := range got.Problems {
		in, _, _ := strings.Cut(strings.TrimPrefix(p.Package, "trial.example/"), "/")
		result.Broken = append(result.Broken, fmt.Sprintf("%s: %s:%d: %s\n", names[in], path.Base(filepath.ToSlash(p.Pos.Filename)), p.Pos.Line, p.Reason)+string(p.Stack))
	}
	return result
}

// compare counts one finding for each that is wanted.
func compare(wanted, reported []Finding) (found int, missed, wrong []Finding) {
	wrong = slices.Clone(reported)
	for _, w := range wanted {
		if i := slices.Index(wrong, w); i >= 0 {
			found++
			wrong = slices.Delete(wrong, i, i+1)
		} else {
			missed = append(missed, w)
		}
	}
	return found, missed, wrong
}

var mark = regexp.MustCompile(`(?m)[ \t]*//!(\S+(?: \S+)*)$`)

// Marks are the findings that the marks of a program ask for, in the order of
// files and lines.
func (p Program) Marks() []Finding {
	var all []Finding
	for _, name := range slices.Sorted(maps.Keys(p.Files)) {
		for i, line := range strings.Split(p.Files[name], "\n") {
			if m := mark.FindStringSubmatch(line); m != nil {
				for category := range strings.FieldsSeq(m[1]) {
					all = append(all, Finding{name, i + 1, category})
				}
			}
		}
	}
	return all
}
