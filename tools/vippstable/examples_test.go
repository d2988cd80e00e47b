package main

import (
	"bytes"
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/vippslint/vippslint/internal/vippsapi"
)

func examples(t *testing.T, answers bool) []example {
	t.Helper()
	list, err := shownBodies(specs(t), answers)
	if err != nil {
		t.Fatal(err)
	}
	return list
}

// flatten lists the JSON paths of a body with their text, inner nodes included.
func flatten(path string, v any, into map[string]string) {
	switch v := v.(type) {
	case map[string]any:
		for name, x := range v {
			at := name
			if path != "" {
				at = path + "." + name
			}
			into[at] = fmt.Sprint(x)
			flatten(at, x, into)
		}
	case []any:
		for _, x := range v {
			flatten(path+"[]", x, into)
		}
	}
}

// What the specifications show as a request is known as no other request, and
// its phone numbers are in the form that the field wants.
func TestExamplesOfRequests(t *testing.T) {
	known, phones := 0, 0
	for _, e := range examples(t, false) {
		names := map[string]string{}
		flatten("", e.body, names)
		found := vippsapi.MatchBody(slices.Sorted(maps.Keys(names)))
		if len(found) > 0 {
			known++
			if !slices.ContainsFunc(found, func(m vippsapi.BodyMatch) bool { return m.Op.ID == e.id && m.Strength == found[0].Strength }) {
				t.Errorf("%s, %s: known as %s", e.id, e.name, found[0].Op.ID)
			}
		}
		op := vippsapi.OperationByID(e.id)
		if op == nil {
			continue
		}
		for path, text := range names {
			f := op.Field(path)
			if f == nil || f.Kind != vippsapi.Phone || strings.Contains(text, "{{") {
				continue
			}
			phones++
			if v := f.CheckPhone(text); !v.OK {
				t.Errorf("%s, %s: %s %q: %+v", e.id, e.name, path, text, v)
			}
		}
	}
	t.Logf("%d requests known by their names, %d phone numbers", known, phones)
	if known < 20 || phones < 10 {
		t.Errorf("only %d requests known by their names, %d phone numbers", known, phones)
	}
}

// What Vipps answers is not taken for a request.
func TestExamplesOfAnswers(t *testing.T) {
	n := 0
	for _, e := range examples(t, true) {
		names := map[string]string{}
		flatten("", e.body, names)
		n++
		for _, m := range vippsapi.MatchBody(slices.Sorted(maps.Keys(names))) {
			if m.Strength == vippsapi.Strong {
				t.Errorf("%s, %s: taken for %s", e.id, e.name, m.Op.ID)
			}
		}
	}
	if n < 20 {
		t.Errorf("only %d answers", n)
	}
}

const bodiesOut = "../../analyzers/testdata/src/examples/examples.go"

func TestBodiesAreUpToDate(t *testing.T) {
	want, err := generateBodies(specs(t))
	if err != nil {
		t.Fatal(err)
	}
	have, err := os.ReadFile(bodiesOut)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(have, want) {
		t.Fatalf("%s is not what vippstable makes of the specifications; run it", bodiesOut)
	}
}
