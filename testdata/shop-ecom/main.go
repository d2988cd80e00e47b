// Command nettbutikk is the web shop of Fjordfiske.
package main

import (
	"log"
	"net/http"
	"os"

	"fjordfiske.example/nettbutikk/internal/vipps"
	"fjordfiske.example/nettbutikk/internal/web"
)

func main() {
	h := web.New(vipps.Config{
		Production:      os.Getenv("MILJO") == "prod",
		ClientID:        os.Getenv("VIPPS_CLIENT_ID"),
		ClientSecret:    os.Getenv("VIPPS_CLIENT_SECRET"),
		SubscriptionKey: os.Getenv("VIPPS_SUBSCRIPTION_KEY"),
		MSN:             os.Getenv("VIPPS_MSN"),
		PublicURL:       "https://www.fjordfiske.example",
		CallbackToken:   os.Getenv("VIPPS_CALLBACK_TOKEN"),
	}, os.Getenv("SWISH_PAYEE"))

	mux := http.NewServeMux()
	mux.HandleFunc("GET /{$}", h.Front)
	mux.HandleFunc("POST /kasse", h.Buy)
	mux.HandleFunc("GET /kvittering/{id}", h.Receipt)
	mux.HandleFunc("POST /admin/ordre/{id}/send", h.Send)
	mux.HandleFunc("POST /admin/ordre/{id}/avbestill", h.CancelOrder)
	mux.HandleFunc("POST /admin/rydd", h.Sweep)
	mux.HandleFunc("POST /admin/steng", h.CloseSeason)

	mux.HandleFunc("POST /vipps/v2/payments/{orderId}", h.VippsCallback) // want:vippscallback/no-polling
	mux.HandleFunc("POST /vipps/v2/payments/{orderId}/shippingDetails", h.VippsShipping)
	mux.HandleFunc("DELETE /vipps/v2/consents/{userId}", h.VippsConsent)

	log.Fatal(http.ListenAndServe(":8080", mux))
}
