package load_test

import (
	"archive/zip"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/vippslint/vippslint/internal/load"
)

func TestCgo(t *testing.T) {
	if _, err := exec.LookPath("gcc"); err != nil {
		t.Skip("needs a C compiler, and gcc is not on the PATH")
	}
	t.Setenv("CGO_ENABLED", "1")
	dir := module(t, map[string]string{
		"go.mod":        "module ex.com/m\n\ngo 1.25\n",
		"pay/c.go":      "package pay\n\n// int one(void) { return 1; }\nimport \"C\"\n\nTOKEN\nfunc RiskyCut() int { _ = host; return int(C.one()) }\n\nfunc Twice() int { x := C.one(); return int(x) + RiskyCut() }\n",
		"pay/a_test.go": "package pay\n\nimport \"testing\"\n\nfunc TestPay(t *testing.T) { RiskyCut() }\n",
		"main.go":       "package main\n\nimport \"ex.com/m/pay\"\n\nfunc main() { pay.Twice() }\n",
		"main_test.go":  "package main_test\n\nimport (\n\t\"testing\"\n\n\t\"ex.com/m/pay\"\n)\n\nfunc TestMain(t *testing.T) { pay.Twice() }\n",
	})
	all := []string{
		"main.go:5:15: calls Twice < RiskyCut",
		"main_test.go:9:31: calls Twice < RiskyCut",
		"pay/a_test.go:5:30: calls RiskyCut",
		"pay/c.go:9:50: calls RiskyCut",
	}
	want(t, dir, all)

	// Without a C compiler the package is named, and main, which needs no more
	// than its types, is still judged.
	t.Setenv("CC", filepath.Join(dir, "no-such-compiler"))
	result := run(t, dir, func(c *load.Config) { c.Tests = false })
	if len(result.Problems) != 1 {
		t.Fatalf("problems = %v", problems(result))
	}
	p := result.Problems[0]
	if p.Package != "ex.com/m/pay" || !strings.Contains(p.Reason, `"`+os.Getenv("CC")+`" not found`) || !strings.HasPrefix(p.Remedy, "install a C compiler") {
		t.Errorf("problem = %+v", p)
	}
}

// libFiles are those of module ex.com/lib at v1.0.0: client has a token, top
// imports it, plain knows nothing of it.
func libFiles() map[string]string {
	files := map[string]string{
		"go.mod":           "module ex.com/lib\n\ngo 1.21\n",
		"client/client.go": "package client\n\nTOKEN\ntype Client struct{}\n\nfunc (Client) RiskyPay() { _ = host }\n\nfunc Pay(c Client) { c.RiskyPay() }\n",
		"top/top.go":       "package top\n\nimport \"ex.com/lib/client\"\n\nfunc New() client.Client { return client.Client{} }\n",
		"wrong/wrong.go":   "package wrong\n\nfunc Wrong() { missing() }\n",
		"plain/plain.go":   "package plain\n\nimport \"strings\"\n\nfunc RiskyPlain(b *strings.Builder) { b.Len() }\n",
	}
	for name, text := range files {
		files[name] = strings.ReplaceAll(text, "TOKEN\n", token)
	}
	return files
}

// userFiles are those of a module that uses ex.com/lib in every way.
func userFiles() map[string]string {
	return map[string]string{
		"go.mod": "module ex.com/m\n\ngo 1.25\n\nrequire ex.com/lib v1.0.0\n",
		"m.go": "package m\n\nimport (\n\t\"strings\"\n\n\t\"ex.com/lib/client\"\n\t\"ex.com/lib/plain\"\n\t\"ex.com/lib/top\"\n)\n\n" +
			"func M() {\n\tclient.Pay(top.New())\n\tplain.RiskyPlain(new(strings.Builder))\n}\n",
	}
}

// The finding in client itself is not asked for; its fact is.
var userFindings = []string{
	"m.go:12:2: calls Pay < RiskyPay",
	"m.go:13:2: calls RiskyPlain",
}

// serve makes a module proxy of a folder, with ex.com/lib in it.
func serve(t *testing.T) {
	t.Helper()
	proxy := t.TempDir()
	at := filepath.Join(proxy, "ex.com", "lib", "@v")
	write(t, filepath.Join(at, "list"), "v1.0.0\n")
	write(t, filepath.Join(at, "v1.0.0.info"), `{"Version":"v1.0.0"}`)
	write(t, filepath.Join(at, "v1.0.0.mod"), libFiles()["go.mod"])
	f, err := os.Create(filepath.Join(at, "v1.0.0.zip"))
	if err != nil {
		t.Fatal(err)
	}
	z := zip.NewWriter(f)
	for name, text := range libFiles() {
		w, err := z.Create("ex.com/lib@v1.0.0/" + name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write([]byte(text)); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	t.Setenv("GOPROXY", "file://"+filepath.ToSlash(proxy))
	t.Setenv("GONOSUMDB", "*")
	t.Setenv("GOFLAGS", "-mod=mod -modcacherw")
	t.Setenv("GOMODCACHE", t.TempDir())
}

func TestModulesOfOthers(t *testing.T) {
	serve(t)
	dir := module(t, userFiles())
	result := want(t, dir, userFindings)
	// m and client; top only lends its types.
	if s := result.Stats; s.Analysed != 2 || s.Helpers != 0 || s.Judged != 1 {
		t.Errorf("stats = %+v", s)
	}

	t.Run("one that does not compile", func(t *testing.T) {
		dir := module(t, map[string]string{
			"go.mod": userFiles()["go.mod"],
			"m.go":   "package m\n\nimport \"ex.com/lib/wrong\"\n\nTOKEN\nfunc M() { wrong.Wrong(); _ = host }\n",
		})
		result := run(t, dir)
		if p := result.Problems; len(p) != 1 || p[0].Package != "ex.com/m" || !strings.HasPrefix(p[0].Reason, "could not import ex.com/lib/wrong (") || !strings.Contains(p[0].Reason, "undefined: missing") {
			t.Errorf("problems = %v", problems(result))
		}
	})
	t.Run("vendor", func(t *testing.T) {
		cmd := exec.Command("go", "mod", "vendor")
		cmd.Dir = dir
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Fatalf("%v\n%s", err, out)
		}
		t.Setenv("GOFLAGS", "")
		t.Setenv("GOPROXY", "off")
		t.Setenv("GOMODCACHE", t.TempDir())
		result := want(t, dir, userFindings, func(c *load.Config) { c.Mod = "vendor" })
		if s := result.Stats; s.Analysed != 2 || s.Helpers != 0 {
			t.Errorf("stats = %+v", s)
		}
	})
	t.Run("named on the command line", func(t *testing.T) {
		result := run(t, dir, func(c *load.Config) { c.Patterns = []string{"ex.com/lib/client"} })
		if len(result.Findings) != 1 || result.Findings[0].Message != "calls RiskyPay" {
			t.Errorf("findings = %v", result.Findings)
		}
	})
}

// A module that a local folder replaces is the user's own: what it holds is
// analysed without a token as well, and its packages are never compiled.
func TestLocalReplace(t *testing.T) {
	files := userFiles()
	files["go.mod"] += "\nreplace ex.com/lib => ./lib\n"
	for name, text := range libFiles() {
		files["lib/"+name] = text
	}
	dir := module(t, files)
	result := want(t, dir, userFindings)
	// m, client and top, which imports client; plain helps.
	if s := result.Stats; s.Analysed != 3 || s.Helpers != 1 {
		t.Errorf("stats = %+v", s)
	}
}

func TestWorkspace(t *testing.T) {
	files := map[string]string{"go.work": "go 1.25\n\nuse (\n\t./app\n\t./lib\n)\n"}
	for name, text := range userFiles() {
		files["app/"+name] = text
	}
	for name, text := range libFiles() {
		files["lib/"+name] = text
	}
	dir := module(t, files)
	inApp := []string{"app/" + userFindings[0], "app/" + userFindings[1]}
	want(t, dir, inApp, func(c *load.Config) { c.Dir = filepath.Join(dir, "app") })
	want(t, dir, append(inApp, "lib/client/client.go:8:22: calls RiskyPay"), func(c *load.Config) {
		c.Patterns = []string{"./app/...", "./lib/..."}
	})
}

func TestBuildTags(t *testing.T) {
	dir := module(t, map[string]string{
		"go.mod":  "module ex.com/m\n\ngo 1.25\n",
		"m.go":    "package m\n\nTOKEN\nfunc RiskyPay() { _ = host }\n",
		"prod.go": "//go:build prod\n\npackage m\n\nfunc Prod() { RiskyPay() }\n",
		"dev.go":  "//go:build !prod\n\npackage m\n\nfunc Dev() { RiskyPay() }\n",
	})
	want(t, dir, []string{"dev.go:5:14: calls RiskyPay"})
	want(t, dir, []string{"prod.go:5:15: calls RiskyPay"}, func(c *load.Config) { c.Tags = "other,prod" })
}

// Since Go 1.22 each round of a loop has a variable of its own, and range over a
// number is allowed: what a module may use is said by its go.mod.
func TestGoVersionOfEachModule(t *testing.T) {
	loop := "package lib\n\nTOKEN\nfunc RiskyPay() { _ = host }\n\nfunc Loop() {\n\tfor range 3 {\n\t\tRiskyPay()\n\t}\n}\n"
	files := func(version string) map[string]string {
		return map[string]string{
			"go.mod":     "module ex.com/m\n\ngo 1.25\n\nrequire ex.com/lib v1.0.0\n\nreplace ex.com/lib => ./lib\n",
			"m.go":       "package m\n\nimport \"ex.com/lib\"\n\nfunc M() {\n\tfor range 3 {\n\t\tlib.Loop()\n\t}\n}\n",
			"lib/go.mod": "module ex.com/lib\n\ngo " + version + "\n",
			"lib/lib.go": loop,
		}
	}
	want(t, module(t, files("1.22")), []string{"m.go:7:3: calls Loop < RiskyPay"})
	result := run(t, module(t, files("1.21")))
	equal(t, "problems", problems(result), []string{"ex.com/lib: cannot range over 3 (untyped int constant): requires go1.22 or later"})
}
