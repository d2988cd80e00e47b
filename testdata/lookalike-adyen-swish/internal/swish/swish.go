// Package swish sells to Sweden.
package swish

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"strings"

	"nordlysgaver.example/butikk/internal/money"
	"nordlysgaver.example/butikk/internal/order"
)

const base = "https://mss.cpc.getswish.net/swish-cpcapi/api/v2"

// A Client has a number.
type Client struct {
	HTTP   *http.Client
	Number string
}

// Pay asks the telephone of the payer.
func (c *Client) Pay(ctx context.Context, p order.Payment) (string, error) {
	body := fmt.Sprintf(`{"payeePaymentReference":"%s","callbackUrl":"https://nordlysgaver.example/swish/callback",
		"payeeAlias":"%s","payerAlias":"%s","amount":%v,"currency":"SEK","message":"Nordlysgaver"}`,
		p.Reference, c.Number, "+46 70 123 45 67", money.Major(p.Minor)*1.0)
	req, err := http.NewRequestWithContext(ctx, http.MethodPut, base+"/paymentrequests/"+p.Reference, strings.NewReader(body))
	if err != nil {
		return "", err
	}
	resp, err := c.HTTP.Do(req)
	if err != nil {
		return "", err
	}
	resp.Body.Close()
	return resp.Header.Get("Location"), nil
}

// Capture does nothing: Swish takes the money at once.
func (c *Client) Capture(context.Context, string, int64) error { return nil }

// Cancel takes a request back.
func (c *Client) Cancel(ctx context.Context, psp string) error {
	req, _ := http.NewRequestWithContext(ctx, http.MethodPatch, base+"/paymentrequests/"+psp,
		strings.NewReader(`[{"op":"replace","path":"/status","value":"cancelled"}]`))
	resp, _ := c.HTTP.Do(req)
	return resp.Body.Close()
}

// A Notice is the body of a callback.
type Notice struct {
	ID        string  `json:"id"`
	Reference string  `json:"payeePaymentReference"`
	Status    string  `json:"status"`
	Amount    float64 `json:"amount"`
	Currency  string  `json:"currency"`
	ErrorCode string  `json:"errorCode"`
}

// Callback takes the outcome. Swish needs no polling where it comes.
func Callback(paid func(ref string, minor int64)) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		var n Notice
		if err := json.NewDecoder(r.Body).Decode(&n); err != nil {
			http.Error(w, err.Error(), http.StatusBadRequest)
			return
		}
		if n.Status == "PAID" {
			paid(n.Reference, int64(n.Amount*100))
		}
	}
}
