package relevant

import (
	"errors"
	"go/ast"
	"go/build"
	"go/parser"
	"go/token"
	"path/filepath"
	"testing"

	"golang.org/x/tools/go/analysis"
)

const withToken = "package p\n\nconst url = \"https://api.vipps.no/epayment/v1/payments\"\n"

func TestOutside(t *testing.T) {
	fetched := &analysis.Module{Path: "ex.com/m", Version: "v1.2.3"}
	replaced := &analysis.Module{Path: "ex.com/m", Version: "v0.0.0"}
	own := &analysis.Module{Path: "ex.com/m"}
	for _, test := range []struct {
		name   string
		module *analysis.Module
		dir    string
		want   bool
	}{
		{"main module", own, "/home/me/shop/pay", false},
		{"main module in a folder named vendor", own, "/home/me/vendor/pay", false},
		{"module cache", fetched, "/home/me/go/pkg/mod/ex.com/m@v1.2.3/pay", true},
		{"module cache with an escaped name", fetched, "/go/pkg/mod/github.com/!burnt!sushi/toml@v0.0.0-20200101000000-abcdef123456", true},
		{"vendored", fetched, "/home/me/shop/vendor/ex.com/m/pay", true},
		{"local replace", replaced, "/home/me/lib/pay", false},
		{"local replace of a fork", fetched, "/home/me/fork/pay", false},
		{"folder with an @ that is no version", replaced, "/home/me@work/pay@vest", false},
		{"unknown module in the module cache", nil, "/go/pkg/mod/ex.com/m@v1.2.3", true},
		{"unknown module, vendored", nil, "/home/me/shop/vendor/ex.com/m", true},
		{"unknown module elsewhere", nil, "/home/me/shop", false},
		{"standard library", own, filepath.Join(build.Default.GOROOT, "src", "net", "http"), true},
		{"standard library of a fetched toolchain", own, "/go/pkg/mod/golang.org/toolchain@v0.0.1-go1.26.0.linux-amd64/src/fmt", true},
		{"folder beside the standard library", own, build.Default.GOROOT + "-shop", false},
	} {
		if got := Outside(test.module, test.dir); got != test.want {
			t.Errorf("%s: Outside(%v, %s) = %v", test.name, test.module, test.dir, got)
		}
	}
}

func TestPass(t *testing.T) {
	texts := map[string]string{
		"/shop/pay/a.go":                 "package p\n",
		"/go/pkg/mod/m@v1.2.3/plain.go":  "package p\n",
		"/go/pkg/mod/m@v1.2.3/client.go": withToken,
		// What cgo made of a file of a fetched module.
		"/cache/go-build/ab/x-d": "//line /go/pkg/mod/m@v1.2.3/c.go:1:1\npackage p\n",
	}
	pass := func(version string, names ...string) *analysis.Pass {
		p := &analysis.Pass{Fset: token.NewFileSet(), Module: &analysis.Module{Version: version}}
		p.ReadFile = func(name string) ([]byte, error) {
			if text, ok := texts[filepath.ToSlash(name)]; ok {
				return []byte(text), nil
			}
			return nil, errors.New("no such file")
		}
		for _, name := range names {
			f, err := parser.ParseFile(p.Fset, name, texts[name], parser.ParseComments)
			if err != nil {
				f = &ast.File{}
			}
			p.Files = append(p.Files, f)
		}
		return p
	}
	for _, test := range []struct {
		name string
		pass *analysis.Pass
		want bool
	}{
		{"own package without a token", pass("", "/shop/pay/a.go"), true},
		{"package of others without a token", pass("v1.2.3", "/go/pkg/mod/m@v1.2.3/plain.go"), false},
		{"package of others with a token", pass("v1.2.3", "/go/pkg/mod/m@v1.2.3/plain.go", "/go/pkg/mod/m@v1.2.3/client.go"), true},
		{"cgo package of others", pass("v1.2.3", "/cache/go-build/ab/x-d"), false},
		{"no files", pass(""), false},
	} {
		if got := Pass(test.pass); got != test.want {
			t.Errorf("%s: Pass = %v", test.name, got)
		}
	}

	gone := pass("v1.2.3", "/go/pkg/mod/m@v1.2.3/plain.go")
	delete(texts, "/go/pkg/mod/m@v1.2.3/plain.go")
	if !Pass(gone) {
		t.Error("a file that cannot be read must count")
	}
	gone = pass("v1.2.3", "/cache/go-build/ab/x-d")
	All = true
	defer func() { All = false }()
	if !Pass(gone) {
		t.Error("with All every package must count")
	}
}
