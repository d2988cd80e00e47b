// Package checkout opens Checkout sessions, for what the reception sells.
package checkout

import (
	"context"
	"net/http"

	"fjelltrening.example/medlem/vippsklient"
)

// Amount is a price.
type Amount struct {
	Value    float64 `json:"value"` // want:vippsamount/float-field
	Currency string  `json:"currency"`
}

// Prefill is what is known of the customer.
type Prefill struct {
	FirstName   string `json:"firstName,omitempty"`
	PhoneNumber string `json:"phoneNumber,omitempty"`
}

// Session is the body of a new session.
type Session struct {
	MerchantInfo struct {
		CallbackURL                string `json:"callbackUrl"`
		ReturnURL                  string `json:"returnUrl"`
		CallbackAuthorizationToken string `json:"callbackAuthorizationToken"`
	} `json:"merchantInfo"`
	Transaction struct {
		Amount             Amount `json:"amount"`
		Reference          string `json:"reference"`
		PaymentDescription string `json:"paymentDescription"`
	} `json:"transaction"`
	PrefillCustomer *Prefill `json:"prefillCustomer,omitempty"`
}

// Opened is the answer.
type Opened struct {
	Token               string `json:"token"`
	CheckoutFrontendURL string `json:"checkoutFrontendUrl"`
}

// Open opens a session.
func Open(ctx context.Context, c *vippsklient.Client, s Session) (o Opened, err error) {
	err = c.Do(ctx, http.MethodPost, "/checkout/v3/session", s.Transaction.Reference, s, &o)
	return
}
