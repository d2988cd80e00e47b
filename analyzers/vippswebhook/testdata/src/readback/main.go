// A shop that takes only the order number from the callback, and asks Vipps for
// the rest.
package main

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

type details struct {
	History []struct {
		Operation string `json:"operation"`
		Success   bool   `json:"operationSuccess"`
	} `json:"transactionLogHistory"`
}

var orders = map[string]string{}

func handle(w http.ResponseWriter, r *http.Request) {
	var cb callback
	if json.NewDecoder(r.Body).Decode(&cb) != nil || cb.OrderID == "" {
		return
	}
	if paid(cb.OrderID) {
		orders[cb.OrderID] = "paid"
	}
}

func believes(w http.ResponseWriter, r *http.Request) {
	var cb callback
	if json.NewDecoder(r.Body).Decode(&cb) == nil && paid(cb.OrderID) {
		orders[cb.OrderID] = cb.Info.Status // want `nothing checks who sent it`
	}
}

func paid(id string) bool {
	resp, err := http.Get("https://api.vipps.no/ecomm/v2/payments/" + id + "/details")
	if err != nil {
		return false
	}
	defer resp.Body.Close()
	var d details
	if resp.StatusCode != http.StatusOK || json.NewDecoder(resp.Body).Decode(&d) != nil {
		return false
	}
	for _, op := range d.History {
		if op.Operation == "RESERVE" && op.Success {
			return true
		}
	}
	return false
}

func main() {
	http.HandleFunc("/vipps/v2/payments/{orderId}", handle)
	http.HandleFunc("/other/v2/payments/{orderId}", believes)
	http.ListenAndServe(":8080", nil)
}
