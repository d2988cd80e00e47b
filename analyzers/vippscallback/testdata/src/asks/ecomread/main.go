// Command ecomread asks for callbacks and polls.
package main

import (
	"context"
	"log"

	"shop/vipps"
)

func main() {
	c := vipps.New("https://api.vipps.no")
	log.Print(c.Initiate(context.Background(), "ordre-1", "https://shop.example/vipps", 19900))
	log.Print(c.Poll(context.Background(), "ordre-1"))
}
