// Command ecom asks for callbacks that nobody here takes.
package main

import (
	"context"
	"log"

	"shop/vipps"
)

func main() {
	c := vipps.New("https://api.vipps.no")
	log.Print(c.Initiate(context.Background(), "ordre-1", "https://shop.example/vipps", 19900)) // want "callbacks are asked for, and nothing in the program reads the payments back"
}
