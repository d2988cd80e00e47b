package vippsfield

import (
	"fmt"
	"go/types"
	"strings"

	"github.com/vippslint/vippslint/internal/evidence"
	"github.com/vippslint/vippslint/internal/rule"
	"github.com/vippslint/vippslint/internal/vippsapi"
)

// wrongType reports a field that is written with a JSON type which no operation
// takes, on every way.
func (j judge) wrongType(v *evidence.FieldValue) bool {
	for _, w := range v.Ways {
		for _, op := range j.sent.Ops {
			if f := op.FieldOrHeader(v.Path); f == nil || takes(f, w.JSON) {
				return false
			}
		}
	}
	if j.sent.Handed {
		return true // the function that is called answers for its own type
	}
	w := v.Ways[0]
	op := j.sent.Ops[0]
	field := op.Field(v.Path)
	message := fmt.Sprintf("%s is written as %s, and %s takes %s", v.Path, article(w.JSON), op.ID, article(field.Type))
	pos, end := w.Pos, w.End
	if w.Var != nil && w.Var.Pkg() == j.pass.Pkg {
		pos, end = w.Var.Pos(), w.Var.Pos()
		message += ": " + goType(w.Var, field)
	}
	f := j.finding("type", message, pos, end, w.Steps)
	f.Way[len(w.Steps)].Note = "goes into " + rule.Target(op, field)
	j.out.Report(f)
	return true
}

// takes says whether a field takes a JSON type. A number where a string stands in
// the specification, or the other way round, is refused; whole numbers are told
// from others by the rules on amounts and ranges.
func takes(f *vippsapi.Field, kind string) bool {
	want := f.Type
	if want == "integer" {
		want = "number"
	}
	return kind == "" || want == "" || kind == want
}

func article(kind string) string {
	if strings.IndexByte("aeio", kind[0]) >= 0 {
		return "an " + kind
	}
	return "a " + kind
}

// goType says what to make of a Go field.
func goType(v *types.Var, f *vippsapi.Field) string {
	basic, ok := v.Type().Underlying().(*types.Basic)
	switch {
	case ok && f.Type == "string" && basic.Info()&types.IsNumeric != 0:
		return fmt.Sprintf("make the field %s a string", v.Name())
	case ok && basic.Info()&types.IsNumeric != 0:
		return fmt.Sprintf("take the option string out of the tag of %s", v.Name())
	}
	return "change the type of " + v.Name()
}
