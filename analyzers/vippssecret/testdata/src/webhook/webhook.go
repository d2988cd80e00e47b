// Package webhook checks what comes from Vipps.
package webhook

import (
	"crypto/hmac"
	"crypto/sha256"
	"crypto/subtle"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"io"
	"log"
	"net/http"
	"os"
)

type event struct {
	MSN          string `json:"msn"`
	Reference    string `json:"reference"`
	PSPReference string `json:"pspReference"`
	Name         string `json:"name"`
	Success      bool   `json:"success"`
}

func signed(r *http.Request, body []byte, secret string) bool {
	sum := sha256.Sum256(body)
	hash := base64.StdEncoding.EncodeToString(sum[:])
	text := fmt.Sprintf("POST\n%s\n%s;%s;%s", r.URL.RequestURI(), r.Header.Get("x-ms-date"), r.Host, hash)
	mac := hmac.New(sha256.New, []byte(secret))
	mac.Write([]byte(text))
	want := "HMAC-SHA256 SignedHeaders=x-ms-date;host;x-ms-content-sha256&Signature=" + base64.StdEncoding.EncodeToString(mac.Sum(nil))
	return hmac.Equal([]byte(want), []byte(r.Header.Get("Authorization")))
}

func handle(secret string) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		body, err := io.ReadAll(r.Body)
		if err != nil || !signed(r, body, secret) {
			http.Error(w, "not signed", http.StatusUnauthorized)
			return
		}
		var e event
		if err := json.Unmarshal(body, &e); err != nil || !e.Success {
			return
		}
		log.Println(e.Reference, e.Name)
	}
}

func routes() {
	http.HandleFunc("/a", handle("b3Jk+Kp7QxR2vN9mT4cW8zL1sY6uH0eJ5aD3fG==")) // want `webhook secret is a constant, so everyone who can read the source, or has the program, can send callbacks`
	http.HandleFunc("/b", handle(os.Getenv("WEBHOOK_SECRET")))
}

type callback struct {
	MerchantSerialNumber string `json:"merchantSerialNumber"`
	OrderID              string `json:"orderId"`
	TransactionInfo      struct {
		Status string `json:"status"`
		Amount int    `json:"amount"`
	} `json:"transactionInfo"`
}

func ecom(w http.ResponseWriter, r *http.Request) {
	if subtle.ConstantTimeCompare([]byte(r.Header.Get("Authorization")), []byte("7d3e4a80-9b61-4c1f-9b52-0e8f2d7c5a13")) != 1 { // want `callback token is a constant`
		http.Error(w, "no", http.StatusUnauthorized)
		return
	}
	var c callback
	if err := json.NewDecoder(r.Body).Decode(&c); err != nil {
		return
	}
	log.Println(c.OrderID, c.TransactionInfo.Status)
}

func ecomRight(w http.ResponseWriter, r *http.Request) {
	if subtle.ConstantTimeCompare([]byte(r.Header.Get("Authorization")), []byte(os.Getenv("CALLBACK_TOKEN"))) != 1 {
		http.Error(w, "no", http.StatusUnauthorized)
		return
	}
	var c callback
	if err := json.NewDecoder(r.Body).Decode(&c); err != nil {
		return
	}
	log.Println(c.OrderID, c.TransactionInfo.Status)
}
