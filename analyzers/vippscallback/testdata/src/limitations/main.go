// Command limitations could read payments back and never does. Nothing is
// reported: a read-back counts wherever it stands in what main imports, called
// or not, until it is followed whether the program gets there.
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

// details could read a payment back, but nothing refers to it.
func details(orderID string) (status string, err error) {
	resp, err := http.Get("https://api.vipps.no/ecomm/v2/payments/" + orderID + "/details")
	if err != nil {
		return "", err
	}
	defer resp.Body.Close()
	return resp.Status, nil
}

func main() {
	http.HandleFunc("POST /vipps/v2/payments/{orderId}", paid)
	log.Fatal(http.ListenAndServe(":8080", nil))
}
