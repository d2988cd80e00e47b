// Package payment asks for money by Vipps eCom.
package payment

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"net/http"
)

type (
	request struct {
		MerchantInfo merchantInfo `json:"merchantInfo"`
		CustomerInfo customerInfo `json:"customerInfo"`
		Transaction  transaction  `json:"transaction"`
	}
	merchantInfo struct {
		MerchantSerialNumber string `json:"merchantSerialNumber"`
		CallbackPrefix       string `json:"callbackPrefix"`
		FallBack             string `json:"fallBack"`
		AuthToken            string `json:"authToken,omitempty"`
	}
	customerInfo struct{}
	transaction  struct {
		OrderID         string `json:"orderId"`
		Amount          int    `json:"amount"`
		TransactionText string `json:"transactionText"`
	}
)

type Vipps struct {
	HTTP                                 *http.Client
	Base, Token, Key, MSN, CallbackToken string
}

// Initiate asks for an amount in øre and returns the page of Vipps.
func (v *Vipps) Initiate(ctx context.Context, id string, ore int) (string, error) {
	in := request{
		MerchantInfo: merchantInfo{
			MerchantSerialNumber: v.MSN,
			CallbackPrefix:       "https://hooks.hyttemarked.example/vipps",
			FallBack:             "https://hyttemarked.example/takk",
			AuthToken:            v.CallbackToken,
		},
		Transaction: transaction{OrderID: id, Amount: ore, TransactionText: "Hytteleie"},
	}
	var out struct {
		OrderID string `json:"orderId"`
		URL     string `json:"url"`
	}
	err := v.call(ctx, http.MethodPost, "/ecomm/v2/payments", in, &out)
	return out.URL, err
}

func (v *Vipps) call(ctx context.Context, method, path string, in, out any) error {
	buf := new(bytes.Buffer)
	if err := json.NewEncoder(buf).Encode(in); err != nil {
		return err
	}
	req, err := http.NewRequestWithContext(ctx, method, v.Base+path, buf)
	if err != nil {
		return err
	}
	req.Header.Set("Authorization", "Bearer "+v.Token)
	req.Header.Set("Ocp-Apim-Subscription-Key", v.Key)
	req.Header.Set("Content-Type", "application/json")
	resp, err := v.HTTP.Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		return fmt.Errorf("vipps: %s", resp.Status)
	}
	return json.NewDecoder(resp.Body).Decode(out)
}
