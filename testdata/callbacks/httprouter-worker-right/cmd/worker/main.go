// Command worker asks about open payments and sends parcels to the post.
package main

import (
	"log"
	"time"

	"saippua.example/verkkokauppa/config"
	"saippua.example/verkkokauppa/mobilepay"
	"saippua.example/verkkokauppa/orders"
)

func main() {
	cfg := config.Load()
	store := orders.Open(cfg.Folder)
	for {
		for _, id := range store.With("open") {
			state, err := mobilepay.State(cfg.Token, cfg.Key, id)
			if err != nil {
				log.Println(err)
				continue
			}
			switch state {
			case "AUTHORIZED":
				put(store, id, "paid")
			case "ABORTED", "EXPIRED", "TERMINATED":
				put(store, id, "given up")
			}
		}
		for _, id := range store.With("paid") {
			log.Println("parcel for", id)
			put(store, id, "sent")
		}
		time.Sleep(time.Minute)
	}
}

func put(store *orders.Store, id, status string) {
	if err := store.Put(id, status); err != nil {
		log.Fatal(err)
	}
}
