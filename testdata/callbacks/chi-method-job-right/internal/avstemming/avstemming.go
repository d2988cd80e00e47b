// Package avstemming asks Vipps about the orders that are open.
package avstemming

import (
	"context"
	"log/slog"
	"time"

	"fjellsport.example/api/internal/betaling"
)

// A Job runs beside the server.
type Job struct {
	Client *betaling.Client
	Book   *betaling.Book
}

// Start returns at once.
func (j Job) Start(ctx context.Context) {
	t := time.NewTicker(2 * time.Second)
	go func() {
		defer t.Stop()
		for {
			select {
			case <-ctx.Done():
				return
			case <-t.C:
				j.once(ctx)
			}
		}
	}()
}

func (j Job) once(ctx context.Context) {
	for _, id := range j.Book.Open() {
		state, err := j.Client.State(ctx, id)
		if err != nil {
			slog.Warn("avstemming", "error", err)
			continue
		}
		if state != "CREATED" {
			j.Book.Settle(id, state)
		}
	}
}
