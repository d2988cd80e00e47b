// Booking rents out cabins; the callbacks go to a service of others.
package main

import (
	"log"
	"net/http"
	"os"

	"hyttemarked.example/booking/payment"
)

func main() {
	p := &payment.Vipps{
		HTTP: http.DefaultClient, Base: "https://api.vipps.no", Token: os.Getenv("VIPPS_TOKEN"), Key: os.Getenv("VIPPS_KEY"),
		MSN: os.Getenv("VIPPS_MSN"), CallbackToken: os.Getenv("VIPPS_CALLBACK_TOKEN"),
	}
	http.HandleFunc("POST /book/{id}", func(w http.ResponseWriter, r *http.Request) {
		id := "hytte-" + r.PathValue("id")
		url, err := p.Initiate(r.Context(), id, 250000) // want:vippscallback/no-polling
		if err != nil {
			http.Error(w, err.Error(), http.StatusBadGateway)
			return
		}
		http.Redirect(w, r, url, http.StatusSeeOther)
	})
	log.Fatal(http.ListenAndServe(":8080", nil))
}
