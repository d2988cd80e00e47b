// Command trekk draws the fees; cron starts it on the first of each month.
package main

import (
	"context"
	"log"
	"os"
	"time"

	"fjelltrening.example/medlem/medlem"
	"fjelltrening.example/medlem/trekk"
	"fjelltrening.example/medlem/vippsklient"
	"fjelltrening.example/medlem/vippsklient/recurring"
)

func main() {
	c := vippsklient.New(vippsklient.Options{
		ClientID:        os.Getenv("VIPPS_CLIENT_ID"),
		ClientSecret:    os.Getenv("VIPPS_CLIENT_SECRET"),
		SubscriptionKey: os.Getenv("VIPPS_KEY"),
		MSN:             os.Getenv("VIPPS_MSN"),
	})
	bank, err := os.Create("avtalegiro.txt")
	if err != nil {
		log.Fatal(err)
	}
	t := &trekk.Tjeneste{Vipps: recurring.API{Client: c}, Register: new(medlem.Register), Bank: bank}
	feil := t.Kjor(context.Background(), time.Now())
	if err := bank.Close(); err != nil {
		log.Fatal(err)
	}
	if feil > 0 {
		log.Fatalf("%d members were not charged", feil)
	}
}
