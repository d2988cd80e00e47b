// Command neighbours has routes that stand near callbacks of Vipps and are none,
// in a program that reads nothing back.
package main

import (
	"bytes"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"log"
	"net/http"
	"os"
	"slices"

	"github.com/go-chi/chi/v5"
)

// register is a page for the staff, by which they register webhooks.
func register(w http.ResponseWriter, r *http.Request) {
	var form struct {
		URL    string   `json:"url"`
		Events []string `json:"events"`
	}
	if err := json.NewDecoder(r.Body).Decode(&form); err != nil {
		http.Error(w, "no form", http.StatusBadRequest)
		return
	}
	for _, name := range form.Events {
		if name != "epayments.payment.authorized.v1" && name != "epayments.payment.captured.v1" {
			http.Error(w, "no event", http.StatusBadRequest)
			return
		}
	}
	if err := send(form.URL, form.Events); err != nil {
		http.Error(w, err.Error(), http.StatusBadGateway)
	}
}

func send(url string, events []string) error {
	body, err := json.Marshal(map[string]any{"url": url, "events": events})
	if err != nil {
		return err
	}
	resp, err := http.Post("https://api.vipps.no/webhooks/v1/webhooks", "application/json", bytes.NewReader(body))
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusCreated {
		return errors.New(resp.Status)
	}
	return nil
}

// journal shows what was stored of events.
func journal(w http.ResponseWriter, r *http.Request) {
	for _, name := range []string{"epayments.payment.authorized.v1", "other"} {
		fmt.Fprintln(w, label(name))
	}
}

func label(name string) string {
	if name == "epayments.payment.authorized.v1" {
		return "reserved"
	}
	return name
}

// vippsShipping quotes shipping only, at a route below which callbacks come too.
func vippsShipping(w http.ResponseWriter, r *http.Request) {
	var address struct {
		AddressID    int    `json:"addressId"`
		AddressLine1 string `json:"addressLine1"`
		PostCode     string `json:"postCode"`
	}
	if err := json.NewDecoder(r.Body).Decode(&address); err != nil {
		http.Error(w, "not an address", http.StatusBadRequest)
	}
}

// consents takes the removal of a consent.
func consents(w http.ResponseWriter, r *http.Request) {
	log.Print("forget ", r.PathValue("userId"))
}

// adyen is a webhook of another provider, which has some names in common.
func adyen(w http.ResponseWriter, r *http.Request) {
	var e struct {
		Items []struct {
			Event struct {
				PSPReference        string `json:"pspReference"`
				EventCode           string `json:"eventCode"`
				MerchantAccountCode string `json:"merchantAccountCode"`
				MerchantReference   string `json:"merchantReference"`
				Success             string `json:"success"`
			} `json:"NotificationRequestItem"`
		} `json:"notificationItems"`
	}
	if err := json.NewDecoder(r.Body).Decode(&e); err != nil {
		http.Error(w, "not a notification", http.StatusBadRequest)
	}
}

// swish is one more.
func swish(w http.ResponseWriter, r *http.Request) {
	var p struct {
		ID                    string  `json:"id"`
		PayeePaymentReference string  `json:"payeePaymentReference"`
		Status                string  `json:"status"`
		Amount                float64 `json:"amount"`
	}
	if err := json.NewDecoder(r.Body).Decode(&p); err != nil {
		http.Error(w, "not a payment", http.StatusBadRequest)
	}
}

// azure checks a signature that looks like that of Vipps.
func azure(w http.ResponseWriter, r *http.Request) {
	mac := hmac.New(sha256.New, []byte(os.Getenv("AZURE_SECRET")))
	fmt.Fprint(mac, r.Header.Get("x-ms-date"), r.Header.Get("x-ms-content-sha256"))
	var e struct {
		Topic   string `json:"topic"`
		Subject string `json:"subject"`
	}
	if err := json.NewDecoder(r.Body).Decode(&e); err != nil || len(mac.Sum(nil)) == 0 {
		http.Error(w, "not an event", http.StatusBadRequest)
	}
}

// The shop's own programming interface has a path that ends as callbacks do.
func ownPayment(w http.ResponseWriter, r *http.Request) {
	var p struct {
		OrderID string `json:"orderId"`
		Amount  int64  `json:"amount"`
	}
	if err := json.NewDecoder(r.Body).Decode(&p); err != nil {
		http.Error(w, "not a payment", http.StatusBadRequest)
	}
}

func ownPage(w http.ResponseWriter, r *http.Request) { fmt.Fprintln(w, chi.NewRouter()) }

// play plays Vipps for the shop's developers: it takes what the shop would send.
func play(w http.ResponseWriter, r *http.Request) {
	var in struct {
		MerchantInfo struct {
			MerchantSerialNumber string `json:"merchantSerialNumber"`
			CallbackPrefix       string `json:"callbackPrefix"`
		} `json:"merchantInfo"`
		Transaction struct {
			OrderID string `json:"orderId"`
			Amount  int    `json:"amount"`
		} `json:"transaction"`
	}
	if err := json.NewDecoder(r.Body).Decode(&in); err != nil {
		http.Error(w, "not a payment", http.StatusBadRequest)
		return
	}
	fmt.Fprintf(w, `{"orderId":%q,"url":"https://api.vipps.no/dwo-api-application/v1/deeplink/vippsgateway"}`, in.Transaction.OrderID)
}

// unregistered would be a handler, and is none.
func unregistered(w http.ResponseWriter, r *http.Request) {
	var c struct {
		MerchantSerialNumber string         `json:"merchantSerialNumber"`
		OrderID              string         `json:"orderId"`
		TransactionInfo      map[string]any `json:"transactionInfo"`
	}
	if err := json.NewDecoder(r.Body).Decode(&c); err != nil {
		http.Error(w, "not a callback", http.StatusBadRequest)
	}
}

func main() {
	http.HandleFunc("POST /admin/webhooks", register)
	http.HandleFunc("GET /admin/events", journal)
	http.HandleFunc("DELETE /vipps/v2/consents/{userId}", consents)
	http.HandleFunc("POST /adyen", adyen)
	http.HandleFunc("POST /swish", swish)
	http.HandleFunc("POST /azure", azure)
	r := chi.NewRouter()
	r.Post("/vipps/v2/payments/*", vippsShipping)
	r.Post("/api/v2/payments/{id}", ownPayment)
	r.Get("/vipps/v2/payments/{id}", ownPage)
	r.Post("/ecomm/v2/payments", play)
	r.Post("/ecomm/v2/payments/{orderId}", play)
	r.Get("/epayment/v1/payments/{reference}", play)
	log.Fatal(http.ListenAndServe(":8080", r), slices.Contains(os.Args, "-v"))
}
