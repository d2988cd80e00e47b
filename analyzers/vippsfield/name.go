package vippsfield

import (
	"fmt"
	"go/ast"
	"reflect"
	"strconv"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/vippslint/vippslint/internal/evidence"
	"github.com/vippslint/vippslint/internal/report"
	"github.com/vippslint/vippslint/internal/rule"
)

// slip reports a name that the operation does not have.
func (j judge) slip(n *evidence.NameSlip) {
	wrong, right := last(n.Path), last(n.Want)
	message := fmt.Sprintf("%s has no field %s; it is %s", j.sent.Ops[0].ID, n.Path, right)
	f := j.finding("unknown-name", message, n.Pos, n.End, nil)
	if n.Var != nil && n.Var.Pkg() == j.pass.Pkg {
		f.Pos, f.End = n.Var.Pos(), n.Var.Pos()
		f.Fixes = j.renameTag(f, wrong, right)
	}
	j.out.Report(f)
}

func last(path string) string { return path[strings.LastIndex(path, ".")+1:] }

// renameTag writes the right name into the tag of the field at a finding, or adds
// a tag where there is none.
func (j judge) renameTag(f report.Finding, wrong, right string) []analysis.SuggestedFix {
	for _, node := range rule.PathTo(j.pass, f.Pos, f.Pos) {
		field, ok := node.(*ast.Field)
		if !ok {
			continue
		}
		what := fmt.Sprintf("name the field %s", right)
		if field.Tag == nil {
			if len(field.Names) != 1 {
				return nil
			}
			tag := fmt.Sprintf(" `json:%q`", right)
			return []analysis.SuggestedFix{{Message: what, TextEdits: []analysis.TextEdit{{Pos: field.Type.End(), End: field.Type.End(), NewText: []byte(tag)}}}}
		}
		text, err := strconv.Unquote(field.Tag.Value)
		if err != nil || !strings.HasPrefix(field.Tag.Value, "`") {
			return nil
		}
		name, _, _ := strings.Cut(reflect.StructTag(text).Get("json"), ",")
		if name != wrong {
			return nil
		}
		fixed := strings.Replace(field.Tag.Value, `json:"`+wrong, `json:"`+right, 1)
		return []analysis.SuggestedFix{{Message: what, TextEdits: []analysis.TextEdit{{Pos: field.Tag.Pos(), End: field.Tag.End(), NewText: []byte(fixed)}}}}
	}
	return nil
}
