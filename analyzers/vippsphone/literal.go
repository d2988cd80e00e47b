package vippsphone

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"reflect"
	"strconv"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/vippslint/vippslint/internal/evidence"
	"github.com/vippslint/vippslint/internal/flow"
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
	places := []flow.Place{t.Pos}
	for _, s := range t.Steps {
		pos := report.Own(pass, s.Pos)
		places = append(places, flow.Place{Pos: pos, End: pos})
	}
	places = append(places, flow.Place{Pos: p.Pos, End: p.End})
	for _, at := range places {
		expr := rule.TextAt(pass, at, text)
		if expr == nil {
			continue
		}
		path := rule.PathTo(pass, expr.Pos(), expr.End())
		// The declaration of a constant is not where the mistake is: other uses
		// of it may be right.
		if rule.DeclaresConst(path) {
			continue
		}
		found := spot{pos: expr.Pos(), end: expr.End()}
		if lit, ok := expr.(*ast.BasicLit); ok && belongs(pass, path, p) {
			found.literal = lit
		}
		return found
	}
	return stored(pass, t, p)
}

// belongs says whether the literal at the head of path is the number of this
// request and of nothing else that the eye can see: the value at the place
// itself, or that of the field or map entry with the JSON name of the place.
func belongs(pass *analysis.Pass, path []ast.Node, p *evidence.Place) bool {
	lit := path[0]
	if lit.Pos() == p.Pos && lit.End() == p.End {
		return true
	}
	name := p.Field.Path[strings.LastIndex(p.Field.Path, ".")+1:]
	for i, node := range path[1:] {
		switch node := node.(type) {
		case *ast.ParenExpr:
			continue
		case *ast.KeyValueExpr:
			composite, ok := path[i+2].(*ast.CompositeLit)
			return ok && node.Value.Pos() <= lit.Pos() && keyName(pass, composite, node.Key) == name
		case *ast.AssignStmt:
			if len(node.Lhs) != 1 {
				return false
			}
			switch target := ast.Unparen(node.Lhs[0]).(type) {
			case *ast.SelectorExpr:
				return jsonName(pass.TypesInfo.TypeOf(target.X), target.Sel.Name) == name
			case *ast.IndexExpr:
				return rule.IsText(pass, target.Index, name)
			}
		}
		return false
	}
	return false
}

// keyName gives the name in JSON of an element of a struct or map literal.
func keyName(pass *analysis.Pass, composite *ast.CompositeLit, key ast.Expr) string {
	if field, ok := key.(*ast.Ident); ok {
		if name := jsonName(pass.TypesInfo.TypeOf(composite), field.Name); name != "" {
			return name
		}
	}
	if v := pass.TypesInfo.Types[key].Value; v != nil && v.Kind() == constant.String {
		return constant.StringVal(v)
	}
	return ""
}

// jsonName gives the name in the tag of a field of a struct, "" where it has
// none.
func jsonName(t types.Type, field string) string {
	if t == nil {
		return ""
	}
	if ptr, ok := t.Underlying().(*types.Pointer); ok {
		t = ptr.Elem()
	}
	s, ok := t.Underlying().(*types.Struct)
	if !ok {
		return ""
	}
	for i := range s.NumFields() {
		if s.Field(i).Name() == field {
			name, _, _ := strings.Cut(reflect.StructTag(s.Tag(i)).Get("json"), ",")
			return name
		}
	}
	return ""
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
