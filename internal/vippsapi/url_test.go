package vippsapi

import (
	"slices"
	"strings"
	"testing"
)

func ids(ops []*Operation) string {
	var list []string
	for _, op := range ops {
		list = append(list, op.ID)
	}
	return strings.Join(list, "; ")
}

func TestMatchURL(t *testing.T) {
	const (
		create  = "POST /epayment/v1/payments"
		get     = "GET /epayment/v1/payments/{reference}"
		capture = "POST /epayment/v1/payments/{reference}/capture"
		refund  = "POST /epayment/v1/payments/{reference}/refund"
		cancel  = "POST /epayment/v1/payments/{reference}/cancel"
		events  = "GET /epayment/v1/payments/{reference}/events"
		approve = "POST /epayment/v1/test/payments/{reference}/approve"
		ecom    = "POST /ecomm/v2/payments"
	)
	for _, c := range []struct {
		method, url string // ~ stands for a Hole
		ops         string
		family      Family
		strength    Strength
	}{
		// whole URLs, paths and tails
		{"POST", "https://api.vipps.no/epayment/v1/payments", create, EPayment, Strong},
		{"POST", "https://apitest.vipps.no:443/epayment/v1/payments/", create, EPayment, Strong},
		{"POST", "HTTPS://API.VIPPS.NO/epayment/v1/payments", create, EPayment, Strong},
		{"POST", "api.vipps.no/epayment/v1/payments", create, EPayment, Strong},
		{"POST", "/epayment/v1/payments", create, EPayment, Strong},
		{"POST", "epayment/v1/payments/", create, EPayment, Strong},
		{"post", "~/epayment/v1/payments?expand=~", create, EPayment, Strong},
		{"POST", "~epayment/v1/payments", create, EPayment, Strong},
		{"POST", "https://~/epayment/v1/payments", create, EPayment, Strong},
		{"POST", "https://proxy.example.com/vipps/epayment/v1/payments", create, EPayment, Strong},
		{"POST", "~/vipps/epayment/v1/payments", create, EPayment, Strong},
		{"POST", "~//epayment/v1/payments", create, EPayment, Strong},

		// segments that are not known
		{"", "/epayment/v1/payments/~/capture", capture, EPayment, Strong},
		{"POST", "~/epayment/v1/payments/order-1001/refund", refund, EPayment, Strong},
		{"GET", "/epayment/v1/payments/~", get, EPayment, Strong},
		{"GET", "/epayment/v1/payments/~/", get, EPayment, Strong},
		{"POST", "/epayment/v1/payments/~", cancel + "; " + capture + "; " + refund, EPayment, Strong},
		{"POST", "/epayment/v1/payments/~/~", cancel + "; " + capture + "; " + refund, EPayment, Strong},
		{"", "/epayment/v1/payments/~", get + "; " + cancel + "; " + capture + "; " + events + "; " + refund, EPayment, Strong},
		{"POST", "/epayment/v1/~", create + "; " + cancel + "; " + capture + "; " + refund + "; " + approve, EPayment, Strong},
		{"GET", "/ecomm/v2/payments/~/details", "GET /ecomm/v2/payments/{orderId}/details", ECom, Strong},
		{"POST", "/recurring/v3/agreements/charges", "POST /recurring/v3/agreements/charges", Recurring, Strong},
		{"POST", "/recurring/v3/agreements/~/charges", "POST /recurring/v3/agreements/{agreementId}/charges", Recurring, Strong},
		{"DELETE", "/recurring/v3/agreements/~/charges/~", "DELETE /recurring/v3/agreements/{agreementId}/charges/{chargeId}", Recurring, Strong},
		{"POST", "/ecomm/v2/payments~", ecom + "; POST /ecomm/v2/payments/{orderId}/capture; POST /ecomm/v2/payments/{orderId}/refund", ECom, Strong},
		{"GET", "/order-management/v2/~/receipts/~", "", OrderManagement, Strong}, // no such operation, but the family is named
		{"POST", "https://api.vipps.no/epayment/~", create + "; " + cancel + "; " + capture + "; " + refund + "; " + approve, EPayment, Strong},
		{"POST", "/order-management/v2/~/receipts/~", "POST /order-management/v2/{paymentType}/receipts/{orderId}", OrderManagement, Strong},

		// letter case matters nowhere but here
		{"POST", "~/accesstoken/get", "POST /accesstoken/get", AccessToken, Strong},
		{"POST", "~/accessToken/get", "POST /accesstoken/get", AccessToken, Strong},
		{"POST", "https://api.vipps.no/AccessToken/Get", "POST /accesstoken/get", AccessToken, Strong},
		{"POST", "/Ecomm/v1/payments", "POST /ecomm/v1/payments", ECom, Strong},
		{"POST", "/pal/servlet/Recurring/v3/agreements", "", "", None},

		// a host that is another's, and words that it may have itself
		{"POST", "https://pay.example.com/checkout/v2/session", "", "", None},
		{"GET", "https://billing.example.com/api/recurring/v3/agreements/~", "", "", None},
		{"POST", "https://hooks.example.com/webhooks/v1/webhooks", "", "", None},
		{"GET", "https://vipps-proxy.example.com/recurring/v3/agreements/~", "GET /recurring/v3/agreements/{agreementId}", Recurring, Strong},
		{"GET", "https://proxy.example.com/vipps/recurring/v3/agreements/~", "GET /recurring/v3/agreements/{agreementId}", Recurring, Strong},
		{"GET", "https://~.example.com/recurring/v3/agreements/~", "GET /recurring/v3/agreements/{agreementId}", Recurring, Strong},
		{"POST", "https://proxy.example.com/ecomm/v2/payments", ecom, ECom, Strong},

		// the host alone, and hosts that are not known whole
		{"POST", "https://api.vipps.no", "", "", Strong},
		{"POST", "https://api.vipps.no~", "", "", Strong},
		{"POST", "https://api~.vipps.no/epayment/v1/payments", create, EPayment, Strong},
		{"GET", "https://api.vipps.no/management/v1/merchants", "GET /management/v1/merchants", Management, Strong},
		{"GET", "/management/v1/merchants", "GET /management/v1/merchants", Management, Weak},
		{"DELETE", "/epayment/v1/nothing", "", EPayment, Strong},

		// what other providers and the merchant's own routes have too
		{"POST", "/payments", ecom + "; " + create + "; POST /ecomm/v1/payments", "", Weak},
		{"POST", "~/payments/~/capture", "POST /ecomm/v2/payments/{orderId}/capture; " + capture, "", Weak},
		{"POST", "payments/~", "POST /ecomm/v2/integration-test/payments/{orderId}/approve; POST /ecomm/v2/payments/{orderId}/capture; POST /ecomm/v2/payments/{orderId}/refund; " + cancel + "; " + capture + "; " + refund + "; " + approve, "", Weak},
		{"PATCH", "agreements~", "PATCH /recurring/v2/agreements/{agreementId}; PATCH /recurring/v2/agreements/{agreementId}/accept; PATCH /recurring/v3/agreements/{agreementId}; PATCH /recurring/v3/agreements/{agreementId}/accept", Recurring, Weak},
		{"GET", "https://api.vipps.no~/~~/details", "GET /ecomm/v2/payments/{orderId}/details; GET /psp/v3/psppayments/{pspTransactionId}/details", "", Strong},
		{"POST", "/checkout/v3/~", "POST /checkout/v3/session; POST /checkout/v3/session/{reference}/expire", Checkout, Weak},
		{"POST", "/checkout/v3/orders", "", "", None},
		{"POST", "https://api.mollie.com/v2/payments", "", "", None},
		{"POST", "https://checkout-test.adyen.com/v70/payments/~/captures", "", "", None},
		{"POST", "https://api.stripe.com/v1/checkout/sessions", "", "", None},
		{"POST", "https://api.klarna.com/checkout/v3/orders", "", "", None},
		{"POST", "https://notapi.vipps.no.example.com/x", "", "", None},
		{"PUT", "https://mss.cpc.getswish.net/swish-cpcapi/api/v2/paymentrequests/~", "", "", None},
		{"POST", "/users", "", "", None},
		{"GET", "/orders/status", "", "", None},
		{"GET", "~", "", "", None},
		{"GET", "~~", "", "", None},
		{"GET", "~/~", "", "", None},
		{"GET", "/", "", "", None},
		{"GET", "", "", "", None},

		// what a browser is sent to, and the issuer of Login
		{"", "https://api.vipps.no/access-management-1.0/access/oauth2/auth?client_id=~", "", "", None},
		{"", "https://api.vipps.no/access-management-1.0/access/", "", "", None},
		{"POST", "https://api.vipps.no/access-management-1.0/access/oauth2/token", "POST /access-management-1.0/access/oauth2/token", Login, Strong},
	} {
		m, ok := MatchURL(c.method, strings.ReplaceAll(c.url, "~", Hole))
		if got := ids(m.Ops); got != c.ops || m.Family != c.family || m.Strength != c.strength {
			t.Errorf("%s %s: %q, family %q, strength %d; want %q, %q, %d", c.method, c.url, got, m.Family, m.Strength, c.ops, c.family, c.strength)
		}
		if ok != (c.strength != None) || ok && m.Reason == "" {
			t.Errorf("%s %s: ok %v, reason %q", c.method, c.url, ok, m.Reason)
		}
	}
}

// Every operation is found by its own path, under its own method, however its
// parameters are written.
func TestMatchURLOfEveryOperation(t *testing.T) {
	for _, op := range Operations() {
		if op.Path == browserPath {
			continue
		}
		for _, base := range []string{"https://api.vipps.no", Hole, ""} {
			for _, value := range []string{Hole, "x-1"} {
				segs := split(op.Path)
				for i, s := range segs {
					if isParam(s) {
						segs[i] = value
					}
				}
				url := base + "/" + strings.Join(segs, "/")
				m, ok := MatchURL(op.Method, url)
				if !ok || !slices.Contains(m.Ops, op) {
					t.Errorf("%s %q: %v %s", op.Method, url, ok, ids(m.Ops))
				}
				if base == "https://api.vipps.no" && (m.Strength != Strong || !m.Host) {
					t.Errorf("%s %q: host %v, strength %d", op.Method, url, m.Host, m.Strength)
				}
			}
		}
	}
}

func TestAnchors(t *testing.T) {
	for _, a := range anchors {
		found := false
		for _, op := range Operations() {
			if op.Path == a.path || strings.HasPrefix(op.Path, a.path+"/") {
				found = true
				if op.Family != a.family {
					t.Errorf("%s is of %s, its operation %s of %s", a.path, a.family, op.ID, op.Family)
				}
			}
		}
		if !found {
			t.Errorf("no operation below %s", a.path)
		}
	}
}

func TestMatchRoute(t *testing.T) {
	for _, c := range []struct{ pattern, want string }{
		{"/vipps/v2/payments/{orderId}", "ecom-callback"},
		{"/v2/payments/:orderId", "ecom-callback"},
		{"POST /vipps/v2/payments/{id}", "ecom-callback"},
		{"/vipps/v2/payments/", "ecom-callback"},
		{"/vipps/v2/payments/" + Hole, "ecom-callback"},
		{"/vipps/v2/payments/{id:[a-z0-9-]+}", "ecom-callback"},
		{"/vipps/v2/payments/{orderId}/shippingDetails", "ecom-shipping"},
		{"/v2/consents/:userId", "ecom-consent"},
		{"/checkout/v3/order/{orderId}", "checkout-callback"},
		{"/vipps/v2/payments/{orderId:[0-9]+}", "ecom-callback"},
		{"/vipps/v2/payments/*rest", "ecom-callback"},
		{"POST /v2/payments/{orderId...}", "ecom-callback"},
		{"/v2/payments", ""},
		{"/ecomm/v2/payments/{orderId}", ""},
		{"/mock/ecomm/v2/payments/:orderId", ""},
		{"/v2/payments/new", ""},
		{"/payments/{orderId}", ""},
		{"/v2/payments/{orderId}/capture", ""},
		{"/", ""},
		{"", ""},
	} {
		var got []string
		for _, in := range MatchRoute(c.pattern) {
			got = append(got, in.ID)
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("%s: %v, want %q", c.pattern, got, c.want)
		}
	}
}

// No text makes the matching fall or last.
func FuzzMatchURL(f *testing.F) {
	for _, s := range []string{"https://~/~~/~", "~~/~~/~~/~~/~~/~~/~~/~~/~~/~~/~~/~~/~~/~~", "://", "a~/b~/c~/d~/e~/f~/g~", "https://api.vipps.no:~", "?", "/~?~#"} {
		f.Add("POST", s)
	}
	f.Fuzz(func(t *testing.T, method, url string) {
		m, ok := MatchURL(method, strings.ReplaceAll(url, "~", Hole))
		if ok != (m.Strength != None) {
			t.Errorf("ok %v with strength %d", ok, m.Strength)
		}
		for _, op := range m.Ops {
			if method != "" && !strings.EqualFold(op.Method, method) {
				t.Errorf("%s for %s", op.ID, method)
			}
		}
	})
}

func TestElsewhere(t *testing.T) {
	tests := []struct {
		url  string
		want bool
	}{
		{"https://api.adyen.example/v71/payments", true},
		{"https://api.adyen.example/checkout/v2/session", true},
		{"https://api.adyen.example/v71/payments/~/captures", true},
		{"https://~.adyen.example/v71/payments", false},
		{"~/v71/payments", false},
		{"/v71/payments", false},
		{"https://api.vipps.no/somewhere", false},
		{"https://gateway.example/vipps/charge", false},
		{"https://vipps.gateway.example/charge", false},
		{"https://gateway.example/epayment/v1/payments", false},
	}
	for _, tt := range tests {
		if got := Elsewhere("POST", strings.ReplaceAll(tt.url, "~", Hole)); got != tt.want {
			t.Errorf("Elsewhere(%q) = %t, want %t", tt.url, got, tt.want)
		}
	}
}
