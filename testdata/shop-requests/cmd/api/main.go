package main

import (
	"context"
	"flag"
	"log"
	"net/http"
	"os"

	"fjordbilletter.no/kasse/internal/orders"
	"fjordbilletter.no/kasse/internal/vipps"
)

const testKey = "8d3f1a7c52e94b06a1c7d2f08be4935a"

func main() {
	secret := flag.String("secret", os.Getenv("VIPPS_CLIENT_SECRET"), "client secret")
	flag.Parse()
	cfg := vipps.Config{
		BaseURL:         "https://api.vipps.no",
		ClientID:        os.Getenv("VIPPS_CLIENT_ID"),
		ClientSecret:    vipps.Secret(*secret),
		SubscriptionKey: testKey, // want:vippssecret/hardcoded
		MSN:             "123456",
	}
	s := &orders.Service{V: vipps.New(cfg)}
	http.HandleFunc("POST /capture/{ref}", func(w http.ResponseWriter, r *http.Request) {
		if err := s.CaptureSoft(r.Context(), r.PathValue("ref"), 34900); err != nil {
			http.Error(w, err.Error(), http.StatusBadGateway)
		}
	})
	if err := s.CaptureRow(context.Background(), &orders.Row{Ref: "order-0001", Ore: 100}); err != nil {
		log.Fatal(err)
	}
	if err := s.CaptureNaked(context.Background(), "order-0002", 100); err != nil {
		log.Print(err)
	}
	if err := s.V.Refund(context.Background(), "order-0003", 100); err != nil {
		log.Print(err)
	}
	log.Fatal(http.ListenAndServe(":8080", nil))
}
