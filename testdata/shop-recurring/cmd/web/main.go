// Command web serves the pages.
package main

import (
	"log"
	"net/http"
	"os"

	"fjelltrening.example/medlem/medlem"
	"fjelltrening.example/medlem/server"
	"fjelltrening.example/medlem/vippsklient"
)

func main() {
	c := vippsklient.New(vippsklient.Options{
		Test:            os.Getenv("TEST") != "",
		ClientID:        os.Getenv("VIPPS_CLIENT_ID"),
		ClientSecret:    os.Getenv("VIPPS_CLIENT_SECRET"),
		SubscriptionKey: os.Getenv("VIPPS_KEY"),
		MSN:             os.Getenv("VIPPS_MSN"),
	})
	h := server.New(c, new(medlem.Register), os.Getenv("VIPPS_WEBHOOK_SECRET"), os.Getenv("CHECKOUT_TOKEN")) // want:vippscallback/no-polling
	log.Fatal(http.ListenAndServe(":8080", h))
}
