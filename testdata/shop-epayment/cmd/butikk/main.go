// Command butikk is the web shop of Kanelbakeriet.
package main

import (
	"context"
	"log"
	"log/slog"
	"net/http"
	"os"

	"kanelbakeriet.example/butikk/internal/epay"
	"kanelbakeriet.example/butikk/internal/poll"
	"kanelbakeriet.example/butikk/internal/server"
	"kanelbakeriet.example/butikk/internal/webhook"
)

func main() {
	ctx := context.Background()
	pay := epay.New(os.Getenv("VIPPS_BASE_URL"), epay.Keys{
		ClientID:        os.Getenv("VIPPS_CLIENT_ID"),
		ClientSecret:    os.Getenv("VIPPS_CLIENT_SECRET"),
		SubscriptionKey: os.Getenv("VIPPS_SUBSCRIPTION_KEY"),
		MSN:             os.Getenv("VIPPS_MSN"),
	})
	settle := func(ref, state string) { slog.Info("settled", "ref", ref, "state", state) }
	poller := &poll.Poller{Pay: pay, Settle: settle}
	go poller.Run(ctx)

	s := &server.Server{
		Pay:       pay,
		Hook:      &webhook.Receiver{Secret: os.Getenv("VIPPS_WEBHOOK_SECRET"), Settle: settle},
		Watch:     poller.Watch,
		PublicURL: "https://kanelbakeriet.example",
	}
	log.Fatal(http.ListenAndServe(":8080", s.Handler()))
}
