// Package lookalike holds requests that look like Vipps' and are not.
package lookalike

import (
	"bytes"
	"encoding/json"
	"net/http"
	"os"
)

// Adyen captures with the same words.
type adyenCapture struct {
	MerchantAccount    string `json:"merchantAccount"`
	OriginalReference  string `json:"originalReference"`
	ModificationAmount struct {
		Currency string `json:"currency"`
		Value    int64  `json:"value"`
	} `json:"modificationAmount"`
}

// Swish takes kroner with decimals.
type swishPayment struct {
	PayeePaymentReference string  `json:"payeePaymentReference"`
	CallbackURL           string  `json:"callbackUrl"`
	PayeeAlias            string  `json:"payeeAlias"`
	Amount                float64 `json:"amount"`
	Currency              string  `json:"currency"`
	Message               string  `json:"message"`
}

// Douyin has a merchant serial number too.
type douyinOrder struct {
	MerchantSerialNumber string  `json:"merchantSerialNumber"`
	OutOrderNo           string  `json:"out_order_no"`
	TotalAmount          float64 `json:"total_amount"`
}

// An invoice of the shop's own.
type invoice struct {
	Reference string  `json:"reference"`
	Amount    float64 `json:"amount"`
	Currency  string  `json:"currency"`
}

func post(v any) (*http.Response, error) {
	b, err := json.Marshal(v)
	if err != nil {
		return nil, err
	}
	return http.Post(os.Getenv("URL"), "application/json", bytes.NewReader(b))
}

func all(ore int64, kr float64) error {
	a := adyenCapture{MerchantAccount: "Butikk"}
	a.ModificationAmount.Value = ore
	for _, v := range []any{a, swishPayment{Amount: kr}, douyinOrder{TotalAmount: kr}, invoice{Amount: kr}} {
		resp, err := post(v)
		if err != nil {
			return err
		}
		resp.Body.Close()
	}
	return nil
}

// The routes of a server that plays Vipps.
func mock(mux *http.ServeMux) {
	mux.HandleFunc("POST /epayment/v1/payments", func(w http.ResponseWriter, r *http.Request) {
		w.WriteHeader(http.StatusCreated)
	})
	mux.HandleFunc("/ecomm/v2/payments/", func(w http.ResponseWriter, r *http.Request) {})
}

// The security policy of a page.
func policy(w http.ResponseWriter) {
	w.Header().Set("Content-Security-Policy", "connect-src https://api.vipps.no https://apitest.vipps.no")
}

// Login sends people to a page; the issuer is a name.
const issuer = "https://api.vipps.no/access-management-1.0/access/"

func login(w http.ResponseWriter, r *http.Request) {
	http.Redirect(w, r, issuer+"oauth2/auth?client_id=butikk", http.StatusFound)
}
