// Command admin only administers webhooks.
package main

import (
	"context"
	"log"

	"shop/vipps"
)

func main() {
	log.Print(vipps.New("https://api.vipps.no").Register(context.Background(), "https://shop.example/hook"))
}
