package unit

import (
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// shop is a module in which each of two packages has a finding; that of a
// needs a fact of lib.
func shop(t *testing.T) string {
	return write(t, map[string]string{
		"go.mod":     "module shop\n\ngo 1.25.0\n",
		"lib/lib.go": "package lib\n\nfunc Bad() int { return 1 }\n\nfunc Good() int { return 2 }\n",
		"a/a.go":     "package a\n\nimport \"shop/lib\"\n\nfunc A() int { return lib.Bad() + lib.Good() }\n",
		"b/b.go":     "package b\n\nfunc plain() {}\n\nfunc B() { plain() }\n",
	})
}

func TestVetReportsAcrossPackages(t *testing.T) {
	got := vet(t, shop(t), "./...")
	for _, want := range []string{"a/a.go:5:27: call of Bad\n", "b/b.go:5:12: call of plain\n"} {
		if strings.Count(got.err, want) != 1 {
			t.Errorf("want once %q in:\n%s", want, got.err)
		}
	}
	if got.code != 1 {
		t.Errorf("exit %d, want 1", got.code)
	}
}

func TestVetRunsChosenRules(t *testing.T) {
	dir := shop(t)
	for flag, want := range map[string]string{
		"-plain":         "b/b.go:5:12: call of plain",
		"-badcall":       "a/a.go:5:27: call of Bad",
		"-badcall=false": "b/b.go:5:12: call of plain",
		"-plain=false":   "a/a.go:5:27: call of Bad",
	} {
		got := vet(t, dir, flag, "./...")
		if !strings.Contains(got.err, want) || strings.Count(got.err, "call of") != 1 {
			t.Errorf("%s: want only %q, have:\n%s", flag, want, got.err)
		}
	}
	if got := vet(t, dir, "-plain=false", "-badcall=false", "./..."); got.code != 0 || got.err != "" {
		t.Errorf("with both rules off: exit %d, %s", got.code, got.err)
	}
}

func TestFixes(t *testing.T) {
	t.Run("go vet", func(t *testing.T) { fixes(t, "vet", "-fix", "-vettool="+self(t), "./...") })
	t.Run("go fix", func(t *testing.T) { fixes(t, "fix", "-fixtool="+self(t), "./...") })
}

func fixes(t *testing.T, args ...string) {
	dir := shop(t)
	if got := command(t, dir, "go", args...); got.code != 0 {
		t.Fatalf("exit %d: %s", got.code, got.err)
	}
	data, err := os.ReadFile(filepath.Join(dir, "a", "a.go"))
	if err != nil {
		t.Fatal(err)
	}
	if want := "return lib.Good() + lib.Good()"; !strings.Contains(string(data), want) {
		t.Errorf("want %q in:\n%s", want, data)
	}
	if got := vet(t, dir, "-badcall", "./..."); got.code != 0 {
		t.Errorf("after the fix, exit %d: %s", got.code, got.err)
	}
}

func TestVetPrintsFixesAsDiff(t *testing.T) {
	dir := shop(t)
	got := vet(t, dir, "-fix", "-diff", "./...")
	if !strings.Contains(got.out, "+func A() int { return lib.Good() + lib.Good() }") {
		t.Errorf("no diff in:\n%s%s", got.out, got.err)
	}
	data, err := os.ReadFile(filepath.Join(dir, "a", "a.go"))
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(string(data), "lib.Bad()") {
		t.Errorf("-diff changed the file:\n%s", data)
	}
}

func TestVetJSONHasCategories(t *testing.T) {
	got := vet(t, shop(t), "-json", "./...")
	for _, want := range []string{`"category": "call"`, `"category": "name"`, `"suggested_fixes"`} {
		if !strings.Contains(got.out, want) {
			t.Errorf("no %s in:\n%s", want, got.out)
		}
	}
	if got.code != 0 {
		t.Errorf("exit %d, want 0", got.code)
	}
}

// A failure is named, once or again when go vet has a cache, and the findings
// of the other rules and packages are still there.
func TestVetNamesFailures(t *testing.T) {
	const inB = "b/b.go:5:12: call of plain"
	for _, test := range []struct{ flag, failure, finding string }{
		{"-broken.panic=shop/b", "vippslint: analyzer broken panicked in package shop/b: as asked", inB},
		{"-broken.fail=shop/b", "vippslint: analyzer broken failed in package shop/b: no luck", inB},
		{"-broken.panic=shop/a", "vippslint: analyzer broken panicked in package shop/a: as asked", "a/a.go:5:27: call of Bad"},
		{"-broken.facts=shop/lib", "vippslint: analyzer badnames panicked in package shop/lib: facts as asked", inB},
	} {
		dir := shop(t)
		for _, pattern := range []string{"./...", "./..."} {
			got := vet(t, dir, test.flag, pattern)
			if !strings.Contains(got.err, test.failure) || !strings.Contains(got.err, test.finding) || got.code != 1 {
				t.Errorf("%s: exit %d, want %q and %q in:\n%s", test.flag, got.code, test.failure, test.finding, got.err)
			}
			if strings.Contains(got.err, "prerequisites") || strings.Contains(got.err, "goroutine") {
				t.Errorf("%s: more than the one line:\n%s", test.flag, got.err)
			}
		}
	}
}

// A package that does not compile takes no other's findings with it.
func TestVetNamesTypeErrors(t *testing.T) {
	dir := shop(t)
	if err := os.WriteFile(filepath.Join(dir, "a", "a.go"), []byte("package a\n\nvar x int = \"a\"\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	got := vet(t, dir, "./...")
	for _, want := range []string{"vippslint: a/a.go:3:13: cannot use", "b/b.go:5:12: call of plain"} {
		if !strings.Contains(got.err, want) || got.code != 1 {
			t.Errorf("exit %d, want %q in:\n%s", got.code, want, got.err)
		}
	}
}

// A wrong value is told of for the packages of the pattern, not for those below.
func TestVetTellsOfWrongFlagsOnceAPackage(t *testing.T) {
	dir := write(t, map[string]string{
		"go.mod": "module shop\n\ngo 1.25.0\n",
		"a/a.go": "package a\n\nimport _ \"net/http\"\n",
		"b/b.go": "package b\n\nimport _ \"shop/a\"\n",
	})
	got := vet(t, dir, "-broken.count=many", "./...")
	if n := strings.Count(got.err, "-broken.count: parse error"); n != 2 || got.code != 1 {
		t.Errorf("exit %d, told %d times, want 2:\n%s", got.code, n, got.err)
	}
}

// Where only facts are asked for, a failure would go unseen.
func TestVetNamesFailuresOfFactsOnly(t *testing.T) {
	got := vet(t, shop(t), "-broken.facts=shop/lib", "./a")
	if want := "analyzer badnames panicked in package shop/lib"; !strings.Contains(got.err, want) || got.code != 1 {
		t.Errorf("exit %d, want %q in:\n%s", got.code, want, got.err)
	}
}

func TestVersionNamesTheBuild(t *testing.T) {
	got := tool(t, "-V=full")
	data, err := os.ReadFile(self(t))
	if err != nil {
		t.Fatal(err)
	}
	fields := strings.Fields(got.out)
	if len(fields) != 5 || fields[1] != "version" || fields[2] != "devel" || got.code != 0 {
		t.Fatalf("exit %d, %q", got.code, got.out)
	}
	if want := fmt.Sprintf("buildID=%x", sha256.Sum256(data)); fields[4] != want {
		t.Errorf("%s, want %s", fields[4], want)
	}
}

func TestFlagsAreListed(t *testing.T) {
	got := tool(t, "-flags")
	var flags []struct {
		Name, Usage string
		Bool        bool
	}
	if err := json.Unmarshal([]byte(got.out), &flags); err != nil {
		t.Fatal(err)
	}
	isBool := make(map[string]bool)
	for _, f := range flags {
		isBool[f.Name] = f.Bool
	}
	for name, want := range map[string]bool{
		"badcall": true, "plain": true, "json": true, "diff": true, "V": true, "flags": true, "broken.panic": false, "c": false,
	} {
		if have, ok := isBool[name]; !ok || have != want {
			t.Errorf("flag %s: listed %v, boolean %v", name, ok, have)
		}
	}
	if _, ok := isBool["fix"]; ok {
		t.Error("fix is listed; go vet passes it on by itself")
	}
}

func TestBadInput(t *testing.T) {
	dir := write(t, map[string]string{
		"empty.cfg":     "",
		"cut.cfg":       `{"ID": "shop", "GoFiles": ["a`,
		"type.cfg":      `{"GoFiles": "a.go"}`,
		"list.cfg":      `[]`,
		"null.cfg":      `null`,
		"nofiles.cfg":   `{"ImportPath": "shop/a", "Compiler": "gc", "VetxOutput": "x"}`,
		"nooutput.cfg":  `{"ImportPath": "shop/a", "Compiler": "gc", "GoFiles": ["a.go"]}`,
		"compiler.cfg":  `{"ImportPath": "shop/a", "GoFiles": ["a.go"], "VetxOutput": "x"}`,
		"nopackage.cfg": `{"GoFiles": ["a.go"], "VetxOutput": "x"}`,
		"folder.cfg/x":  "",
	})
	in := func(name string) string { return filepath.Join(dir, name) }
	for _, test := range []struct {
		args []string
		want string // in the one line
	}{
		{[]string{in("missing.cfg")}, "missing.cfg"},
		{[]string{in("folder.cfg")}, "folder.cfg"},
		{[]string{in("empty.cfg")}, "empty.cfg is broken"},
		{[]string{in("cut.cfg")}, "cut.cfg is broken"},
		{[]string{in("type.cfg")}, "GoFiles"},
		{[]string{in("list.cfg")}, "list.cfg is broken"},
		{[]string{in("null.cfg")}, "ImportPath"},
		{[]string{in("nofiles.cfg")}, "GoFiles"},
		{[]string{in("nooutput.cfg")}, "VetxOutput"},
		{[]string{in("compiler.cfg")}, "Compiler"},
		{[]string{in("nopackage.cfg")}, "ImportPath"},
		{[]string{"-V=short"}, "-V=full"},
		{[]string{"-badcal", "x.cfg"}, "unknown flag -badcal"},
		{[]string{"-badcall=maybe", "x.cfg"}, "-badcall"},
		{[]string{"-badcall.depth=3", "x.cfg"}, "-badcall.depth"},
		{[]string{"-c=many", "x.cfg"}, "-c"},
		{[]string{"-h"}, "-flags"},
		{[]string{"x.cfg", "y.cfg"}, "y.cfg"},
		{[]string{"./..."}, "unit file"},
		{nil, "unit file"},
	} {
		got := tool(t, test.args...)
		line, one := strings.CutSuffix(got.err, "\n")
		if got.code != 2 || !one || strings.Contains(line, "\n") || !strings.HasPrefix(line, "vippslint: ") || got.out != "" {
			t.Errorf("%q: exit %d, want one line and 2:\n%s%s", test.args, got.code, got.out, got.err)
		}
		if !strings.Contains(line, test.want) || !strings.Contains(line, ";") {
			t.Errorf("%q: want %q and a remedy in: %s", test.args, test.want, line)
		}
	}
}
