package evidence

import (
	"go/ast"
	"go/build/constraint"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"

	"github.com/vippslint/vippslint/internal/relevant"
	"github.com/vippslint/vippslint/internal/vippsapi"
)

// otherMainMayRead reports whether another main package of the module may read
// back payments of a family: it imports a package that holds such a read, which
// this one imports without getting there, or code about Vipps that this one does
// not import. That is a worker that polls for the web server. It looks at the import clauses of the files below go.mod, and only
// when there is something to report; where there is no go.mod to look below,
// nobody can know, and the answer is yes.
//
// This file is the one place that looks beyond the package at hand. go vet does
// not know of it and may keep an old answer until the package itself changes.
func (e *engine) otherMainMayRead(w *World, family vippsapi.Family) bool {
	if len(e.pass.Files) == 0 {
		return true
	}
	own := e.ownDir()
	if !e.scansModule() {
		return true
	}
	for _, dir := range e.scan.mainDirs() {
		if dir == own {
			continue
		}
		for _, pkg := range e.scan.below(dir) {
			if !slices.Contains(w.Packages, pkg.path) && pkg.sends || w.holdsRead(pkg.path, family) {
				return true
			}
		}
	}
	return false
}

// ownDir is the folder of the package at hand.
func (e *engine) ownDir() string {
	return filepath.Dir(e.position(e.pass.Files[0].Package).Filename)
}

// scansModule reports whether there is a module to scan.
func (e *engine) scansModule() bool {
	if e.scan == nil {
		root, module := moduleRoot(e.ownDir())
		if src, ok := strings.CutSuffix(filepath.ToSlash(e.ownDir()), "/"+e.pass.Pkg.Path()); ok && strings.HasPrefix(src, filepath.ToSlash(root)+"/") {
			root, module = filepath.FromSlash(src), "" // folders by import path, without a go.mod of their own
		}
		e.scan = &moduleScan{root: root, module: module, dirs: map[string]*scannedDir{}, beside: map[string]bool{}}
	}
	return e.scan.root != ""
}

// holdsRead reports whether a package holds a request that may read back
// payments of a family.
func (w *World) holdsRead(path string, family vippsapi.Family) bool {
	return slices.ContainsFunc(w.Holds, func(r ReadIn) bool {
		return r.Package == path && (r.Family == family || r.Family == anyFamily)
	})
}

// programSetsKeys reports whether a program of the module that holds the package
// with the path in may have a transport that sets the header by which Vipps knows a request
// again: a package of it has a function that does as one, and names the header.
// Where there is no module to look in, nobody can know, and the answer is yes.
func (e *engine) programSetsKeys(in string) bool {
	if !e.scansModule() {
		return true
	}
	keyed := e.scan.keyed()
	if len(keyed) == 0 {
		return false
	}
	sets, ok := e.scan.beside[in]
	if !ok {
		sets = slices.ContainsFunc(e.scan.packages(), func(dir string) bool {
			pkgs := e.scan.below(dir)
			return slices.ContainsFunc(pkgs, func(p *scannedDir) bool { return p.path == in }) &&
				slices.ContainsFunc(pkgs, func(p *scannedDir) bool { return slices.Contains(keyed, p.path) })
		})
		e.scan.beside[in] = sets
	}
	return sets
}

// keyedOf remembers what keyed found below a folder: a process that judges all
// packages of a module reads it once.
var keyedOf = struct {
	sync.Mutex
	below map[string][]string
}{below: map[string][]string{}}

// keyed lists the packages of the module that may have a transport which sets the
// header by which Vipps knows a request again. Most modules name the header nowhere
// near one, so nothing is parsed where the header is not named.
func (m *moduleScan) keyed() []string {
	keyedOf.Lock()
	defer keyedOf.Unlock()
	found, ok := keyedOf.below[m.root]
	if ok {
		return found
	}
	for _, dir := range m.packages() {
		if mentionsKey(dir) {
			if pkg := m.scan(dir); pkg.trips && pkg.keys {
				found = append(found, pkg.path)
			}
		}
	}
	keyedOf.below[m.root] = found
	return found
}

// mentionsKey reports whether a file in dir that is no test holds the name of such
// a header.
func mentionsKey(dir string) bool {
	files, _ := filepath.Glob(filepath.Join(dir, "*.go"))
	return slices.ContainsFunc(files, func(file string) bool {
		text, err := os.ReadFile(file)
		return err == nil && !relevant.IsTest(file) && vippsapi.NamesKeyHeader(string(text))
	})
}

// moduleRoot is the folder of the go.mod that dir belongs to, and the path of
// its module.
func moduleRoot(dir string) (root, module string) {
	for {
		text, err := os.ReadFile(filepath.Join(dir, "go.mod"))
		if err == nil {
			for line := range strings.Lines(string(text)) {
				if rest, ok := strings.CutPrefix(strings.TrimSpace(line), "module "); ok {
					return dir, strings.Trim(strings.TrimSpace(rest), `"`)
				}
			}
			return "", ""
		}
		up := filepath.Dir(dir)
		if up == dir {
			return "", ""
		}
		dir = up
	}
}

// A moduleScan reads the import clauses of a module.
type moduleScan struct {
	root, module string
	dirs         map[string]*scannedDir
	all          []string        // folders of its packages; nil: not looked for
	beside       map[string]bool // see programSetsKeys, by import path
}

// A scannedDir is one package of the module.
type scannedDir struct {
	path    string // import path
	main    bool
	sends   bool     // a file that is no test names an address or header of Vipps', or imports a client library
	trips   bool     // it has a function that does as a RoundTrip
	keys    bool     // it names a header by which Vipps knows a request again
	imports []string // folders of the packages of the module that it imports
}

// mainDirs lists the folders of the module's main packages.
func (m *moduleScan) mainDirs() []string {
	return slices.DeleteFunc(slices.Clone(m.packages()), func(dir string) bool { return !m.scan(dir).main })
}

// packages lists the folders of the module's packages.
func (m *moduleScan) packages() []string {
	if m.all != nil {
		return m.all
	}
	m.all = []string{}
	filepath.WalkDir(m.root, func(p string, d fs.DirEntry, err error) error {
		if err != nil || !d.IsDir() {
			return nil
		}
		name := d.Name()
		if p != m.root {
			if strings.HasPrefix(name, ".") || strings.HasPrefix(name, "_") || name == "testdata" || name == "vendor" {
				return fs.SkipDir
			}
			if _, err := os.Stat(filepath.Join(p, "go.mod")); err == nil {
				return fs.SkipDir
			}
		}
		m.all = append(m.all, p)
		return nil
	})
	return m.all
}

// below lists the packages of the module from which the one in dir is built.
func (m *moduleScan) below(dir string) []*scannedDir {
	seen := map[string]bool{dir: true}
	queue := []string{dir}
	var pkgs []*scannedDir
	for len(queue) > 0 {
		pkg := m.scan(queue[0])
		queue = queue[1:]
		pkgs = append(pkgs, pkg)
		for _, imp := range pkg.imports {
			if !seen[imp] {
				seen[imp] = true
				queue = append(queue, imp)
			}
		}
	}
	return pkgs
}

func (m *moduleScan) scan(dir string) *scannedDir {
	if pkg, ok := m.dirs[dir]; ok {
		return pkg
	}
	pkg := &scannedDir{path: m.module}
	if rel, err := filepath.Rel(m.root, dir); err == nil && rel != "." {
		pkg.path = path.Join(m.module, filepath.ToSlash(rel))
	}
	m.dirs[dir] = pkg
	files, _ := filepath.Glob(filepath.Join(dir, "*.go"))
	for _, file := range files {
		if relevant.IsTest(file) {
			continue
		}
		syntax, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.SkipObjectResolution|parser.ParseComments)
		if err != nil || ignored(syntax) {
			continue
		}
		pkg.main = pkg.main || syntax.Name.Name == "main"
		pkg.sends = pkg.sends || mentionsRequest(syntax)
		pkg.trips = pkg.trips || trips(syntax)
		pkg.keys = pkg.keys || namesKey(syntax)
		pkg.imports = append(pkg.imports, m.localImports(syntax)...)
	}
	return pkg
}

// ignored reports whether a file is kept out of every program, as scripts are
// that generate code.
func ignored(file *ast.File) bool {
	for _, group := range file.Comments {
		if group.Pos() > file.Package {
			return false
		}
		for _, c := range group.List {
			if x, err := constraint.Parse(c.Text); err == nil && !x.Eval(func(tag string) bool { return tag != "ignore" }) {
				return true
			}
		}
	}
	return false
}

// maxJoined is how many texts in a row may be the parts of one path.
const maxJoined = 4

// mentionsRequest reports whether a file holds a text from which a request to
// Vipps can be made, or several in a row: url.JoinPath(base, "epayment", "v1",
// "payments", ref). It can only silence, so a header that others know too is enough.
func mentionsRequest(file *ast.File) bool {
	imports := map[*ast.BasicLit]bool{}
	for _, spec := range file.Imports {
		imports[spec.Path] = true
		if imp, err := strconv.Unquote(spec.Path.Value); err == nil && vippsapi.LibraryImport(imp) {
			return true
		}
	}
	var texts []string
	ast.Inspect(file, func(n ast.Node) bool {
		if lit, ok := n.(*ast.BasicLit); ok && lit.Kind == token.STRING && !imports[lit] {
			if text, err := strconv.Unquote(lit.Value); err == nil {
				texts = append(texts, text)
			}
		}
		return true
	})
	for i, text := range texts {
		if vippsapi.Header(text) != vippsapi.None {
			return true
		}
		for n := range min(maxJoined, len(texts)-i) {
			joined := path.Join(texts[i : i+n+1]...)
			if n == 0 {
				joined = text
			}
			if m, ok := vippsapi.MatchURL("", joined); ok && m.Strength == vippsapi.Strong {
				return true
			}
		}
	}
	return false
}

// trips reports whether a file has a function of the form of RoundTrip, Do of an
// HTTP client and what wraps them: *http.Request in, *http.Response and error out.
func trips(file *ast.File) bool {
	found := false
	ast.Inspect(file, func(n ast.Node) bool {
		var f *ast.FuncType
		switch n := n.(type) {
		case *ast.FuncDecl:
			f = n.Type
		case *ast.FuncLit:
			f = n.Type
		}
		if f != nil && f.Results != nil {
			found = found || f.Params.NumFields() == 1 && f.Results.NumFields() == 2 &&
				pointsTo(f.Params.List[0].Type, "Request") && pointsTo(f.Results.List[0].Type, "Response")
		}
		return !found
	})
	return found
}

// pointsTo reports whether an expression is a pointer to a type of this name, of
// any package.
func pointsTo(x ast.Expr, name string) bool {
	star, ok := x.(*ast.StarExpr)
	if !ok {
		return false
	}
	sel, ok := star.X.(*ast.SelectorExpr)
	return ok && sel.Sel.Name == name
}

// namesKey reports whether a file holds the name of a header by which Vipps knows
// a request again.
func namesKey(file *ast.File) bool {
	found := false
	ast.Inspect(file, func(n ast.Node) bool {
		if lit, ok := n.(*ast.BasicLit); ok && lit.Kind == token.STRING {
			text, err := strconv.Unquote(lit.Value)
			found = found || err == nil && vippsapi.IsKeyHeader(text)
		}
		return !found
	})
	return found
}

// localImports lists the folders of the packages of the module that a file
// imports.
func (m *moduleScan) localImports(file *ast.File) []string {
	var dirs []string
	for _, spec := range file.Imports {
		imp, err := strconv.Unquote(spec.Path.Value)
		if err != nil {
			continue
		}
		if imp == m.module {
			dirs = append(dirs, m.root)
		} else if m.module == "" {
			dirs = append(dirs, filepath.Join(m.root, filepath.FromSlash(imp)))
		} else if rest, ok := strings.CutPrefix(imp, m.module+"/"); ok {
			dirs = append(dirs, filepath.Join(m.root, filepath.FromSlash(rest)))
		}
	}
	return dirs
}
