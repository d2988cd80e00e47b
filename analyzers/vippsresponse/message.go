package vippsresponse

import (
	"fmt"
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
	if len(ops) > 0 && samePurpose(ops) {
		if b := beliefs[ops[0].Purpose]; b != "" {
			return b
		}
	}
	return "a request that Vipps refused looks like one that went through"
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
	if category == errorDropped {
		return fmt.Sprintf("error of a Vipps call is dropped (%s); return it or log it: %s", belief(ops), called(c.Name, ops))
	}
	if c.Inside != nil {
		return fmt.Sprintf("status of a Vipps answer is never checked, by the function called (%s); check it there: %s, %s", belief(ops), called(c.Name, ops), success(ops))
	}
	return fmt.Sprintf("status of a Vipps answer is never checked (%s); check it before the answer is used: %s, %s", belief(ops), called(c.Name, ops), success(ops))
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
	codes := ""
	for i, op := range ops {
		s := strings.Trim(strings.ReplaceAll(fmt.Sprint(op.Success), " ", " or "), "[]")
		if i > 0 && s != codes {
			codes = ""
			break
		}
		codes = s
	}
	if codes == "" {
		codes = "200 to 299"
	}
	return "success is " + codes
}
