package corpus

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// first is a program with marks.
func first(t *testing.T) (dir string, marks []place) {
	t.Helper()
	for _, name := range modules(t) {
		dir := absolute(t, filepath.Join(programs, name))
		marks, err := readMarks(dir)
		if err != nil {
			t.Fatal(err)
		}
		if len(marks) > 0 {
			return dir, marks
		}
	}
	t.Fatal("no program has a mark")
	return "", nil
}

func TestNolintSilencesGolangci(t *testing.T) {
	gcl(t)
	dir, marks := first(t)
	dir = copyOf(t, dir)
	rewrite(t, dir, "// want:", "//nolint:vippslint // want:")
	if found := golangci(t, dir); len(found) > 0 {
		t.Errorf("findings in spite of nolint: %v", found)
	}
	rewrite(t, dir, "//nolint:vippslint", "//nolint:revive")
	for _, line := range compare(marks, golangci(t, dir)) {
		t.Errorf("with nolint for another linter: %s", line)
	}
}

func TestSettingsOfGolangci(t *testing.T) {
	gcl(t)
	dir, marks := first(t)
	topic := marks[0].topic
	rule, _, _ := strings.Cut(topic, "/")
	for setting, gone := range map[string]func(place) bool{
		"disable: [" + topic + "]": func(p place) bool { return p.topic == topic },
		"disable: [" + rule + "]":  func(p place) bool { return strings.HasPrefix(p.topic, rule+"/") },
		"enable: [" + topic + "], disable: [" + rule + "]": func(p place) bool {
			return strings.HasPrefix(p.topic, rule+"/") && p.topic != topic
		},
	} {
		found, err := parseGolangci(dir, runGolangci(t, dir, setting).out)
		if err != nil {
			t.Fatal(err)
		}
		for _, line := range compare(slices.DeleteFunc(slices.Clone(marks), gone), found) {
			t.Errorf("%s: %s", setting, line)
		}
	}
}

func TestWrongSettingsOfGolangci(t *testing.T) {
	gcl(t)
	dir, _ := first(t)
	for setting, want := range map[string][]string{
		"disable: [vippsphone, vippsfone]": {"settings.disable[1]", "vippsfone", "vippsphone"},
		"disable: [vippsphone/long]":       {"settings.disable[0]", "long", "malformed"},
		"off: [vippsphone]":                {"off", "enable, disable"},
		"enable: vippsphone":               {"enable"},
	} {
		r := runGolangci(t, dir, setting)
		if r.code < 2 {
			t.Errorf("%s: %v", setting, r)
		}
		for _, text := range want {
			if !strings.Contains(r.err, text) {
				t.Errorf("%s: no %q in %v", setting, text, r)
			}
		}
	}
}

// The example configuration works as it stands, in a program as in
// continuous integration.
func TestExampleOfGolangci(t *testing.T) {
	path := gcl(t)
	dir, marks := first(t)
	dir = copyOf(t, dir)
	example, err := os.ReadFile("../../.golangci.example.yml")
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, ".golangci.yml"), example, 0o644); err != nil {
		t.Fatal(err)
	}
	r := command(t, dir, path, "run", "--output.json.path=stdout", "--show-stats=false", "--enable-only=vippslint", "./...")
	found, err := parseGolangci(dir, r.out)
	if err != nil {
		t.Fatalf("%v in %v", err, r)
	}
	for _, line := range compare(marks, found) {
		t.Error(line)
	}
	if r := command(t, dir, path, "linters"); !regexp.MustCompile(`(?s)Enabled by your configuration.*vippslint.*Disabled by`).MatchString(r.out) {
		t.Errorf("vippslint is not switched on: %v", r)
	}
}

// What the example builds is what the tests run.
func TestExampleBuildsTheTestedVersion(t *testing.T) {
	example, err := os.ReadFile("../../.custom-gcl.example.yml")
	if err != nil {
		t.Fatal(err)
	}
	mod, err := os.ReadFile("../../tools/gcl/go.mod")
	if err != nil {
		t.Fatal(err)
	}
	tested := regexp.MustCompile(`(?m)^\s*github.com/golangci/golangci-lint/v2 (v\S+)`).FindSubmatch(mod)
	built := regexp.MustCompile(`(?m)^version: (v\S+)`).FindSubmatch(example)
	if tested == nil || built == nil || string(tested[1]) != string(built[1]) {
		t.Errorf("the example builds golangci-lint %q, the tests run %q", built, tested)
	}
	if !strings.Contains(string(example), "import: github.com/vippslint/vippslint/plugin\n") {
		t.Error("the example does not import the plugin")
	}
}
