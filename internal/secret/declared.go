package secret

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"github.com/vippslint/vippslint/internal/code"
	"github.com/vippslint/vippslint/internal/vippsapi"
)

// exportConstants exports facts on the variables and fields of the package that
// begin with a text which may be a secret. It goes by the syntax: of packages
// that know nothing of Vipps, most functions are not followed.
func (e *engine) exportConstants() {
	writes := map[*types.Var][]ast.Expr{}
	for _, file := range e.pass.Files {
		if e.inTest(file.Package) {
			continue
		}
		for _, decl := range file.Decls {
			if vars, ok := decl.(*ast.GenDecl); ok && vars.Tok == token.VAR {
				e.exportVariables(vars)
			}
		}
		code.FieldWrites(e.pass.TypesInfo, file, func(f *types.Var, value ast.Expr) {
			if value != nil && f.Exported() && f.Pkg() == e.pass.Pkg && isText(f.Type()) {
				writes[f] = append(writes[f], value)
			}
		})
	}
	var fields []*types.Var
	for f := range writes {
		fields = append(fields, f)
	}
	slices.SortFunc(fields, func(a, b *types.Var) int { return int(a.Pos() - b.Pos()) })
	for _, f := range fields {
		if at := e.onlyText(writes[f]); at.IsValid() {
			e.pass.ExportObjectFact(f, &Constant{e.position(at)})
		}
	}
}

// exportVariables exports facts on the exported variables of a declaration that
// begin with such a text.
func (e *engine) exportVariables(vars *ast.GenDecl) {
	for _, spec := range vars.Specs {
		spec := spec.(*ast.ValueSpec)
		if len(spec.Names) != len(spec.Values) {
			continue
		}
		for i, name := range spec.Names {
			if v, ok := e.pass.TypesInfo.Defs[name].(*types.Var); ok && name.IsExported() && e.isSecret(spec.Values[i]) {
				e.pass.ExportObjectFact(v, &Constant{e.position(spec.Values[i].Pos())})
			}
		}
	}
}

// onlyText is where the text stands that a field is filled with, itself or as
// an argument of what fills it, where one instance is filled; no position where
// none stands there.
func (e *engine) onlyText(values []ast.Expr) token.Pos {
	if len(values) != 1 {
		return token.NoPos
	}
	if e.isSecret(values[0]) {
		return values[0].Pos()
	}
	if call, ok := ast.Unparen(values[0]).(*ast.CallExpr); ok {
		for _, arg := range call.Args {
			if e.isSecret(arg) {
				return arg.Pos()
			}
		}
	}
	return token.NoPos
}

func (e *engine) isSecret(expr ast.Expr) bool {
	v := e.pass.TypesInfo.Types[expr].Value
	return v != nil && v.Kind() == constant.String && mayBeSecret(constant.StringVal(v))
}

// mayBeSecret says whether a text that stands anywhere may be a secret: it has
// no blanks or slashes of an address, and is no placeholder.
func mayBeSecret(text string) bool {
	return len(text) >= 16 && len(text) < 4096 && !strings.ContainsAny(text, " \t\n") && !strings.Contains(text, "://") && !vippsapi.Placeholder(text)
}
