// Tjeneste sells gift cards.
package main

import (
	"log"
	"os"

	"github.com/gofiber/fiber/v2"

	"gavekort.example/tjeneste/kort"
	"gavekort.example/tjeneste/vipps"
)

func main() {
	shop := &kort.Shop{Vipps: &vipps.Client{Bearer: os.Getenv("BEARER"), Key: os.Getenv("KEY")}, Secret: []byte(os.Getenv("SECRET"))}
	app := fiber.New()
	app.Post("/vipps/:id", shop.Signed, shop.Event)
	app.Get("/kort/:id", shop.Thanks)
	log.Fatal(app.Listen(":3000"))
}
