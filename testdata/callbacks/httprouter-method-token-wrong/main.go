// Kasse takes payments for a bicycle workshop.
package main

import (
	"log"
	"net/http"
	"os"

	"github.com/julienschmidt/httprouter"

	"sykkelverksted.example/kasse/api"
	"sykkelverksted.example/kasse/vipps"
)

func main() {
	v := vipps.Client{Token: os.Getenv("VIPPS_TOKEN"), Key: os.Getenv("VIPPS_KEY"), MSN: os.Getenv("VIPPS_MSN"), Secret: os.Getenv("VIPPS_CALLBACK_TOKEN")}
	a := api.New(v)
	go a.Watch()

	routes := []struct {
		method, path string
		handle       httprouter.Handle
	}{
		{"POST", "/jobb/:id/betal", a.Pay},
		{"GET", "/jobb/:id", a.Show},
		{"POST", "/vipps/v2/payments/:orderId", a.Callback}, // want:vippswebhook/unauthenticated
	}
	r := httprouter.New()
	for _, route := range routes {
		r.Handle(route.method, route.path, route.handle)
	}
	log.Fatal(http.ListenAndServe(":8080", r))
}
