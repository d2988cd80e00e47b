// Command lager ships winter clothes that are paid.
package main

import (
	"log"
	"net/http"
	"os"
	"time"

	"github.com/gorilla/mux"

	"vinterklaer.example/lager/ship"
	"vinterklaer.example/lager/vippscheckout"
)

func main() {
	desk := ship.NewDesk(os.Getenv("CHECKOUT_CALLBACK_TOKEN"), vippscheckout.Reader{
		ClientID: os.Getenv("CLIENT_ID"), ClientSecret: os.Getenv("CLIENT_SECRET"), Key: os.Getenv("KEY"),
	})
	go desk.Late(30 * time.Second)
	r := mux.NewRouter()
	r.HandleFunc("/checkout/callback", desk.Checkout).Methods(http.MethodPost)
	log.Fatal(http.ListenAndServe(":8080", r))
}
