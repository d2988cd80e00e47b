// Command formspolled has handlers of every form, and polls.
package main

import (
	"context"
	"log"

	"shop/vipps"
)

func main() {
	go func() { log.Print(vipps.New("https://api.vipps.no").Poll(context.Background(), "ordre-1")) }()
	routes()
}
