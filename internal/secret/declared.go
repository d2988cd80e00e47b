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
		ast.Inspect(file, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.ValueSpec:
				if len(n.Names) == len(n.Values) {
					for i, name := range n.Names {
						e.exportConstant(name, n.Values[i])
					}
				}
			case *ast.CompositeLit:
				e.noteLiteral(writes, n)
			case *ast.AssignStmt:
				for i, lhs := range n.Lhs {
					if sel, ok := ast.Unparen(lhs).(*ast.SelectorExpr); ok && len(n.Lhs) == len(n.Rhs) {
						e.noteWrite(writes, sel.Sel, n.Rhs[i])
					}
				}
			}
			return true
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

// exportConstant exports a fact on an exported variable that begins with such a
// text.
func (e *engine) exportConstant(name *ast.Ident, value ast.Expr) {
	v, ok := e.pass.TypesInfo.Defs[name].(*types.Var)
	if ok && name.IsExported() && v.Parent() == e.pass.Pkg.Scope() && e.isSecret(value) {
		e.pass.ExportObjectFact(v, &Constant{e.position(value.Pos())})
	}
}

// noteLiteral notes what a composite literal writes to the fields of a struct.
func (e *engine) noteLiteral(writes map[*types.Var][]ast.Expr, lit *ast.CompositeLit) {
	t := e.pass.TypesInfo.TypeOf(lit)
	if t == nil {
		return
	}
	st, ok := code.Deref(t).Underlying().(*types.Struct)
	if !ok {
		return
	}
	for i, elem := range lit.Elts {
		if kv, ok := elem.(*ast.KeyValueExpr); ok {
			if key, ok := kv.Key.(*ast.Ident); ok {
				e.noteWrite(writes, key, kv.Value)
			}
		} else if i < st.NumFields() {
			e.noteField(writes, st.Field(i), elem)
		}
	}
}

func (e *engine) noteWrite(writes map[*types.Var][]ast.Expr, name *ast.Ident, value ast.Expr) {
	if f, ok := e.pass.TypesInfo.Uses[name].(*types.Var); ok && f.IsField() {
		e.noteField(writes, f, value)
	}
}

func (e *engine) noteField(writes map[*types.Var][]ast.Expr, f *types.Var, value ast.Expr) {
	f = f.Origin()
	if f.Exported() && f.Pkg() == e.pass.Pkg && isText(f.Type()) {
		writes[f] = append(writes[f], value)
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
