package imports

import (
	"go/ast"
	"go/token"
	"path"

	"golang.org/x/tools/go/analysis"
)

// Qualifier gives what to write before the function fn of a package of the
// standard library at pos, "math." for one, and the edits that import it where
// that is needed. Other than Name it takes a dot import, which gives "", and
// imports the package under another name where its own is taken. ok is false
// where there is no way.
func Qualifier(pass *analysis.Pass, pos token.Pos, pkg, fn string) (qualifier string, edits []analysis.TextEdit, ok bool) {
	file := fileAt(pass, pos)
	if file == nil {
		return "", nil, false
	}
	scope := pass.Pkg.Scope().Innermost(pos)
	if scope == nil {
		return "", nil, false
	}
	for _, spec := range file.Imports {
		if pathOf(spec) == "C" {
			return "", nil, false
		}
		imported := pass.TypesInfo.PkgNameOf(spec)
		if imported == nil || imported.Imported().Path() != pkg {
			continue
		}
		if imported.Name() == "." {
			if _, obj := scope.LookupParent(fn, pos); obj != nil && obj.Pkg() == imported.Imported() {
				return "", nil, true
			}
		} else if _, obj := scope.LookupParent(imported.Name(), pos); obj == imported {
			return imported.Name() + ".", nil, true
		}
	}
	if name, edits, ok := Name(pass, pos, pkg); ok {
		return name + ".", edits, true
	}
	for _, prefix := range []string{"std", "go"} {
		if name := prefix + path.Base(pkg); isFree(pass, file, name) {
			return name + ".", []analysis.TextEdit{insertion(file, name, pkg)}, true
		}
	}
	return "", nil, false
}

// isFree says whether an import of file may be called name: nothing in the file
// or the package has that name.
func isFree(pass *analysis.Pass, file *ast.File, name string) bool {
	if pass.Pkg.Scope().Lookup(name) != nil {
		return false
	}
	for _, spec := range file.Imports {
		pkg := pass.TypesInfo.PkgNameOf(spec)
		if pkg == nil || pkg.Name() == name || pkg.Name() == "." && pkg.Imported().Scope().Lookup(name) != nil {
			return false
		}
	}
	free := true
	var visit func(ast.Node) bool
	visit = func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.Ident:
			free = free && n.Name != name
		case *ast.SelectorExpr:
			ast.Inspect(n.X, visit) // what a package or type calls something is no matter
			return false
		}
		return free
	}
	ast.Inspect(file, visit)
	return free
}
