// Command plain starts payments and asks for no callbacks.
package main

import (
	"context"
	"log"

	"shop/vipps"
)

func main() {
	log.Print(vipps.New("https://api.vipps.no").Create(context.Background(), "ordre-1", 19900))
}
