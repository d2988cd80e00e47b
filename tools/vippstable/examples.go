package main

import (
	"maps"
	"slices"
	"strings"

	"github.com/getkin/kin-openapi/openapi3"

	"github.com/vippslint/vippslint/internal/vippsapi"
)

// An example is a body that a specification shows.
type example struct {
	id   string // of the operation
	name string
	body any
}

// shownBodies lists the bodies of requests, or of answers, that the files in dir
// show as a whole.
func shownBodies(dir string, answers bool) ([]example, error) {
	var out []example
	err := eachOperation(dir, func(id string, op *openapi3.Operation) {
		if !answers && op.RequestBody != nil {
			out = append(out, shown(id, op.RequestBody.Value.Content)...)
		}
		if answers {
			responses := op.Responses.Map()
			for _, code := range slices.Sorted(maps.Keys(responses)) {
				out = append(out, shown(id+" answers "+code, responses[code].Value.Content)...)
			}
		}
	})
	return out, err
}

// eachOperation calls visit for the operations of all files, in order.
func eachOperation(dir string, visit func(id string, op *openapi3.Operation)) error {
	for _, f := range files {
		doc, err := load(dir, f.name)
		if err != nil {
			return err
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
				visit(m+" "+template(path), ops[m])
			}
		}
	}
	return nil
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

// composed lists for each operation a body that is put together from the
// examples of its fields.
func composed(dir string) ([]example, error) {
	var out []example
	err := eachOperation(dir, func(id string, op *openapi3.Operation) {
		if op.RequestBody == nil {
			return
		}
		content := op.RequestBody.Value.Content
		for _, mime := range slices.Sorted(maps.Keys(content)) {
			if body := compose(content[mime].Schema, 0); body != nil && strings.HasPrefix(mime, "application/json") {
				complete(id, body)
				out = append(out, example{id, "fields", body})
				return
			}
		}
	})
	return out, err
}

// complete adds to the scopes of a body those that an express payment asks for,
// where it has what makes it one: the example of the field is of a payment that
// is none.
func complete(id string, body any) {
	op := vippsapi.OperationByID(id)
	if op == nil || op.Express() == nil {
		return
	}
	x := op.Express()
	fields, _ := body.(map[string]any)
	if fields[x.Object] == nil {
		return
	}
	outer, inner, _ := strings.Cut(x.Scope, ".")
	profile, _ := fields[outer].(map[string]any)
	if text, ok := profile[inner].(string); ok {
		_, profile[inner] = x.WithScopes(text)
	}
}

// compose makes a value of the examples in a schema; nil where it has none. Of
// alternatives the first counts, since the fields of several do not go together.
func compose(ref *openapi3.SchemaRef, depth int) any {
	if ref == nil || ref.Value == nil || depth > maxDepth {
		return nil
	}
	s := ref.Value
	if s.Example != nil {
		return s.Example
	}
	fields := map[string]any{}
	parts := slices.Clone(s.AllOf)
	for _, list := range []openapi3.SchemaRefs{s.OneOf, s.AnyOf} {
		if len(list) > 0 {
			parts = append(parts, list[0])
		}
	}
	for _, part := range parts {
		made, ok := compose(part, depth+1).(map[string]any)
		if !ok {
			continue
		}
		maps.Copy(fields, made)
	}
	for name, p := range s.Properties {
		if made := compose(p, depth+1); made != nil {
			fields[name] = made
		}
	}
	if s.Items != nil {
		if made := compose(s.Items, depth+1); made != nil {
			return []any{made}
		}
	}
	if len(fields) == 0 {
		return nil
	}
	return fields
}
