// Package library registers a handler and has no main: who imports it decides.
package library

import (
	"encoding/json"
	"net/http"
)

type callback struct {
	MerchantSerialNumber string `json:"merchantSerialNumber"`
	OrderID              string `json:"orderId"`
	TransactionInfo      struct {
		Amount        int    `json:"amount"`
		Status        string `json:"status"`
		TimeStamp     string `json:"timeStamp"`
		TransactionID string `json:"transactionId"`
	} `json:"transactionInfo"`
}

// Register takes callbacks and gives them to paid.
func Register(mux *http.ServeMux, paid func(order, status string)) {
	mux.HandleFunc("POST /v2/payments/{orderId}", func(w http.ResponseWriter, r *http.Request) {
		var c callback
		if err := json.NewDecoder(r.Body).Decode(&c); err != nil {
			http.Error(w, "not a callback", http.StatusBadRequest)
			return
		}
		paid(c.OrderID, c.TransactionInfo.Status)
	})
}
