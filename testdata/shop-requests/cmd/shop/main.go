package main

import (
	"context"
	"fmt"
	"os"

	"fjordbilletter.no/kasse/internal/access"
)

func main() {
	c := access.New(access.Config{
		ClientID:        "7c1d5e0a-14a1-4b8e-9d2f-0b6f4d1a9c77",
		ClientSecret:    "t5Gh8Kq2Wm~xZ1vC4bN7pL0sD3fJ6yRa", // want:vippssecret/hardcoded
		SubscriptionKey: os.Getenv("VIPPS_SUBSCRIPTION_KEY"),
		MSN:             "654321",
	})
	if err := c.Create(context.Background(), os.Args[1], nil); err != nil {
		fmt.Println(err)
		os.Exit(1)
	}
}

func second() *access.Client { return access.New(access.Load()) }

var _ = second
