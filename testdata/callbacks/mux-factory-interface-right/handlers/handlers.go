// Package handlers makes the handlers of the shop.
package handlers

import (
	"crypto/subtle"
	"encoding/json"
	"fmt"
	"net/http"
	"time"

	"github.com/gorilla/mux"

	"fiskebilen.example/bestilling/pay"
)

func Bestill(p pay.Provider, l *pay.Ledger) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		id := fmt.Sprintf("fisk-%d", time.Now().Unix())
		to, err := p.Begin(r.Context(), id, 32500)
		if err != nil {
			http.Error(w, "prøv igjen", http.StatusBadGateway)
			return
		}
		l.Open(id)
		http.Redirect(w, r, to, http.StatusSeeOther)
	}
}

func Kvittering(l *pay.Ledger) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprintln(w, "betalt:", l.Paid(mux.Vars(r)["id"]))
	}
}

type melding struct {
	OrderID              string          `json:"orderId"`
	MerchantSerialNumber json.RawMessage `json:"merchantSerialNumber"`
	TransactionInfo      *transaksjon    `json:"transactionInfo"`
	ErrorInfo            *feil           `json:"errorInfo"`
}

type transaksjon struct {
	Amount        int    `json:"amount"`
	Status        string `json:"status"`
	TransactionID string `json:"transactionId"`
}

type feil struct {
	Code    string `json:"errorCode"`
	Message string `json:"errorMessage"`
}

// Callback is called by Vipps when the customer is done.
func Callback(l *pay.Ledger, token string) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if subtle.ConstantTimeCompare([]byte(token), []byte(r.Header.Get("Authorization"))) == 0 {
			http.Error(w, "nei", http.StatusForbidden)
			return
		}
		var m melding
		if err := json.NewDecoder(r.Body).Decode(&m); err != nil || m.TransactionInfo == nil {
			http.Error(w, "uforståelig", http.StatusBadRequest)
			return
		}
		if s := m.TransactionInfo.Status; s == "RESERVED" || s == "RESERVE" {
			l.Close(mux.Vars(r)["orderId"])
		}
	}
}
