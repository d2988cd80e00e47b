// Package wire has the bodies of eCom.
package wire

import (
	"bytes"
	"context"
	"crypto/subtle"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
)

type Merchant struct {
	MerchantSerialNumber string `json:"merchantSerialNumber"`
	CallbackPrefix       string `json:"callbackPrefix"`
	FallBack             string `json:"fallBack"`
	AuthToken            string `json:"authToken"`
}

type Transaction struct {
	OrderID         string `json:"orderId"`
	Amount          int    `json:"amount"`
	TransactionText string `json:"transactionText"`
}

type Body struct {
	MerchantInfo Merchant    `json:"merchantInfo"`
	CustomerInfo struct{}    `json:"customerInfo"`
	Transaction  Transaction `json:"transaction"`
}

type Callback struct {
	MSN     string `json:"merchantSerialNumber"`
	OrderID string `json:"orderId"`
	Info    struct {
		Status        string `json:"status"`
		TransactionID string `json:"transactionId"`
	} `json:"transactionInfo"`
}

// Decode reads a callback that bears the token.
func Decode(r *http.Request, token string) (*Callback, error) {
	if subtle.ConstantTimeCompare([]byte(r.Header.Get("Authorization")), []byte(token)) != 1 {
		return nil, errors.New("not from Vipps")
	}
	c := new(Callback)
	if err := json.NewDecoder(r.Body).Decode(c); err != nil {
		return nil, err
	}
	return c, nil
}

// Initiate sends the request.
func Initiate(ctx context.Context, token, key string, b Body) (string, error) {
	data, err := json.Marshal(b)
	if err != nil {
		return "", err
	}
	req, err := http.NewRequestWithContext(ctx, "POST", "https://api.vipps.no/ecomm/v2/payments", bytes.NewReader(data))
	if err != nil {
		return "", err
	}
	req.Header.Set("Authorization", "Bearer "+token)
	req.Header.Set("Ocp-Apim-Subscription-Key", key)
	req.Header.Set("Content-Type", "application/json")
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return "", err
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		return "", fmt.Errorf("initiate: %s", resp.Status)
	}
	var out struct {
		URL string `json:"url"`
	}
	err = json.NewDecoder(resp.Body).Decode(&out)
	return out.URL, err
}
