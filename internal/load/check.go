package load

import (
	"errors"
	"fmt"
	"go/ast"
	"go/parser"
	"go/scanner"
	"go/token"
	"go/types"
	"io/fs"
	"os"
	"strings"

	"golang.org/x/tools/go/gcexportdata"
)

// A program is what the checks of all packages share.
type program struct {
	fset  *token.FileSet
	sizes types.Sizes
	graph *graph
}

// A source is the syntax and the types of one package.
type source struct {
	files []*ast.File
	info  *types.Info
	err   error // the first error, nil where the package compiles
}

// readCompiled asks for what cgo makes of the packages that use it.
func (p *program) readCompiled(g goCommand, c Config) error {
	byPath := make(map[string][]*node)
	var paths []string
	for _, n := range p.graph.nodes {
		if !n.fromSource() || len(n.CgoFiles) == 0 {
			continue
		}
		if path := n.path(); path == "command-line-arguments" {
			paths = c.Patterns
		} else if byPath[path] == nil {
			paths = append(paths, path)
		}
		byPath[n.path()] = append(byPath[n.path()], n)
	}
	if len(paths) == 0 {
		return nil
	}
	all, err := g.compiled(c.Tests, paths)
	if err != nil {
		return err
	}
	for _, l := range all {
		for _, n := range byPath[(&node{listed: l}).path()] {
			// Only the variant for the package's own tests has other files than
			// the package itself.
			if n.ImportPath != l.ImportPath && (l.ForTest != "" || n.ForTest == n.path()) {
				continue
			}
			n.CompiledGoFiles = l.CompiledGoFiles
			if l.Error != nil {
				n.cgoError = l.Error.text()
			} else if len(l.DepsErrors) > 0 {
				n.cgoError = l.DepsErrors[0].text()
			}
		}
	}
	return nil
}

// A cgoError is a package for which cgo failed.
type cgoError struct{ said string }

func (e *cgoError) Error() string { return "cgo failed: " + e.said }

// readExports reads the packages that are not checked from source. All of them
// are read before anything is checked, for one reader may add to a package that
// an earlier one made.
func (p *program) readExports(g goCommand) error {
	var paths []string
	seen := map[string]bool{"unsafe": true}
	for _, n := range p.graph.nodes {
		if !n.fromSource() {
			continue
		}
		for _, d := range n.deps {
			if d.kind == imported && !seen[d.ImportPath] {
				seen[d.ImportPath] = true
				paths = append(paths, d.ImportPath)
			}
		}
	}
	if len(paths) == 0 {
		return nil
	}
	all, err := g.export(paths)
	if err != nil {
		return err
	}
	universe := make(map[string]*types.Package)
	for _, l := range all {
		n := p.graph.byID[l.ImportPath]
		if n == nil || l.Export == "" { // its importers tell why
			if n != nil && l.Error != nil {
				n.Error = l.Error
			}
			continue
		}
		if n.pkg, err = p.readExport(l, universe); err != nil {
			return fmt.Errorf("cannot read the export data of %s: %w; run go clean -cache, or build vippslint with the Go version in use", l.ImportPath, err)
		}
	}
	return nil
}

func (p *program) readExport(l *listed, universe map[string]*types.Package) (*types.Package, error) {
	f, err := os.Open(l.Export)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	r, err := gcexportdata.NewReader(f)
	if err != nil {
		return nil, err
	}
	return gcexportdata.Read(r, p.fset, universe, l.ImportPath)
}

// check parses n and checks its types. What it finds out of a package that does
// not compile is good enough for those who import it.
func (p *program) check(n *node) *source {
	src := new(source)
	names := n.files()
	fake := len(n.CgoFiles) > 0 && len(n.CompiledGoFiles) == 0
	if fake { // importers still get most of the types
		names = n.sources()
		src.note(&cgoError{n.cgoError})
	}
	for _, name := range names {
		f, err := parser.ParseFile(p.fset, name, nil, parser.ParseComments|parser.SkipObjectResolution)
		if err != nil {
			src.note(err)
		}
		if f != nil {
			src.files = append(src.files, f)
		}
	}
	src.info = &types.Info{
		Types:        make(map[ast.Expr]types.TypeAndValue),
		Instances:    make(map[*ast.Ident]types.Instance),
		Defs:         make(map[*ast.Ident]types.Object),
		Uses:         make(map[*ast.Ident]types.Object),
		Implicits:    make(map[ast.Node]types.Object),
		Selections:   make(map[*ast.SelectorExpr]*types.Selection),
		Scopes:       make(map[ast.Node]*types.Scope),
		FileVersions: make(map[*ast.File]string),
	}
	p.checkTypes(n, src, &types.Config{IgnoreFuncBodies: n.kind == typed, FakeImportC: fake})
	return src
}

// checkTypes checks the files of src and sets n.pkg.
func (p *program) checkTypes(n *node, src *source, config *types.Config) {
	defer func() {
		if r := recover(); r != nil {
			src.err = fmt.Errorf("the type checker panicked: %v", r)
		}
	}()
	config.Importer = importer{n, p.graph}
	config.Sizes = p.sizes
	config.GoVersion = n.goVersion()
	config.Error = src.note
	n.pkg = types.NewPackage(n.path(), n.Name)
	if err := types.NewChecker(config, p.fset, n.pkg, src.info).Files(src.files); err != nil {
		src.note(err)
	}
}

// note keeps the first error.
func (s *source) note(err error) {
	if s.err == nil {
		s.err = err
	}
}

func (n *node) goVersion() string {
	if n.Module == nil || n.Module.GoVersion == "" {
		return ""
	}
	return "go" + n.Module.GoVersion
}

// An importer resolves the imports of one package, which may be a test variant
// and then gets the variants of others.
type importer struct {
	n *node
	g *graph
}

// Import returns the package that path means.
func (i importer) Import(path string) (*types.Package, error) {
	if path == "unsafe" {
		return types.Unsafe, nil
	}
	if mapped, ok := i.n.ImportMap[path]; ok {
		path = mapped
	}
	d := i.g.byID[path]
	switch {
	case d == nil || d.pkg == nil && d.Error == nil:
		return nil, errors.New("its types are not at hand")
	case d.pkg == nil:
		return nil, errors.New(d.Error.text())
	}
	return d.pkg, nil
}

// firstError is the position and the text of an error of check. The position
// may be invalid.
func firstError(fset *token.FileSet, err error) (token.Position, string) {
	var parse scanner.ErrorList
	var check types.Error
	switch {
	case errors.As(err, &parse) && len(parse) > 0:
		return parse[0].Pos, parse[0].Msg
	case errors.As(err, &check):
		return check.Fset.Position(check.Pos), check.Msg
	}
	return token.Position{}, err.Error()
}

// remedy says what to do about an error of check.
func remedy(err error, path string) string {
	var cgo *cgoError
	switch {
	case errors.As(err, &cgo) && strings.Contains(cgo.said, "C compiler"):
		return "install a C compiler, or set CGO_ENABLED=0 to judge the package without it"
	case errors.Is(err, fs.ErrNotExist):
		return "the file vanished while it was being read; run it again"
	case strings.Contains(err.Error(), "requires newer Go version"):
		return "build vippslint with that Go version"
	}
	return "make it compile (go vet " + path + " says more)"
}
