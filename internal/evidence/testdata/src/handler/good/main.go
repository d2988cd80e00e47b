// A program that polls as well, in another package.
package main

import (
	"log"
	"net/http"
	"time"

	"handler/hooks"
	"handler/poll"
)

func main() {
	mux := http.NewServeMux()
	hooks.New().Routes(mux)
	mux.Handle("/hook", hooks.Hook{})
	go func() {
		for range time.Tick(2 * time.Second) {
			if state, err := poll.Details("https://api.vipps.no", "ordre-10001"); err == nil { // want `GET /ecomm/v2/payments/{orderId}/details answer -1 -1 1`
				log.Print(state)
			}
		}
	}()
	log.Fatal(http.ListenAndServe(":8080", mux))
}
