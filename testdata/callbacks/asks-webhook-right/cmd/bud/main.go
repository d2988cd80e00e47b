// Command bud sends flowers. It registers its webhook when it starts; what takes
// the events is a function of a cloud.
package main

import (
	"context"
	"log"
	"net/http"
	"os"

	"blomsterhuset.example/bud/vipps"
)

func main() {
	c := vipps.New(os.Getenv("VIPPS_TOKEN"), os.Getenv("VIPPS_KEY"))
	ctx := context.Background()
	if _, err := c.RegisterWebhook(ctx, "https://fn.blomsterhuset.example/vipps", vipps.Authorized, vipps.Aborted); err != nil {
		log.Fatal(err)
	}
	http.HandleFunc("/send", func(w http.ResponseWriter, r *http.Request) {
		p, err := c.CreatePayment(r.Context(), r.FormValue("order"), 39900)
		if err != nil {
			http.Error(w, err.Error(), http.StatusBadGateway)
			return
		}
		go func() {
			log.Println(p.Reference, settled(ctx, c, p.Reference))
		}()
		http.Redirect(w, r, p.RedirectURL, http.StatusSeeOther)
	})
	log.Fatal(http.ListenAndServe(":8080", nil))
}
