package main

import (
	"go/ast"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"

	"github.com/vippslint/vippslint/analyzers"
)

const token = "const host = \"https://api.vipps.no/epayment/v1/payments\"\n"

// module writes files to a new folder, makes it the current one and returns it.
// Each TOKEN in them becomes a line that has to do with Vipps.
func module(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range files {
		name = filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(strings.ReplaceAll(text, "TOKEN\n", token)), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	t.Chdir(dir)
	return dir
}

// rules are two rules that report each function named Bad, at its name, and
// panic in one named Panic.
func rules() []analyzers.Rule {
	var all []analyzers.Rule
	for _, name := range []string{"vippsone", "vippstwo"} {
		a := &analysis.Analyzer{Name: name, Doc: "find bad functions\n\nMore of it."}
		category := a.Flags.String("category", "bad", "category of the findings")
		a.Run = func(pass *analysis.Pass) (any, error) {
			for _, f := range pass.Files {
				for _, d := range f.Decls {
					fn, ok := d.(*ast.FuncDecl)
					if ok && fn.Name.Name == "Panic" {
						panic("no bottom")
					}
					if ok && fn.Name.Name == "Bad" {
						pass.Report(analysis.Diagnostic{
							Pos: fn.Name.Pos(), Category: *category, Message: "a bad function",
							Related: []analysis.RelatedInformation{{Pos: fn.Pos(), Message: "declared here"}},
						})
					}
				}
			}
			return nil, nil
		}
		all = append(all, analyzers.Rule{Analyzer: a})
	}
	return all
}

// lint runs the command line and returns what it gave.
func lint(args ...string) (code int, stdout, stderr string) {
	var out, err strings.Builder
	code = run(args, rules(), &out, &err)
	return code, out.String(), err.String()
}

// want holds a run against exactly what it has to give.
func want(t *testing.T, args string, code int, stdout, stderr string) {
	t.Helper()
	c, out, err := lint(strings.Fields(args)...)
	if c != code || out != stdout || err != stderr {
		t.Errorf("vippslint %s\ngot %d\n%s%s\nwant %d\n%s%s", args, c, out, err, code, stdout, stderr)
	}
}

const goMod = "module ex.com/m\n\ngo 1.25\n"

func shop(t *testing.T) string {
	return module(t, map[string]string{
		"go.mod":        goMod,
		"pay/pay.go":    "package pay\n\nTOKEN\nfunc Bad() { _ = host }\n",
		"pay/p_test.go": "package pay\n\nfunc Bad2() {}\n",
		"ok/ok.go":      "package ok\n\nTOKEN\nfunc Good() { _ = host }\n",
		"none/none.go":  "package none\n\nfunc Bad() {}\n",
	})
}

func TestExitCodesAndOutput(t *testing.T) {
	dir := shop(t)
	pay := filepath.Join("pay", "pay.go")
	finding := func(file, topic string) string {
		return file + ":4:6: a bad function [" + topic + "]\n\t" + file + ":4:1: declared here\n"
	}
	both := finding(pay, "vippsone/bad") + finding(pay, "vippstwo/bad")
	want(t, "", found, both, "")
	want(t, "./...", found, both, "")
	for _, pattern := range []string{"./pay/", "./pay//", "./none/../pay", "././pay/...", filepath.Join(dir, "pay"), "ex.com/m/pay", "ex.com/m/pay/...", "all", "../" + filepath.Base(dir) + "/pay/"} {
		want(t, pattern, found, both, "")
	}
	want(t, "-vippstwo=false ./pay", found, finding(pay, "vippsone/bad"), "")
	want(t, "-vippstwo ex.com/m/pay", found, finding(pay, "vippstwo/bad"), "")
	want(t, "-vippsone -vippsone.category=worse ./...", found, finding(pay, "vippsone/worse"), "")
	want(t, "./ok", nothingFound, "", "")
	want(t, "./none", nothingFound, "", "")
	want(t, "-vippsone -tests=false ./pay", found, finding(pay, "vippsone/bad"), "")
	want(t, "-vippsone "+pay, found, finding(pay, "vippsone/bad"), "")

	none := filepath.Join("none", "none.go")
	want(t, "-all -vippsone ./none ./ok", found,
		none+":3:6: a bad function [vippsone/bad]\n\t"+none+":3:1: declared here\n",
		"vippslint: analysed 2 packages, 2 functions (0 followed value by value)\n")

	// File names are relative to where the command runs, not to -C.
	t.Chdir(t.TempDir())
	up, err := filepath.Rel(mustGetwd(t), filepath.Join(dir, pay))
	if err != nil {
		t.Fatal(err)
	}
	if abs := filepath.Join(dir, pay); len(abs) <= len(up) {
		up = abs
	}
	want(t, "-C "+dir+" -vippsone ./pay", found, finding(up, "vippsone/bad"), "")
}

func mustGetwd(t *testing.T) string {
	t.Helper()
	dir, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	return dir
}

func TestVerbose(t *testing.T) {
	shop(t)
	code, out, err := lint("-v", "./...")
	times := regexp.MustCompile(`[0-9.]+[mµ]?s\n`)
	got := times.ReplaceAllString(err, "TIME\n")
	got = regexp.MustCompile(`listed \d+ `).ReplaceAllString(got, "listed N ") // with those of package testing
	wantErr := `vippslint: listed N packages; 2 can have to do with Vipps, 0 help them
vippslint: list: TIME
vippslint: scan for tokens: TIME
vippslint: read export data: TIME
vippslint: check and analyse: TIME
vippslint: analysed 2 packages, 3 functions (0 followed value by value)
`
	if code != found || out == "" || got != wantErr {
		t.Errorf("got %d\n%s%s\nwant\n%s", code, out, got, wantErr)
	}
}

func TestBadFlagsAndArguments(t *testing.T) {
	dir := shop(t)
	const lists = `; "vippslint -h" lists the flags` + "\n"
	want(t, "-bad", failed, "", "vippslint: unknown flag -bad"+lists)
	want(t, "-vippsthree ./...", failed, "", "vippslint: unknown flag -vippsthree: there is no rule vippsthree; the rules are vippsone, vippstwo"+lists)
	want(t, "-vippsone.size=1", failed, "", "vippslint: unknown flag -vippsone.size: rule vippsone has no flag size; it has -vippsone.category"+lists)
	want(t, "-tests=maybe", failed, "", `vippslint: invalid boolean value "maybe" for -tests: parse error`+lists)
	want(t, "-C", failed, "", "vippslint: flag needs an argument: -C"+lists)
	want(t, "./... -v", failed, "", "vippslint: flag -v stands after the packages; put flags first\n")
	want(t, "-vippsone=false -vippstwo=false", failed, "", "vippslint: every rule is switched off; leave one on\n")
	want(t, "-C nowhere", failed, "", "vippslint: -C nowhere: there is no such folder; name the one that holds the module\n")
	want(t, "-C go.mod", failed, "", "vippslint: -C go.mod: it is not a folder; name the one that holds the module\n")
	want(t, "-mod=often", failed, "", "vippslint: go list: -mod=often not supported (can be '', 'mod', 'readonly', or 'vendor')\n")

	const name = "; name a folder with Go files (./internal/pay) or all below one (./...)\n"
	want(t, "./nowhere", failed, "", "vippslint: the pattern ./nowhere matches no package: stat "+filepath.Join(dir, "nowhere")+": directory not found"+name)
	want(t, "ex.com/other", failed, "", "vippslint: the pattern ex.com/other matches no package: no required module provides package ex.com/other; to add it: go get ex.com/other"+name)
	if err := os.Mkdir("empty", 0o777); err != nil {
		t.Fatal(err)
	}
	want(t, "./empty/...", failed, "", "vippslint: the pattern ./empty/... matches no package"+name)
	want(t, "./empty", failed, "", "vippslint: the pattern ./empty matches no package: no Go files in "+filepath.Join(dir, "empty")+name)
	pay := filepath.Join("pay", "pay.go")
	want(t, "-vippsone ./pay ./empty/...", failed, pay+":4:6: a bad function [vippsone/bad]\n\t"+pay+":4:1: declared here\n",
		"vippslint: the pattern ./empty/... matches no package"+name+"vippslint: analysed 1 package, 2 functions (0 followed value by value)\n")
	want(t, "-vippsone ./ok ./empty", failed, "",
		"vippslint: the pattern ./empty matches no package: no Go files in "+filepath.Join(dir, "empty")+name+"vippslint: analysed 1 package, 1 function (0 followed value by value)\n")
	t.Chdir("empty")
	want(t, "./...", failed, "", "vippslint: the pattern ./... matches no package"+name)

	t.Chdir(t.TempDir())
	outside := "vippslint: no go.mod in " + mustGetwd(t) + " or above it; run vippslint inside a module, or name its folder with -C\n"
	want(t, "./...", failed, "", outside)
	want(t, ".", failed, "", outside)
	want(t, "", failed, "", outside)

	if err := os.WriteFile("go.mod", []byte("modul ex.com/m\n"), 0o666); err != nil {
		t.Fatal(err)
	}
	want(t, "", failed, "", "vippslint: go list: errors parsing go.mod: go.mod:1: unknown directive: modul\n")

	t.Setenv("PATH", t.TempDir())
	want(t, "", failed, "", "vippslint: the go command is not on the PATH; install Go (https://go.dev/dl) or add its bin folder to the PATH\n")
}

func TestBrokenPackagesAreNamed(t *testing.T) {
	module(t, map[string]string{
		"go.mod":     goMod,
		"bad/bad.go": "package bad\n\nTOKEN\nfunc Wrong() Missing { return host }\n",
		"pan/pan.go": "package pan\n\nTOKEN\nfunc Panic() { _ = host }\n",
		"pay/pay.go": "package pay\n\nTOKEN\nfunc Bad() { _ = host }\n",
	})
	pay := filepath.Join("pay", "pay.go")
	want(t, "-vippsone ./...", failed, pay+":4:6: a bad function [vippsone/bad]\n\t"+pay+":4:1: declared here\n",
		"vippslint: package ex.com/m/bad was not judged: "+filepath.Join("bad", "bad.go")+":4:14: undefined: Missing; make it compile (go vet ex.com/m/bad says more)\n"+
			"vippslint: package ex.com/m/pan was not judged: analyzer vippsone panicked: no bottom; please report it, and leave the package out until then\n"+
			"vippslint: analysed 1 package, 1 function (0 followed value by value)\n")
	code, _, stderr := lint("-v", "-vippsone", "./pan")
	if code != failed || !strings.Contains(stderr, "main_test.go") {
		t.Errorf("with -v there is no stack of the panic: %d\n%s", code, stderr)
	}
}

func TestExplainAndLists(t *testing.T) {
	code, overview, stderr := lint("rules")
	if code != nothingFound || stderr != "" {
		t.Fatalf("rules: %d %s", code, stderr)
	}
	for _, r := range analyzers.All() {
		if !strings.Contains(overview, r.Analyzer.Name) {
			t.Errorf("rules does not list %s", r.Analyzer.Name)
		}
		for _, topic := range append([]string{""}, r.Categories...) {
			topic = strings.TrimSuffix(r.Analyzer.Name+"/"+topic, "/")
			if code, out, stderr := lint("explain", topic); code != nothingFound || !strings.HasPrefix(out, topic) || stderr != "" {
				t.Errorf("explain %s: %d\n%s%s", topic, code, out, stderr)
			}
		}
	}
	want(t, "explain", nothingFound, overview, "")
	for args, said := range map[string]string{
		"explain vippsmoney":          `unknown rule "vippsmoney"; known are vippsamount, `,
		"explain vippsamount/cut-off": `unknown category "cut-off" of vippsamount; known are float-field, `,
		"explain a b":                 `"vippslint explain" takes one rule`,
		"rules vippsamount":           `"vippslint rules" takes no arguments, but has "vippsamount"`,
		"version 2":                   `"vippslint version" takes no arguments, but has "2"`,
	} {
		code, out, stderr := lint(strings.Fields(args)...)
		if code != failed || out != "" || !strings.HasPrefix(stderr, "vippslint: "+said) || strings.Count(stderr, "\n") != 1 {
			t.Errorf("%s: %d\n%s%s", args, code, out, stderr)
		}
	}
	if code, out, _ := lint("version"); code != nothingFound || !regexp.MustCompile(`^vippslint \S+, built with go1\.\S+\n$`).MatchString(out) {
		t.Errorf("version: %d %q", code, out)
	}
	if code, out, _ := lint("-h"); code != nothingFound || !strings.Contains(out, "-vippsone.category") || !strings.Contains(out, "explain") {
		t.Errorf("-h: %d %q", code, out)
	}
}

func TestWhoAsks(t *testing.T) {
	for args, tool := range map[string]bool{
		"":                        false,
		"./...":                   false,
		"-V=full":                 true,
		"--V=full":                true,
		"-flags":                  true,
		"-flags -json":            true,
		"-vippsone=true unit.cfg": true,
		"-v ./...":                false,
		"-tests=false ./flags":    false,
	} {
		if got := asksVetTool(strings.Fields(args)); got != tool {
			t.Errorf("asksVetTool(%s) = %v", args, got)
		}
	}
}
