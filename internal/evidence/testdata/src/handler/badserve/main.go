// A program whose handler is a type.
package main

import (
	"log"
	"net/http"

	"handler/hooks"
)

func main() {
	mux := http.NewServeMux()
	mux.Handle("/vipps/v2/payments/", hooks.Hook{}) // want `unread ecom-callback`
	log.Fatal(http.ListenAndServe(":8080", mux))
}
