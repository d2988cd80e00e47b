// Command webhookctl lists, adds and removes the webhooks of a sales unit.
package main

import (
	"context"
	"flag"
	"fmt"
	"log"
	"os"

	"verktoy.example/webhookctl/webhooks"
)

func main() {
	log.SetFlags(0)
	add := flag.String("add", "", "`url` to send events to")
	remove := flag.String("remove", "", "`id` to remove")
	flag.Parse()

	api := webhooks.API{Token: os.Getenv("VIPPS_TOKEN"), Key: os.Getenv("VIPPS_KEY"), MSN: os.Getenv("VIPPS_MSN")}
	ctx := context.Background()
	switch {
	case *add != "":
		hook, err := api.Register(ctx, *add, flag.Args())
		if err != nil {
			log.Fatal(err)
		}
		fmt.Println(hook.ID, hook.Secret)
	case *remove != "":
		if err := api.Delete(ctx, *remove); err != nil {
			log.Fatal(err)
		}
	default:
		hooks, err := api.List(ctx)
		if err != nil {
			log.Fatal(err)
		}
		for _, h := range hooks {
			fmt.Println(h.ID, h.URL, h.Events)
		}
	}
}
