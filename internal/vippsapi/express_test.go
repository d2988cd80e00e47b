package vippsapi

import (
	"slices"
	"strings"
	"testing"
)

// What is known of express payments agrees with the table.
func TestExpressFields(t *testing.T) {
	for _, x := range expresses {
		op := OperationByID(x.Op)
		if op == nil || op.Purpose != Initiate || op.Express() == nil {
			t.Fatalf("%s starts no payment", x.Op)
		}
		if x.Source == "" {
			t.Errorf("%s has no source", x.Op)
		}
		for _, path := range x.Paths() {
			if op.Field(path) == nil {
				t.Errorf("%s has no field %s", x.Op, path)
			}
		}
		if x.Object == "" == (x.Field == "") {
			t.Errorf("%s is an express payment by %q and by %q", x.Op, x.Object, x.Field)
		}
		if x.Object != "" && op.Field(x.Object).Type != "object" {
			t.Errorf("%s is no object", x.Object)
		}
		if x.Field != "" && !slices.Contains(op.Field(x.Field).Enum, x.Text) {
			t.Errorf("%s is never %s", x.Field, x.Text)
		}
		if x.Confirm != "" && op.Field(x.Confirm).Type != "boolean" {
			t.Errorf("%s is no boolean", x.Confirm)
		}
		for _, s := range x.Scopes {
			if !slices.Contains(op.Field(x.Scope).Enum, s) {
				t.Errorf("%s has no scope %s", x.Scope, s)
			}
		}
		for _, path := range x.OneOf {
			if !strings.HasPrefix(path, x.Object+".") {
				t.Errorf("%s is no part of %s", path, x.Object)
			}
		}
	}
	if OperationByID("POST /epayment/v1/payments/{reference}/capture").Express() != nil {
		t.Error("a capture starts an express payment")
	}
}

func TestWithScopes(t *testing.T) {
	x := OperationByID(epaymentStart).Express()
	for _, tt := range []struct{ text, lacks, all string }{
		{"name address email phoneNumber", "", "name address email phoneNumber"},
		{"phoneNumber  email name address", "", "phoneNumber email name address"},
		{"name address email phoneNumber birthDate", "", "name address email phoneNumber birthDate"},
		{"name phoneNumber", "address email", "name phoneNumber address email"},
		{"birthDate", "name address email phoneNumber", "birthDate name address email phoneNumber"},
		{"", "name address email phoneNumber", "name address email phoneNumber"},
		{"name,address,email,phoneNumber", "", "name address email phoneNumber"}, // vippsfield's
		{"name address email phonenumber", "", "name address email phoneNumber"}, // vippsfield's
		{"name " + Hole, "", "name " + Hole},
		{"names address email", "phoneNumber", "name address email phoneNumber"},
	} {
		lacks, all := x.WithScopes(tt.text)
		if got := strings.Join(lacks, " "); got != tt.lacks || all != tt.all {
			t.Errorf("%q lacks %q and becomes %q, want %q and %q", tt.text, got, all, tt.lacks, tt.all)
		}
	}
}
