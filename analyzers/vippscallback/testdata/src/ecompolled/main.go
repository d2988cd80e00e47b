// Command ecompolled takes eCom callbacks and polls as well.
package main

import (
	"encoding/json"
	"errors"
	"log"
	"net/http"
	"time"
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
	log.Println("paid:", c.OrderID, c.TransactionInfo.Status)
}

func details(orderID string) (string, error) {
	resp, err := http.Get("https://api.vipps.no/ecomm/v2/payments/" + orderID + "/details")
	if err != nil {
		return "", err
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		return "", errors.New(resp.Status)
	}
	var out struct {
		TransactionLogHistory []struct {
			Operation        string `json:"operation"`
			OperationSuccess bool   `json:"operationSuccess"`
		} `json:"transactionLogHistory"`
	}
	if err := json.NewDecoder(resp.Body).Decode(&out); err != nil || len(out.TransactionLogHistory) == 0 {
		return "", err
	}
	return out.TransactionLogHistory[0].Operation, nil
}

func poll(orders <-chan string) {
	for id := range orders {
		time.Sleep(5 * time.Second)
		state, err := details(id)
		log.Println(id, state, err)
	}
}

func main() {
	go poll(make(chan string))
	http.HandleFunc("POST /vipps/v2/payments/{orderId}", paid)
	log.Fatal(http.ListenAndServe(":8080", nil))
}
