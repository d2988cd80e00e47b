package vippsphone

import (
	"go/ast"
	"go/token"
	"strconv"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/vippslint/vippslint/internal/evidence"
	"github.com/vippslint/vippslint/internal/flow"
	"github.com/vippslint/vippslint/internal/place"
	"github.com/vippslint/vippslint/internal/report"
	"github.com/vippslint/vippslint/internal/rule"
	"github.com/vippslint/vippslint/internal/vippsapi"
)

// A spot is where a number is reported.
type spot struct {
	pos, end token.Pos
	literal  *ast.BasicLit // what a fix may rewrite; nil: nothing
	inside   bool          // the spot is a part of a literal, and a fix may rewrite that part
}

// locate finds the expression of a constant text: a literal, a sum or the use
// of a constant, where the text stands or at a step of its way. Where none has
// that text, the spot is what is stored on the way, or the place.
func locate(pass *analysis.Pass, t flow.Text, text string, p *evidence.Place) spot {
	if p.Text != nil {
		return locateInside(pass, t, text, p)
	}
	if strings.Contains(text, vippsapi.Hole) {
		return locateOpen(pass, t, p)
	}
	expr := written(pass, t, text)
	if expr == nil {
		expr = notDeclared(pass, rule.TextAt(pass, place.Place{Pos: p.Pos, End: p.End}, text))
	}
	if expr == nil {
		return stored(pass, t, p)
	}
	found := spot{pos: expr.Pos(), end: expr.End()}
	if lit, ok := expr.(*ast.BasicLit); ok && rule.Belongs(pass, rule.PathTo(pass, expr.Pos(), expr.End()), jsonName(p), p.Pos, p.End) {
		found.literal = lit
	}
	return found
}

// written finds the expression of a constant text where it stands or at a step
// of its way; nil where there is none.
func written(pass *analysis.Pass, t flow.Text, text string) ast.Expr {
	places := []place.Place{t.Pos}
	for _, s := range t.Steps {
		pos := report.Own(pass, s.Pos)
		places = append(places, place.Place{Pos: pos, End: pos})
	}
	for _, at := range places {
		if expr := notDeclared(pass, rule.TextAt(pass, at, text)); expr != nil {
			return expr
		}
	}
	return nil
}

// notDeclared is expr, or nil where it stands in the declaration of a constant,
// which is not where the mistake is: other uses of it may be right.
func notDeclared(pass *analysis.Pass, expr ast.Expr) ast.Expr {
	if expr == nil || rule.DeclaresConst(rule.PathTo(pass, expr.Pos(), expr.End())) {
		return nil
	}
	return expr
}

// jsonName is the last name of the field of a place.
func jsonName(p *evidence.Place) string {
	return p.Field.Path[strings.LastIndex(p.Field.Path, ".")+1:]
}

// rewrite writes the literal in the form that is wanted, where that is certain.
func rewrite(n number) []analysis.SuggestedFix {
	if n.verdict.Want != "" && n.at.inside {
		return []analysis.SuggestedFix{{
			Message:   "write the number as " + n.verdict.Want,
			TextEdits: []analysis.TextEdit{{Pos: n.at.pos, End: n.at.end, NewText: []byte(n.verdict.Want)}},
		}}
	}
	if n.verdict.Want == "" || n.at.literal == nil || n.place.Ahead != "" {
		return nil
	}
	text := strconv.Quote(n.verdict.Want)
	if strings.HasPrefix(n.at.literal.Value, "`") {
		text = "`" + n.verdict.Want + "`"
	}
	return []analysis.SuggestedFix{{
		Message:   "write the number as " + text,
		TextEdits: []analysis.TextEdit{{Pos: n.at.literal.Pos(), End: n.at.literal.End(), NewText: []byte(text)}},
	}}
}
