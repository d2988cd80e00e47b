package vippsapi

import (
	"testing"
	"time"
)

// Every operation that gives a token says how long it lives, and no other.
func TestLifeOfToken(t *testing.T) {
	seen := 0
	for _, op := range Operations() {
		life, ok := op.LifeOfToken()
		if ok != (op.Purpose == Token) {
			t.Errorf("%s: a life is given: %v", op.ID, ok)
		}
		if !ok {
			continue
		}
		seen++
		if life.Source == "" || life.Test < time.Minute || life.Production < life.Test {
			t.Errorf("%s: %+v", op.ID, life)
		}
	}
	if seen != len(tokenLives) {
		t.Errorf("%d of %d lives belong to an operation", seen, len(tokenLives))
	}
	if life, _ := OperationByID("POST /accesstoken/get").LifeOfToken(); life.Test != time.Hour || life.Production != 24*time.Hour {
		t.Errorf("%+v", life)
	}
}

func TestTakesToken(t *testing.T) {
	for id, want := range map[string]bool{
		"POST /epayment/v1/payments":                              true,
		"GET /epayment/v1/payments/{reference}":                   true,
		"POST /ecomm/v2/payments":                                 true,
		"POST /recurring/v3/agreements":                           true,
		"POST /checkout/v3/session":                               false,
		"POST /accesstoken/get":                                   false,
		"POST /miami/v1/token":                                    false,
		"POST /access-management-1.0/access/oauth2/token":         false,
		"GET /access-management-1.0/access/.well-known/jwks.json": false,
	} {
		op := OperationByID(id)
		if op == nil {
			t.Errorf("%s is not in the table", id)
			continue
		}
		if op.TakesToken() != want {
			t.Errorf("%s: %v, want %v", id, !want, want)
		}
	}
	if !IsAuthorization("authorization") || IsAuthorization("X-Authorization") {
		t.Error("the name of the header")
	}
}
