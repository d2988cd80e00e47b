// Command started starts payments only, with a client that could read them back.
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
}

type shop struct{ p payments }

func (s *shop) buy(w http.ResponseWriter, r *http.Request) {
	if err := s.p.Create(r.Context(), r.FormValue("ref"), 19900); err != nil {
		http.Error(w, err.Error(), http.StatusBadGateway)
	}
}

func main() {
	mux := http.NewServeMux()
	s := &shop{vipps.New("https://api.vipps.no")}
	mux.HandleFunc("/buy", s.buy)
	log.Print("with ", s)
	(&hooks.Hooks{}).Routes(mux) // want "nothing in the program reads the payments of this callback back"
	log.Fatal(http.ListenAndServe(":8080", mux))
}
