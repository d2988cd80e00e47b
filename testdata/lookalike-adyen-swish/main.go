// Command butikk sells gifts through Adyen and Swish. It never talks to Vipps.
package main

import (
	"context"
	"log"
	"net/http"
	"os"

	"nordlysgaver.example/butikk/internal/adyen"
	"nordlysgaver.example/butikk/internal/gateway"
	"nordlysgaver.example/butikk/internal/swish"
	"nordlysgaver.example/butikk/internal/web"
)

func main() {
	key, account := os.Getenv("ADYEN_KEY"), os.Getenv("ADYEN_ACCOUNT")
	vippsClient := &adyen.Client{Key: key, Account: account, Method: gateway.Vipps}
	shop := &web.Shop{Gateways: map[gateway.Method]gateway.Gateway{
		gateway.Card:  &adyen.Client{Key: key, Account: account, Method: gateway.Card},
		gateway.Vipps: vippsClient,
		gateway.Swish: &swish.Client{HTTP: http.DefaultClient, Number: os.Getenv("SWISH_NUMBER")},
	}}
	http.HandleFunc("POST /betal", shop.Pay)
	http.HandleFunc("POST /avbestill", shop.Cancel)
	http.HandleFunc("GET /vipps/callback", shop.Back)
	http.HandleFunc("POST /adyen/webhook", shop.AdyenNotice)
	http.HandleFunc("POST /swish/callback", swish.Callback(func(ref string, minor int64) {
		log.Printf("%s paid %d", ref, minor)
	}))
	_ = vippsClient.TestPay(context.Background(), 19.90)
	log.Fatal(http.ListenAndServe(":8080", nil))
}
