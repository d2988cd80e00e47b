// Package ecom is a client for Vipps eCom.
package ecom

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"time"
)

// An API is a sales unit at Vipps.
type API struct {
	Host, Token, Key, MSN, Secret string
}

type merchantInfo struct {
	MerchantSerialNumber string `json:"merchantSerialNumber"`
	CallbackPrefix       string `json:"callbackPrefix"`
	FallBack             string `json:"fallBack"`
	AuthToken            string `json:"authToken"`
}

type transaction struct {
	OrderID         string `json:"orderId"`
	Amount          int    `json:"amount"`
	TransactionText string `json:"transactionText"`
}

type initiate struct {
	MerchantInfo merchantInfo   `json:"merchantInfo"`
	CustomerInfo map[string]any `json:"customerInfo"`
	Transaction  transaction    `json:"transaction"`
}

// Initiate starts a payment of an amount in øre.
func (a *API) Initiate(orderID string, amount int) (string, error) {
	in := initiate{
		MerchantInfo: merchantInfo{a.MSN, "https://kaffebrenneriet-nord.example/vipps", "https://kaffebrenneriet-nord.example/thanks?order=" + orderID, a.Secret},
		CustomerInfo: map[string]any{},
		Transaction:  transaction{orderID, amount, "Kaffe fra Kaffebrenneriet Nord"},
	}
	var out struct {
		URL string `json:"url"`
	}
	if err := a.call(http.MethodPost, "/ecomm/v2/payments", in, &out); err != nil {
		return "", err
	}
	return out.URL, nil
}

func (a *API) call(method, path string, in, out any) error {
	var body io.Reader
	if in != nil {
		b, err := json.Marshal(in)
		if err != nil {
			return err
		}
		body = bytes.NewReader(b)
	}
	req, err := http.NewRequest(method, a.Host+path, body)
	if err != nil {
		return err
	}
	req.Header.Set("Authorization", "Bearer "+a.Token)
	req.Header.Set("Ocp-Apim-Subscription-Key", a.Key)
	req.Header.Set("Content-Type", "application/json")
	resp, err := (&http.Client{Timeout: 20 * time.Second}).Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if resp.StatusCode/100 != 2 {
		text, _ := io.ReadAll(io.LimitReader(resp.Body, 500))
		return fmt.Errorf("%s %s: %s: %s", method, path, resp.Status, text)
	}
	return json.NewDecoder(resp.Body).Decode(out)
}

// Reserved asks whether the customer has paid.
func (a *API) Reserved(orderID string) (bool, error) {
	var out struct {
		OrderID string `json:"orderId"`
		History []struct {
			Operation        string `json:"operation"`
			OperationSuccess bool   `json:"operationSuccess"`
		} `json:"transactionLogHistory"`
	}
	if err := a.call(http.MethodGet, "/ecomm/v2/payments/"+orderID+"/details", nil, &out); err != nil {
		return false, err
	}
	for _, h := range out.History {
		if h.OperationSuccess && (h.Operation == "RESERVE" || h.Operation == "SALE") {
			return true, nil
		}
	}
	return false, nil
}
