// Bestill takes orders of pizza and lets the browser wait for the payment.
package main

import (
	"log"
	"net/http"
	"os"

	"pizzabakeren-vest.example/bestill/pizza"
	"pizzabakeren-vest.example/bestill/vipps"
)

func main() {
	o := &pizza.Oven{Vipps: vipps.Client{Token: os.Getenv("VIPPS_TOKEN"), Key: os.Getenv("VIPPS_KEY")}}
	mux := http.NewServeMux()
	mux.HandleFunc("POST /bestill", o.Order)
	mux.HandleFunc("GET /vent/{ref}", o.Wait)
	log.Fatal(http.ListenAndServe(":8080", mux))
}
