// Ekspress sells woollen goods by Vipps Hurtigkasse.
package main

import (
	"log"
	"net/http"
	"os"

	"github.com/go-chi/chi/v5"

	"ullvare.example/ekspress/hurtigkasse"
)

func main() {
	h := hurtigkasse.Shop{
		Bearer: os.Getenv("VIPPS_BEARER"), Key: os.Getenv("VIPPS_KEY"), MSN: os.Getenv("VIPPS_MSN"), Secret: os.Getenv("VIPPS_AUTH"),
	}
	r := chi.NewRouter()
	r.Post("/kjop", func(w http.ResponseWriter, r *http.Request) {
		url, err := h.Buy(r.Context(), 89900) // want:vippscallback/no-polling
		if err != nil {
			http.Error(w, err.Error(), http.StatusBadGateway)
			return
		}
		http.Redirect(w, r, url, http.StatusSeeOther)
	})
	r.Route("/vipps/v2", func(r chi.Router) {
		r.Post("/payments/{orderId}/shippingDetails", h.Freight)
		r.Delete("/consents/{userId}", h.Forget)
	})
	log.Fatal(http.ListenAndServe(":8080", r))
}
