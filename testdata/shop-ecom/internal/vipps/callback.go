package vipps

// A Callback is what Vipps posts when the payer is done.
type Callback struct {
	MerchantSerialNumber any    `json:"merchantSerialNumber"` // a number or a text
	OrderID              string `json:"orderId"`
	TransactionInfo      struct {
		Amount        int64  `json:"amount"`
		Status        string `json:"status"`
		TimeStamp     string `json:"timeStamp"`
		TransactionID string `json:"transactionId"`
	} `json:"transactionInfo"`
	ErrorInfo *struct {
		ErrorGroup   string `json:"errorGroup"`
		ErrorCode    string `json:"errorCode"`
		ErrorMessage string `json:"errorMessage"`
	} `json:"errorInfo"`
	ShippingDetails *struct {
		ShippingCost     float64 `json:"shippingCost"`
		ShippingMethodID string  `json:"shippingMethodId"`
	} `json:"shippingDetails"`
}

// Paid tells whether the money is reserved or taken.
func (c *Callback) Paid() bool {
	switch c.TransactionInfo.Status {
	case "RESERVED", "RESERVE", "SALE":
		return true
	}
	return false
}

// ShippingQuestion is what Vipps asks for an address.
type ShippingQuestion struct {
	AddressID    int    `json:"addressId"`
	AddressLine1 string `json:"addressLine1"`
	City         string `json:"city"`
	Country      string `json:"country"`
	PostCode     string `json:"postCode"`
}

// ShippingAnswer is what the shop says to it. Costs are in kroner.
type ShippingAnswer struct {
	AddressID       int              `json:"addressId"`
	OrderID         string           `json:"orderId"`
	ShippingDetails []shippingMethod `json:"shippingDetails"`
}

// Answer offers the one parcel service that goes everywhere.
func Answer(orderID string, q ShippingQuestion, kr float64) ShippingAnswer {
	return ShippingAnswer{
		AddressID: q.AddressID,
		OrderID:   orderID,
		ShippingDetails: []shippingMethod{
			{IsDefault: "Y", Priority: 1, ShippingCost: kr, ShippingMethod: "Posten", ShippingMethodID: "post"},
		},
	}
}
