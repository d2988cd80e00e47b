package main

import (
	"fmt"
	"maps"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/getkin/kin-openapi/openapi3"

	"github.com/vippslint/vippslint/internal/vippsapi"
)

// A table is what the specifications say.
type table struct {
	ops      []vippsapi.Operation
	inbounds []vippsapi.Inbound
}

// read loads every file of the list from folder specs.
func read(specs string) (*table, error) {
	t := new(table)
	for _, f := range files {
		doc, err := load(specs, f.name)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", f.name, err)
		}
		if err := t.add(f, doc); err != nil {
			return nil, fmt.Errorf("%s: %w", f.name, err)
		}
	}
	return t, nil
}

// load reads one file. A file that it refers to by its original name, without
// the API and version that the stored copies carry in front, is found by its ending.
func load(dir, name string) (*openapi3.T, error) {
	data, err := os.ReadFile(filepath.Join(dir, name))
	if err != nil {
		return nil, err
	}
	api, _, _ := strings.Cut(name, "-")
	l := openapi3.NewLoader()
	l.IsExternalRefsAllowed = true
	l.ReadFromURIFunc = func(_ *openapi3.Loader, u *url.URL) ([]byte, error) {
		found, err := filepath.Glob(filepath.Join(dir, api+"-*-"+filepath.Base(u.Path)))
		if err != nil || len(found) != 1 {
			return nil, fmt.Errorf("no copy of %s among the specifications", u)
		}
		return os.ReadFile(found[0])
	}
	return l.LoadFromData(data)
}

var methods = []string{"GET", "POST", "PUT", "PATCH", "DELETE"}

func (t *table) add(f file, doc *openapi3.T) error {
	base := ""
	if len(doc.Servers) > 0 {
		u, err := url.Parse(doc.Servers[0].URL)
		if err != nil {
			return err
		}
		base = strings.TrimSuffix(u.Path, "/")
	}
	paths := doc.Paths.Map()
	keys := slices.Sorted(maps.Keys(paths))
	bodies := map[string]*openapi3.RequestBodyRef{} // of the calls that Vipps makes
	for _, key := range keys {
		item := paths[key]
		path := template(base + key)
		for _, m := range methods {
			op := item.GetOperation(m)
			if op == nil {
				continue
			}
			for _, ref := range op.Callbacks {
				for k, cb := range ref.Value.Map() {
					if post := cb.Post; post != nil {
						bodies[k] = post.RequestBody
					}
				}
			}
			if slices.ContainsFunc(f.calls, func(c call) bool { return c.path == key }) {
				bodies[key] = op.RequestBody
				continue
			}
			if !strings.HasPrefix(path, f.prefix) || slices.Contains(f.skip, path) {
				continue
			}
			t.ops = append(t.ops, operation(f, doc, item, op, m, path))
		}
	}
	for _, c := range f.calls {
		body, ok := bodies[c.path]
		if !ok {
			return fmt.Errorf("no call to the merchant at %q", c.path)
		}
		t.inbounds = append(t.inbounds, vippsapi.Inbound{
			ID: c.id, Family: f.family, Fields: bodyFields(body), Source: f.title,
		})
	}
	return nil
}

var (
	param   = regexp.MustCompile(`\{([^}]*)\}`)
	version = regexp.MustCompile(`/(v\d+)(/|$)`)
)

// template writes every parameter of a path with a lower-case first letter and
// drops a trailing slash, so that the IDs made of it do not depend on a file's habits.
func template(path string) string {
	path = param.ReplaceAllStringFunc(path, func(s string) string {
		return s[:1] + strings.ToLower(s[1:2]) + s[2:]
	})
	return strings.TrimSuffix(path, "/")
}

func operation(f file, doc *openapi3.T, item *openapi3.PathItem, op *openapi3.Operation, method, path string) vippsapi.Operation {
	o := vippsapi.Operation{
		ID: method + " " + path, Family: f.family, Method: method, Path: path,
		Purpose: purpose(method, path), Success: success(op), Headers: headers(doc, item, op),
		Fields: bodyFields(op.RequestBody), Answer: answerEnums(op), Status: vippsapi.Current, Source: f.title,
	}
	if m := version.FindStringSubmatch(path); m != nil {
		o.Version = m[1]
	}
	if op.Deprecated {
		o.Status = vippsapi.Deprecated
	}
	return o
}

// success lists the codes of 2xx, or of 3xx where the operation has no others.
func success(op *openapi3.Operation) []int {
	for _, class := range "23" {
		var codes []int
		for _, k := range slices.Sorted(maps.Keys(op.Responses.Map())) {
			if n, err := strconv.Atoi(k); err == nil && rune(k[0]) == class {
				codes = append(codes, n)
			}
		}
		if codes != nil {
			return codes
		}
	}
	return nil
}

// headers lists the headers that a request must have, sorted.
func headers(doc *openapi3.T, item *openapi3.PathItem, op *openapi3.Operation) []string {
	set := map[string]bool{}
	for _, list := range []openapi3.Parameters{item.Parameters, op.Parameters} {
		for _, p := range list {
			if p.Value.In == "header" {
				set[p.Value.Name] = p.Value.Required
			}
		}
	}
	security := doc.Security
	if op.Security != nil {
		security = *op.Security
	}
	// Of several alternatives none is required by itself, but all that Vipps
	// offers go by the same header.
	for _, req := range security {
		for name := range req {
			switch s := doc.Components.SecuritySchemes[name].Value; {
			case s.Type == "http" || s.Type == "oauth2":
				set["Authorization"] = true
			case s.Type == "apiKey" && s.In == "header":
				set[s.Name] = true
			}
		}
	}
	var out []string
	for _, name := range slices.Sorted(maps.Keys(set)) {
		if set[name] {
			out = append(out, name)
		}
	}
	return out
}
