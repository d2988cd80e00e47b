// Package checkout is our client for Checkout v3.
package checkout

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"net/http"
)

type Client struct {
	ID, Secret, Key, MSN, CallbackToken string
}

type Money struct {
	Value    int    `json:"value"`
	Currency string `json:"currency"`
}

// A Session is what Vipps tells of one.
type Session struct {
	SessionID      string `json:"sessionId"`
	Reference      string `json:"reference"`
	SessionState   string `json:"sessionState"`
	PaymentMethod  string `json:"paymentMethod"`
	PaymentDetails struct {
		Amount Money  `json:"amount"`
		State  string `json:"state"`
	} `json:"paymentDetails"`
}

type openRequest struct {
	MerchantInfo struct {
		CallbackURL                string `json:"callbackUrl"`
		ReturnURL                  string `json:"returnUrl"`
		CallbackAuthorizationToken string `json:"callbackAuthorizationToken"`
	} `json:"merchantInfo"`
	Transaction struct {
		Amount             Money  `json:"amount"`
		Reference          string `json:"reference"`
		PaymentDescription string `json:"paymentDescription"`
	} `json:"transaction"`
}

// Open starts a session.
func (c Client) Open(ctx context.Context, ref string, ore int) (string, error) {
	var in openRequest
	in.MerchantInfo.CallbackURL = "https://sirkus.example/vipps/checkout"
	in.MerchantInfo.ReturnURL = "https://sirkus.example/ticket/" + ref
	in.MerchantInfo.CallbackAuthorizationToken = c.CallbackToken
	in.Transaction.Amount = Money{ore, "NOK"}
	in.Transaction.Reference = ref
	in.Transaction.PaymentDescription = "Sirkus"
	var out struct {
		CheckoutFrontendURL string `json:"checkoutFrontendUrl"`
	}
	err := c.do(ctx, "POST", "/checkout/v3/session", in, &out)
	return out.CheckoutFrontendURL, err
}

// Session reads a session.
func (c Client) Session(ctx context.Context, ref string) (s Session, err error) {
	err = c.do(ctx, "GET", "/checkout/v3/session/"+ref, nil, &s)
	return s, err
}

func (c Client) do(ctx context.Context, method, path string, in, out any) error {
	data, err := json.Marshal(in)
	if err != nil {
		return err
	}
	req, err := http.NewRequestWithContext(ctx, method, "https://api.vipps.no"+path, bytes.NewReader(data))
	if err != nil {
		return err
	}
	for k, v := range map[string]string{
		"client_id": c.ID, "client_secret": c.Secret, "Ocp-Apim-Subscription-Key": c.Key, "Merchant-Serial-Number": c.MSN, "Content-Type": "application/json",
	} {
		req.Header.Set(k, v)
	}
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		return fmt.Errorf("checkout: %s %s: %s", method, path, resp.Status)
	}
	return json.NewDecoder(resp.Body).Decode(out)
}
