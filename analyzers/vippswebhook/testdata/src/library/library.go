// Package library has a handler, and nobody knows what its users put before it.
package library

import (
	"encoding/json"
	"net/http"
)

type callback struct {
	MSN     string `json:"merchantSerialNumber"`
	OrderID string `json:"orderId"`
	Info    struct {
		Status string `json:"status"`
	} `json:"transactionInfo"`
}

var orders = map[string]string{}

func act(cb callback) { orders[cb.OrderID] = cb.Info.Status }

func Callback(w http.ResponseWriter, r *http.Request) {
	var cb callback
	if json.NewDecoder(r.Body).Decode(&cb) == nil {
		act(cb)
	}
}
