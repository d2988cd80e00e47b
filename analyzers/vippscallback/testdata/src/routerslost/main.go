// Command routerslost takes callbacks by every router, and could poll.
package main

import (
	"context"
	"log"
	"net/http"

	"shop/vipps"
)

func main() {
	routes()
	if err := vipps.New("https://api.vipps.no").Create(context.Background(), "ordre-1", 19900); err != nil {
		log.Print(err)
	}
	log.Fatal(http.ListenAndServe(":8080", nil))
}
