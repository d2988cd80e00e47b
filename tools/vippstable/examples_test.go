package main

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/getkin/kin-openapi/openapi3"

	"github.com/vippslint/vippslint/internal/vippsapi"
)

// An example is a body that a specification shows.
type example struct {
	id   string // of the operation
	name string
	body any
}

func examples(t *testing.T, answers bool) []example {
	t.Helper()
	dir := specs(t)
	var out []example
	for _, f := range files {
		doc, err := load(dir, f.name)
		if err != nil {
			t.Fatal(err)
		}
		paths := doc.Paths.Map()
		for _, key := range slices.Sorted(maps.Keys(paths)) {
			ops := paths[key].Operations()
			for _, m := range slices.Sorted(maps.Keys(ops)) {
				path := key
				if len(doc.Servers) > 0 {
					_, host, _ := strings.Cut(doc.Servers[0].URL, "://")
					if i := strings.IndexByte(host, '/'); i >= 0 {
						path = host[i:] + key
					}
				}
				id := m + " " + template(path)
				if !answers && ops[m].RequestBody != nil {
					out = append(out, shown(id, ops[m].RequestBody.Value.Content)...)
				}
				if answers {
					responses := ops[m].Responses.Map()
					for _, code := range slices.Sorted(maps.Keys(responses)) {
						out = append(out, shown(id+" answers "+code, responses[code].Value.Content)...)
					}
				}
			}
		}
	}
	return out
}

func shown(id string, content openapi3.Content) []example {
	var out []example
	for _, mime := range slices.Sorted(maps.Keys(content)) {
		c := content[mime]
		if c.Example != nil {
			out = append(out, example{id, "example", c.Example})
		}
		for _, name := range slices.Sorted(maps.Keys(c.Examples)) {
			out = append(out, example{id, name, c.Examples[name].Value.Value})
		}
	}
	return out
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
