// What is wrong here is not seen, or left alone since it may be right.
package main

import (
	"encoding/json"
	"net/http"
	"os"
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

// A check whose answer nobody looks at counts as one.
func unused(w http.ResponseWriter, r *http.Request) {
	valid(r)
	var cb callback
	if json.NewDecoder(r.Body).Decode(&cb) == nil {
		act(cb)
	}
}

func valid(r *http.Request) bool { return r.Header.Get("X-Token") == os.Getenv("TOKEN") }

// A body that is decoded into a map is not known.
func mapped(w http.ResponseWriter, r *http.Request) {
	var cb map[string]any
	if json.NewDecoder(r.Body).Decode(&cb) == nil {
		orders["x"], _ = cb["orderId"].(string)
	}
}

// The address of the sender is looked at: a list of addresses may be right.
func fromAddress(w http.ResponseWriter, r *http.Request) {
	if r.RemoteAddr != os.Getenv("VIPPS") {
		return
	}
	var cb callback
	if json.NewDecoder(r.Body).Decode(&cb) == nil {
		act(cb)
	}
}

// A secret in the address is not what Vipps recommends, but nobody else knows it.
func fromSecretAddress(w http.ResponseWriter, r *http.Request) {
	if r.URL.Query().Get("key") != os.Getenv("KEY") {
		return
	}
	var cb callback
	if json.NewDecoder(r.Body).Decode(&cb) == nil {
		act(cb)
	}
}

func main() {
	http.HandleFunc("/a", unused)
	http.HandleFunc("/b", mapped)
	http.HandleFunc("/c", fromAddress)
	http.HandleFunc("/d", fromSecretAddress)
	http.ListenAndServe(":8080", nil)
}
