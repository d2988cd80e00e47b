package vippsresponse

import (
	"fmt"
	"go/token"
	"testing"

	"golang.org/x/tools/go/ssa"

	"github.com/vippslint/vippslint/internal/evidence"
	"github.com/vippslint/vippslint/internal/fate"
	"github.com/vippslint/vippslint/internal/place"
	"github.com/vippslint/vippslint/internal/vippsapi"
)

// fatesOf gives the fates of codes for a program that takes those for success
// of which ok is true. It compares in a line with the number of the code.
func fatesOf(codes []int, ok func(code int) bool) []fate.CodeFate {
	var list []fate.CodeFate
	for _, code := range codes {
		taken := fate.CodeFate{Code: code, Fate: fate.CodeFailure, At: place.Place{Position: token.Position{Filename: "pay.go", Line: code}}}
		if ok(code) {
			taken.Fate = fate.CodeSuccess
		}
		list = append(list, taken)
	}
	return list
}

// coded is a program by what it takes for success.
type coded struct {
	fake
	ok func(code int) bool
}

func (f coded) CodeFates(_ ssa.CallInstruction, _, _ int, codes []int) []fate.CodeFate {
	return fatesOf(codes, f.ok)
}

func TestDivide(t *testing.T) {
	create := vippsapi.OperationByID("POST /epayment/v1/payments")                                              // 201
	capture := vippsapi.OperationByID("POST /recurring/v3/agreements/{agreementId}/charges/{chargeId}/capture") // 202, 204
	read := vippsapi.OperationByID("GET /epayment/v1/payments/{reference}")                                     // 200
	token := vippsapi.OperationByID("POST /accesstoken/get")                                                    // 200
	for _, tt := range []struct {
		what string
		ops  []*vippsapi.Operation
		ok   func(code int) bool
		want string // refused, passed and line of each division
	}{
		{"== 200 on create", []*vippsapi.Operation{create}, func(c int) bool { return c == 200 }, "[201] [] 201"},
		{"== 201 on create", []*vippsapi.Operation{create}, func(c int) bool { return c == 201 }, ""},
		{"2xx on create", []*vippsapi.Operation{create}, func(c int) bool { return c/100 == 2 }, ""},
		{"< 400 on create", []*vippsapi.Operation{create}, func(c int) bool { return c < 400 }, ""},
		{"== 200 on capture", []*vippsapi.Operation{capture}, func(c int) bool { return c == 200 }, "[202 204] [] 202"},
		{"== 204 on capture", []*vippsapi.Operation{capture}, func(c int) bool { return c == 204 }, "[202] [] 202"},
		{"both on capture", []*vippsapi.Operation{capture}, func(c int) bool { return c == 202 || c == 204 }, ""},
		{"== 200 on create or capture", []*vippsapi.Operation{create, capture}, func(c int) bool { return c == 200 }, "[201 202 204] [] 201"},
		{"== 200 on capture behind a token", []*vippsapi.Operation{token, capture}, func(c int) bool { return c == 200 }, "[202 204] [] 202"},
		{"== 200 on create or read", []*vippsapi.Operation{create, read}, func(c int) bool { return c == 200 }, ""},
		{"== 200 on an unknown operation", nil, func(c int) bool { return c == 200 }, ""},
		{"< 500", []*vippsapi.Operation{read}, func(c int) bool { return c < 500 }, "[] [400 401] 500"},
		{"< 500 on an unknown operation", nil, func(c int) bool { return c < 500 }, "[] [400 401] 500"},
		{"!= 404", []*vippsapi.Operation{read}, func(c int) bool { return c != 404 }, "[] [400 401 500 502 503] 404"},
		{"4xx fails", []*vippsapi.Operation{read}, func(c int) bool { return c/100 != 4 }, "[] [500 502 503] 400"},
		{"!= 400", []*vippsapi.Operation{read}, func(c int) bool { return c != 400 }, "[] [500 502 503] 400"},
		{"404 is let pass", []*vippsapi.Operation{read}, func(c int) bool { return c == 200 || c == 404 }, ""},
		{"409 is let pass", []*vippsapi.Operation{create}, func(c int) bool { return c == 201 || c == 409 }, ""},
		{"401 alone is let pass", []*vippsapi.Operation{read}, func(c int) bool { return c == 200 || c == 401 }, ""},
		{"both directions", []*vippsapi.Operation{create}, func(c int) bool { return c == 200 || c == 400 || c == 401 }, "[201] [] 201 [] [400 401] 403"},
		{"all pass", []*vippsapi.Operation{read}, func(c int) bool { return true }, ""},
		{"none passes", []*vippsapi.Operation{read}, func(c int) bool { return false }, ""},
		{"is the reference free", []*vippsapi.Operation{read}, func(c int) bool { return c == 404 }, ""},
	} {
		got := ""
		for _, d := range divide(coded{ok: tt.ok}, &evidence.Call{Ops: tt.ops, Err: -1}, 0) {
			if got != "" {
				got += " "
			}
			got += fmt.Sprint(d.refused, d.passed, d.at.Position.Line)
		}
		if got != tt.want {
			t.Errorf("%s: %q, want %q", tt.what, got, tt.want)
		}
	}
}
