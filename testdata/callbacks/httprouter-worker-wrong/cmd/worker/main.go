// Command worker sends parcels to the post at night.
package main

import (
	"log"
	"time"

	"saippua.example/verkkokauppa/config"
	"saippua.example/verkkokauppa/orders"
)

func main() {
	store := orders.Open(config.Load().Folder)
	for {
		for _, id := range store.With("paid") {
			log.Println("parcel for", id)
			if err := store.Put(id, "sent"); err != nil {
				log.Fatal(err)
			}
		}
		time.Sleep(time.Hour)
	}
}
