// A check behind an interface, and a server that is given one.
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

func one(w http.ResponseWriter, r *http.Request) {
	var cb callback
	if json.NewDecoder(r.Body).Decode(&cb) == nil {
		act(cb)
	}
}

type guard interface {
	Wrap(http.Handler) http.Handler
}

type tokens struct{}

func (tokens) Wrap(next http.Handler) http.Handler { return auth(next) }

func serve(g guard) error {
	mux := http.NewServeMux()
	mux.HandleFunc("/a", one)
	srv := &http.Server{Addr: ":8080", Handler: g.Wrap(mux)}
	return srv.ListenAndServe()
}

func main() { _ = serve(tokens{}) }
