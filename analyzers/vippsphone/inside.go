package vippsphone

import (
	"go/ast"
	"go/token"
	"go/types"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/vippslint/vippslint/internal/evidence"
	"github.com/vippslint/vippslint/internal/flow"
	"github.com/vippslint/vippslint/internal/report"
	"github.com/vippslint/vippslint/internal/rule"
	"github.com/vippslint/vippslint/internal/vippsapi"
)

// locateOpen finds the expression that puts a number together, where it stands
// in the function of the place.
func locateOpen(pass *analysis.Pass, t flow.Text, p *evidence.Place) spot {
	in := enclosing(pass, t.Pos.Pos, t.Pos.End)
	if in == nil || in != enclosing(pass, p.Pos, p.End) || p.Ahead != "" {
		return stored(pass, t, p)
	}
	return spot{pos: t.Pos.Pos, end: t.Pos.End}
}

// stored finds the text that is stored at the first step of the way which stands
// in the function of the place: the value of a field in a literal of many lines,
// for one. A place that is a text itself is near enough, and a constant is another
// text: that of this one was looked for before.
func stored(pass *analysis.Pass, t flow.Text, p *evidence.Place) spot {
	at := spot{pos: p.Pos, end: p.End}
	in := enclosing(pass, p.Pos, p.End)
	if path := rule.PathTo(pass, p.Pos, p.End); in == nil || isString(pass, path[0]) {
		return at
	}
	for _, s := range t.Steps {
		pos := report.Own(pass, s.Pos)
		if enclosing(pass, pos, pos) != in {
			continue
		}
		for _, node := range rule.PathTo(pass, pos, pos) {
			value, _ := rule.StoredBy(node)
			if value != nil && isString(pass, value) && pass.TypesInfo.Types[value].Value == nil {
				return spot{pos: value.Pos(), end: value.End()}
			}
			if _, ok := node.(ast.Stmt); ok {
				break
			}
		}
	}
	return at
}

// isString reports whether a node is an expression that is a text, or points to
// one.
func isString(pass *analysis.Pass, node ast.Node) bool {
	expr, ok := node.(ast.Expr)
	if !ok || pass.TypesInfo.TypeOf(expr) == nil {
		return false
	}
	t := pass.TypesInfo.TypeOf(expr)
	if ptr, ok := t.Underlying().(*types.Pointer); ok {
		t = ptr.Elem()
	}
	b, ok := t.Underlying().(*types.Basic)
	return ok && b.Info()&types.IsString != 0
}

// locateInside finds a number in the literal of the text that holds it.
func locateInside(pass *analysis.Pass, t flow.Text, text string, p *evidence.Place) spot {
	at := locateOpen(pass, t, p)
	text, _, _ = strings.Cut(text, vippsapi.Hole)
	for _, node := range rule.PathTo(pass, at.pos, at.end) {
		var found []spot
		ast.Inspect(node, func(n ast.Node) bool {
			lit, ok := n.(*ast.BasicLit)
			if ok && lit.Kind == token.STRING && text != "" && strings.Count(lit.Value, text) == 1 {
				pos := lit.Pos() + token.Pos(strings.Index(lit.Value, text))
				found = append(found, spot{pos: pos, end: pos + token.Pos(len(text)), inside: true})
			}
			return true
		})
		if len(found) == 1 {
			return found[0]
		}
		if _, ok := node.(ast.Stmt); ok || len(found) > 1 {
			break
		}
	}
	return at
}

// enclosing is the function that a range stands in; nil where it stands in none.
func enclosing(pass *analysis.Pass, pos, end token.Pos) ast.Node {
	if !pos.IsValid() {
		return nil
	}
	for _, node := range rule.PathTo(pass, pos, end) {
		switch node.(type) {
		case *ast.FuncDecl, *ast.FuncLit:
			return node
		}
	}
	return nil
}
