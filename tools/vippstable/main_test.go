package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/getkin/kin-openapi/openapi3"
)

const out = "../../internal/vippsapi/table_gen.go"

// specs returns the folder of the specifications, which are kept beside the
// repository and not in it.
func specs(t *testing.T) string {
	t.Helper()
	dir := filepath.Join("..", "..", "..", "shared", "vipps")
	if env := os.Getenv("VIPPSLINT_FACTS"); env != "" {
		dir = env
	}
	dir = filepath.Join(dir, "specs")
	if _, err := os.Stat(dir); err != nil {
		t.Skip("the specifications are not at hand: the table is not made anew (set VIPPSLINT_FACTS to the folder above specs)")
	}
	return dir
}

func TestTableIsUpToDate(t *testing.T) {
	dir := specs(t)
	want, err := generate(dir)
	if err != nil {
		t.Fatal(err)
	}
	have, err := os.ReadFile(out)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(have, want) {
		t.Fatal("internal/vippsapi/table_gen.go is not what vippstable makes of the specifications; run it")
	}
	again, err := generate(dir)
	if err != nil || !bytes.Equal(again, want) {
		t.Fatalf("a second run gives another table (%v)", err)
	}
}

func TestGenerateNamesTheMissingFile(t *testing.T) {
	if _, err := generate(t.TempDir()); err == nil || !bytes.Contains([]byte(err.Error()), []byte(files[0].name)) {
		t.Errorf("error %v does not name %s", err, files[0].name)
	}
}

func TestTemplate(t *testing.T) {
	for in, want := range map[string]string{
		"/epayment/v1/payments/{Reference}/capture": "/epayment/v1/payments/{reference}/capture",
		"/vipps-userinfo-api/userinfo/":             "/vipps-userinfo-api/userinfo",
		"/qr/v1":                                    "/qr/v1",
	} {
		if got := template(in); got != want {
			t.Errorf("template(%q) = %q, want %q", in, got, want)
		}
	}
}

// A body with everything that the reading of schemas knows.
const schema = `
openapi: 3.0.0
info: {title: t, version: "1"}
paths: {}
components:
  schemas:
    Body:
      required: [amount, kind]
      allOf:
        - type: object
          properties:
            amount: {type: integer, format: int32, minimum: 1, maximum: 9}
            lines:
              type: array
              items: {type: object, properties: {discount: {type: integer}}}
      properties:
        kind:
          oneOf:
            - {type: string, enum: [A], pattern: '^A$', maxLength: 4}
            - {type: string, enum: [B], maxLength: 4}
        codes: {type: array, items: {type: string, enum: [X]}}
        either:
          anyOf:
            - {type: object, required: [x, y], properties: {x: {type: integer, minimum: 3}, y: {type: string}}}
            - {type: object, required: [x], properties: {x: {type: integer, minimum: 2}, z: {type: string}}}
    Rows:
      type: array
      items: {type: object, required: [amount], properties: {amount: {type: integer}}}
    Loop:
      type: object
      properties: {next: {$ref: '#/components/schemas/Loop'}}
`

// body lists the fields of one of those schemas by path, each as a text.
func body(t *testing.T, name string) map[string]string {
	t.Helper()
	doc, err := openapi3.NewLoader().LoadFromData([]byte(schema))
	if err != nil {
		t.Fatal(err)
	}
	list := bodyFields(&openapi3.RequestBodyRef{Value: &openapi3.RequestBody{
		Content: openapi3.Content{"application/json;charset=UTF-8": {Schema: doc.Components.Schemas[name]}},
	}})
	out := map[string]string{}
	for _, f := range list {
		text := string(f.Kind) + " " + f.Type
		if f.Required {
			text += " required"
		}
		if f.Min != nil {
			text += " min " + bound(*f.Min)
		}
		if f.Pattern != "" {
			text += " pattern"
		}
		if f.MaxLen == 4 {
			text += " max 4"
		}
		for _, e := range f.Enum {
			text += " " + e
		}
		out[f.Path] = text
	}
	return out
}

func TestBodyFields(t *testing.T) {
	got := body(t, "Body")
	want := map[string]string{
		"amount":           "minor-units integer required min bound1",
		"codes":            "other array",
		"codes[]":          "enum string X",
		"either":           "other object",
		"either.x":         "other integer required min bound2", // in both alternatives, from the lower bound
		"either.y":         "other string",                      // in one
		"either.z":         "other string",
		"kind":             "enum string required max 4 A B", // a pattern of one alternative binds no other
		"lines":            "other array",
		"lines[].discount": "minor-units integer",
	}
	for path, text := range want {
		if got[path] != text {
			t.Errorf("%s: %q, want %q", path, got[path], text)
		}
	}
	if len(got) != len(want) {
		t.Errorf("%d fields, want %d: %v", len(got), len(want), got)
	}
	if rows := body(t, "Rows"); len(rows) != 1 || rows["[].amount"] != "minor-units integer required" {
		t.Errorf("a root array: %v", rows)
	}
	if loop := body(t, "Loop"); len(loop) == 0 || len(loop) > 3*maxDepth {
		t.Errorf("a schema that holds itself: %d fields", len(loop))
	}
}

func TestPurpose(t *testing.T) {
	for request, want := range map[string]string{
		"DELETE /recurring/v3/agreements/{agreementId}/charges/{chargeId}": "cancel",
		"PUT /ecomm/v2/payments/{orderId}/cancel":                          "cancel",
		"POST /epayment/v1/payments/{reference}/cancel":                    "cancel",
		"DELETE /webhooks/v1/webhooks/{id}":                                "other",
		"POST /recurring/v3/agreements/charges":                            "charge",
		"PATCH /recurring/v3/agreements/{agreementId}":                     "update",
		"PATCH /recurring/v3/agreements/{agreementId}/accept":              "force-approve",
		"GET /recurring/v3/agreements":                                     "list",
		"GET /recurring/v3/charges/{chargeId}":                             "read",
	} {
		method, path, _ := strings.Cut(request, " ")
		if got := purpose(method, path); string(got) != want {
			t.Errorf("%s: %s, want %s", request, got, want)
		}
	}
}
