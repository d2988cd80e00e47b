// Command lost wires the handler and polls nowhere.
package main

import (
	"log"
	"net/http"

	"split/handlers"
)

func main() {
	http.Handle("/events", handlers.Vipps()) // want "nothing in the program reads the payments of this callback back"
	log.Fatal(http.ListenAndServe(":8080", nil))
}
