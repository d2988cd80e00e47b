package vippspolling

import (
	"strings"
	"testing"
	"time"

	"github.com/vippslint/vippslint/internal/polling"
	"github.com/vippslint/vippslint/internal/vippsapi"
)

func TestMessages(t *testing.T) {
	op := &vippsapi.Operation{ID: "GET /payments/{id}"}
	state := &vippsapi.StateField{Of: "GET /payments/{id}", Path: "state", Values: []string{"OPEN", "PAID"}}
	for _, tt := range []struct{ got, want string }{
		{
			fastMessage(&polling.Poll{Ops: []*vippsapi.Operation{op}, Name: "Client.Get", Pause: 1500 * time.Millisecond}),
			"GET /payments/{id} is read again every 1.5s (requests are refused with 429 when there are too many); wait 5 s before the first read and 2 s between two: Client.Get",
		},
		{fastMessage(&polling.Poll{Name: "get"}), "the payment is read again without a pause"},
		{fastMessage(&polling.Poll{Name: "get", Pause: time.Second, Grows: true}), "the payment is read again after 1s at first"},
		{
			stateMessage(&polling.StateTest{State: state, Value: "CAPTURED"}),
			`state is never "CAPTURED" (the comparison comes out the same for every payment); it is one of OPEN, PAID: GET /payments/{id}`,
		},
		{stateMessage(&polling.StateTest{State: state, Value: "Paid", Near: "PAID"}), `every payment); use "PAID": GET`},
		{
			stateMessage(&polling.StateTest{Value: "paid.v1"}),
			`no event has the name "paid.v1" (the branch for it is never taken); take a name that the Webhooks API knows`,
		},
		{
			endlessMessage(&polling.Endless{State: state, Missing: []string{"A", "B"}}),
			"the loop knows nothing of A, B (final states: it goes on for ever when the customer has given up); add them or a default: state of GET /payments/{id}",
		},
		{
			endlessMessage(&polling.Endless{State: state, Missing: []string{"A"}, Switch: true}),
			"the switch knows nothing of A (final states: it leaves the order open when the customer has given up); add it or a default: state of GET /payments/{id}",
		},
	} {
		if !strings.Contains(tt.got, tt.want) {
			t.Errorf("\n got %s\nwant %s", tt.got, tt.want)
		}
	}
}
