package vippsphone

import (
	"go/token"
	"testing"

	"golang.org/x/tools/go/analysis/analysistest"

	"github.com/vippslint/vippslint/internal/evidence"
	"github.com/vippslint/vippslint/internal/flow"
	"github.com/vippslint/vippslint/internal/place"
	"github.com/vippslint/vippslint/internal/ruletest"
	"github.com/vippslint/vippslint/internal/vippsapi"
)

func TestRule(t *testing.T) {
	// In one run, since the standard library is loaded for each.
	analysistest.Run(t, analysistest.TestData(), New(),
		"ecom", "epayment", "recurring", "constants", "mapbody", "crosspkg/pay", "crosspkg/numbers", "crosspkg/shop", "lookalike",
		"open", "cleaned", "cleaned/client", "choice", "choice/forms", "jsontext", "hint", "push", "limitations",
	)
}

func TestFixes(t *testing.T) {
	analysistest.RunWithSuggestedFixes(t, analysistest.TestData(), New(), "fix")
}

func TestFixedIsClean(t *testing.T) { ruletest.FixedIsClean(t, New(), "fix") }

func TestKnown(t *testing.T) {
	hole := flow.Part{Hole: &flow.Val{}}
	for _, tt := range []struct {
		parts []flow.Part
		want  string
		ok    bool
	}{
		{[]flow.Part{{Const: "+47"}}, "+47", true},
		{[]flow.Part{{Const: "+47"}, {Const: "900"}}, "+47900", true},
		{[]flow.Part{{Const: "+47"}, hole}, "+47" + vippsapi.Hole, true},
		{[]flow.Part{{Const: "+47", Changed: true}, hole}, "", false},
		{[]flow.Part{hole}, vippsapi.Hole, false},
		{[]flow.Part{{Const: ""}}, "", false},
		{nil, "", false},
	} {
		if got, ok := known(flow.Text{Parts: tt.parts}); got != tt.want || ok != tt.ok {
			t.Errorf("known(%v) = %q, %t, want %q, %t", tt.parts, got, ok, tt.want, tt.ok)
		}
	}
}

func TestMessages(t *testing.T) {
	op := &vippsapi.Operation{ID: "POST /pay"}
	msisdn := &vippsapi.Field{Phone: vippsapi.MSISDN}
	national := &vippsapi.Field{Phone: vippsapi.National8}
	const documented = "(the schema lets it pass, but it is not in the documented form); "
	for _, tt := range []struct {
		place   evidence.Place
		text    string
		verdict vippsapi.PhoneVerdict
		want    string
	}{
		{evidence.Place{Op: op, Field: msisdn}, "90012345", vippsapi.PhoneVerdict{Problem: vippsapi.CountryCode, Perhaps: "4790012345"},
			`phone number has no country code ` + documented + `use country code and number, digits only: for a Norwegian number "4790012345" instead of "90012345" in POST /pay`},
		{evidence.Place{Op: op, Field: national}, "4790012345", vippsapi.PhoneVerdict{Problem: vippsapi.CountryCode, Want: "90012345", Refused: true},
			`phone number has a country code (the schema refuses it, so the request fails or the customer has to type the number again); use 8 digits without country code: "90012345" instead of "4790012345" in POST /pay`},
		{evidence.Place{Field: msisdn, Push: "userFlow PUSH_MESSAGE"}, "ring meg", vippsapi.PhoneVerdict{Problem: vippsapi.Malformed},
			`phone number is malformed (the schema lets it pass, but it is not in the documented form; with userFlow PUSH_MESSAGE no push can be sent); use country code and number, digits only: not "ring meg" in the API`},
		{evidence.Place{Op: op, Field: &vippsapi.Field{Phone: vippsapi.LoginHint}}, "urn:msisdn:+47" + vippsapi.Hole, vippsapi.PhoneVerdict{Problem: vippsapi.UnusablePrefix},
			`phone number begins with + or 00 ` + documented + `use urn:msisdn:, then country code and number, digits only: not "urn:msisdn:+47…" in POST /pay`},
	} {
		n := number{place: &tt.place, text: tt.text, verdict: tt.verdict}
		if got := message(n); got != tt.want {
			t.Errorf("\n got %s\nwant %s", got, tt.want)
		}
	}
}

const source = `package p

type customer struct {
	Phone string ` + "`json:\"phoneNumber\"`" + `
	Other string ` + "`json:\"other\"`" + `
}
type order struct{ Phone string }

const kiosk = "+4790000001"

func send(string, *customer) {}

func f(c *customer, o *order) {
	send("+4790000002", nil)
	send(kiosk, nil)
	_ = customer{Phone: "+4790000003", Other: "+4790000004"}
	_ = &customer{Phone: ("+47" + "90000005")}
	_ = order{Phone: "+4790000006"}
	c.Phone = "+4790000007"
	c.Other = "+4790000008"
	o.Phone = "+4790000009"
	_ = map[string]any{"phoneNumber": ` + "`+4790000010`" + `, "other": "+4790000011"}
	m := map[string]string{}
	m["phoneNumber"] = "+4790000012"
	m["other"] = "+4790000013"
	x := "+4790000014"
	_ = x
	_ = []*customer{{Phone: "+4790000015"}}
}
`

func TestLocate(t *testing.T) {
	pass := ruletest.Check(t, source)
	field := &vippsapi.Field{Path: "customer.phoneNumber"}
	placePos, placeEnd := ruletest.Find(t, pass, source, "order{Phone:")
	for _, tt := range []struct {
		at, text string // where flow says that the text stands
		want     string // what is reported; empty: the place
		fix      string // what the literal becomes; empty: no fix
	}{
		{`"+4790000003"`, "+4790000003", `"+4790000003"`, `"4790000099"`},
		{`"+4790000004"`, "+4790000004", `"+4790000004"`, ""}, // another field
		{`"+47" + "90000005"`, "+4790000005", `"+47" + "90000005"`, ""},
		{`"+4790000006"`, "+4790000006", `"+4790000006"`, ""}, // a type of more than one provider
		{`"+4790000007"`, "+4790000007", `"+4790000007"`, `"4790000099"`},
		{`"+4790000008"`, "+4790000008", `"+4790000008"`, ""},
		{`"+4790000009"`, "+4790000009", `"+4790000009"`, ""},
		{"`+4790000010`", "+4790000010", "`+4790000010`", "`4790000099`"},
		{`"+4790000011"`, "+4790000011", `"+4790000011"`, ""},
		{`"+4790000012"`, "+4790000012", `"+4790000012"`, `"4790000099"`},
		{`"+4790000013"`, "+4790000013", `"+4790000013"`, ""},
		{`"+4790000014"`, "+4790000014", `"+4790000014"`, ""}, // who knows what else x is for
		{`"+4790000015"`, "+4790000015", `"+4790000015"`, `"4790000099"`},
		{"kiosk, nil", "+4790000002", "", ""}, // no such argument of the call
		{`"+4790000001"`, "+4790000001", "", ""},
		{`"+4790000002"`, "+4790", "", ""}, // a part of the literal only
	} {
		pos, end := ruletest.Find(t, pass, source, tt.at)
		p := &evidence.Place{Field: field, Pos: placePos, End: placeEnd}
		got := locate(pass, flow.Text{Pos: place.Place{Pos: pos, End: end}}, tt.text, p)
		wantPos, wantEnd := placePos, placeEnd
		if tt.want != "" {
			wantPos, wantEnd = ruletest.Find(t, pass, source, tt.want)
		}
		if got.pos != wantPos || got.end != wantEnd {
			t.Errorf("%s: reported at %v to %v, want %v to %v", tt.at, pass.Fset.Position(got.pos), pass.Fset.Position(got.end), pass.Fset.Position(wantPos), pass.Fset.Position(wantEnd))
		}
		fix := ""
		if fixes := rewrite(number{place: p, at: got, verdict: vippsapi.PhoneVerdict{Want: "4790000099"}}); len(fixes) > 0 {
			fix = string(fixes[0].TextEdits[0].NewText)
		}
		if fix != tt.fix {
			t.Errorf("%s: fix %s, want %s", tt.at, fix, tt.fix)
		}
	}

	// The way leads to a literal where the text itself has no place.
	for _, tt := range []struct{ at, text, want string }{
		{`.Phone = "+4790000007"`, "+4790000007", `"+4790000007"`},
		{`: "+4790000003"`, "+4790000003", `"+4790000003"`},
		{`x := "+4790000014"`, "+4790000014", `"+4790000014"`},
		{`x := "+4790000014"`, "+4790000013", ""}, // another text
		{`const kiosk`, "+4790000001", ""},
	} {
		pos, _ := ruletest.Find(t, pass, source, tt.at)
		way := []place.Step{{Pos: token.Position{Filename: "elsewhere.go", Line: 1}}, {Pos: pass.Fset.Position(pos)}}
		wantPos, wantEnd := placePos, placeEnd
		if tt.want != "" {
			wantPos, wantEnd = ruletest.Find(t, pass, source, tt.want)
		}
		if got := locate(pass, flow.Text{Steps: way}, tt.text, &evidence.Place{Field: field, Pos: placePos, End: placeEnd}); got.pos != wantPos || got.end != wantEnd {
			t.Errorf("step at %s: reported at %v, want %v", tt.at, pass.Fset.Position(got.pos), pass.Fset.Position(wantPos))
		}
	}

	// The use of a constant, and a literal that is the place itself.
	pos, end := ruletest.Find(t, pass, source, "kiosk, nil")
	end = pos + token.Pos(len("kiosk"))
	if got := locate(pass, flow.Text{Pos: place.Place{Pos: pos, End: end}}, "+4790000001", &evidence.Place{Field: field}); got.pos != pos || got.end != end || got.literal != nil {
		t.Errorf("the use of a constant is at %+v", got)
	}
	_, all := ruletest.Find(t, pass, source, "kiosk, nil")
	if got := locate(pass, flow.Text{Pos: place.Place{Pos: pos, End: all}}, "+4790000001", &evidence.Place{Field: field}); got.pos != pos || got.end != end || got.literal != nil {
		t.Errorf("a constant that is an argument is at %+v", got)
	}
	pos, end = ruletest.Find(t, pass, source, `"+4790000002"`)
	if got := locate(pass, flow.Text{Pos: place.Place{Pos: pos, End: end}}, "+4790000002", &evidence.Place{Field: field, Pos: pos, End: end}); got.pos != pos || got.literal == nil {
		t.Errorf("a literal that is the place is at %+v", got)
	}
	if fixes := rewrite(number{place: &evidence.Place{}, at: spot{}, verdict: vippsapi.PhoneVerdict{Want: "1"}}); fixes != nil {
		t.Error("a fix without a literal")
	}
}
