package evidence

import (
	"go/parser"
	"go/token"
	"testing"
)

func TestMentionsRequest(t *testing.T) {
	for code, want := range map[string]bool{
		`var u = "https://api.vipps.no"`:                                        true,
		`var u = base + "/epayment/v1/payments/" + ref`:                         true,
		`var u, _ = url.JoinPath(base, "epayment", "v1", "payments", ref)`:      true,
		`var u = strings.Join([]string{base, "/ecomm", "v2", "payments"}, "/")`: true,
		`var h = "Ocp-Apim-Subscription-Key"`:                                   true,
		`var s = "payments" + "epayment"`:                                       false,
		`var s = []string{"v1", "payments", "/checkout", "log"}`:                false,
		"// https://api.vipps.no\nvar s = \"parcels\"":                          false,
	} {
		file, err := parser.ParseFile(token.NewFileSet(), "a.go", "package a\n"+code, parser.ParseComments)
		if err != nil {
			t.Fatal(err)
		}
		if got := mentionsRequest(file); got != want {
			t.Errorf("%s: %v", code, got)
		}
	}
}
