// Command limitations never reads a payment back. Nothing is reported: one that
// has the name of the method which would is called through some interface.
package main

import (
	"context"
	"log"
	"net/http"

	"shop/hooks"
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

// stock has a method of the same name.
type stock interface {
	Get(ctx context.Context, article string) (int, error)
}

func left(s stock) (int, error) { return s.Get(context.Background(), "kaffe") }

func main() {
	mux := http.NewServeMux()
	mux.HandleFunc("/buy", buy(vipps.New("https://api.vipps.no")))
	(&hooks.Hooks{}).Routes(mux)
	log.Fatal(http.ListenAndServe(":8080", mux))
}
