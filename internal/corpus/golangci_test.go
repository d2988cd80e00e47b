package corpus

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// TestCorpus holds golangci-lint against the marks. The tests of what users can
// say to it go by what go vet finds, so that a difference there does not show as
// one here.

// first is a copy of a program with findings.
func first(t *testing.T) (dir string, found []Place) {
	t.Helper()
	for _, name := range modules(t) {
		dir := unmarked(t, name)
		if found := places(drivers[0].findings(t, dir)); len(found) > 0 {
			return copyOf(t, dir), found
		}
	}
	t.Fatal("no program has a finding")
	return "", nil
}

func TestNolintSilencesGolangci(t *testing.T) {
	gcl(t)
	dir, found := first(t)
	addComment(t, dir, found, "//nolint:revive")
	for _, line := range compare(found, golangci(t, dir)) {
		t.Errorf("with nolint for another linter: %s", line)
	}
	addComment(t, dir, found, "//nolint:vippslint")
	if found := golangci(t, dir); len(found) > 0 {
		t.Errorf("findings in spite of nolint: %v", found)
	}
}

// addComment puts a comment at the end of the lines, in place of any other.
func addComment(t *testing.T, dir string, at []Place, comment string) {
	t.Helper()
	for _, p := range at {
		path := filepath.Join(dir, p.File)
		text, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		lines := strings.Split(string(text), "\n")
		code, _, _ := strings.Cut(lines[p.Line-1], " //")
		lines[p.Line-1] = code + " " + comment
		if err := os.WriteFile(path, []byte(strings.Join(lines, "\n")), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

func TestSettingsOfGolangci(t *testing.T) {
	gcl(t)
	dir, all := first(t)
	topic := all[0].Topic
	rule, _, _ := strings.Cut(topic, "/")
	for setting, gone := range map[string]func(Place) bool{
		"disable: [" + topic + "]": func(p Place) bool { return p.Topic == topic },
		"disable: [" + rule + "]":  func(p Place) bool { return strings.HasPrefix(p.Topic, rule+"/") },
		"enable: [" + topic + "], disable: [" + rule + "]": func(p Place) bool {
			return strings.HasPrefix(p.Topic, rule+"/") && p.Topic != topic
		},
	} {
		found, err := parseGolangci(dir, runGolangci(t, dir, setting).out)
		if err != nil {
			t.Fatal(err)
		}
		for _, line := range compare(slices.DeleteFunc(slices.Clone(all), gone), found) {
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
	dir, all := first(t)
	example, err := os.ReadFile("../../.golangci.example.yml")
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, ".golangci.yml"), example, 0o644); err != nil {
		t.Fatal(err)
	}
	r := command(t, dir, path, "run", "--output.json.path=stdout", "--show-stats=false", "--enable-only=vippslint", "--allow-parallel-runners", "./...")
	found, err := parseGolangci(dir, r.out)
	if err != nil {
		t.Fatalf("%v in %v", err, r)
	}
	for _, line := range compare(all, found) {
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
