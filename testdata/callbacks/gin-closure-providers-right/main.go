package main

import (
	"log"
	"os"
	"time"

	"github.com/gin-gonic/gin"

	"billettkiosk.example/pay/hooks"
	"billettkiosk.example/pay/kasse"
	"billettkiosk.example/pay/stripe"
	"billettkiosk.example/pay/vipps"
)

func main() {
	k := kasse.New()
	s := stripe.Client{Key: os.Getenv("STRIPE_KEY")}
	v := vipps.Client{Token: os.Getenv("VIPPS_TOKEN"), Key: os.Getenv("VIPPS_KEY")}
	go func() {
		for {
			time.Sleep(30 * time.Second)
			for _, id := range k.Open("stripe") {
				if done, err := s.Succeeded(id); err == nil && done {
					k.Paid(id)
				}
			}
			for _, id := range k.Open("vipps") {
				done, err := v.Authorized(id)
				if err != nil {
					log.Print("vipps: ", err)
				} else if done {
					k.Paid(id)
				}
			}
		}
	}()

	r := gin.Default()
	group := r.Group("/hooks")
	group.POST("/stripe", hooks.Stripe(k, os.Getenv("STRIPE_SECRET")))
	group.POST("/adyen", hooks.Adyen(k, os.Getenv("ADYEN_USER"), os.Getenv("ADYEN_PASSWORD")))
	group.POST("/vipps", hooks.Vipps(k, os.Getenv("VIPPS_SECRET")))
	log.Fatal(r.Run(":8080"))
}
