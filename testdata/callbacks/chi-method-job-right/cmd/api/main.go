// Command api serves the shop of Fjellsport.
package main

import (
	"context"
	"log/slog"
	"net/http"
	"os"
	"os/signal"

	"github.com/go-chi/chi/v5"

	"fjellsport.example/api/internal/avstemming"
	"fjellsport.example/api/internal/betaling"
	"fjellsport.example/api/internal/hendelser"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if err := run(ctx); err != nil {
		slog.Error("api", "error", err)
		os.Exit(1)
	}
}

func run(ctx context.Context) error {
	client := betaling.NewClient(betaling.FromEnv())
	book := betaling.NewBook()

	avstemming.Job{Client: client, Book: book}.Start(ctx)

	r := chi.NewRouter()
	r.Route("/api", func(r chi.Router) {
		r.Post("/ordre", func(w http.ResponseWriter, req *http.Request) {
			url, err := client.Start(req.Context(), req.FormValue("id"), 129900)
			if err != nil {
				http.Error(w, err.Error(), http.StatusBadGateway)
				return
			}
			book.Add(req.FormValue("id"))
			http.Redirect(w, req, url, http.StatusSeeOther)
		})
		r.Mount("/vipps", hendelser.New(book, os.Getenv("VIPPS_HEMMELIGHET")))
	})

	srv := &http.Server{Addr: ":8080", Handler: r}
	go func() {
		<-ctx.Done()
		srv.Close()
	}()
	return srv.ListenAndServe()
}
