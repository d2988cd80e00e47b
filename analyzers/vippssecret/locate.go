package vippssecret

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/vippslint/vippslint/internal/place"
	"github.com/vippslint/vippslint/internal/report"
	"github.com/vippslint/vippslint/internal/rule"
	"github.com/vippslint/vippslint/internal/secret"
)

// locate finds the expression that is the constant.
func locate(pass *analysis.Pass, l *secret.Literal) rule.Spot {
	at := rule.Spot{Pos: l.Pos, End: l.End}
	if l.Of != nil {
		return mention(pass, l.Of, at)
	}
	whole := l.Text.Pattern("")
	if found := rule.Locate(pass, l.Text, whole, "", l.Pos, l.End); found.Pos != at.Pos || found.End != at.End {
		return found
	}
	places := []place.Place{l.Text.Pos, {Pos: l.Pos, End: l.End}}
	for _, s := range l.Text.Steps {
		pos := report.Own(pass, s.Pos)
		places = append(places, place.Place{Pos: pos, End: pos})
	}
	for _, p := range places {
		if expr := partAt(pass, p, l.Part); expr != nil {
			return rule.Spot{Pos: expr.Pos(), End: expr.End()}
		}
	}
	_, bare, _ := strings.Cut(l.Part, " ") // a scheme may stand in front of it, elsewhere
	for _, text := range []string{whole, bare} {
		if len(text) <= minPart {
			continue
		}
		if lit := onlyLiteral(pass, text, l.Pos); lit != nil {
			return rule.Spot{Pos: lit.Pos(), End: lit.End()}
		}
	}
	return at
}

// mention finds the only use of a variable or field of another package between
// two positions; where there is none, or several, it is all that stands there.
func mention(pass *analysis.Pass, of types.Object, at rule.Spot) rule.Spot {
	path := rule.PathTo(pass, at.Pos, at.End)
	if len(path) == 0 {
		return at
	}
	var found []ast.Expr
	ast.Inspect(path[0], func(n ast.Node) bool {
		sel, ok := n.(*ast.SelectorExpr)
		if ok && at.Pos <= sel.Pos() && sel.End() <= at.End && pass.TypesInfo.Uses[sel.Sel] == of {
			found = append(found, sel)
		}
		return true
	})
	if len(found) != 1 {
		return at
	}
	return rule.Spot{Pos: found[0].Pos(), End: found[0].End()}
}

// onlyLiteral finds the literal with a text, where there is one only in the
// function around pos, or else in the package: a secret is no text that stands
// somewhere else by chance. A constant that is declared is none.
func onlyLiteral(pass *analysis.Pass, text string, pos token.Pos) *ast.BasicLit {
	var inside, all []*ast.BasicLit
	for _, file := range pass.Files {
		for _, decl := range file.Decls {
			if gen, ok := decl.(*ast.GenDecl); ok && gen.Tok == token.CONST {
				continue
			}
			ast.Inspect(decl, func(n ast.Node) bool {
				if lit, ok := n.(*ast.BasicLit); ok && rule.IsText(pass, lit, text) {
					all = append(all, lit)
					if decl.Pos() <= pos && pos < decl.End() {
						inside = append(inside, lit)
					}
				}
				return true
			})
		}
	}
	switch {
	case len(inside) == 1:
		return inside[0]
	case len(inside) == 0 && len(all) == 1:
		return all[0]
	}
	return nil
}

// partAt finds, in the statement or declaration at a place, the longest constant
// text that is part of text, or has it in itself.
func partAt(pass *analysis.Pass, at place.Place, text string) ast.Expr {
	if !at.Pos.IsValid() {
		return nil
	}
	var around ast.Node
	for _, node := range rule.PathTo(pass, at.Pos, at.End) {
		switch node.(type) {
		case *ast.KeyValueExpr, ast.Stmt, *ast.ValueSpec:
			around = node
		}
		if around != nil {
			break
		}
	}
	if around == nil {
		return nil
	}
	var best ast.Expr
	length := minPart
	ast.Inspect(around, func(n ast.Node) bool {
		if _, ok := n.(*ast.BlockStmt); ok {
			return false
		}
		expr, ok := n.(ast.Expr)
		if !ok {
			return true
		}
		v := pass.TypesInfo.Types[expr].Value
		if v == nil || v.Kind() != constant.String {
			return true
		}
		s := constant.StringVal(v)
		if (strings.Contains(text, s) || strings.Contains(s, text)) && len(s) > length {
			best, length = expr, len(s)
		}
		return false
	})
	return best
}

// minPart is the length up to which a text says nothing of the one that it is
// part of.
const minPart = 7

// declared is where the constant is declared that a spot uses; no position where
// it uses none.
func declared(pass *analysis.Pass, spot rule.Spot) token.Pos {
	for _, node := range rule.PathTo(pass, spot.Pos, spot.End) {
		var id *ast.Ident
		switch node := node.(type) {
		case *ast.Ident:
			id = node
		case *ast.SelectorExpr:
			id = node.Sel
		default:
			return token.NoPos
		}
		if c, ok := pass.TypesInfo.Uses[id].(*types.Const); ok {
			return c.Pos()
		}
	}
	return token.NoPos
}
