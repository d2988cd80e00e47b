package rule

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"reflect"
	"strconv"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/vippslint/vippslint/internal/flow"
	"github.com/vippslint/vippslint/internal/place"
	"github.com/vippslint/vippslint/internal/report"
)

// A Spot is where a constant text is reported.
type Spot struct {
	Pos, End token.Pos
	Literal  *ast.BasicLit // what a fix may rewrite; nil: nothing
}

// Locate finds the expression of a constant text that goes into the field with
// the JSON name: a literal, a sum or the use of a constant, where the text stands
// or at a step of its way. Where none has that text, the spot is from pos to end,
// where the value enters the request.
func Locate(pass *analysis.Pass, t flow.Text, text, name string, pos, end token.Pos) Spot {
	places := []place.Place{t.Pos}
	for _, s := range t.Steps {
		pos := report.Own(pass, s.Pos)
		places = append(places, place.Place{Pos: pos, End: pos})
	}
	for _, at := range places {
		expr := TextAt(pass, at, text)
		if expr == nil {
			continue
		}
		path := PathTo(pass, expr.Pos(), expr.End())
		// The declaration of a constant is not where the mistake is: other uses
		// of it may be right.
		if DeclaresConst(path) {
			continue
		}
		found := Spot{Pos: expr.Pos(), End: expr.End()}
		if lit, ok := expr.(*ast.BasicLit); ok && Belongs(pass, path, name, pos, end) {
			found.Literal = lit
		}
		return found
	}
	if expr := onlyIn(pass, text, pos, end); expr != nil {
		literal, _ := expr.(*ast.BasicLit)
		return Spot{expr.Pos(), expr.End(), literal}
	}
	return Spot{Pos: pos, End: end}
}

// onlyIn finds the constant expression with a text between pos and end, where
// there is one only: an element of a list has no place of its own.
func onlyIn(pass *analysis.Pass, text string, pos, end token.Pos) ast.Expr {
	path := PathTo(pass, pos, end)
	if len(path) == 0 {
		return nil
	}
	var found []ast.Expr
	ast.Inspect(path[0], func(n ast.Node) bool {
		expr, ok := n.(ast.Expr)
		if ok && pos <= expr.Pos() && expr.End() <= end && IsText(pass, expr, text) {
			found = append(found, expr)
			return false
		}
		return true
	})
	if len(found) != 1 {
		return nil
	}
	return found[0]
}

// Belongs says whether the literal at the head of path is the value of this
// request and of nothing else that the eye can see: the one from pos to end
// itself, or that of the field or map entry with the JSON name.
func Belongs(pass *analysis.Pass, path []ast.Node, name string, pos, end token.Pos) bool {
	lit := path[0]
	if lit.Pos() == pos && lit.End() == end {
		return true
	}
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
				return tagName(pass.TypesInfo.TypeOf(target.X), target.Sel.Name) == name
			case *ast.IndexExpr:
				return IsText(pass, target.Index, name)
			}
		}
		return false
	}
	return false
}

// keyName gives the name in JSON of an element of a struct or map literal.
func keyName(pass *analysis.Pass, composite *ast.CompositeLit, key ast.Expr) string {
	if field, ok := key.(*ast.Ident); ok {
		if name := tagName(pass.TypesInfo.TypeOf(composite), field.Name); name != "" {
			return name
		}
	}
	if v := pass.TypesInfo.Types[key].Value; v != nil && v.Kind() == constant.String {
		return constant.StringVal(v)
	}
	return ""
}

// tagName gives the name in the tag of a field of a struct, "" where it has
// none.
func tagName(t types.Type, field string) string {
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

// Rewrite is the fix that puts text in the place of the literal of a spot.
func (s Spot) Rewrite(what, text string) []analysis.SuggestedFix {
	if s.Literal == nil {
		return nil
	}
	quoted := strconv.Quote(text)
	if strings.HasPrefix(s.Literal.Value, "`") && !strings.Contains(text, "`") {
		quoted = "`" + text + "`"
	}
	return []analysis.SuggestedFix{{
		Message:   "write " + what + " as " + quoted,
		TextEdits: []analysis.TextEdit{{Pos: s.Literal.Pos(), End: s.Literal.End(), NewText: []byte(quoted)}},
	}}
}
