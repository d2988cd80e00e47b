// Command ecomlost takes eCom callbacks and trusts that none is lost.
package main

import (
	"encoding/json"
	"log"
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

func paid(w http.ResponseWriter, r *http.Request) {
	var c callback
	if err := json.NewDecoder(r.Body).Decode(&c); err != nil {
		http.Error(w, "not a callback", http.StatusBadRequest)
		return
	}
	if c.TransactionInfo.Status == "RESERVED" {
		log.Println("paid:", c.OrderID)
	}
}

func main() {
	http.HandleFunc("POST /vipps/v2/payments/{orderId}", paid) // want `nothing in the program reads the payments of this callback back \(one that is lost or forged decides over the order\); poll GET /\S+: first after 5 s, then every 2 s, until a final state`
	log.Fatal(http.ListenAndServe(":8080", nil))
}
