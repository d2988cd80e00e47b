// Command webhookread registers a webhook, starts payments and reads them.
package main

import (
	"context"
	"log"

	"shop/vipps"
)

func main() {
	c := vipps.New("https://api.vipps.no")
	log.Print(c.Register(context.Background(), "https://shop.example/hook"))
	log.Print(c.Create(context.Background(), "ordre-1", 19900))
	log.Print(c.Get(context.Background(), "ordre-1"))
}
