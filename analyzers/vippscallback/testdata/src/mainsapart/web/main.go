// Command web takes webhooks; the other programs of the module have nothing to do with Vipps.
package main

import (
	"context"
	"log"
	"net/http"

	"mainsapart/client"
	"shop/hooks"
)

func main() {
	mux := http.NewServeMux()
	mux.HandleFunc("/buy", func(w http.ResponseWriter, r *http.Request) {
		log.Print(client.Create(context.Background(), r.FormValue("ref")))
	})
	(&hooks.Hooks{}).Routes(mux) // want "nothing in the program reads the payments of this callback back"
	log.Fatal(http.ListenAndServe(":8080", mux))
}
