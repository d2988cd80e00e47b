// Handlers beside the callbacks of a shop that takes Vipps, none of which takes
// a payment from them.
package main

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"io"
	"net/http"
	"os"
)

var orders = map[string]string{}

// adyen's notifications look alike in part.
type adyen struct {
	EventCode           string `json:"eventCode"`
	MerchantAccountCode string `json:"merchantAccountCode"`
	MerchantReference   string `json:"merchantReference"`
	PSPReference        string `json:"pspReference"`
	Success             string `json:"success"`
}

func fromAdyen(w http.ResponseWriter, r *http.Request) {
	var n adyen
	if json.NewDecoder(r.Body).Decode(&n) == nil {
		orders[n.MerchantReference] = n.Success
	}
}

type stripe struct {
	ID   string `json:"id"`
	Type string `json:"type"`
	Data struct {
		Object struct {
			Amount int64 `json:"amount"`
		} `json:"object"`
	} `json:"data"`
}

// fromStripe signs in its own way, with a header of its own.
func fromStripe(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	mac := hmac.New(sha256.New, []byte(os.Getenv("STRIPE")))
	mac.Write(body)
	if hex.EncodeToString(mac.Sum(nil)) != r.Header.Get("Stripe-Signature") {
		return
	}
	var ev stripe
	if json.Unmarshal(body, &ev) == nil && ev.Type == "charge.captured" {
		orders[ev.ID] = "captured"
	}
}

// login is the redirect of Vipps Login.
func login(w http.ResponseWriter, r *http.Request) {
	if r.URL.Query().Get("state") != os.Getenv("STATE") {
		return
	}
	orders["login"] = r.URL.Query().Get("code")
}

// returned is the page that the payer comes back to.
func returned(w http.ResponseWriter, r *http.Request) {
	orders[r.FormValue("reference")] = "returned"
}

// consent is removed.
func consent(w http.ResponseWriter, r *http.Request) { delete(orders, r.PathValue("userId")) }

type shipping struct {
	AddressID    int    `json:"addressId"`
	AddressLine1 string `json:"addressLine1"`
	PostCode     string `json:"postCode"`
}

// quote is a question about shipping, which changes nothing.
func quote(w http.ResponseWriter, r *http.Request) {
	var q shipping
	if json.NewDecoder(r.Body).Decode(&q) == nil {
		orders[q.PostCode] = "asked"
	}
}

type registration struct {
	URL    string   `json:"url"`
	Events []string `json:"events"`
}

// register is of the administration.
func register(w http.ResponseWriter, r *http.Request) {
	var in registration
	if json.NewDecoder(r.Body).Decode(&in) == nil {
		orders[in.URL] = "epayments.payment.captured.v1"
	}
}

type callback struct {
	MSN     string         `json:"merchantSerialNumber"`
	OrderID string         `json:"orderId"`
	Info    map[string]any `json:"transactionInfo"`
}

// mock plays Vipps, and sends callbacks.
func mock(w http.ResponseWriter, r *http.Request) {
	body, _ := json.Marshal(callback{MSN: "123456", OrderID: r.PathValue("id")})
	w.Write(body)
}

func main() {
	http.HandleFunc("/adyen", fromAdyen)
	http.HandleFunc("/stripe", fromStripe)
	http.HandleFunc("/login", login)
	http.HandleFunc("/return", returned)
	http.HandleFunc("DELETE /vipps/v2/consents/{userId}", consent)
	http.HandleFunc("/vipps/v2/payments/{orderId}/shippingDetails", quote)
	http.HandleFunc("/register", register)
	http.HandleFunc("/mock/{id}", mock)
	http.ListenAndServe(":8080", nil)
}
