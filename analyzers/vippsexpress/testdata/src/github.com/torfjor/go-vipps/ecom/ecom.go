// Package ecom stands for a client library whose inside is not seen.
package ecom

import "context"

type Client struct{ key string }

type CustomerInfo struct {
	MobileNumber string `json:"mobileNumber,omitempty"`
}

type ShippingOption struct {
	IsDefault string  `json:"isDefault"`
	Cost      float64 `json:"shippingCost"`
	Method    string  `json:"shippingMethod"`
	MethodID  string  `json:"shippingMethodId"`
}

type MerchantInfo struct {
	MerchantSerialNumber  string           `json:"merchantSerialNumber"`
	CallbackPrefix        string           `json:"callbackPrefix"`
	FallBack              string           `json:"fallBack"`
	PaymentType           string           `json:"paymentType,omitempty"`
	ConsentRemovalPrefix  string           `json:"consentRemovalPrefix,omitempty"`
	StaticShippingDetails []ShippingOption `json:"staticShippingDetails,omitempty"`
}

type Transaction struct {
	OrderID         string `json:"orderId"`
	Amount          int    `json:"amount"`
	TransactionText string `json:"transactionText"`
}

type InitiatePaymentCommand struct {
	CustomerInfo CustomerInfo `json:"customerInfo"`
	MerchantInfo MerchantInfo `json:"merchantInfo"`
	Transaction  Transaction  `json:"transaction"`
}

const TypeExpress = "eComm Express Payment"

func (c *Client) InitiatePayment(ctx context.Context, cmd InitiatePaymentCommand) (string, error) {
	return "", nil
}
