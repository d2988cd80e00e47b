// A program whose handlers are wired by another package.
package main

import (
	"log"
	"net/http"

	"handler/hooks"
)

func main() {
	mux := http.NewServeMux()
	s := hooks.New()
	s.Routes(mux)                             // want `unread ecom-callback`
	mux.Handle("/v2/payments/x", s.Handler()) // want `unread ecom-callback`
	log.Fatal(http.ListenAndServe(":80", mux))
}
