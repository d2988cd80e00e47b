// Command routerspolled takes callbacks by every router, and polls.
package main

import (
	"context"
	"log"
	"net/http"

	"shop/vipps"
)

func main() {
	routes()
	go func() {
		state, err := vipps.New("https://api.vipps.no").Poll(context.Background(), "ordre-1")
		log.Println(state, err)
	}()
	log.Fatal(http.ListenAndServe(":8080", nil))
}
