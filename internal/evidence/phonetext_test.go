package evidence

import (
	"testing"

	"github.com/vippslint/vippslint/internal/flow"
)

// spelt makes the parts of a text in which ? stands for what is not known.
func spelt(s string) []flow.Part {
	var parts []flow.Part
	known := ""
	flush := func() {
		if known != "" {
			parts = append(parts, flow.Part{Const: known})
		}
		known = ""
	}
	for _, r := range s {
		if r == '?' {
			flush()
			parts = append(parts, flow.Part{Hole: &flow.Val{}})
			continue
		}
		known += string(r)
	}
	flush()
	return parts
}

// shown writes parts as spelt reads them.
func shown(parts []flow.Part) string { return flow.Text{Parts: parts}.Pattern("?") }

func TestScanJSONValues(t *testing.T) {
	for _, tt := range []struct{ text, strings, holes, words string }{
		{`{"a":"x","b":{"c":"47?"},"d":"?"}`, `a=x b.c=47? d=? `, "b.c partial d ", ""},
		{`{"a":?,"b":true,"c":[1,-2.5],"d":null}`, "", "a ", "b=true c[]=1 c[]=-2.5 d=null "},
		{`{"a": "x" , "b" : false }`, "a=x ", "", "b=false "},
		{`{"a":"\u0034?","b":"\"?"}`, `b="? `, "a partial b partial ", ""},
		{`{"a?":"x","b":1?}`, "a\x00=x ", "b ", ""},
	} {
		_, values := scanJSON(flow.Text{Parts: spelt(tt.text)})
		texts, holes, words := "", "", ""
		for _, s := range values.strings {
			texts += s.path + "=" + shown(s.parts) + " "
		}
		for _, h := range values.holes {
			holes += h.path + " "
			if h.partial {
				holes += "partial "
			}
		}
		for _, w := range values.words {
			words += w.path + "=" + shown(w.parts) + " "
		}
		if texts != tt.strings || holes != tt.holes || words != tt.words {
			t.Errorf("%s:\n got %q, %q, %q\nwant %q, %q, %q", tt.text, texts, holes, words, tt.strings, tt.holes, tt.words)
		}
	}
}

func TestQueryValue(t *testing.T) {
	const name = "login_hint"
	for _, tt := range []struct {
		text, want string
		begun      bool
	}{
		{"login_hint=urn:msisdn:47?&scope=openid", "urn:msisdn:47?", true},
		{"login_hint=urn:msisdn:47?&scope=openid", "", false}, // the path of a URL
		{"https://a.example/x?", "", false},
		{"scope=openid&login_hint=urn%3Amsisdn%3A%2B47?", "urn:msisdn:+47?", true},
		{"my_login_hint=47&login_hint_token=48", "", true},
		{"?&login_hint=?", "?", true},
		{"login_hint=", "", true},
	} {
		if got := shown(queryValue(spelt(tt.text), name, tt.begun)); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.text, got, tt.want)
		}
	}
	url := []flow.Part{{Const: "https://a.example/x?scope=a&login_hint=urn:msisdn:"}, {Hole: &flow.Val{}}, {Const: "&b=c"}}
	if got := shown(queryValue(url, name, false)); got != "urn:msisdn:?" {
		t.Errorf("of a URL: %q", got)
	}
}
