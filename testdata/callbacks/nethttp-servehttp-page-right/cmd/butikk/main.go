// Command butikk is the shop of a coffee roaster.
package main

import (
	"flag"
	"log"
	"net/http"
	"os"

	"kaffebrenneriet-nord.example/butikk/ecom"
	"kaffebrenneriet-nord.example/butikk/shop"
)

func main() {
	listen := flag.String("listen", ":9000", "`address` to listen on")
	flag.Parse()

	api := &ecom.API{
		Host:   "https://api.vipps.no",
		Token:  os.Getenv("VIPPS_ACCESS_TOKEN"),
		Key:    os.Getenv("OCP_KEY"),
		MSN:    os.Getenv("MSN"),
		Secret: os.Getenv("CALLBACK_TOKEN"),
	}
	store := shop.NewStore()
	http.Handle("/vipps/v2/payments/", &shop.Callback{Store: store, Token: api.Secret})
	http.Handle("/checkout", &shop.Checkout{Store: store, API: api})
	http.Handle("/thanks", &shop.Thanks{Store: store, API: api})
	log.Fatal(http.ListenAndServe(*listen, nil))
}
