package vippsapi

import (
	"encoding/csv"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// rows reads one of the fact tables that the project keeps beside the
// repository; where they are not, the test that asks is skipped.
func rows(t *testing.T, name string) []map[string]string {
	t.Helper()
	dir := os.Getenv("VIPPSLINT_FACTS")
	if dir == "" {
		dir = filepath.Join("..", "..", "..", "shared", "vipps")
	}
	f, err := os.Open(filepath.Join(dir, name))
	if os.IsNotExist(err) {
		t.Skipf("%s is not at hand: the table is not held against it (set VIPPSLINT_FACTS to its folder)", name)
	}
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	lines, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var out []map[string]string
	for _, l := range lines[1:] {
		row := map[string]string{}
		for i, col := range lines[0] {
			row[col] = l[i]
		}
		out = append(out, row)
	}
	if len(out) == 0 {
		t.Fatalf("%s is empty", name)
	}
	return out
}

// The merchant's own endpoints, as the fact tables write them.
var inboundPaths = map[string]string{
	"[callbackPrefix]/v2/payments/{orderId}":                        "ecom-callback",
	"/callbackPrefix/v2/payments/{orderId}":                         "ecom-callback",
	"{callbackPrefix}/v2/payments/{orderId}":                        "ecom-callback",
	"[consentRemovalPrefix]/v2/consents/{userId}":                   "ecom-consent",
	"[shippingDetailsPrefix]/v2/payments/{orderId}/shippingDetails": "ecom-shipping",
	"/shippingDetailsPrefix/v2/payments/{orderId}/shippingDetails":  "ecom-shipping",
	"[shipping.dynamicOptions.callbackUrl]":                         "epayment-shipping",
	"[ makePaymentUrl ]":                                            "psp-make-payment",
	"[merchantInfo.callbackUrl]":                                    "checkout-callback",
	"[registered url]":                                              "webhook-payment",
}

var purposeOf = map[string]Purpose{
	"initiate": Initiate, "initiate-agreement": Initiate, "capture": Capture, "refund": Refund, "cancel": Cancel,
	"force-approve(test)": ForceApprove, "force-accept(test)": ForceApprove, "details/poll": Read, "status(poll)": Read,
	"event-log": Read, "list": List, "update/stop": Update, "update": Update, "expire-session": Update,
	"create-charge": Charge, "create-charge(PSP batch 1..50)": Charge, "webhook-register": Register,
	"token": Token, "token(specialised)": Token,
}

func statusOf(deprecated string) Status {
	switch {
	case strings.Contains(deprecated, "discontinued"), strings.Contains(deprecated, "shutdown announced"), strings.Contains(deprecated, "disabled"):
		return Closed
	case strings.HasPrefix(deprecated, "legacy"):
		return Legacy
	case deprecated == "yes":
		return Deprecated
	}
	return Current
}

// otherSuccessor lists operations for which the table names a nearer successor
// than endpoints.csv, which gives one for the whole API.
var otherSuccessor = map[string]string{
	"GET /order-management/v1/orders/{transactionId}": "the columns name categories without their path",
	"PUT /order-management/v1/orders/{transactionId}": "the columns name categories without their path",
}

func TestEndpoints(t *testing.T) {
	seen := map[string]bool{}
	for _, r := range rows(t, "endpoints.csv") {
		path := strings.TrimSuffix(strings.Replace(r["path"], "/Ecomm/", "/ecomm/", 1), "/")
		if id, ok := inboundPaths[r["path"]]; ok {
			if InboundByID(id) == nil {
				t.Errorf("%s: no inbound body %s", r["path"], id)
			}
			continue
		}
		id := r["method"] + " " + path
		op := OperationByID(id)
		if op == nil {
			t.Errorf("%s is missing", id)
			continue
		}
		seen[id] = true
		want, ok := purposeOf[r["purpose"]]
		if !ok {
			want = Other
		}
		if op.Purpose != want {
			t.Errorf("%s: purpose %s, want %s (%s)", id, op.Purpose, want, r["purpose"])
		}
		if strings.Trim(r["success_status"], "0123456789|") == "" {
			var codes []string
			for _, c := range op.Success {
				codes = append(codes, strconv.Itoa(c))
			}
			if got := strings.Join(codes, "|"); got != r["success_status"] {
				t.Errorf("%s: success %s, want %s", id, got, r["success_status"])
			}
		}
		header, need, _ := strings.Cut(r["idempotency_header"], ":")
		if got := slices.Contains(op.Headers, header); got != (need == "required") && r["success_status"] != "-" {
			t.Errorf("%s: requires %s: %v, want %q", id, header, got, need)
		}
		life := statusOf(r["deprecated"])
		if strings.Contains(r["replaced_by"], "removal announced") {
			life = Closed // the day has passed
		}
		if op.Status != life {
			t.Errorf("%s: status %s, want %s", id, op.Status, life)
		}
		if _, other := otherSuccessor[id]; !other && !successorFits(op.Successor, r["replaced_by"]) {
			t.Errorf("%s: successor %q, want one of %q", id, op.Successor, r["replaced_by"])
		}
	}
	// What the CSV does not list, and why the table has it.
	extra := map[string]string{
		"GET /merchant-management/psp/v1/merchants":                          "signup file, of which the CSV names one operation",
		"GET /merchant-management/psp/v1/merchants/{merchantSerialNumber}":   "signup file",
		"PATCH /merchant-management/psp/v1/merchants/{merchantSerialNumber}": "signup file",
	}
	for _, op := range Operations() {
		if !seen[op.ID] && extra[op.ID] == "" {
			t.Errorf("%s is in the table but not in endpoints.csv", op.ID)
		}
	}
}

func successorFits(successor, column string) bool {
	if successor == "" {
		return !strings.Contains(column, "/")
	}
	// Checkout's column leaves the id away.
	return strings.Contains(column, successor) || strings.HasPrefix(successor, column) && column != ""
}

// otherRequired lists fields that are required in one alternative of a oneOf,
// which is how amount_fields.csv counts, but not in all.
var otherRequired = map[string]bool{
	"POST /recurring/v3/agreements pricing.amount":             true,
	"POST /recurring/v3/agreements pricing.suggestedMaxAmount": true,
}

func TestAmountFields(t *testing.T) {
	listed := map[string]bool{}
	for _, r := range rows(t, "amount_fields.csv") {
		if strings.HasPrefix(r["operation"], "RESPONSE of merchant endpoint") {
			continue // what the merchant answers is no request; the table holds none of it
		}
		id := r["operation"]
		method, path, _ := strings.Cut(id, " ")
		var f *Field
		if in := inboundPaths[path]; in != "" {
			f = InboundByID(in).Field(r["json_path"])
			id = in
		} else if op := OperationByID(method + " " + path); op != nil {
			f = op.Field(r["json_path"])
		}
		key := id + " " + r["json_path"]
		if f == nil {
			t.Errorf("%s is missing", key)
			continue
		}
		listed[key] = true
		want := Plain
		switch {
		case strings.HasPrefix(r["unit"], "minor units"):
			want = MinorUnits
		case strings.HasPrefix(r["unit"], "MAJOR units"):
			want = MajorUnits
		}
		if f.Kind != want {
			t.Errorf("%s: kind %s, want %s", key, f.Kind, want)
		}
		if f.Type != r["type"] || f.Format != r["format"] {
			t.Errorf("%s: %s %s, want %s %s", key, f.Type, f.Format, r["type"], r["format"])
		}
		if !sameBound(f.Min, r["min"]) || !sameBound(f.Max, r["max"]) {
			t.Errorf("%s: range differs from %s..%s", key, r["min"], r["max"])
		}
		if f.Required != (r["required"] == "required") && !otherRequired[key] {
			t.Errorf("%s: required %v, want %s", key, f.Required, r["required"])
		}
	}
	for _, op := range Operations() {
		for _, f := range op.Fields {
			if (f.Kind == MinorUnits || f.Kind == MajorUnits) && !listed[op.ID+" "+f.Path] && !unlisted(op, f.Path) {
				t.Errorf("%s %s is money in the table but not in amount_fields.csv", op.ID, f.Path)
			}
		}
	}
}

// unlisted says whether amount_fields.csv leaves a field away though its
// specification gives it in minor units: Checkout v3 wraps these two objects in
// an allOf of their own.
func unlisted(op *Operation, path string) bool {
	return strings.HasPrefix(op.Path, "/checkout/v3/session") &&
		(strings.HasSuffix(path, ".unitInfo.unitPrice") || strings.Contains(path, ".paymentSources."))
}

func sameBound(have *int64, want string) bool {
	want = strings.TrimSuffix(want, ".0")
	if have == nil {
		return want == ""
	}
	return strconv.FormatInt(*have, 10) == want
}

// decided lists the verdicts in which the table departs from the "docs" column,
// by place and literal, with the reason.
var decided = map[string]string{
	"POST /checkout/v3/session prefillCustomer.phoneNumber +4748059528":                  "the specification's own examples have the +",
	"POST /recurring/v2/agreements customerPhoneNumber 48059528":                         "the specification's own examples have 8 digits",
	"POST /recurring/v2/agreements customerPhoneNumber 12345678":                         "the specification's own examples have 8 digits",
	"PATCH /recurring/v2/agreements/{agreementId}/accept customerPhoneNumber 4748059528": "only an example speaks against it, and the sibling operation wants it",
}

func TestPhoneFields(t *testing.T) {
	judged := 0
	for _, r := range rows(t, "phone_fields.csv") {
		method, path, _ := strings.Cut(r["operation"], " ")
		id := method + " " + path
		var f *Field
		prefix := ""
		switch in := inboundPaths[path]; {
		case in != "":
			f = InboundByID(in).Field(r["json_path"])
		case r["api"] == "login CIBA":
			f = OperationByID("POST /vipps-login-ciba/api/backchannel/authentication").Field(r["json_path"])
			prefix = "urn:msisdn:" // the column judges the number behind it
		default:
			f = OperationByID(id).Field(r["json_path"])
		}
		if f == nil || f.Kind != Phone {
			t.Errorf("%s %s is no phone field: %+v", id, r["json_path"], f)
			continue
		}
		for col, verdict := range r {
			lit, ok := strings.CutPrefix(col, "lit:")
			if !ok {
				continue
			}
			judged++
			key := id + " " + r["json_path"] + " " + lit
			schema, docs, _ := strings.Cut(verdict, "; ")
			want := strings.HasPrefix(docs, "docs=OK")
			if decided[key] != "" {
				want = !want
			}
			v := f.CheckPhone(prefix + lit)
			if v.OK != want {
				t.Errorf("%s: %+v, want OK %v (%s)", key, v, want, verdict)
			}
			if v.OK != (v.Problem == NoProblem) {
				t.Errorf("%s: %+v contradicts itself", key, v)
			}
			if v.Want != "" && !f.CheckPhone(v.Want).OK {
				t.Errorf("%s: wants %q, which is wrong itself", key, v.Want)
			}
			if v.Refused != (schema == "schema=reject" && !v.OK) {
				t.Errorf("%s: refused by the schema: %v, but %s", key, v.Refused, verdict)
			}
		}
	}
	if judged < 14*8 {
		t.Errorf("only %d literals judged", judged)
	}
}

func TestReferencePatterns(t *testing.T) {
	for _, c := range []struct {
		id, path, pattern string
		min, max          int
	}{
		{"POST /ecomm/v2/payments", "transaction.orderId", `^[a-zA-Z0-9-]{1,50}$`, 0, 50},
		{"POST /epayment/v1/payments", "reference", `^[a-zA-Z0-9-]{8,64}$`, 8, 64},
		{"POST /psp/v3/psppayments/init", "merchantOrderId", `^[a-zA-Z0-9-]{1,50}$`, 0, 50},
	} {
		f := OperationByID(c.id).Field(c.path)
		if f == nil || f.Kind != Reference || f.Pattern != c.pattern || f.MinLen != c.min || f.MaxLen != c.max {
			t.Errorf("%s %s: %+v", c.id, c.path, f)
		}
	}
}
