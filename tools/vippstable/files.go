package main

import "github.com/vippslint/vippslint/internal/vippsapi"

// A file is one specification and what the table takes from it.
type file struct {
	name   string // without the folder
	title  string // how the table names it as a source
	family vippsapi.Family
	prefix string   // take only paths that begin with it
	skip   []string // paths that another file is the authority for
	calls  []call   // the merchant's own endpoints that it describes
}

// A call is a request that Vipps sends to the merchant.
type call struct {
	path string // key in the file: of a path, or of a callback of an operation
	id   string
}

// files lists the newest specification of each API, in the order of the table.
var files = []file{
	{name: "ecom-2.0.3-swagger.yaml", title: "eCom specification 2.0.3", family: vippsapi.ECom, prefix: "/ecomm/"},
	{name: "ecom-2.0.3-ms_import.yaml", title: "eCom specification 2.0.3, merchant endpoints", family: vippsapi.ECom, prefix: "none", calls: []call{
		{"/callbackPrefix/v2/payments/{orderId}", "ecom-callback"},
		{"/consentRemovalPrefix/v2/consents/{userId}", "ecom-consent"},
		{"/shippingDetailsPrefix/v2/payments/{orderId}/shippingDetails", "ecom-shipping"},
	}},
	{name: "epayment-1.8.1.yaml", title: "ePayment specification 1.8.1", family: vippsapi.EPayment, prefix: "/epayment/v1/", calls: []call{
		{"/merchant-dynamic-shipping-callback", "epayment-shipping"},
	}, skip: []string{"/epayment/merchant-dynamic-shipping-callback"}},
	{name: "recurring-2.6.17-v2v3.yaml", title: "Recurring specification 2.6.17", family: vippsapi.Recurring, prefix: "/recurring/v2/"},
	{name: "recurring-3.1.2.yaml", title: "Recurring specification 3.1.2", family: vippsapi.Recurring, prefix: "/recurring/v3/"},
	{name: "checkout-v2-2023.yaml", title: "Checkout specification v2 of 2023", family: vippsapi.Checkout, prefix: "/checkout/v2/"},
	{name: "checkout-v3-2025.yaml", title: "Checkout specification v3 of 2025", family: vippsapi.Checkout, prefix: "/checkout/v3/", calls: []call{
		{"{$request.body#/logistics/dynamicOptionsCallback}", "checkout-logistics"},
		{"{$request.body#/merchantInfo/callbackUrl}", "checkout-callback"},
	}},
	{name: "webhooks-v1-2023.yaml", title: "Webhooks specification v1 of 2023", family: vippsapi.Webhooks, prefix: "/webhooks/"},
	{name: "psp-v3-1.0.21.yaml", title: "PSP specification 1.0.21", family: vippsapi.PSP, prefix: "/psp/v3/", calls: []call{
		{"[ makePaymentUrl ]", "psp-make-payment"},
	}},
	{name: "psp-signup-2023.yaml", title: "PSP signup specification 1.1.7", family: vippsapi.PSP, prefix: "/merchant-management/"},
	{name: "qr-1.0-2024.yaml", title: "QR specification 1.0", family: vippsapi.QR, prefix: "/qr/"},
	{name: "order-management-2.1-2025.yaml", title: "Order Management specification 2.1", family: vippsapi.OrderManagement, prefix: "/order-management/"},
	{name: "access-token-2.0.0.yaml", title: "Access token specification 2.0.0", family: vippsapi.AccessToken, prefix: "/"},
	{name: "login-1.1.0-2025.yaml", title: "Login specification 1.1.0 of 2025", family: vippsapi.Login, prefix: "/", skip: []string{"/vipps-userinfo-api/userinfo"}},
	{name: "userinfo-2.0.3.yaml", title: "Userinfo specification 2.0.3", family: vippsapi.Userinfo, prefix: "/"},
	{name: "report-2.0.yaml", title: "Report specification 2.0", family: vippsapi.Report, prefix: "/"},
	{name: "management-2023.yaml", title: "Management specification 1.1.6", family: vippsapi.Management, prefix: "/"},
}
