// A program that takes stored callbacks from its own files, and no requests.
package main

import (
	"encoding/json"
	"log"
	"os"

	"handler/hooks"
)

func main() {
	b, err := os.ReadFile("callback.json")
	if err != nil {
		log.Fatal(err)
	}
	var cb hooks.Callback
	if err := json.Unmarshal(b, &cb); err != nil {
		log.Fatal(err)
	}
	log.Print(cb.OrderID)
}
