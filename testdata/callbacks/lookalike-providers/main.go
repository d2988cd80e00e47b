// Api rents out tents. Vipps is read when the customer comes back; Adyen and
// Klarna send notifications.
package main

import (
	"log"
	"os"

	"github.com/gofiber/fiber/v2"

	"teltutleie.example/api/payments"
)

func main() {
	p := payments.Payments{VippsToken: os.Getenv("VIPPS_TOKEN"), VippsKey: os.Getenv("VIPPS_KEY"), KlarnaUser: os.Getenv("KLARNA_USER"), KlarnaPassword: os.Getenv("KLARNA_PASSWORD")}
	app := fiber.New()
	app.Post("/rent/:tent", p.Rent)
	app.Get("/return/:ref", p.Return)
	app.Post("/callbacks/adyen", p.Adyen)
	app.Post("/callbacks/klarna/:order", p.Klarna)
	log.Fatal(app.Listen(":9090"))
}
