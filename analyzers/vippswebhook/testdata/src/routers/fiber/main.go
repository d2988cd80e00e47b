// A shop with fiber: one route behind a check, one not.
package main

import (
	"crypto/subtle"
	"os"

	"github.com/gofiber/fiber/v2"
)

type callback struct {
	MSN     string `json:"merchantSerialNumber"`
	OrderID string `json:"orderId"`
	Info    struct {
		Status string `json:"status"`
	} `json:"transactionInfo"`
}

var orders = map[string]string{}

func act(cb callback) { orders[cb.OrderID] = cb.Info.Status }

func open(c *fiber.Ctx) error {
	var cb callback
	if err := c.BodyParser(&cb); err != nil {
		return err
	}
	act(cb) // want `nothing checks who sent it`
	return c.SendStatus(200)
}

func closed(c *fiber.Ctx) error {
	var cb callback
	if err := c.BodyParser(&cb); err != nil {
		return err
	}
	act(cb)
	return c.SendStatus(200)
}

func auth(c *fiber.Ctx) error {
	if subtle.ConstantTimeCompare([]byte(c.Get("Authorization")), []byte(os.Getenv("TOKEN"))) != 1 {
		return c.SendStatus(401)
	}
	return c.Next()
}

func main() {
	app := fiber.New()
	app.Post("/open", open)
	app.Post("/closed", auth, closed)
	app.Listen(":8080")
}
