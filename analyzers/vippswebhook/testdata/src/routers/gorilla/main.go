// A shop with gorilla/mux: one route behind a check, one not.
package main

import (
	"crypto/subtle"
	"encoding/json"
	"net/http"
	"os"

	"github.com/gorilla/mux"
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

func open(w http.ResponseWriter, r *http.Request) {
	var cb callback
	if json.NewDecoder(r.Body).Decode(&cb) == nil && mux.Vars(r)["orderId"] != "" {
		act(cb) // want `nothing checks who sent it`
	}
}

func closed(w http.ResponseWriter, r *http.Request) {
	var cb callback
	if json.NewDecoder(r.Body).Decode(&cb) == nil {
		act(cb)
	}
}

func auth(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if subtle.ConstantTimeCompare([]byte(r.Header.Get("Authorization")), []byte(os.Getenv("TOKEN"))) != 1 {
			w.WriteHeader(http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}

func main() {
	r := mux.NewRouter()
	r.HandleFunc("/open/v2/payments/{orderId}", open).Methods("POST")
	sub := r.PathPrefix("/closed").Subrouter()
	sub.Use(auth)
	sub.HandleFunc("/v2/payments/{orderId}", closed).Methods("POST")
	http.ListenAndServe(":8080", r)
}
