// Command butikk is a shop that does everything right.
package main

import (
	"context"
	"fmt"
	"log"
	"net/http"
	"os"

	"fjellbok.example/butikk/internal/legacy"
	"fjellbok.example/butikk/internal/login"
	"fjellbok.example/butikk/internal/order"
	"fjellbok.example/butikk/internal/vipps"
	"fjellbok.example/butikk/internal/web"
)

func main() {
	pay := vipps.FromEnv()
	shop := &web.Shop{
		Orders: new(order.Store),
		Pay:    pay,
		Old:    &legacy.Shop{MSN: os.Getenv("VIPPS_MSN"), Token: func(context.Context) (string, error) { return os.Getenv("ECOM_TOKEN"), nil }},
		Secret: os.Getenv("VIPPS_WEBHOOK_SECRET"),
	}
	site := &login.Site{
		ClientID: os.Getenv("LOGIN_ID"), Secret: os.Getenv("LOGIN_SECRET"),
		Redirect: "https://fjellbok.example/vipps/callback",
	}

	mux := http.NewServeMux()
	mux.HandleFunc("POST /kasse", shop.Buy)
	mux.HandleFunc("GET /takk", shop.Thanks)
	mux.HandleFunc("GET /takk/app", shop.OldThanks)
	mux.HandleFunc("POST /admin/{ref}/send", shop.Send)
	mux.HandleFunc("POST /admin/{ref}/angre", shop.Regret)
	mux.HandleFunc("POST /vipps/events", shop.Event())
	mux.HandleFunc("GET /epost/callback/{code}", shop.Confirm)
	mux.HandleFunc("GET /logg-inn", site.Start)
	mux.HandleFunc("GET /vipps/callback", site.Callback(func(w http.ResponseWriter, r *http.Request, name, phone string) {
		fmt.Fprintf(w, "Hei %s (+%s)\n", name, phone)
	}))
	if err := pay.Till(context.Background(), "oppstart-1", false); err != nil {
		log.Print("the till does not pay: ", err)
	}
	log.Fatal(http.ListenAndServe(":8080", mux))
}
