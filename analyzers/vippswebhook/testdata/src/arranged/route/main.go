// A helper that registers everything behind the check.
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

type server struct{ mux *http.ServeMux }

func one(w http.ResponseWriter, r *http.Request) {
	var cb callback
	if json.NewDecoder(r.Body).Decode(&cb) == nil {
		act(cb)
	}
}

func (s *server) route(pattern string, h http.HandlerFunc) { s.mux.Handle(pattern, auth(h)) }

func main() {
	s := &server{mux: http.NewServeMux()}
	s.route("/a", one)
	http.ListenAndServe(":8080", s.mux)
}
