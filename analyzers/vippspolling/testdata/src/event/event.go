// Package event compares the names of webhook events.
package event

import (
	"encoding/json"
	"net/http"
	"strings"
)

type event struct {
	Msn           string `json:"msn"`
	Reference     string `json:"reference"`
	PspReference  string `json:"pspReference"`
	Name          string `json:"name"`
	Success       bool   `json:"success"`
	EventType     string `json:"eventType"`
	TransactionID string `json:"transactionId"`
}

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

func ship()   {}
func cancel() {}

func wrong(w http.ResponseWriter, r *http.Request) {
	var e event
	if err := json.NewDecoder(r.Body).Decode(&e); err != nil {
		http.Error(w, "bad body", http.StatusBadRequest)
		return
	}
	switch e.Name {
	case "epayments.payment.authorized.v1":
		ship()
	case "epayments.payment.canceled.v1": // want `no event has the name "epayments.payment.canceled.v1" \(the branch for it is never taken\); use "epayments.payment.cancelled.v1"`
		cancel()
	}
	if e.EventType == "recurring.charge-cancelled.v1" { // want `no event has the name "recurring.charge-cancelled.v1" .*; use "recurring.charge-canceled.v1"`
		cancel()
	}
	if e.EventType == "recurring.charge-settled.v1" { // want `no event has the name "recurring.charge-settled.v1" .*; take a name that the Webhooks API knows`
		ship()
	}
}

func right(w http.ResponseWriter, r *http.Request) {
	var e event
	if err := json.NewDecoder(r.Body).Decode(&e); err != nil {
		http.Error(w, "bad body", http.StatusBadRequest)
		return
	}
	switch e.Name {
	case "epayments.payment.authorized.v1":
		ship()
	case "epayments.payment.cancelled.v1":
		cancel()
	}
	if e.EventType == "recurring.charge-canceled.v1" {
		cancel()
	}
}

// Both spellings, to be on the safe side.
func both(e event) {
	switch e.EventType {
	case "recurring.charge-canceled.v1", "recurring.charge-cancelled.v1":
		cancel()
	}
}

// The name is written in a way of the shop's own.
func rewritten(e event) {
	if strings.ReplaceAll(e.Name, "cancelled", "canceled") == "epayments.payment.canceled.v1" {
		cancel()
	}
}

func ecom(w http.ResponseWriter, r *http.Request) {
	var c callback
	if err := json.NewDecoder(r.Body).Decode(&c); err != nil {
		http.Error(w, "bad body", http.StatusBadRequest)
		return
	}
	switch c.TransactionInfo.Status {
	case "RESERVED", "RESERVE", "SALE":
		ship()
	case "AUTHORIZED": // want `transactionInfo.status is never "AUTHORIZED" .*: ecom-callback`
		ship()
	case "RESERVE_FAILED", "SALE_FAILED", "CANCELLED", "REJECTED":
		cancel()
	}
}

var handlers = map[string]func(){
	"epayments.payment.authorized.v1": ship,
	"epayments.payment.abortd.v1":     cancel, // want `no event has the name "epayments.payment.abortd.v1" .*; use "epayments.payment.aborted.v1"`
}

var handlersRight = map[string]func(){
	"epayments.payment.authorized.v1": ship,
	"epayments.payment.aborted.v1":    cancel,
}

func dispatch(e event) {
	if h := handlers[e.Name]; h != nil {
		h()
	}
	if h := handlersRight[spelled[e.Name]]; h != nil {
		h()
	}
}

// What others send is put right.
var spelled = map[string]string{"epayments.payment.canceled.v1": "epayments.payment.cancelled.v1"}
