// Package web has the handlers; what stands before them is for others to say.
package web

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

// Routes gives all of them.
func Routes() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("POST /v2/payments/{orderId}", Callback)
	return mux
}

// Reader only takes the order number and reads the payment back elsewhere.
type Reader struct{ Refs chan string }

func (rd *Reader) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	var cb callback
	if json.NewDecoder(r.Body).Decode(&cb) == nil {
		rd.Refs <- cb.OrderID
	}
}
