// Package order holds orders and how they are paid.
package order

import "nordlysgaver.example/butikk/internal/money"

// An Order is one sale.
type Order struct {
	ID    string  `json:"orderId"`
	Total float64 `json:"amount"`
	Phone string  `json:"mobileNumber"`
	Text  string  `json:"message"`
	PSP   string  `json:"pspReference"`
}

// A Payment is what a gateway is asked for.
type Payment struct {
	Reference string
	Minor     int64
	Currency  string
	Phone     string
}

// Payment makes the request of a gateway.
func (o Order) Payment(currency string) Payment {
	return Payment{Reference: o.ID, Minor: money.Minor(o.Total), Currency: currency, Phone: o.Phone}
}
