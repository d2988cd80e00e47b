// Command lost imports the poller and never starts it.
package main

import (
	"log"
	"net/http"

	"split/handlers"
	"split/poller"
)

func main() {
	http.Handle("/events", handlers.Vipps()) // want "nothing in the program reads the payments of this callback back"
	log.Println("others poll every", poller.Interval)
	log.Fatal(http.ListenAndServe(":8080", nil))
}
