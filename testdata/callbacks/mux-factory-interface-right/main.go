// Bestilling takes orders for the fish van.
package main

import (
	"context"
	"log"
	"net/http"
	"os"

	"github.com/gorilla/mux"

	"fiskebilen.example/bestilling/handlers"
	"fiskebilen.example/bestilling/pay"
	"fiskebilen.example/bestilling/pay/vipps"
)

func main() {
	var provider pay.Provider = vipps.New("https://api.vipps.no", vipps.Auth{
		Bearer: os.Getenv("BEARER"), SubKey: os.Getenv("SUBKEY"), Serial: os.Getenv("SERIAL"), Callback: os.Getenv("CALLBACK_AUTH"),
	})
	state := pay.NewLedger()

	go pay.Sweep(context.Background(), provider, state)

	r := mux.NewRouter()
	r.HandleFunc("/bestill", handlers.Bestill(provider, state)).Methods("POST")
	r.HandleFunc("/kvittering/{id}", handlers.Kvittering(state)).Methods("GET")
	vippsRoutes := r.PathPrefix("/vipps").Subrouter()
	vippsRoutes.HandleFunc("/v2/payments/{orderId:[a-z0-9-]+}", handlers.Callback(state, os.Getenv("CALLBACK_AUTH"))).Methods("POST")
	log.Fatal(http.ListenAndServe(":"+os.Getenv("PORT"), r))
}
