package vippsamount_test

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/vippslint/vippslint/internal/trial"
	"github.com/vippslint/vippslint/internal/vippsapi"
)

// TestGeneratedFields sends a cut, a rounded and a scaled float to every field
// of the table that holds a number: as a field of a struct, in a map and in a
// text. Those of øre must be right, all others are left alone.
func TestGeneratedFields(t *testing.T) {
	var programs []trial.Program
	price := sources[0]
	for _, op := range vippsapi.Operations() {
		for _, f := range op.Fields {
			if f.Type != "integer" && f.Type != "number" {
				continue
			}
			for _, s := range fieldSinks(op, &f) {
				for _, r := range []rounding{named("x*100 cut"), named("Round"), named("x*100")} {
					if p, ok := write(price, nil, r, nil, s); ok {
						programs = append(programs, p)
					}
				}
			}
		}
	}
	if len(programs) < 500 {
		t.Errorf("only %d programs", len(programs))
	}
	check(t, "every number of every request", programs)
}

// fieldSinks send a value to one field of an operation.
func fieldSinks(op *vippsapi.Operation, f *vippsapi.Field) []sink {
	money := f.Kind == vippsapi.MinorUnits
	inForm := func(f form) form {
		if money {
			return f
		}
		return elsewhere
	}
	call := strconv.Quote(op.Method) + ", " + strings.ReplaceAll(strconv.Quote("https://api.vipps.no"+placeholder.ReplaceAllString(op.Path, "\x00")), `\x00`, `"+ref+"`)
	steps := strings.Split(f.Path, ".")
	list := []sink{
		{part{name: "struct", decl: structOf(steps, "int64"), body: "return call(" + call + ", " + literalOf(steps, "$I") + ") //!here"}, inForm(integerField), integers},
		{part{name: "float in a struct", decl: structOf(steps, "float64"), body: "return call(" + call + ", " + literalOf(steps, "$X") + ")"}, inForm(floatingField), floats},
		{part{name: "map", body: "return call(" + call + ", " + mapOf(steps, "$V") + ") //!here"}, inForm(dynamic), anything},
		{part{name: "text", body: "return callText(" + call + ", fmt.Sprintf(`" + textOf(steps, "%v") + "`, $V)) //!here"}, inForm(printed), anything},
	}
	for i := range list {
		list[i].name += " of " + op.ID + " " + f.Path
	}
	return list
}

var placeholder = regexp.MustCompile(`\{[^}]*\}`)

// lists counts the [] at the end of a step, and takes them off.
func lists(step string) (name string, n int) {
	for strings.HasSuffix(step, "[]") {
		step, n = strings.TrimSuffix(step, "[]"), n+1
	}
	return step, n
}

// structOf declares a type for each step of a path, level0 for the first. A
// body that is a list has "[]" for its first step, and no type for it.
func structOf(steps []string, leaf string) string {
	var b strings.Builder
	for i, step := range steps {
		name, n := lists(step)
		if name == "" {
			continue
		}
		typ, note := leaf, ""
		if i < len(steps)-1 {
			typ = fmt.Sprintf("level%d", i+1)
		} else if leaf == "float64" {
			note = " //!field"
		}
		fmt.Fprintf(&b, "type level%d struct {\n\tValue %s%s `json:%q`%s\n}\n\n", i, strings.Repeat("[]", n), typ, name, note)
	}
	return b.String()
}

func literalOf(steps []string, leaf string) string {
	text := leaf
	for i := len(steps) - 1; i >= 0; i-- {
		name, n := lists(steps[i])
		inner := fmt.Sprintf("level%d", i+1)
		if i == len(steps)-1 {
			inner = "int64"
		}
		for range n {
			text = "[]" + inner + "{" + text + "}"
			inner = "[]" + inner
		}
		if name != "" {
			text = fmt.Sprintf("level%d{%s}", i, text)
		}
	}
	return text
}

func mapOf(steps []string, leaf string) string {
	return nested(steps, leaf, "[]any{", "}", `map[string]any{%q: `)
}

func textOf(steps []string, leaf string) string { return nested(steps, leaf, "[", "]", `{%q:`) }

// nested writes a body around a value, with what begins and ends a list and what
// begins an object.
func nested(steps []string, leaf, list, end, object string) string {
	text := leaf
	for i := len(steps) - 1; i >= 0; i-- {
		name, n := lists(steps[i])
		text = strings.Repeat(list, n) + text + strings.Repeat(end, n)
		if name != "" {
			text = fmt.Sprintf(object, name) + text + "}"
		}
	}
	return text
}
