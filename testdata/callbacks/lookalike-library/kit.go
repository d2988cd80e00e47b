// Package vippskit is shared by the shops of a chain. It starts payments that
// call back and takes the callbacks; each shop polls by itself.
package vippskit

import (
	"context"
	"net/http"
	"time"

	"felles.example/vippskit/internal/wire"
)

// A Kit is one sales unit.
type Kit struct {
	Token, Key, MSN string
	Prefix          string // below which the shop mounts Handler
	CallbackToken   string
	Paid            func(orderID string)
}

// Start begins a payment of an amount in øre and returns where to send the
// payer.
func (k *Kit) Start(ctx context.Context, orderID string, ore int, back string) (string, error) {
	ctx, cancel := context.WithTimeout(ctx, 20*time.Second)
	defer cancel()
	return wire.Initiate(ctx, k.Token, k.Key, wire.Body{
		MerchantInfo: wire.Merchant{
			MerchantSerialNumber: k.MSN,
			CallbackPrefix:       k.Prefix,
			FallBack:             back,
			AuthToken:            k.CallbackToken,
		},
		Transaction: wire.Transaction{OrderID: orderID, Amount: ore, TransactionText: "Kjøp"},
	})
}

// Handler takes the callbacks.
func (k *Kit) Handler() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("POST /v2/payments/{orderId}", func(w http.ResponseWriter, r *http.Request) {
		c, err := wire.Decode(r, k.CallbackToken)
		if err != nil {
			http.Error(w, err.Error(), http.StatusBadRequest)
			return
		}
		if c.Info.Status == "RESERVED" || c.Info.Status == "SALE" {
			k.Paid(c.OrderID)
		}
	})
	return mux
}
