package main

import (
	"log"
	"os"
	"time"

	"github.com/gin-gonic/gin"

	"billettkiosk.example/pay/hooks"
	"billettkiosk.example/pay/kasse"
	"billettkiosk.example/pay/stripe"
)

func main() {
	k := kasse.New()
	s := stripe.Client{Key: os.Getenv("STRIPE_KEY")}
	go func() {
		for {
			time.Sleep(30 * time.Second)
			for _, id := range k.Open("stripe") {
				if done, err := s.Succeeded(id); err == nil && done {
					k.Paid(id)
				}
			}
		}
	}()

	r := gin.Default()
	group := r.Group("/hooks")
	group.POST("/stripe", hooks.Stripe(k, os.Getenv("STRIPE_SECRET")))
	group.POST("/adyen", hooks.Adyen(k, os.Getenv("ADYEN_USER"), os.Getenv("ADYEN_PASSWORD")))
	group.POST("/vipps", hooks.Vipps(k, os.Getenv("VIPPS_SECRET"))) // want:vippscallback/no-polling
	log.Fatal(r.Run(":8080"))
}
