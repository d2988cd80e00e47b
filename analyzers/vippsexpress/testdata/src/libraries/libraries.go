// Package libraries starts express payments through a client library.
package libraries

import (
	"context"

	"github.com/torfjor/go-vipps/ecom"
)

func incomplete(ctx context.Context, c *ecom.Client, id string) (string, error) {
	return c.InitiatePayment(ctx, ecom.InitiatePaymentCommand{
		MerchantInfo: ecom.MerchantInfo{
			MerchantSerialNumber:  "123456",
			PaymentType:           "eComm Express Payment", // want `without merchantInfo.consentRemovalPrefix \(an express payment is not possible so\); set merchantInfo.consentRemovalPrefix` `is sent as "eComm Express Payment" without transaction.useExplicitCheckoutFlow \(customers confirm their address and shipping all the same, since March 2023\): the type Transaction of the library github.com/torfjor/go-vipps/ecom has no field for it`
			StaticShippingDetails: []ecom.ShippingOption{{IsDefault: "Y", Cost: 49}},
		},
		Transaction: ecom.Transaction{OrderID: id, Amount: 34900, TransactionText: "Socks"},
	})
}

func complete(ctx context.Context, c *ecom.Client, id string) (string, error) {
	cmd := ecom.InitiatePaymentCommand{Transaction: ecom.Transaction{OrderID: id, Amount: 34900, TransactionText: "Socks"}}
	cmd.MerchantInfo.MerchantSerialNumber = "123456"
	cmd.MerchantInfo.PaymentType = ecom.TypeExpress // want `without transaction.useExplicitCheckoutFlow .*: the type Transaction of the library github.com/torfjor/go-vipps/ecom has no field for it; send the request without that type`
	cmd.MerchantInfo.ConsentRemovalPrefix = "https://shop.example/vipps"
	cmd.MerchantInfo.StaticShippingDetails = []ecom.ShippingOption{{IsDefault: "Y", Cost: 49}}
	return c.InitiatePayment(ctx, cmd)
}

func regular(ctx context.Context, c *ecom.Client, id string) (string, error) {
	return c.InitiatePayment(ctx, ecom.InitiatePaymentCommand{
		MerchantInfo: ecom.MerchantInfo{MerchantSerialNumber: "123456"},
		Transaction:  ecom.Transaction{OrderID: id, Amount: 34900, TransactionText: "Socks"},
	})
}
