// Command web takes webhooks; another program of the module polls.
package main

import (
	"context"
	"log"
	"net/http"

	"mains/client"
	"shop/hooks"
)

func main() {
	mux := http.NewServeMux()
	mux.HandleFunc("/buy", func(w http.ResponseWriter, r *http.Request) {
		log.Print(client.Create(context.Background(), r.FormValue("ref")))
	})
	(&hooks.Hooks{}).Routes(mux) // a worker may
	log.Fatal(http.ListenAndServe(":8080", mux))
}
