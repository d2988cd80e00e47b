package corpus

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"testing"

	"github.com/vippslint/vippslint/analyzers"
	"github.com/vippslint/vippslint/internal/load"
)

// binaries holds what the tests build, once for all of them.
var binaries string

func TestMain(m *testing.M) { os.Exit(runTests(m)) }

func runTests(m *testing.M) int {
	dir, err := os.MkdirTemp("", "vippslint-corpus-")
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	defer os.RemoveAll(dir)
	binaries = dir
	// What is set for this repository must not reach the modules of the corpus,
	// nor an earlier build of the linter its findings.
	for name, value := range map[string]string{
		"GOFLAGS": "", "GOWORK": "off", "GOLANGCI_LINT_CACHE": filepath.Join(dir, "cache"),
	} {
		if err := os.Setenv(name, value); err != nil {
			fmt.Fprintln(os.Stderr, err)
			return 1
		}
	}
	return m.Run()
}

var (
	buildLint = build("../..", "./cmd/vippslint", "vippslint")
	buildGCL  = build("../../tools/gcl", ".", "gcl")
)

// build returns a function that builds a program the first time it is called,
// and returns the path of the binary.
func build(dir, pkg, name string) func() (string, error) {
	return sync.OnceValues(func() (string, error) {
		path := filepath.Join(binaries, name)
		cmd := exec.Command("go", "build", "-ldflags=-s -w", "-o", path, pkg) // linked in a third of the time
		cmd.Dir = dir
		if out, err := cmd.CombinedOutput(); err != nil {
			return "", fmt.Errorf("cannot build %s: %w\n%s", pkg, err, out)
		}
		return path, nil
	})
}

// lint is the path of vippslint.
func lint(t *testing.T) string {
	t.Helper()
	path, err := buildLint()
	if err != nil {
		t.Fatal(err)
	}
	return path
}

// gcl is the path of the golangci-lint with vippslint in it. Building it takes
// minutes the first time, so tests that need it are left out of a short run.
func gcl(t *testing.T) string {
	t.Helper()
	if testing.Short() {
		t.Skip("golangci-lint is built without -short only: it is large")
	}
	path, err := buildGCL()
	if err != nil {
		t.Fatal(err)
	}
	return path
}

// A ran is what a command printed and how it ended.
type ran struct {
	out, err string
	code     int
}

func (r ran) String() string {
	return fmt.Sprintf("exit %d\n--- standard output\n%s--- standard error\n%s", r.code, r.out, r.err)
}

func command(t *testing.T, dir, path string, args ...string) ran {
	t.Helper()
	cmd := exec.Command(path, args...)
	cmd.Dir = dir
	var out, errs bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &errs
	if err := cmd.Run(); err != nil && !errors.As(err, new(*exec.ExitError)) {
		t.Fatal(err)
	}
	return ran{out.String(), errs.String(), cmd.ProcessState.ExitCode()}
}

// vet runs go vet with vippslint as its tool.
func vet(t *testing.T, dir string) []finding {
	t.Helper()
	r := command(t, dir, "go", "vet", "-json", "-vettool="+lint(t), "./...")
	if r.code != 0 {
		t.Fatalf("go vet: %v", r)
	}
	found, err := parseVet(dir, r.out)
	if err != nil {
		t.Fatalf("%v in %v", err, r)
	}
	return found
}

// parseVet reads the JSON of go vet: one object after another.
func parseVet(dir, out string) ([]finding, error) {
	var found []finding
	for dec := json.NewDecoder(strings.NewReader(out)); ; {
		var units map[string]map[string]json.RawMessage
		if err := dec.Decode(&units); errors.Is(err, io.EOF) {
			return found, nil
		} else if err != nil {
			return nil, err
		}
		for unit, rules := range units {
			for rule, raw := range rules {
				var diags []struct {
					Posn, Category, Message string
					Fixes                   []any `json:"suggested_fixes"`
				}
				if err := json.Unmarshal(raw, &diags); err != nil {
					return nil, fmt.Errorf("%s in %s: %s", rule, unit, raw)
				}
				for _, d := range diags {
					f, err := at(dir, d.Posn)
					if err != nil {
						return nil, err
					}
					f.Topic, f.message, f.fixable = rule+"/"+d.Category, d.Message, len(d.Fixes) > 0
					found = append(found, f)
				}
			}
		}
	}
}

// gate runs vippslint by itself.
func gate(t *testing.T, dir string, flags ...string) []finding {
	t.Helper()
	r := command(t, dir, lint(t), append(flags, "./...")...)
	found, err := parseGate(dir, r.out)
	if err != nil {
		t.Fatalf("%v in %v", err, r)
	}
	if want := min(len(found), 1); r.code != want {
		t.Fatalf("vippslint: want exit %d: %v", want, r)
	}
	return found
}

var gateLine = regexp.MustCompile(`^(\S.*\.go:\d+:\d+): (.*) \[([a-z]+/[a-z-]+)\]$`)

// parseGate reads the text of vippslint: a line for each finding, with lines
// under it that are indented and tell the way of the value.
func parseGate(dir, out string) ([]finding, error) {
	var found []finding
	for line := range strings.Lines(out) {
		line = strings.TrimSuffix(line, "\n")
		if line == "" || line[0] == ' ' || line[0] == '\t' {
			continue
		}
		m := gateLine.FindStringSubmatch(line)
		if m == nil {
			return nil, fmt.Errorf("not the form of a finding: %q", line)
		}
		f, err := at(dir, m[1])
		if err != nil {
			return nil, err
		}
		f.message, f.Topic = m[2], m[3]
		found = append(found, f)
	}
	return found, nil
}

// encoded runs the gate's driver in a way that no flag gives: every fact is
// encoded and decoded between packages, as it is under go vet.
func encoded(t *testing.T, dir string) []finding {
	t.Helper()
	config := load.Config{Dir: dir, Patterns: []string{"./..."}, Tests: true, Encode: true}
	for _, r := range analyzers.All() {
		config.Analyzers = append(config.Analyzers, r.Analyzer)
	}
	result, err := load.Run(config)
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range result.Problems {
		t.Errorf("%s: %s", p.Package, p.Reason)
	}
	var found []finding
	for _, d := range result.Findings {
		f, err := at(dir, fmt.Sprintf("%s:%d:%d", d.Pos.Filename, d.Pos.Line, d.Pos.Column))
		if err != nil {
			t.Fatal(err)
		}
		f.Topic, f.message = d.Rule+"/"+d.Category, d.Message
		found = append(found, f)
	}
	return found
}

// golangci runs golangci-lint with nothing but vippslint switched on.
func golangci(t *testing.T, dir string) []finding {
	t.Helper()
	r := runGolangci(t, dir, "")
	found, err := parseGolangci(dir, r.out)
	if err != nil {
		t.Fatalf("%v in %v", err, r)
	}
	if want := min(len(found), 1); r.code != want {
		t.Fatalf("golangci-lint: want exit %d: %v", want, r)
	}
	return found
}

// runGolangci runs it with settings for vippslint, a YAML text in one line, and
// further flags.
func runGolangci(t *testing.T, dir, settings string, flags ...string) ran {
	t.Helper()
	path := gcl(t)
	config := filepath.Join(t.TempDir(), "golangci.yml")
	text := `version: "2"
linters:
  settings:
    custom:
      vippslint:
        type: module
        settings: {` + settings + `}
issues:
  uniq-by-line: false
output:
  path-mode: abs
`
	if err := os.WriteFile(config, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	args := append([]string{"run", "--config=" + config, "--output.json.path=stdout", "--show-stats=false",
		"--max-issues-per-linter=0", "--max-same-issues=0", "--default=none", "--enable=vippslint", "--allow-parallel-runners"}, flags...)
	return command(t, dir, path, append(args, "./...")...)
}

var folded = regexp.MustCompile(`^([a-z]+): (.*?) \[([a-z]+/[a-z-]+)\](?: \(from .*\))?$`)

// parseGolangci reads the JSON of golangci-lint, in which rule and category are
// in the text of the finding.
func parseGolangci(dir, out string) ([]finding, error) {
	var report struct {
		Issues []struct {
			FromLinter, Text string
			Pos              struct {
				Filename     string
				Line, Column int
			}
		}
	}
	if err := json.Unmarshal([]byte(out), &report); err != nil {
		return nil, err
	}
	var found []finding
	for _, issue := range report.Issues {
		m := folded.FindStringSubmatch(issue.Text)
		if issue.FromLinter != "vippslint" || m == nil || !strings.HasPrefix(m[3], m[1]+"/") {
			return nil, fmt.Errorf("not the form of a finding: %s: %q", issue.FromLinter, issue.Text)
		}
		f, err := at(dir, fmt.Sprintf("%s:%d:%d", issue.Pos.Filename, issue.Pos.Line, issue.Pos.Column))
		if err != nil {
			return nil, err
		}
		f.message, f.Topic = m[2], m[3]
		found = append(found, f)
	}
	return found, nil
}

// at reads "file:line:column", with the file as the driver names it: by its
// full path or from dir on.
func at(dir, text string) (finding, error) {
	parts := strings.Split(text, ":")
	n := len(parts)
	if n < 3 {
		return finding{}, fmt.Errorf("not a position: %q", text)
	}
	line, err := strconv.Atoi(parts[n-2])
	column, errColumn := strconv.Atoi(parts[n-1])
	if err != nil || errColumn != nil {
		return finding{}, fmt.Errorf("not a position: %q", text)
	}
	file := strings.Join(parts[:n-2], ":")
	if filepath.IsAbs(file) {
		if file, err = filepath.Rel(dir, file); err != nil {
			return finding{}, err
		}
	}
	return finding{Place: Place{File: filepath.ToSlash(file), Line: line}, column: column}, nil
}
