// Command polled starts the poller.
package main

import (
	"log"
	"net/http"

	"split/handlers"
	"split/poller"
)

func main() {
	http.Handle("/events", handlers.Vipps())
	http.HandleFunc("/buy", func(w http.ResponseWriter, r *http.Request) {
		go func() { log.Print(poller.Run(r.FormValue("ref"))) }()
	})
	log.Fatal(http.ListenAndServe(":8080", nil))
}
