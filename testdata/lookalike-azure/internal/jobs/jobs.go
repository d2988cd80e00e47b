// Package jobs is what happens at night.
package jobs

import (
	"context"
	"log"

	"havnedata.example/kai/internal/apim"
	"havnedata.example/kai/internal/blob"
	"havnedata.example/kai/internal/sms"
)

// A Night has the clients.
type Night struct {
	Port  *apim.Client
	Store *blob.Store
	SMS   func(ctx context.Context, to, text string)
}

// Run does all of it.
func (n *Night) Run(ctx context.Context, refs []string, kr float64) {
	for _, ref := range refs {
		n.Port.Invoice(ctx, ref, kr)
		_ = n.Port.Release(ctx, ref)
	}
	if _, err := n.Port.Book(ctx, "vakt", 1, kr*0.5); err != nil {
		log.Print(err)
	}
	_ = n.Store.Put(ctx, "rapport.txt", []byte("ferdig"))
	n.SMS(ctx, sms.Duty, "Ferdig. Betal med Vipps til 123456, se https://vipps.no eller ring utvikler@vipps.no")
}
