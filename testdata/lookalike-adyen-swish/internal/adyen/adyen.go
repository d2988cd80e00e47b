// Package adyen sells through Adyen, which has Vipps among its methods.
package adyen

import (
	"bytes"
	"context"
	"encoding/json"
	"net/http"

	"nordlysgaver.example/butikk/internal/gateway"
	"nordlysgaver.example/butikk/internal/order"
)

const (
	checkout = "https://checkout-test.adyen.com/v71"
	pal      = "https://pal-test.adyen.com/pal/servlet/Payment/v68"
)

type amount struct {
	Currency string  `json:"currency"`
	Value    float64 `json:"value"`
}

type modification struct {
	MerchantAccount    string `json:"merchantAccount"`
	ModificationAmount amount `json:"modificationAmount"`
	OriginalReference  string `json:"originalReference"`
	Reference          string `json:"reference"`
}

type paymentMethod struct {
	Type            string `json:"type"`
	TelephoneNumber string `json:"telephoneNumber,omitempty"`
}

type payment struct {
	Amount          amount        `json:"amount"`
	MerchantAccount string        `json:"merchantAccount"`
	PaymentMethod   paymentMethod `json:"paymentMethod"`
	Reference       string        `json:"reference"`
	ReturnURL       string        `json:"returnUrl"`
}

// A Client is one merchant account.
type Client struct {
	Key     string
	Account string
	Method  gateway.Method
}

// Pay starts a payment. Adyen wants the telephone with a plus.
func (c *Client) Pay(ctx context.Context, p order.Payment) (string, error) {
	in := payment{
		Amount:          amount{Currency: p.Currency, Value: float64(p.Minor)},
		MerchantAccount: c.Account,
		PaymentMethod:   paymentMethod{Type: string(c.Method)},
		Reference:       p.Reference,
		ReturnURL:       "https://nordlysgaver.example/vipps/callback",
	}
	if c.Method == gateway.Vipps {
		in.PaymentMethod.TelephoneNumber = "+47" + p.Phone
	}
	resp, err := c.post(ctx, checkout+"/payments", in)
	if err != nil {
		return "", err
	}
	defer resp.Body.Close()
	var out struct {
		PSPReference string `json:"pspReference"`
		Action       struct {
			URL string `json:"url"`
		} `json:"action"`
	}
	err = json.NewDecoder(resp.Body).Decode(&out)
	return out.Action.URL, err
}

// TestPay is the payment of the form in the back office.
func (c *Client) TestPay(ctx context.Context, kr float64) error {
	_, err := c.Pay(ctx, order.Payment{Reference: "test", Minor: int64(kr * 100), Currency: "NOK", Phone: "480 59 528"})
	return err
}

// Capture takes an amount.
func (c *Client) Capture(ctx context.Context, psp string, minor int64) error {
	resp, err := c.post(ctx, pal+"/capture", modification{
		MerchantAccount:    c.Account,
		ModificationAmount: amount{Currency: "NOK", Value: float64(minor)},
		OriginalReference:  psp,
		Reference:          psp + "-capture",
	})
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// CapturePart takes a part, in kroner.
func (c *Client) CapturePart(ctx context.Context, psp string, kr float64) error {
	resp, err := c.post(ctx, pal+"/capture", map[string]any{
		"merchantAccount":    c.Account,
		"originalReference":  psp,
		"modificationAmount": map[string]any{"currency": "NOK", "value": int64(kr * 100)},
	})
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// Cancel lets go.
func (c *Client) Cancel(ctx context.Context, psp string) error {
	resp, _ := c.post(ctx, pal+"/cancel", map[string]string{"merchantAccount": c.Account, "originalReference": psp})
	if resp != nil {
		return resp.Body.Close()
	}
	return nil
}

func (c *Client) post(ctx context.Context, url string, in any) (*http.Response, error) {
	raw, err := json.Marshal(in)
	if err != nil {
		return nil, err
	}
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, url, bytes.NewReader(raw))
	if err != nil {
		return nil, err
	}
	req.Header.Set("X-API-Key", c.Key)
	req.Header.Set("Content-Type", "application/json")
	req.Header.Set("Idempotency-Key", req.URL.Path)
	return http.DefaultClient.Do(req)
}
