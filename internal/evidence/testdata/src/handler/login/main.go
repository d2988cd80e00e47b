// A program whose callbacks are none of a payment.
package main

import (
	"encoding/json"
	"log"
	"net/http"
)

type order struct {
	OrderID string `json:"orderId"`
	Status  string `json:"status"`
}

// vippsCallback is where Vipps Login sends the user back to.
func vippsCallback(w http.ResponseWriter, r *http.Request) {
	log.Print(r.URL.Query().Get("code"))
}

// callback is another provider's.
func callback(w http.ResponseWriter, r *http.Request) {
	var o order
	if err := json.NewDecoder(r.Body).Decode(&o); err != nil {
		http.Error(w, "bad body", http.StatusBadRequest)
	}
}

func main() {
	http.HandleFunc("/vipps/callback", vippsCallback)
	http.HandleFunc("/v2/payments/callback", callback)
	log.Fatal(http.ListenAndServe(":8080", nil))
}
