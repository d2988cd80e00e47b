// A program whose handler asks another package whether the token is right.
package main

import (
	"encoding/json"
	"net/http"
	"os"

	"split/auth"
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

func callback1(w http.ResponseWriter, r *http.Request) {
	if !auth.Valid(r, os.Getenv("TOKEN")) {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	var cb callback
	if json.NewDecoder(r.Body).Decode(&cb) == nil {
		act(cb)
	}
}

func main() {
	http.HandleFunc("/vipps", callback1)
	http.ListenAndServe(":8080", nil)
}
