package vippsapi

import (
	"cmp"
	"regexp"
	"slices"
	"strings"
	"sync"
)

// A StateField is a field of an answer, or of a body that Vipps sends, which tells
// how far a payment, an agreement, a charge or a session has come.
type StateField struct {
	Of      string   // ID of the operation or the inbound body
	Path    string   // JSON path from the root: "[].status"
	Values  []string // all that it can be
	Success []string // on which nothing more is waited for, since the customer has agreed
	Failure []string // final too, and no money comes; none where the field does not tell
	Source  string   // of Success and Failure
}

// A stateRule says what the values of a field mean, and adds those that its
// schema leaves out.
type stateRule struct {
	of, path         string
	success, failure []string
	more             []string
	like             string // the operation whose field has the values, where the own answer has no schema
	source           string
}

// What ends a payment, an agreement, a charge and a session.
var (
	paymentSuccess, paymentFailure     = []string{"AUTHORIZED"}, []string{"ABORTED", "EXPIRED", "TERMINATED"}
	agreementSuccess, agreementFailure = []string{"ACTIVE"}, []string{"STOPPED", "EXPIRED"}
	chargeSuccess, chargeFailure       = []string{"RESERVED", "CHARGED"}, []string{"FAILED", "CANCELLED"}
	sessionSuccess, sessionFailure     = []string{"PaymentSuccessful"}, []string{"SessionExpired", "PaymentTerminated"}
)

const (
	paymentStates   = "description of the field: the final states"
	agreementStates = "Recurring API guide, states of an agreement"
	chargeStates    = "Recurring API guide, states of a charge"
	sessionStates   = "Checkout API guide, states of a session"
)

var stateRules = []stateRule{
	{of: "GET /epayment/v1/payments/{reference}", path: "state", success: paymentSuccess, failure: paymentFailure, source: paymentStates},
	// ePayment API guide: what changes a payment answers with its state, which
	// stays AUTHORIZED after a capture and a refund.
	{of: "POST /epayment/v1/payments/{reference}/capture", path: "state", like: "GET /epayment/v1/payments/{reference}", source: "ePayment API guide"},
	{of: "POST /epayment/v1/payments/{reference}/refund", path: "state", like: "GET /epayment/v1/payments/{reference}", source: "ePayment API guide"},
	{of: "POST /epayment/v1/payments/{reference}/cancel", path: "state", like: "GET /epayment/v1/payments/{reference}", source: "ePayment API guide"},
	// eCom API guide, payment states and operations: REJECT came after the
	// specification, and the answer to the older question has more of them.
	{of: "GET /ecomm/v2/payments/{orderId}/details", path: "transactionLogHistory[].operation", more: []string{"REGISTER", "REJECT", "FAILED"}, source: "eCom API guide, operations of the history"},
	{of: "GET /recurring/v2/agreements", path: "[].status", success: agreementSuccess, failure: agreementFailure, source: agreementStates},
	{of: "GET /recurring/v2/agreements/{agreementId}", path: "status", success: agreementSuccess, failure: agreementFailure, source: agreementStates},
	{of: "GET /recurring/v2/agreements/{agreementId}/charges", path: "[].status", success: chargeSuccess, failure: chargeFailure, source: chargeStates},
	{of: "GET /recurring/v2/agreements/{agreementId}/charges/{chargeId}", path: "status", success: chargeSuccess, failure: chargeFailure, source: chargeStates},
	{of: "GET /recurring/v3/agreements", path: "[].status", success: agreementSuccess, failure: agreementFailure, source: agreementStates},
	{of: "GET /recurring/v3/agreements/{agreementId}", path: "status", success: agreementSuccess, failure: agreementFailure, source: agreementStates},
	{of: "GET /recurring/v3/agreements/{agreementId}/charges", path: "[].status", success: chargeSuccess, failure: chargeFailure, source: chargeStates},
	{of: "GET /recurring/v3/agreements/{agreementId}/charges/{chargeId}", path: "status", success: chargeSuccess, failure: chargeFailure, source: chargeStates},
	{of: "GET /recurring/v3/charges/{chargeId}", path: "status", success: chargeSuccess, failure: chargeFailure, source: chargeStates},
	{of: "GET /checkout/v3/session/{reference}", path: "sessionState", success: sessionSuccess, failure: sessionFailure, source: sessionStates},
	{of: "GET /checkout/v3/session/{reference}", path: "paymentDetails.state", source: sessionStates},
	{of: "GET /checkout/v3/session/{reference}", path: "subscriptionDetails.state", source: sessionStates},
	// eCom API guide, callback: a reservation or sale that failed has a status of
	// its own, which the schema leaves out.
	{of: "ecom-callback", path: "transactionInfo.status", more: []string{"RESERVE_FAILED", "SALE_FAILED"}, source: "eCom API guide, callbacks"},
	{of: "checkout-callback", path: "sessionState", success: sessionSuccess, failure: sessionFailure, source: sessionStates},
	{of: "checkout-callback", path: "paymentDetails.state", source: sessionStates},
	{of: "checkout-callback", path: "subscriptionDetails.state", source: sessionStates},
}

// StatesOf returns the states in the answer of an operation or in an inbound
// body, by ID; nil where there are none. What it points to is shared: read only.
func StatesOf(id string) []*StateField { return stateTable().of[id] }

// AllStates returns the states of all answers and inbound bodies, in the order of
// the rules. The slice and what it points to are shared: read only.
func AllStates() []*StateField { return stateTable().all }

type stateList struct {
	all []*StateField
	of  map[string][]*StateField
}

var stateTable = sync.OnceValue(func() stateList {
	t := stateList{of: map[string][]*StateField{}}
	for _, r := range stateRules {
		f := fieldAt(valuesIn(cmp.Or(r.like, r.of)), r.path)
		if f == nil || len(f.Enum) == 0 {
			continue
		}
		s := &StateField{Of: r.of, Path: r.path, Values: append(slices.Clone(f.Enum), r.more...), Success: r.success, Failure: r.failure, Source: r.source}
		t.all = append(t.all, s)
		t.of[r.of] = append(t.of[r.of], s)
	}
	return t
})

// valuesIn gives the fields of an answer or an inbound body.
func valuesIn(id string) []Field {
	if op := OperationByID(id); op != nil {
		return op.Answer
	}
	if in := InboundByID(id); in != nil {
		return in.Fields
	}
	return nil
}

// Has says whether a state can be value; fold leaves the letter case aside.
func (s *StateField) Has(value string, fold bool) bool {
	return slices.ContainsFunc(s.Values, func(v string) bool {
		return v == value || fold && strings.EqualFold(v, value)
	})
}

// eventLike is the form of the names of events of payments, agreements and
// charges, which nobody but Vipps gives.
var eventLike = regexp.MustCompile(`^(?i:epayments\.payment\.[a-z-]+|recurring\.(agreement|charge)-[a-z-]+)\.v\d+$`)

// LooksLikeEvent says whether s has the form of a webhook event's name, of a
// payment, an agreement or a charge.
func LooksLikeEvent(s string) bool { return eventLike.MatchString(s) }

// NearestEvent returns the name of an event that differs least from s; "" where
// all differ by more than a few letters.
func NearestEvent(s string) string {
	var names []string
	for _, e := range events {
		names = append(names, e.name)
	}
	return nearest(s, names)
}

// Nearest returns the value of the state that differs least from value; "" where
// all differ by more than a few letters.
func (s *StateField) Nearest(value string) string { return nearest(value, s.Values) }

// maxSlip is how many letters a slip of the keyboard changes at most.
const maxSlip = 2

func nearest(s string, names []string) string {
	best, least := "", maxSlip+1
	for _, name := range names {
		if d := distance(strings.ToLower(s), strings.ToLower(name)); d < least {
			best, least = name, d
		}
	}
	return best
}

// distance counts the letters that have to be added, dropped or changed to make
// b of a.
func distance(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		diagonal := row[0]
		row[0] = i + 1
		for j := range len(b) {
			cost := diagonal
			if a[i] != b[j] {
				cost++
			}
			diagonal = row[j+1]
			row[j+1] = min(cost, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(b)]
}
