// Middleware that lets everything pass where it is not set up.
package main

import (
	"crypto/subtle"
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

func handle(w http.ResponseWriter, r *http.Request) {
	var cb callback
	if json.NewDecoder(r.Body).Decode(&cb) == nil {
		act(cb)
	}
}

func handle2(w http.ResponseWriter, r *http.Request) {
	var cb callback
	if json.NewDecoder(r.Body).Decode(&cb) == nil {
		act(cb)
	}
}

func lenient(token string, next http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if token == "" { // want `payment callback of eCom is acted on unchecked where this is empty`
			next(w, r)
			return
		}
		if subtle.ConstantTimeCompare([]byte(r.Header.Get("Authorization")), []byte(token)) == 1 {
			next(w, r)
		}
	}
}

func strict(token string, next http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if token == "" {
			http.Error(w, "no token is set", http.StatusInternalServerError)
			return
		}
		if subtle.ConstantTimeCompare([]byte(r.Header.Get("Authorization")), []byte(token)) == 1 {
			next(w, r)
		}
	}
}

// adminOnly is no business of Vipps.
func adminOnly(token string, next http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if token == "" || subtle.ConstantTimeCompare([]byte(r.Header.Get("Authorization")), []byte(token)) == 1 {
			next(w, r)
		}
	}
}

func main() {
	http.HandleFunc("/a", lenient(os.Getenv("TOKEN"), handle))
	http.HandleFunc("/b", strict(os.Getenv("TOKEN"), handle2))
	http.HandleFunc("/c", adminOnly(os.Getenv("ADMIN"), func(w http.ResponseWriter, r *http.Request) {}))
	http.ListenAndServe(":8080", nil)
}
