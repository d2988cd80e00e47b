// A chain of middleware that a function puts together.
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

func chain(h http.Handler, list ...func(http.Handler) http.Handler) http.Handler {
	for _, m := range list {
		h = m(h)
	}
	return h
}

func main() {
	http.Handle("/a", chain(http.HandlerFunc(one), logging, auth))
	http.ListenAndServe(":8080", nil)
}
