// Booking rents out cabins; the callbacks go to a service of others.
package main

import (
	"context"
	"log"
	"net/http"
	"os"
	"slices"
	"time"

	"hyttemarked.example/booking/payment"
)

func main() {
	p := &payment.Vipps{
		HTTP: http.DefaultClient, Base: "https://api.vipps.no", Token: os.Getenv("VIPPS_TOKEN"), Key: os.Getenv("VIPPS_KEY"),
		MSN: os.Getenv("VIPPS_MSN"), CallbackToken: os.Getenv("VIPPS_CALLBACK_TOKEN"),
	}
	http.HandleFunc("POST /book/{id}", func(w http.ResponseWriter, r *http.Request) {
		id := "hytte-" + r.PathValue("id")
		url, err := p.Initiate(r.Context(), id, 250000)
		if err != nil {
			http.Error(w, err.Error(), http.StatusBadGateway)
			return
		}
		go wait(p, id)
		http.Redirect(w, r, url, http.StatusSeeOther)
	})
	log.Fatal(http.ListenAndServe(":8080", nil))
}

// wait asks for ten minutes what the payer decides.
func wait(p *payment.Vipps, id string) {
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Minute)
	defer cancel()
	for pause := time.NewTimer(5 * time.Second); ; pause.Reset(2 * time.Second) {
		select {
		case <-ctx.Done():
			return
		case <-pause.C:
		}
		done, err := p.Operations(ctx, id)
		if err != nil {
			log.Print(err)
		} else if slices.Contains(done, "RESERVE") {
			log.Print(id, " is booked")
			return
		} else if slices.Contains(done, "CANCEL") || slices.Contains(done, "REJECT") {
			log.Print(id, " is free again")
			return
		}
	}
}
