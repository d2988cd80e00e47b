package vippsexpress

import (
	"go/ast"
	"go/token"

	"golang.org/x/tools/go/analysis"

	"github.com/vippslint/vippslint/internal/evidence"
	"github.com/vippslint/vippslint/internal/report"
	"github.com/vippslint/vippslint/internal/rule"
)

// sameFunction says whether two places are in one declaration of a function.
func sameFunction(pass *analysis.Pass, a, b token.Pos) bool {
	for _, node := range rule.PathTo(pass, a, a) {
		if fn, ok := node.(*ast.FuncDecl); ok {
			return fn.Pos() <= b && b < fn.End()
		}
	}
	return false
}

// passedText finds the argument of a call on the way of w that is its text; nil
// where there is none.
func passedText(pass *analysis.Pass, w *evidence.ExpressWay) ast.Expr {
	for _, step := range w.Steps {
		pos := report.Own(pass, step.Pos)
		if !pos.IsValid() {
			continue
		}
		for _, node := range rule.PathTo(pass, pos, pos) {
			call, ok := node.(*ast.CallExpr)
			if !ok {
				continue
			}
			for _, arg := range call.Args {
				if rule.IsText(pass, arg, w.Pattern) {
					return arg
				}
			}
			break
		}
	}
	return nil
}

// falseAt finds the false that is stored in the field with the JSON name; nil
// where it is not written out there.
func falseAt(pass *analysis.Pass, w *evidence.ExpressWay, name string) *ast.Ident {
	if w.Presence != evidence.Given {
		return nil
	}
	for _, step := range w.Steps {
		pos := report.Own(pass, step.Pos)
		if !pos.IsValid() {
			continue
		}
		for _, node := range rule.PathTo(pass, pos, pos) {
			stored, stores := rule.StoredBy(node)
			if !stores {
				continue
			}
			id, ok := ast.Unparen(stored).(*ast.Ident)
			if ok && id.Name == "false" && rule.Belongs(pass, rule.PathTo(pass, id.Pos(), id.End()), name, token.NoPos, token.NoPos) {
				return id
			}
			break
		}
	}
	return nil
}

// writeTrue is the fix that puts true in the place of false.
func writeTrue(id *ast.Ident) []analysis.SuggestedFix {
	return []analysis.SuggestedFix{{
		Message:   "write true",
		TextEdits: []analysis.TextEdit{{Pos: id.Pos(), End: id.End(), NewText: []byte("true")}},
	}}
}
