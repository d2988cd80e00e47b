package catalog

import "testing"

func TestFind(t *testing.T) {
	for _, tt := range []struct{ topic, rule, category, err string }{
		{"vippsamount", "vippsamount", "", ""},
		{"vippsamount/truncated", "vippsamount", "truncated", ""},
		{"vippsphone/country-code", "vippsphone", "country-code", ""},
		{"vippsfoo", "", "", `unknown rule "vippsfoo"; known are vippsamount, vippsresponse, vippscallback, vippswebhook, vippspolling, vippsphone, vippsfield, vippsendpoint, vippsidempotency, vippssecret, vippstoken, vippsexpress`},
		{"", "", "", `unknown rule ""; known are vippsamount, vippsresponse, vippscallback, vippswebhook, vippspolling, vippsphone, vippsfield, vippsendpoint, vippsidempotency, vippssecret, vippstoken, vippsexpress`},
		{"truncated", "", "", `unknown rule "truncated"; known are vippsamount, vippsresponse, vippscallback, vippswebhook, vippspolling, vippsphone, vippsfield, vippsendpoint, vippsidempotency, vippssecret, vippstoken, vippsexpress`},
		{"vippsresponse/truncated", "", "", `unknown category "truncated" of vippsresponse; known are error-dropped, error-swallowed, status-unchecked, status-narrow`},
		{"vippscallback/", "", "", `unknown category "" of vippscallback; known are no-polling`},
	} {
		rule, category, err := Find(tt.topic)
		got := ""
		if err != nil {
			got = err.Error()
		}
		if rule != tt.rule || category != tt.category || got != tt.err {
			t.Errorf("Find(%q) = %q, %q, %q; want %q, %q, %q", tt.topic, rule, category, got, tt.rule, tt.category, tt.err)
		}
	}
}

func TestRulesAreCopies(t *testing.T) {
	Rules()[0].Categories[0] = "changed"
	if got := Rules()[0].Categories[0]; got != "float-field" {
		t.Errorf("a caller changed the catalogue: first category is %q", got)
	}
}

func TestOffIsPartOfTheCategories(t *testing.T) {
	off := 0
	for _, r := range Rules() {
		for _, c := range OffByDefault(r.Name) {
			off++
			if err := r.check(c); err != nil {
				t.Error(err)
			}
		}
		if len(r.Off) == len(r.Categories) {
			t.Errorf("all of %s is off by default", r.Name)
		}
	}
	if off == 0 || OffByDefault("vippsfoo") != nil {
		t.Errorf("%d categories are off by default", off)
	}
}
