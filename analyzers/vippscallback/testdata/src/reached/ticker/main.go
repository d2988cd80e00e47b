// Command ticker reads back by a ticker.
package main

import (
	"context"
	"log"
	"net/http"
	"time"

	"shop/hooks"
	"shop/vipps"
)

func watch(c *vipps.Client, refs <-chan string) {
	for range time.Tick(2 * time.Second) {
		log.Print(c.Get(context.Background(), <-refs))
	}
}

func main() {
	mux := http.NewServeMux()
	go watch(vipps.New("https://api.vipps.no"), make(chan string))
	(&hooks.Hooks{}).Routes(mux) // read back
	log.Fatal(http.ListenAndServe(":8080", mux))
}
