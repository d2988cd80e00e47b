// Package known has a body that only Vipps takes.
package known

type Amount struct {
	Currency string  `json:"currency"`
	Value    float64 `json:"value"` // want `field amount.value float64`
}

type Create struct {
	Amount        Amount            `json:"amount"`
	PaymentMethod map[string]string `json:"paymentMethod"`
	Reference     string            `json:"reference"`
	UserFlow      string            `json:"userFlow"`
}
