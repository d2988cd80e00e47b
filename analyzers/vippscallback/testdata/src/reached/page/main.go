// Command page reads back on the page to which the payer returns, through an interface.
package main

import (
	"context"
	"log"
	"net/http"

	"shop/hooks"
	"shop/vipps"
)

type reader interface {
	Get(ctx context.Context, ref string) (*vipps.Payment, error)
}

type page struct{ r reader }

func (p page) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if pay, err := p.r.Get(r.Context(), r.FormValue("ref")); err == nil {
		log.Print(pay.State)
	}
}

func main() {
	mux := http.NewServeMux()
	mux.Handle("/thanks", page{vipps.New("https://api.vipps.no")})
	(&hooks.Hooks{}).Routes(mux) // read back
	log.Fatal(http.ListenAndServe(":8080", mux))
}
