package vippswebhook

import (
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis/analysistest"

	"github.com/vippslint/vippslint/analyzers/vippswebhook/testdata/src/example"
)

// The known answer of the Webhooks API guide, request authentication.
const (
	knownSecret    = "A0+AeKBRG2KRGvnNwJpQlb6IJFk48CKXCIcrLoHncVJKDILsQSxS6NWCccwWm6r6FhGKhiHTBsG2wo/xU6FY/A=="
	knownURL       = "https://webhook.site/e2cee29b-012e-4f1d-8ef4-e95fd74a7a63"
	knownDate      = "Thu, 30 Mar 2023 08:38:32 GMT"
	knownBody      = `{"some-unique-content":"ee6e441b-cc4a-46f8-895d-a5af79bcc233/hello-world"}`
	knownHash      = "lNlsp1XA03N34HrQsVzPgJKtC+r7l/RBF4V3JQUWMj4="
	knownSignature = "agAiSyogQbDHpeucoNwYz+yAr5nJ+v+zasdkSbqzv+U="
)

// delivery is the request of the known answer.
func delivery(body string) *http.Request {
	r := httptest.NewRequest(http.MethodPost, knownURL, strings.NewReader(body))
	r.Header.Set("x-ms-date", knownDate)
	r.Header.Set("x-ms-content-sha256", knownHash)
	r.Header.Set("Authorization", "HMAC-SHA256 SignedHeaders=x-ms-date;host;x-ms-content-sha256&Signature="+knownSignature)
	return r
}

func TestExampleKnowsTheKnownAnswer(t *testing.T) {
	for _, tt := range []struct {
		what   string
		secret string
		body   string
		change func(*http.Request)
		want   int
	}{
		{"as it was sent", knownSecret, knownBody, func(*http.Request) {}, http.StatusOK},
		{"another body", knownSecret, strings.Replace(knownBody, "hello", "jello", 1), func(*http.Request) {}, http.StatusUnauthorized},
		{"a body with another hash beside it", knownSecret, knownBody, func(r *http.Request) { r.Header.Set("x-ms-content-sha256", knownSignature) }, http.StatusUnauthorized},
		{"another date", knownSecret, knownBody, func(r *http.Request) { r.Header.Set("x-ms-date", "Thu, 30 Mar 2023 08:38:33 GMT") }, http.StatusUnauthorized},
		{"another host", knownSecret, knownBody, func(r *http.Request) { r.Host = "shop.example" }, http.StatusUnauthorized},
		{"another path", knownSecret, knownBody, func(r *http.Request) { r.URL.Path = "/other" }, http.StatusUnauthorized},
		{"a query", knownSecret, knownBody, func(r *http.Request) { r.URL.RawQuery = "a=b" }, http.StatusUnauthorized},
		{"no signature", knownSecret, knownBody, func(r *http.Request) { r.Header.Del("Authorization") }, http.StatusUnauthorized},
		{"another secret", knownSecret[1:], knownBody, func(*http.Request) {}, http.StatusUnauthorized},
		{"no secret", "", knownBody, func(*http.Request) {}, http.StatusUnauthorized},
	} {
		t.Run(tt.what, func(t *testing.T) {
			r := delivery(tt.body)
			tt.change(r)
			answer := httptest.NewRecorder()
			taken := false
			example.Handler(tt.secret, func(example.Event) error { taken = true; return nil }).ServeHTTP(answer, r)
			if answer.Code != tt.want || taken { // the body has no success
				t.Errorf("answers %d, taken %t; want %d", answer.Code, taken, tt.want)
			}
		})
	}
}

func TestExampleIsClean(t *testing.T) {
	analysistest.Run(t, analysistest.TestData(), New(), "example", "exampleshop")
}

// The page shows the handler as it is tested here.
func TestExampleIsDocumented(t *testing.T) {
	source, err := os.ReadFile(filepath.Join(analysistest.TestData(), "src", "example", "webhook.go"))
	if err != nil {
		t.Fatal(err)
	}
	page, err := os.ReadFile(filepath.Join("..", "..", "docs", "webhook-handler.md"))
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(string(page), "```go\n"+string(source)+"```\n") {
		t.Error("docs/webhook-handler.md does not show testdata/src/example/webhook.go")
	}
}
