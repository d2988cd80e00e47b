// Command abonnement runs the subscriptions of a Danish weekly.
package main

import (
	"log"
	"os"
	"time"

	"github.com/gofiber/fiber/v2"

	"ugeblad.example/abonnement/hooks"
	"ugeblad.example/abonnement/mobilepay"
)

func main() {
	hooks.Secret = os.Getenv("MP_WEBHOOK_SECRET")
	api := mobilepay.API{Token: os.Getenv("MP_TOKEN"), Key: os.Getenv("MP_KEY")}
	go watch(api)

	app := fiber.New()
	app.Get("/", func(c *fiber.Ctx) error { return c.SendString("Ugebladet") })
	app.Post("/tegn/:nummer", func(c *fiber.Ctx) error {
		url, err := api.Draft(c.Params("nummer"))
		if err != nil {
			return c.SendStatus(fiber.StatusInternalServerError)
		}
		return c.JSON(url)
	})
	app.Post("/mobilepay/hook", hooks.Recurring) // want:vippscallback/no-polling
	log.Fatal(app.Listen(":8000"))
}

// watch looks after single issues, which are paid at once.
func watch(api mobilepay.API) {
	for range time.Tick(10 * time.Second) {
		for _, ref := range hooks.OpenIssues() {
			paid, err := api.IssuePaid(ref)
			if err != nil {
				log.Println(err)
			} else if paid {
				hooks.CloseIssue(ref)
			}
		}
	}
}
