// Command web is a Finnish soap shop.
package main

import (
	"log"
	"net/http"

	"github.com/julienschmidt/httprouter"

	"saippua.example/verkkokauppa/config"
	"saippua.example/verkkokauppa/orders"
	"saippua.example/verkkokauppa/web"
)

func main() {
	cfg := config.Load()
	app := &web.App{Orders: orders.Open(cfg.Folder), Secret: cfg.WebhookSecret}

	router := httprouter.New()
	router.GET("/", app.Front)
	router.GET("/tilaus/:id", app.Order)
	router.POST("/mobilepay/:shop", app.Notify)
	log.Fatal(http.ListenAndServe(cfg.Listen, router))
}
