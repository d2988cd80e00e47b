package pay

import (
	"context"
	"log"
	"time"
)

// Sweep asks the provider about all that is not paid, as long as ctx lives.
func Sweep(ctx context.Context, p Provider, l *Ledger) {
	for ctx.Err() == nil {
		time.Sleep(5 * time.Second)
		for _, id := range l.Unpaid() {
			taken, err := p.Taken(ctx, id)
			switch {
			case err != nil:
				log.Println("sweep:", err)
			case taken:
				l.Close(id)
			}
		}
	}
}
