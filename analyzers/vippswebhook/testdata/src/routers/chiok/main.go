// A shop with chi and a password before the callbacks.
package main

import (
	"encoding/json"
	"net/http"

	"github.com/go-chi/chi/v5"
	"github.com/go-chi/chi/v5/middleware"
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

func grouped(w http.ResponseWriter, r *http.Request) {
	var cb callback
	if json.NewDecoder(r.Body).Decode(&cb) == nil {
		act(cb)
	}
}

func with(w http.ResponseWriter, r *http.Request) {
	var cb callback
	if json.NewDecoder(r.Body).Decode(&cb) == nil {
		act(cb)
	}
}

func main() {
	r := chi.NewRouter()
	r.Use(middleware.Logger)
	r.Route("/vipps", func(r chi.Router) {
		r.Use(middleware.BasicAuth("shop", map[string]string{}))
		r.Post("/v2/payments/{orderId}", grouped)
	})
	r.With(middleware.BasicAuth("shop", nil)).Post("/other/v2/payments/{orderId}", with)
	http.ListenAndServe(":8080", r)
}
