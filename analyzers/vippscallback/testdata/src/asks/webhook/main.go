// Command webhook registers a webhook and starts payments.
package main

import (
	"context"
	"log"

	"shop/vipps"
)

func main() {
	c := vipps.New("https://api.vipps.no")
	log.Print(c.Register(context.Background(), "https://shop.example/hook")) // want "callbacks are asked for, and nothing in the program reads the payments back"
	log.Print(c.Create(context.Background(), "ordre-1", 19900))
}
