// Nett is the web shop of a hardware store.
package main

import (
	"log"
	"net/http"
	"os"

	"github.com/go-chi/chi/v5"

	"brodrene-dahl.example/nett/cron"
	"brodrene-dahl.example/nett/db"
	"brodrene-dahl.example/nett/vippsecom"
)

func main() {
	store := db.New()
	vipps := vippsecom.Vipps{
		Client: http.DefaultClient,
		URL:    "https://api.vipps.no/ecomm/v2/payments",
		Header: http.Header{
			"Authorization":             {"Bearer " + os.Getenv("VIPPS_BEARER")},
			"Ocp-Apim-Subscription-Key": {os.Getenv("VIPPS_PRIMARY")},
			"Content-Type":              {"application/json"},
		},
		MSN:       os.Getenv("VIPPS_MSN"),
		AuthToken: os.Getenv("VIPPS_AUTH_TOKEN"),
	}

	c := cron.New()
	c.AddFunc("@daily", func() { store.Forget() })
	c.AddFunc("@every 10s", func() {
		if err := vipps.Check(store.Unpaid(), store.Paid); err != nil {
			log.Print(err)
		}
	})
	c.Start()

	r := chi.NewRouter()
	r.Get("/", func(w http.ResponseWriter, r *http.Request) { w.Write([]byte("Verktøy")) })
	r.Post("/handlekurv/betal", pay(store, vipps))
	r.Method(http.MethodPost, "/vipps/v2/payments/{orderId}", vipps.CallbackHandler(store.Paid))
	log.Fatal(http.ListenAndServe(":80", r))
}

func pay(store *db.DB, vipps vippsecom.Vipps) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		order := store.NewOrder()
		link, err := vipps.Initiate(order, 59900)
		if err != nil {
			log.Print(err)
			http.Error(w, "Vipps er nede", http.StatusServiceUnavailable)
			return
		}
		http.Redirect(w, r, link, http.StatusSeeOther)
	}
}
