// Package imports gives a fix the name of a package, and the edit that imports
// it where the file does not.
package imports

import (
	"go/ast"
	"go/token"
	"go/types"
	"path"
	"strconv"
	"strings"

	"golang.org/x/tools/go/analysis"
)

// Name gives the name under which a package of the standard library is known at
// pos, and the edits that import it: none where it is imported. ok is false
// where no name is to be had: something else has it there, or the file is no
// place for an import of ours.
//
// Fixes that add the same package give the same edit, so that a driver that
// applies several of them to one file adds it once.
func Name(pass *analysis.Pass, pos token.Pos, pkg string) (name string, edits []analysis.TextEdit, ok bool) {
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
			return "", nil, false // what the parser sees is not the file that is edited
		}
		imported := pass.TypesInfo.PkgNameOf(spec)
		if imported == nil || imported.Imported().Path() != pkg || imported.Name() == "." || imported.Name() == "_" {
			continue
		}
		if _, obj := scope.LookupParent(imported.Name(), pos); obj == imported {
			return imported.Name(), nil, true
		}
		return "", nil, false
	}
	name = path.Base(pkg)
	if _, taken := scope.LookupParent(name, pos); taken != nil || declared(pass, file, name) {
		return "", nil, false
	}
	return name, []analysis.TextEdit{insertion(file, "", pkg)}, true
}

func fileAt(pass *analysis.Pass, pos token.Pos) *ast.File {
	for _, file := range pass.Files {
		if file.FileStart <= pos && pos < file.FileEnd {
			return file
		}
	}
	return nil
}

// declared says whether a file can't import anything as name: it does already,
// or the package declares it, in a file behind the position too.
func declared(pass *analysis.Pass, file *ast.File, name string) bool {
	if pass.Pkg.Scope().Lookup(name) != nil {
		return true
	}
	scope := pass.TypesInfo.Scopes[file]
	return scope != nil && scope.Lookup(name) != nil || usesDotted(pass, file, name)
}

// usesDotted says whether name may come out of a dot import, which an import of
// that name would clash with.
func usesDotted(pass *analysis.Pass, file *ast.File, name string) bool {
	for _, spec := range file.Imports {
		if spec.Name == nil || spec.Name.Name != "." {
			continue
		}
		if p, ok := pass.TypesInfo.Implicits[spec].(*types.PkgName); ok && p.Imported().Scope().Lookup(name) != nil {
			return true
		}
	}
	return false
}

// insertion adds pkg where gofmt would have it: in the first group that is of
// the standard library, before all others, or behind the package clause. name
// is empty where the package keeps its own.
func insertion(file *ast.File, name, pkg string) analysis.TextEdit {
	quoted := strconv.Quote(pkg)
	if name != "" {
		quoted = name + " " + quoted
	}
	decl := firstImport(file)
	switch {
	case decl == nil:
		return insert(file.Name.End(), "\n\nimport "+quoted)
	case !decl.Lparen.IsValid():
		return insert(start(decl.Doc, decl), "import "+quoted+"\n")
	case len(decl.Specs) == 0:
		return insert(decl.Lparen+1, "\n\t"+quoted+"\n")
	}
	var last *ast.ImportSpec
	for _, s := range decl.Specs {
		spec := s.(*ast.ImportSpec)
		if !standard(pathOf(spec)) {
			break
		}
		if pathOf(spec) > pkg {
			return insert(start(spec.Doc, spec), quoted+"\n\t")
		}
		last = spec
	}
	if last == nil {
		first := decl.Specs[0].(*ast.ImportSpec)
		return insert(start(first.Doc, first), quoted+"\n\n\t")
	}
	end := last.End()
	if last.Comment != nil {
		end = last.Comment.End()
	}
	return insert(end, "\n\t"+quoted)
}

func firstImport(file *ast.File) *ast.GenDecl {
	for _, d := range file.Decls {
		if decl, ok := d.(*ast.GenDecl); ok && decl.Tok == token.IMPORT {
			return decl
		}
	}
	return nil
}

func insert(pos token.Pos, text string) analysis.TextEdit {
	return analysis.TextEdit{Pos: pos, End: pos, NewText: []byte(text)}
}

// start is where a node begins with the comment above it.
func start(doc *ast.CommentGroup, node ast.Node) token.Pos {
	if doc != nil {
		return doc.Pos()
	}
	return node.Pos()
}

func pathOf(spec *ast.ImportSpec) string {
	p, err := strconv.Unquote(spec.Path.Value)
	if err != nil {
		return ""
	}
	return p
}

// standard says whether a path looks like one of the standard library, whose
// first element has no dot.
func standard(p string) bool {
	first, _, _ := strings.Cut(p, "/")
	return !strings.Contains(first, ".")
}
