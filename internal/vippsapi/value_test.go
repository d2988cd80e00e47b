package vippsapi

import (
	"strings"
	"testing"
)

func TestCheckText(t *testing.T) {
	for _, tt := range []struct {
		op, field, text string
		fault           Fault
		want            string
	}{
		{epaymentStart, "reference", "order-0001", NoFault, ""},
		{epaymentStart, "reference", "", NoFault, ""},
		{epaymentStart, "reference", "order_0001", BadPattern, ""},
		{epaymentStart, "reference", "1", BadPattern, ""},
		{epaymentStart, "reference", strings.Repeat("a", 65), BadPattern, ""},
		{epaymentStart, "reference", "o-" + Hole, NoFault, ""},
		{epaymentStart, "reference", "order/" + Hole, BadPattern, ""},
		{epaymentStart, "reference", strings.Repeat("a", 65) + Hole, BadPattern, ""},
		{epaymentStart, "paymentDescription", "én", BadPattern, ""},
		{epaymentStart, "paymentDescription", "kaffe på øya", NoFault, ""},
		{epaymentStart, "paymentDescription", strings.Repeat("ø", 100), NoFault, ""}, // two bytes each
		{epaymentStart, "userFlow", "WEB_REDIRECT", NoFault, ""},
		{epaymentStart, "userFlow", "WEB_REDIRET", BadEnum, "WEB_REDIRECT"},
		{epaymentStart, "userFlow", "web_redirect", BadEnum, "WEB_REDIRECT"},
		{epaymentStart, "userFlow", "APP", BadEnum, ""},
		{epaymentStart, "userFlow", "WEB_" + Hole, NoFault, ""},
		{epaymentStart, "amount.currency", "ISK", BadEnum, ""},
		{epaymentStart, "amount.currency", "nok", BadEnum, "NOK"},
		{epaymentStart, "profile.scope", "name address email phoneNumber", NoFault, ""},
		{epaymentStart, "profile.scope", "name phonenumber", BadEnum, "name phoneNumber"},
		{epaymentStart, "profile.scope", "name,email", BadEnum, "name email"},
		{epaymentStart, "profile.scope", "name shoeSize", NoFault, ""},
		{epaymentStart, "profile.scope", "name nim", NoFault, ""},
		{epaymentStart, "customer.phoneNumber", "not ours", NoFault, ""},
		{register, "events[]", "recurring.charge-canceled.v1", NoFault, ""},
		{register, "events[]", "recurring.charge-cancelled.v1", BadEnum, "recurring.charge-canceled.v1"},
		{register, "events[]", "epayment.payment.captured.v1", BadEnum, "epayments.payment.captured.v1"},
		{register, "events[]", "epayments.payment.captured", BadEnum, "epayments.payment.captured.v1"},
		{register, "events[]", "epayments.payment.captured.v2", NoFault, ""}, // may come
		{register, "events[]", "epayments.payment.disputed.v1", NoFault, ""},
		{ecomStart, "merchantInfo.merchantSerialNumber", "1234567", NoFault, ""},
		{ecomStart, "merchantInfo.merchantSerialNumber", "1234", BadPattern, ""},
		{ecomStart, "merchantInfo.callbackPrefix", "https://shop.example/vipps", NoFault, ""},
		{ecomStart, "merchantInfo.callbackPrefix", "http://shop.example/vipps", InsecureURL, "https://shop.example/vipps"},
		{ecomStart, "merchantInfo.callbackPrefix", "https://shop.example/vipps/v2/payments/", InsecureURL, "https://shop.example/vipps"},
		{ecomStart, "merchantInfo.callbackPrefix", "https://" + Hole + "/v2/payments", InsecureURL, ""},
		{ecomStart, "merchantInfo.callbackPrefix", "http://localhost:8080", InsecureURL, ""},
		{ecomStart, "merchantInfo.callbackPrefix", "shop://vipps", InsecureURL, ""},
		{ecomStart, "merchantInfo.fallBack", "shop://vipps", NoFault, ""},
		{ecomStart, "merchantInfo.fallBack", "https://127.0.0.1/ok", InsecureURL, ""},
		{ecomStart, "merchantInfo.fallBack", "https://localhost.example/ok", NoFault, ""},
		{ecomStart, "merchantInfo.fallBack", "https://localhost" + Hole, NoFault, ""},
		{ecomStart, "merchantInfo.fallBack", "https://localhost:" + Hole, InsecureURL, ""},
		{ecomStart, "merchantInfo.fallBack", Hole + "://shop.example", NoFault, ""},
		{ecomStart, "merchantInfo.fallBack", "http://" + Hole, InsecureURL, ""},
		{ecomStart, "merchantInfo.fallBack", "https://[::1]/ok", InsecureURL, ""},
	} {
		got := OperationByID(tt.op).Field(tt.field).CheckText(tt.text)
		if got.Fault != tt.fault || got.Want != tt.want || (got.Takes == "") != (tt.fault == NoFault) {
			t.Errorf("%s %q: %+v, want %q %q", tt.field, tt.text, got, tt.fault, tt.want)
		}
		if got.Want != "" && OperationByID(tt.op).Field(tt.field).CheckText(got.Want).Fault != NoFault {
			t.Errorf("%s: wants %q, which is wrong itself", tt.field, got.Want)
		}
	}
}

func TestCheckNumber(t *testing.T) {
	for _, tt := range []struct {
		op, field string
		n         float64
		fault     Fault
	}{
		{epaymentStart, "minimumUserAge", 18, NoFault},
		{epaymentStart, "minimumUserAge", 101, BadRange},
		{epaymentStart, "minimumUserAge", -1, BadRange},
		{epaymentStart, "amount.value", -1, NoFault}, // an amount is another rule's
		{ecomStart, "merchantInfo.staticShippingDetails[].shippingCost", -0.5, BadRange},
		{ecomStart, "merchantInfo.staticShippingDetails[].shippingCost", 49.5, NoFault},
		{agreement3, "interval.count", 0, BadRange},
		{agreement3, "interval.count", 31, NoFault},
	} {
		if got := OperationByID(tt.op).Field(tt.field).CheckNumber(tt.n); got.Fault != tt.fault {
			t.Errorf("%s %v: %+v, want %q", tt.field, tt.n, got, tt.fault)
		}
	}
}

func TestLifeOf(t *testing.T) {
	for _, tt := range []struct {
		method, url string
		status      Status
		what, next  string
	}{
		{"POST", "https://api.vipps.no/ecomm/v1/payments", Closed, "POST /ecomm/v1/payments", "/epayment/v1/payments"},
		{"GET", "https://api.vipps.no/ecomm/v1/payments/" + Hole + "/details", Closed, "a path below /ecomm/v1/", "/epayment/v1/payments"},
		{"GET", Hole + "/ecomm/v2/payments/" + Hole + "/status", Closed, "GET /ecomm/v2/payments/{orderId}/status", "/ecomm/v2/payments/{orderId}/details"},
		{"GET", Hole + "/ecomm/v2/payments/" + Hole + "/details", Legacy, "GET /ecomm/v2/payments/{orderId}/details", "/epayment/v1/payments/{reference}"},
		{"POST", "https://apitest.vipps.no/recurring/v2/agreements", Closed, "POST /recurring/v2/agreements", "/recurring/v3/agreements"},
		{"", "https://api.vipps.no/recurring/v2/agreements", Closed, "a path of the Recurring API", "/recurring/v3/agreements"},
		{"POST", "/checkout/v2/session", Closed, "POST /checkout/v2/session", "/checkout/v3/session"},
		{"POST", "/epayment/v1/payments", Current, "POST /epayment/v1/payments", ""},
		{"GET", "https://api.mobilepay.dk/v1/payments", Closed, "the host api.mobilepay.dk", "api.vipps.no"},
		{"GET", Hole + "/recurring/" + Hole + "/agreements", "", "", ""}, // some version
		{"GET", "https://example.no/status", "", "", ""},
	} {
		got, ok := LifeOf(tt.method, tt.url)
		if ok != (tt.status != "") || ok && got != (Life{tt.status, tt.what, tt.next}) {
			t.Errorf("%s %q: %+v %t", tt.method, tt.url, got, ok)
		}
	}
}

func TestHostOf(t *testing.T) {
	for url, want := range map[string]string{
		"https://api.vipps.no/epayment/v1": "api.vipps.no", "https://API.vipps.no:443/x": "api.vipps.no",
		"https://apitest.vipps.no" + Hole: "apitest.vipps.no", Hole + "/epayment/v1/payments": "", "https://api" + Hole + ".vipps.no/x": "",
	} {
		if got := HostOf(url); got != want {
			t.Errorf("HostOf(%q) = %q, want %q", url, got, want)
		}
	}
}
