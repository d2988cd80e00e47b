// Middleware in a list, and a curried one.
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

func valid(r *http.Request) bool {
	return subtle.ConstantTimeCompare([]byte(r.Header.Get("Authorization")), []byte(os.Getenv("TOKEN"))) == 1
}

func auth(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if valid(r) {
			next.ServeHTTP(w, r)
		}
	})
}

func logging(next http.Handler) http.Handler { return next }

func one(w http.ResponseWriter, r *http.Request) {
	var cb callback
	if json.NewDecoder(r.Body).Decode(&cb) == nil {
		act(cb)
	}
}

func two(w http.ResponseWriter, r *http.Request) {
	var cb callback
	if json.NewDecoder(r.Body).Decode(&cb) == nil {
		act(cb)
	}
}

func curried(token string) func(http.Handler) http.Handler {
	return func(next http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			if subtle.ConstantTimeCompare([]byte(r.Header.Get("Authorization")), []byte(token)) == 1 {
				next.ServeHTTP(w, r)
			}
		})
	}
}

func main() {
	var h http.Handler = http.HandlerFunc(one)
	for _, m := range []func(http.Handler) http.Handler{logging, auth} {
		h = m(h)
	}
	http.Handle("/a", h)
	http.Handle("/b", curried(os.Getenv("TOKEN"))(http.HandlerFunc(two)))
	http.ListenAndServe(":8080", nil)
}
