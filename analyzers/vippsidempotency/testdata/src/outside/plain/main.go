// Command plain is the program that sees all, and no transport that sets a key.
package main

import (
	"net/http"
	"time"

	"outside/orders"
	"outside/vipps"
)

func main() {
	c := vipps.New(&http.Client{Timeout: 10 * time.Second})
	c.Capture("order-0001", nil) // want `is sent without Idempotency-Key`
	c.Capture("order-0002", nil) // said once
	c.Refund("order-0001", nil)
	vipps.Create(http.DefaultClient, nil) // want `is sent without Idempotency-Key`
	s := orders.Service{V: c}
	s.Ship("order-0003") // want `is sent without Idempotency-Key`
	Pay(http.DefaultClient)
}

// Pay takes a client, and all that call it are here.
func Pay(c *http.Client) {
	req, err := http.NewRequest("POST", "https://api.vipps.no/epayment/v1/payments", nil)
	if err != nil {
		return
	}
	c.Do(req) // want `is sent without Idempotency-Key`
}
