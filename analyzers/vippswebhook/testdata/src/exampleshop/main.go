// A shop with the handler of the documentation.
package main

import (
	"log"
	"net/http"
	"os"

	"example"
)

func main() {
	paid := map[string]int64{}
	http.Handle("POST /webhook", example.Handler(os.Getenv("VIPPS_SECRET"), func(e example.Event) error {
		paid[e.Reference] = e.Amount.Value
		return nil
	}))
	log.Fatal(http.ListenAndServe(":8080", nil))
}
