package vippsresponse

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/vippslint/vippslint/internal/evidence"
	"github.com/vippslint/vippslint/internal/vippsapi"
)

// What a merchant believes when the answer to an operation goes unseen.
var beliefs = map[vippsapi.Purpose]string{
	vippsapi.Initiate:     "a payment that Vipps refused looks started",
	vippsapi.Charge:       "a charge that Vipps refused looks made",
	vippsapi.Capture:      "money that was never captured looks captured",
	vippsapi.Refund:       "money that was never given back looks refunded",
	vippsapi.Cancel:       "money that is still reserved looks released",
	vippsapi.Update:       "a change that Vipps refused looks made",
	vippsapi.Read:         "a state that was never read is acted on",
	vippsapi.List:         "a list that was never read looks empty",
	vippsapi.ForceApprove: "a payment that was never approved looks approved",
	vippsapi.Register:     "a webhook that was never registered looks registered",
	vippsapi.Token:        "every call after it fails without saying why",
}

func belief(ops []*vippsapi.Operation) string {
	return ofPurpose(beliefs, ops, "a request that Vipps refused looks like one that went through")
}

// What a merchant believes when the success of an operation is taken for a
// failure.
var doubts = map[vippsapi.Purpose]string{
	vippsapi.Initiate:     "a payment that was started looks refused",
	vippsapi.Charge:       "a charge that was made looks refused, and may be made twice",
	vippsapi.Capture:      "money that was captured looks as if it was not",
	vippsapi.Refund:       "money that was given back looks as if it was not",
	vippsapi.Cancel:       "money that was released looks reserved",
	vippsapi.Update:       "a change that was made looks refused",
	vippsapi.ForceApprove: "a payment that was approved looks refused",
	vippsapi.Register:     "a webhook that was registered looks refused, and may be registered twice",
}

func doubt(ops []*vippsapi.Operation) string {
	return ofPurpose(doubts, ops, "a request that went through looks like one that Vipps refused")
}

// ofPurpose gives the text for the purpose that all operations have, and
// otherwise where they have several or there is none.
func ofPurpose(texts map[vippsapi.Purpose]string, ops []*vippsapi.Operation, otherwise string) string {
	if len(ops) > 0 && samePurpose(ops) {
		if text := texts[ops[0].Purpose]; text != "" {
			return text
		}
	}
	return otherwise
}

func samePurpose(ops []*vippsapi.Operation) bool {
	for _, op := range ops {
		if op.Purpose != ops[0].Purpose {
			return false
		}
	}
	return true
}

func message(category string, c *evidence.Call) string {
	ops := meant(c.Ops)
	what := called(c.Name, ops)
	switch category {
	case errorDropped:
		return fmt.Sprintf("error of a Vipps call is dropped (%s); return it or log it: %s", belief(ops), what)
	case errorSwallowed:
		return fmt.Sprintf("error of a Vipps call is tested and then lost (%s); return it or log it: %s", belief(ops), what)
	}
	if c.Inside != nil {
		return fmt.Sprintf("status of a Vipps answer is never checked, by the function called (%s); check it there: %s, %s", belief(ops), what, success(ops))
	}
	return fmt.Sprintf("status of a Vipps answer is never checked (%s); check it before the answer is used: %s, %s", belief(ops), what, success(ops))
}

// narrowMessage names the codes that a program takes for what they are not.
func narrowMessage(c *evidence.Call, d division) string {
	ops := meant(c.Ops)
	if len(d.refused) > 0 {
		return fmt.Sprintf("status check takes %s for a failure (%s); let every documented success pass: %s, %s",
			codes(d.refused, "and"), doubt(ops), called(c.Name, ops), success(ops))
	}
	return fmt.Sprintf("status check takes %s for success (%s); compare with the documented success: %s, %s",
		codes(d.passed, "and"), belief(ops), called(c.Name, ops), success(ops))
}

// readingMessage says what a dropped error on the way to a request, or from its
// answer, leads to.
func readingMessage(r *evidence.Reading) string {
	what := "error of making a Vipps request is dropped (a bad URL gives a request that is nil, and using it panics)"
	switch r.Kind {
	case evidence.Decodes:
		what = "error of decoding a Vipps answer is dropped (an answer of another form looks empty)"
	case evidence.ReadsIn:
		what = "error of reading a Vipps answer is dropped (an answer that broke off looks complete)"
	}
	return fmt.Sprintf("%s; return it or log it: %s", what, called(r.Name, meant(r.Ops)))
}

func claimMessage(c *evidence.Claim) string {
	ops := meant(c.Ops)
	return fmt.Sprintf("error of a Vipps call is dropped, by a function that calls it through an interface (%s); return it or log it there: %s", belief(ops), called(c.Name, ops))
}

// meant leaves out the token that is fetched on the way to something else.
func meant(ops []*vippsapi.Operation) []*vippsapi.Operation {
	var rest []*vippsapi.Operation
	for _, op := range ops {
		if op.Purpose != vippsapi.Token {
			rest = append(rest, op)
		}
	}
	if len(rest) == 0 {
		return ops
	}
	return rest
}

// Operations up to this number are named in a message.
const shownOps = 2

// called names the function and what it requests:
// "Client.Capture (POST /path/of/capture)".
func called(name string, ops []*vippsapi.Operation) string {
	var ids []string
	for _, op := range ops {
		ids = append(ids, op.ID)
	}
	return strings.TrimSpace(name + " " + inParentheses(ids))
}

func inParentheses(ids []string) string {
	switch n := len(ids); {
	case n == 0:
		return ""
	case n > shownOps:
		ids = append(ids[:shownOps:shownOps], fmt.Sprintf("%d more", n-shownOps))
	}
	return "(" + strings.Join(ids, ", ") + ")"
}

// success says which codes mean success; where the operations differ, or none
// is known, the range that holds for all.
func success(ops []*vippsapi.Operation) string {
	list := ""
	for i, op := range ops {
		s := codes(op.Success, "or")
		if i > 0 && s != list {
			list = ""
			break
		}
		list = s
	}
	if list == "" {
		list = "200 to 299"
	}
	return "success is " + list
}

// codes writes a list of status codes: "202 or 204", "400, 401 and 403".
func codes(list []int, last string) string {
	var b strings.Builder
	for i, code := range list {
		switch {
		case i == 0:
		case i == len(list)-1:
			b.WriteString(" " + last + " ")
		default:
			b.WriteString(", ")
		}
		b.WriteString(strconv.Itoa(code))
	}
	return b.String()
}
