package vippsapi

import (
	"bytes"
	"slices"
	"strings"
	"testing"
)

func TestIsHost(t *testing.T) {
	for host, want := range map[string]bool{
		"api.vipps.no": true, "apitest.vipps.no": true, "API.vipps.no:443": true,
		"vipps.no": false, "qr.vipps.no": false, "developer.vippsmobilepay.com": false, "api.vipps.no.example.com": false, "": false,
	} {
		if IsHost(host) != want {
			t.Errorf("IsHost(%q) is not %v", host, want)
		}
	}
}

func TestHeader(t *testing.T) {
	for name, want := range map[string]Strength{
		"Merchant-Serial-Number": Strong, "merchant-serial-number": Strong, "Vipps-System-Name": Strong, "VIPPS-SYSTEM-PLUGIN-VERSION": Strong,
		"Ocp-Apim-Subscription-Key": Weak, "x-ms-date": Weak, "X-Ms-Content-Sha256": Weak,
		"Authorization": None, "Idempotency-Key": None, "Vipps": None, "": None,
	} {
		if got := Header(name); got != want {
			t.Errorf("Header(%q) = %d, want %d", name, got, want)
		}
	}
}

func TestIsEventState(t *testing.T) {
	for s, want := range map[string]bool{
		"AUTHORIZED": true, "CANCELLED": true, "authorized": false, "RESERVED": false, "epayments.payment.authorized.v1": false, "": false,
	} {
		if got := IsEventState(s); got != want {
			t.Errorf("IsEventState(%q) = %v", s, got)
		}
	}
}

func TestIsEvent(t *testing.T) {
	for name, want := range map[string]Family{
		"epayments.payment.captured.v1": EPayment, "recurring.charge-canceled.v1": Recurring, "recurring.charge-cancelled.v1": "",
		"epayments.payment.captured": "", "user.checked-in.v1": QR, "": "",
	} {
		if got, ok := IsEvent(name); got != want || ok != (want != "") {
			t.Errorf("IsEvent(%q) = %q, %v", name, got, ok)
		}
	}
}

func TestLibraryImport(t *testing.T) {
	for path, want := range map[string]bool{
		"github.com/torfjor/go-vipps": true, "github.com/torfjor/go-vipps/ecom": true, "github.com/shortcut/go-vipps/recurring": true,
		"github.com/zenfulcode/vipps-mobilepay-sdk/pkg/client": true, "github.com/gkhaavik/vipps-mobilepay-sdk/pkg/models": true, "github.com/steffen25/mobilepay-go": true,
		"github.com/vippsas/kubernetes-tools": false, "github.com/torfjor/go-vippsier": false, "github.com/torfjor": false, "": false,
	} {
		if LibraryImport(path) != want {
			t.Errorf("LibraryImport(%q) is not %v", path, want)
		}
	}
}

func TestGuides(t *testing.T) {
	for _, op := range Operations() {
		if op.Family.Title() == string(op.Family) {
			t.Errorf("%s has no title", op.Family)
		}
		if url := DocURL(op); !strings.HasPrefix(url, "https://developer.vippsmobilepay.com/docs/APIs/") || !strings.HasSuffix(url, "-api/") {
			t.Errorf("%s: %s", op.ID, url)
		}
	}
	if DocURL(nil) == "" {
		t.Error("no address without an operation")
	}
}

func TestReadBackOf(t *testing.T) {
	for _, in := range Inbounds() {
		if !in.Payment {
			continue
		}
		op := ReadBackOf(in.Family)
		if op == nil || !slices.Contains(op.ReadsBack, in.Family) {
			t.Errorf("%s: %+v reads nothing back", in.ID, op)
		}
	}
	for _, r := range reads {
		if op := OperationByID(r.id); op == nil || len(op.ReadsBack) == 0 || op.Purpose != Read && op.Purpose != List {
			t.Errorf("%s: %+v", r.id, op)
		}
	}
	if ReadBackOf(QR) != nil {
		t.Error("QR has payments to read back")
	}
}

// What is written by hand speaks of things that the specifications have.
func TestOverridesApply(t *testing.T) {
	for _, r := range fieldRules {
		op, in := OperationByID(r.id), InboundByID(r.id)
		if op == nil && in == nil || op != nil && op.Field(r.path) == nil || in != nil && in.Field(r.path) == nil {
			t.Errorf("%s %s is not in the table", r.id, r.path)
		}
	}
	for _, r := range inboundRules {
		if InboundByID(r.id) == nil {
			t.Errorf("no inbound body %s", r.id)
		}
	}
	seen := map[string]bool{}
	for _, op := range Operations() {
		if seen[op.ID] || op.ID != op.Method+" "+op.Path || op.Status == "" || op.Source == "" {
			t.Errorf("%+v", op)
		}
		seen[op.ID] = true
		if op.Successor != "" && !slices.ContainsFunc(Operations(), func(o *Operation) bool { return o.Path == op.Successor && o.Status != Closed }) {
			t.Errorf("%s: no operation at its successor %s", op.ID, op.Successor)
		}
		if op.Status == Closed && op.Successor == "" {
			t.Errorf("%s is closed and nothing takes its place", op.ID)
		}
	}
}

func TestHasToken(t *testing.T) {
	for _, tok := range Tokens() {
		if tok != strings.ToLower(tok) || len(tok) < 4 {
			t.Errorf("token %q", tok)
		}
		for _, src := range []string{tok, "x" + tok, strings.ToUpper(tok) + "y", "// " + tok + "\n"} {
			if !HasToken([]byte(src)) {
				t.Errorf("%q is not seen", src)
			}
		}
		if HasToken([]byte(tok[:len(tok)-1])) && !slices.ContainsFunc(Tokens(), func(o string) bool { return strings.Contains(tok[:len(tok)-1], o) }) {
			t.Errorf("%q is seen in a part of it", tok)
		}
	}
	for _, src := range []string{"", "v", "package main", "repayment of a prepayment", "https://api.stripe.com/v1/checkout/sessions", "git checkout v2", "recurring events",
		`"/ecommerce/v2/orders"`, "VIPP", "tls.SessionState", "accessToken", "_qr/v2"} {
		if HasToken([]byte(src)) {
			t.Errorf("%q is taken for Vipps'", src)
		}
	}
}

// Everything that decides by itself holds a token.
func TestTokensCoverStrongEvidence(t *testing.T) {
	has := func(s string) bool { return HasToken([]byte(s)) }
	for _, a := range anchors {
		if !has(a.path) || !has(a.path[1:]) {
			t.Errorf("no token in %s", a.path)
		}
	}
	for _, s := range append(append([]string{merchantSerial, systemPrefix}, hosts...), libraries...) {
		if !has(s) {
			t.Errorf("no token in %s", s)
		}
	}
	for _, sigs := range [][]signature{bodySignatures, inboundSignatures} {
		for _, s := range sigs {
			if s.strength == Strong && !has(strings.Join(s.all, " ")) {
				t.Errorf("no token in %v", s.all)
			}
		}
	}
}

func BenchmarkHasToken(b *testing.B) {
	src := bytes.Repeat([]byte("func (s *Site) render(ctx context.Context, p *Page) error { return s.layouts.Execute(ctx, p.Kind()) }\n"), 1000)
	b.SetBytes(int64(len(src)))
	for range b.N {
		if HasToken(src) {
			b.Fatal("token")
		}
	}
}

func BenchmarkMatchURL(b *testing.B) {
	for range b.N {
		MatchURL("POST", Hole+"/epayment/v1/payments/"+Hole+"/capture")
	}
}

func TestEventInbound(t *testing.T) {
	for name, want := range map[string]string{
		"epayments.payment.authorized.v1":  "webhook-payment",
		"recurring.agreement-activated.v1": "webhook-agreement",
		"recurring.charge-canceled.v1":     "webhook-charge",
		"recurring.charge-cancelled.v1":    "", // misspelt
		"user.checked-in.v1":               "",
		"":                                 "",
	} {
		got := ""
		if in := EventInbound(name); in != nil {
			got = in.ID
		}
		if got != want {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
	}
}

func TestSignatureHeader(t *testing.T) {
	for name, want := range map[string]bool{
		"x-ms-date": true, "X-Ms-Content-Sha256": true, "Authorization": false, "x-ms-version": false, "": false,
	} {
		if SignatureHeader(name) != want {
			t.Errorf("%s: %t", name, !want)
		}
	}
}

func TestNamed(t *testing.T) {
	for text, want := range map[string]bool{"/Vipps/v2": true, "mobilePayPaid": true, "/pay": false} {
		if Named(text) != want {
			t.Errorf("%s: %t", text, !want)
		}
	}
}

func TestCallbackField(t *testing.T) {
	for id, want := range map[string]string{
		"POST /ecomm/v2/payments":    "merchantInfo.callbackPrefix",
		"POST /checkout/v3/session":  "merchantInfo.callbackUrl",
		"POST /epayment/v1/payments": "", // its callbackUrl is a question about shipping
	} {
		got := ""
		if f := OperationByID(id).CallbackField(); f != nil {
			got = f.Path
		}
		if got != want {
			t.Errorf("%s: %q, want %q", id, got, want)
		}
	}
}
