// Command pris answers questions on freight for shops that sell by Vipps
// Express, and forgets customers who ask for it.
package main

import (
	"log"
	"net/http"
	"os"

	"github.com/gorilla/mux"

	"fraktservice.example/pris/frakt"
	"fraktservice.example/pris/kunde"
)

func main() {
	book := kunde.Open(os.Getenv("FOLDER"))
	token := os.Getenv("VIPPS_AUTH_TOKEN")
	r := mux.NewRouter()
	r.Use(withToken(token))
	r.Handle("/vipps/v2/payments/{orderId}/shippingDetails", frakt.Details{}).Methods("POST")
	r.HandleFunc("/vipps/express/shipping", frakt.Groups).Methods("POST")
	r.HandleFunc("/vipps/v2/consents/{userId}", book.Forget).Methods("DELETE")
	log.Fatal(http.ListenAndServe(":8080", r))
}
