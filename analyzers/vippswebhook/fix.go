package vippswebhook

import (
	"bytes"
	"go/ast"
	"go/format"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/analysis"

	"github.com/vippslint/vippslint/internal/evidence"
	"github.com/vippslint/vippslint/internal/imports"
	"github.com/vippslint/vippslint/internal/rule"
)

// A spot is a comparison in the source.
type spot struct {
	pos, end token.Pos
	whole    ast.Expr // what a fix replaces; nil: no fix
	x, y     ast.Expr
	negated  bool
	pkg      *types.PkgName // of the function that compares; nil: an operator
}

// fixer writes comparisons in constant time.
type fixer struct {
	pass  *analysis.Pass
	spots map[*evidence.Compare]spot
	gone  map[*types.PkgName]int // how many uses of an import all fixes together take away
}

func newFixer(pass *analysis.Pass, compares []*evidence.Compare) *fixer {
	f := &fixer{pass, map[*evidence.Compare]spot{}, map[*types.PkgName]int{}}
	for _, c := range compares {
		s := f.find(c.Pos)
		f.spots[c] = s
		if s.pkg != nil {
			f.gone[s.pkg]++
		}
	}
	return f
}

func (f *fixer) at(c *evidence.Compare) spot { return f.spots[c] }

// find gives the expression that compares, by its operator or left parenthesis.
func (f *fixer) find(pos token.Pos) spot {
	path := rule.PathTo(f.pass, pos, pos)
	for i, node := range path {
		switch node := node.(type) {
		case *ast.BinaryExpr:
			if node.OpPos == pos && (node.Op == token.EQL || node.Op == token.NEQ) {
				return spot{node.Pos(), node.End(), node, node.X, node.Y, node.Op == token.NEQ, nil}
			}
		case *ast.CallExpr:
			if node.Lparen == pos {
				return f.call(node, path[i+1:])
			}
		}
	}
	return spot{pos: pos, end: pos}
}

// call is find for a call, around which the nodes of path stand.
func (f *fixer) call(call *ast.CallExpr, path []ast.Node) spot {
	s := spot{pos: call.Pos(), end: call.End()}
	sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr)
	if !ok || len(call.Args) != 2 {
		return s
	}
	id, ok := sel.X.(*ast.Ident)
	if !ok {
		return s
	}
	s.pkg, _ = f.pass.TypesInfo.Uses[id].(*types.PkgName)
	if s.pkg == nil {
		return s
	}
	s.whole, s.x, s.y = call, call.Args[0], call.Args[1]
	if sel.Sel.Name != "Compare" {
		return s
	}
	s.whole = nil
	for _, node := range path {
		switch node := node.(type) {
		case *ast.ParenExpr:
			continue
		case *ast.BinaryExpr:
			zero := f.pass.TypesInfo.Types[node.Y].Value
			if zero != nil && zero.ExactString() == "0" && (node.Op == token.EQL || node.Op == token.NEQ) {
				s.whole, s.negated = node, node.Op == token.NEQ
			}
		}
		return s
	}
	return s
}

// fix compares in constant time, where the imports can be put right.
func (f *fixer) fix(c *evidence.Compare) []analysis.SuggestedFix {
	s := f.spots[c]
	if s.whole == nil {
		return nil
	}
	pkg, fn := "crypto/subtle", "ConstantTimeCompare"
	if c.Signature {
		pkg, fn = "crypto/hmac", "Equal"
	}
	qualifier, edits, ok := imports.Qualifier(f.pass, s.pos, pkg, fn)
	if !ok {
		return nil
	}
	x, okX := f.bytes(s.x)
	y, okY := f.bytes(s.y)
	unused, okImport := f.unimport(s.pkg)
	if !okX || !okY || !okImport {
		return nil
	}
	text := qualifier + fn + "(" + x + ", " + y + ")"
	switch {
	case c.Signature && s.negated:
		text = "!" + text
	case !c.Signature && s.negated:
		text += " != 1"
	case !c.Signature:
		text += " == 1"
		if f.isNegated(s.whole) {
			text = "(" + text + ")"
		}
	}
	edits = append(edits, unused...)
	edits = append(edits, analysis.TextEdit{Pos: s.whole.Pos(), End: s.whole.End(), NewText: []byte(text)})
	return []analysis.SuggestedFix{{Message: "compare in constant time with " + qualifier + fn, TextEdits: edits}}
}

// isNegated reports whether a ! stands before x, which binds closer than ==.
func (f *fixer) isNegated(x ast.Expr) bool {
	path := rule.PathTo(f.pass, x.Pos(), x.End())
	for i, node := range path {
		if node == ast.Node(x) && i+1 < len(path) {
			_, not := path[i+1].(*ast.UnaryExpr)
			return not
		}
	}
	return false
}

// bytes writes x as a slice of bytes.
func (f *fixer) bytes(x ast.Expr) (string, bool) {
	var b bytes.Buffer
	if format.Node(&b, f.pass.Fset, x) != nil || bytes.ContainsRune(b.Bytes(), '\n') {
		return "", false
	}
	t := f.pass.TypesInfo.TypeOf(x)
	if t == nil {
		return "", false
	}
	if basic, ok := t.Underlying().(*types.Basic); ok && basic.Info()&types.IsString != 0 {
		if f.pass.Pkg.Scope().Innermost(x.Pos()) == nil || f.shadows(x.Pos()) {
			return "", false
		}
		return "[]byte(" + b.String() + ")", true
	}
	_, ok := t.Underlying().(*types.Slice)
	return b.String(), ok
}

// shadows reports whether byte is another thing at pos than the type.
func (f *fixer) shadows(pos token.Pos) bool {
	_, obj := f.pass.Pkg.Scope().Innermost(pos).LookupParent("byte", pos)
	return obj != types.Universe.Lookup("byte")
}

// unimport takes an import away that only the comparison uses. Where several
// comparisons are all that use it, each fix alone would break the others.
func (f *fixer) unimport(pkg *types.PkgName) (edits []analysis.TextEdit, ok bool) {
	if pkg == nil {
		return nil, true
	}
	uses := 0
	for _, obj := range f.pass.TypesInfo.Uses {
		if obj == types.Object(pkg) {
			uses++
		}
	}
	if uses > f.gone[pkg] {
		return nil, true
	}
	if uses > 1 {
		return nil, false
	}
	for _, file := range f.pass.Files {
		for _, decl := range file.Decls {
			decl, isImport := decl.(*ast.GenDecl)
			if !isImport || decl.Tok != token.IMPORT {
				continue
			}
			for _, spec := range decl.Specs {
				if f.pass.TypesInfo.PkgNameOf(spec.(*ast.ImportSpec)) != pkg {
					continue
				}
				if len(decl.Specs) == 1 {
					return []analysis.TextEdit{{Pos: decl.Pos(), End: decl.End()}}, true
				}
				return []analysis.TextEdit{{Pos: spec.Pos(), End: spec.End()}}, true
			}
		}
	}
	return nil, false
}
