package vippsamount

import (
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"
)

// isExposed says whether code outside of the package can get at a field: by an
// exported function, variable or type of a package that can be imported. What
// lies behind an interface is a value there, and not a field.
func isExposed(pkg *types.Package, v *types.Var) bool {
	if pkg.Name() == "main" {
		return false
	}
	e := exposure{field: v.Origin(), seen: map[types.Type]bool{}}
	for _, name := range pkg.Scope().Names() {
		if obj := pkg.Scope().Lookup(name); obj.Exported() && e.reaches(obj.Type()) {
			return true
		}
	}
	return false
}

type exposure struct {
	field *types.Var
	seen  map[types.Type]bool
}

// reaches says whether the field belongs to t or to what t is made of.
func (e exposure) reaches(t types.Type) bool {
	t = types.Unalias(t)
	if t == nil || e.seen[t] {
		return false
	}
	e.seen[t] = true
	switch t := t.(type) {
	case *types.Named:
		for m := range t.Methods() {
			if m.Exported() && e.reaches(m.Type()) {
				return true
			}
		}
		for arg := range t.TypeArgs().Types() {
			if e.reaches(arg) {
				return true
			}
		}
		return e.reaches(t.Origin().Underlying())
	case *types.Struct:
		for f := range t.Fields() {
			if f.Origin() == e.field || (f.Exported() || f.Embedded()) && e.reaches(f.Type()) {
				return true
			}
		}
	case *types.Signature:
		return e.reaches(t.Params()) || e.reaches(t.Results())
	case *types.Tuple:
		for v := range t.Variables() {
			if e.reaches(v.Type()) {
				return true
			}
		}
	case *types.Interface:
		for m := range t.Methods() {
			if e.reaches(m.Type()) {
				return true
			}
		}
	case *types.Map:
		return e.reaches(t.Key()) || e.reaches(t.Elem())
	case interface{ Elem() types.Type }: // pointer, slice, array, channel
		return e.reaches(t.Elem())
	}
	return false
}

// compiles says whether the package compiles after edits.
func compiles(pass *analysis.Pass, edits []analysis.TextEdit) bool {
	fset := token.NewFileSet()
	var files []*ast.File
	for _, file := range pass.Files {
		content, ok := edited(pass, file, edits)
		if !ok {
			return false
		}
		fixed, err := parser.ParseFile(fset, pass.Fset.File(file.FileStart).Name(), content, parser.SkipObjectResolution)
		if err != nil {
			return false
		}
		files = append(files, fixed)
	}
	config := types.Config{Importer: importsOf(pass), Sizes: pass.TypesSizes}
	if pass.Module != nil && pass.Module.GoVersion != "" {
		config.GoVersion = "go" + strings.TrimPrefix(pass.Module.GoVersion, "go")
	}
	_, err := config.Check(pass.Pkg.Path(), fset, files, nil)
	return err == nil
}

// edited gives the source of a file after the edits that lie in it.
func edited(pass *analysis.Pass, file *ast.File, edits []analysis.TextEdit) ([]byte, bool) {
	at := pass.Fset.File(file.FileStart)
	content, err := pass.ReadFile(at.Name())
	if err != nil || len(content) != at.Size() {
		return nil, false
	}
	own := slices.Clone(edits)
	own = slices.DeleteFunc(own, func(e analysis.TextEdit) bool { return e.Pos < file.FileStart || e.Pos >= file.FileEnd })
	slices.SortStableFunc(own, func(a, b analysis.TextEdit) int { return int(a.Pos - b.Pos) })
	var fixed []byte
	done := 0
	for _, e := range own {
		start, end := at.Offset(e.Pos), at.Offset(e.End)
		if start < done {
			return nil, false
		}
		fixed = append(append(fixed, content[done:start]...), e.NewText...)
		done = end
	}
	return append(fixed, content[done:]...), true
}

// An importer gives packages by what the files at hand have imported them as.
type importer map[string]*types.Package

// importsOf knows what the package imports, and of math what a fix needs.
func importsOf(pass *analysis.Pass) importer {
	known := importer{"unsafe": types.Unsafe}
	for _, file := range pass.Files {
		for _, spec := range file.Imports {
			if name := pass.TypesInfo.PkgNameOf(spec); name != nil {
				known[strings.Trim(spec.Path.Value, "`\"")] = name.Imported()
			}
		}
	}
	if known[mathPath] == nil {
		known[mathPath] = roundOnly()
	}
	return known
}

// Import is that of types.Importer.
func (known importer) Import(path string) (*types.Package, error) {
	if pkg := known[path]; pkg != nil {
		return pkg, nil
	}
	return nil, types.Error{Msg: "not imported: " + path}
}

// roundOnly is the package math with no function but Round.
func roundOnly() *types.Package {
	pkg := types.NewPackage(mathPath, mathPath)
	float := func() *types.Tuple {
		return types.NewTuple(types.NewVar(token.NoPos, pkg, "", types.Typ[types.Float64]))
	}
	signature := types.NewSignatureType(nil, nil, nil, float(), float(), false)
	pkg.Scope().Insert(types.NewFunc(token.NoPos, pkg, "Round", signature))
	pkg.MarkComplete()
	return pkg
}
