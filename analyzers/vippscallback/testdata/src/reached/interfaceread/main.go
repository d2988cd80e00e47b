// Command interfaceread reads back through an interface, in a package that
// knows nothing of Vipps.
package main

import (
	"context"
	"log"
	"net/http"

	"shop/hooks"
	"shop/orders"
	"shop/vipps"
)

type payments interface {
	Create(ctx context.Context, ref string, ore int64) error
	Get(ctx context.Context, ref string) (*vipps.Payment, error)
}

func buy(p payments) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if err := p.Create(r.Context(), r.FormValue("ref"), 19900); err != nil {
			http.Error(w, err.Error(), http.StatusBadGateway)
		}
	}
}

// states tells the orders what became of their payments.
type states struct{ p payments }

func (s states) State(ref string) (string, error) {
	p, err := s.p.Get(context.Background(), ref)
	if err != nil {
		return "", err
	}
	return p.State, nil
}

func main() {
	mux := http.NewServeMux()
	c := vipps.New("https://api.vipps.no")
	mux.HandleFunc("/buy", buy(c))
	go orders.Watch(states{c})
	(&hooks.Hooks{}).Routes(mux)
	log.Fatal(http.ListenAndServe(":8080", mux))
}
