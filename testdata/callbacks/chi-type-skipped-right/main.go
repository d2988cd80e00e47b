// Server of a tea house.
package main

import (
	"cmp"
	"log"
	"net/http"
	"os"

	"github.com/go-chi/chi/v5"

	"tehuset.example/server/events"
	"tehuset.example/server/payments"
)

func main() {
	pay := payments.New(cmp.Or(os.Getenv("VIPPS_URL"), "https://apitest.vipps.no"), os.Getenv("VIPPS_TOKEN"), os.Getenv("VIPPS_KEY"))
	go pay.Poll()

	hook := events.Endpoint{Secret: os.Getenv("VIPPS_WEBHOOK_SECRET"), Tell: pay.Decide}
	r := chi.NewRouter()
	r.With(limit).Method("POST", "/vipps/events", hook)
	r.Get("/te/{ref}", func(w http.ResponseWriter, r *http.Request) {
		w.Write([]byte(pay.How(chi.URLParam(r, "ref"))))
	})
	log.Fatal(http.ListenAndServe(":8080", r))
}

// limit keeps bodies short.
func limit(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		r.Body = http.MaxBytesReader(w, r.Body, 64<<10)
		next.ServeHTTP(w, r)
	})
}
