package vippsresponse

import (
	"testing"

	"github.com/vippslint/vippslint/internal/evidence"
	"github.com/vippslint/vippslint/internal/fate"
	"github.com/vippslint/vippslint/internal/vippsapi"
)

func TestMessages(t *testing.T) {
	capture := &vippsapi.Operation{ID: "POST /capture", Purpose: vippsapi.Capture, Success: []int{202, 204}}
	refund := &vippsapi.Operation{ID: "POST /refund", Purpose: vippsapi.Refund, Success: []int{200}}
	token := &vippsapi.Operation{ID: "POST /token", Purpose: vippsapi.Token, Success: []int{200}}
	other := &vippsapi.Operation{ID: "GET /other", Purpose: vippsapi.Other, Success: []int{200}}
	for _, tt := range []struct {
		category string
		call     evidence.Call
		want     string
	}{
		{errorDropped, evidence.Call{Name: "Client.Capture", Ops: []*vippsapi.Operation{capture}},
			"error of a Vipps call is dropped (money that was never captured looks captured); return it or log it: Client.Capture (POST /capture)"},
		{errorDropped, evidence.Call{Name: "Client.Capture", Ops: []*vippsapi.Operation{token, capture}},
			"error of a Vipps call is dropped (money that was never captured looks captured); return it or log it: Client.Capture (POST /capture)"},
		{errorDropped, evidence.Call{Name: "Client.Token", Ops: []*vippsapi.Operation{token}},
			"error of a Vipps call is dropped (every call after it fails without saying why); return it or log it: Client.Token (POST /token)"},
		{errorDropped, evidence.Call{Name: "Client.Do"},
			"error of a Vipps call is dropped (a request that Vipps refused looks like one that went through); return it or log it: Client.Do"},
		{statusUnchecked, evidence.Call{Name: "Client.Do", Ops: []*vippsapi.Operation{capture}},
			"status of a Vipps answer is never checked (money that was never captured looks captured); check it before the answer is used: Client.Do (POST /capture), success is 202 or 204"},
		{statusUnchecked, evidence.Call{Name: "Client.Do", Ops: []*vippsapi.Operation{refund, other}},
			"status of a Vipps answer is never checked (a request that Vipps refused looks like one that went through); check it before the answer is used: Client.Do (POST /refund, GET /other), success is 200"},
		{statusUnchecked, evidence.Call{Name: "send", Ops: []*vippsapi.Operation{capture, refund, other, other}, Inside: &fate.Outcome{}},
			"status of a Vipps answer is never checked, by the function called (a request that Vipps refused looks like one that went through); check it there: send (POST /capture, POST /refund, 2 more), success is 200 to 299"},
		{errorSwallowed, evidence.Call{Name: "Client.Capture", Ops: []*vippsapi.Operation{capture}},
			"error of a Vipps call is tested and then lost (money that was never captured looks captured); return it or log it: Client.Capture (POST /capture)"},
		{statusUnchecked, evidence.Call{Name: "send"},
			"status of a Vipps answer is never checked (a request that Vipps refused looks like one that went through); check it before the answer is used: send, success is 200 to 299"},
	} {
		if got := message(tt.category, &tt.call); got != tt.want {
			t.Errorf("\n got %s\nwant %s", got, tt.want)
		}
	}
}

func TestNarrowMessage(t *testing.T) {
	create := &vippsapi.Operation{ID: "POST /pay", Purpose: vippsapi.Initiate, Success: []int{201}}
	capture := &vippsapi.Operation{ID: "POST /capture", Purpose: vippsapi.Capture, Success: []int{202, 204}}
	read := &vippsapi.Operation{ID: "GET /pay", Purpose: vippsapi.Read, Success: []int{200}}
	for _, tt := range []struct {
		ops  []*vippsapi.Operation
		d    division
		want string
	}{
		{[]*vippsapi.Operation{create}, division{refused: []int{201}},
			"status check takes 201 for a failure (a payment that was started looks refused); let every documented success pass: send (POST /pay), success is 201"},
		{[]*vippsapi.Operation{capture}, division{refused: []int{202, 204}},
			"status check takes 202 and 204 for a failure (money that was captured looks as if it was not); let every documented success pass: send (POST /capture), success is 202 or 204"},
		{[]*vippsapi.Operation{create, capture}, division{refused: []int{201, 202, 204}},
			"status check takes 201, 202 and 204 for a failure (a request that went through looks like one that Vipps refused); let every documented success pass: send (POST /pay, POST /capture), success is 200 to 299"},
		{[]*vippsapi.Operation{read}, division{passed: []int{400, 401}},
			"status check takes 400 and 401 for success (a state that was never read is acted on); compare with the documented success: send (GET /pay), success is 200"},
		{nil, division{passed: []int{500, 502, 503}},
			"status check takes 500, 502 and 503 for success (a request that Vipps refused looks like one that went through); compare with the documented success: send, success is 200 to 299"},
	} {
		if got := narrowMessage(&evidence.Call{Name: "send", Ops: tt.ops}, tt.d); got != tt.want {
			t.Errorf("\n got %s\nwant %s", got, tt.want)
		}
	}
}

func TestReadingMessage(t *testing.T) {
	ops := []*vippsapi.Operation{{ID: "GET /pay", Purpose: vippsapi.Read, Success: []int{200}}}
	for _, tt := range []struct {
		reading evidence.Reading
		want    string
	}{
		{evidence.Reading{Kind: evidence.Decodes, Name: "Decoder.Decode", Ops: ops},
			"error of decoding a Vipps answer is dropped (an answer of another form looks empty); return it or log it: Decoder.Decode (GET /pay)"},
		{evidence.Reading{Kind: evidence.ReadsIn, Name: "io.ReadAll", Ops: ops},
			"error of reading a Vipps answer is dropped (an answer that broke off looks complete); return it or log it: io.ReadAll (GET /pay)"},
		{evidence.Reading{Kind: evidence.Makes, Name: "http.NewRequest"},
			"error of making a Vipps request is dropped (a bad URL gives a request that is nil, and using it panics); return it or log it: http.NewRequest"},
	} {
		if got := readingMessage(&tt.reading); got != tt.want {
			t.Errorf("\n got %s\nwant %s", got, tt.want)
		}
	}
}

func TestClaimMessage(t *testing.T) {
	claim := evidence.Claim{Name: "Payer.Capture", Ops: []*vippsapi.Operation{{ID: "POST /capture", Purpose: vippsapi.Capture}}}
	want := "error of a Vipps call is dropped, by a function that calls it through an interface (money that was never captured looks captured); return it or log it there: Payer.Capture (POST /capture)"
	if got := claimMessage(&claim); got != want {
		t.Errorf("\n got %s\nwant %s", got, want)
	}
}

// Each purpose of the table that changes something has a belief and a doubt.
func TestPurposesHaveWords(t *testing.T) {
	for _, op := range vippsapi.Operations() {
		if op.Purpose == vippsapi.Other {
			continue
		}
		if beliefs[op.Purpose] == "" {
			t.Errorf("no belief for %s", op.Purpose)
		}
		reads := op.Purpose == vippsapi.Read || op.Purpose == vippsapi.List || op.Purpose == vippsapi.Token
		if (doubts[op.Purpose] == "") != reads {
			t.Errorf("doubt for %s is %q", op.Purpose, doubts[op.Purpose])
		}
	}
}
