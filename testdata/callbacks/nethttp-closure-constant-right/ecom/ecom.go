// Package ecom is Vipps eCom.
package ecom

import (
	"bytes"
	"encoding/json"
	"fmt"
	"net/http"
)

type merchantInfo struct {
	MSN            string `json:"merchantSerialNumber"`
	CallbackPrefix string `json:"callbackPrefix"`
	FallBack       string `json:"fallBack"`
	AuthToken      string `json:"authToken"`
}

type transaction struct {
	OrderID string `json:"orderId"`
	Amount  int    `json:"amount"`
	Text    string `json:"transactionText"`
}

type Callback struct {
	MSN             string `json:"merchantSerialNumber"`
	OrderID         string `json:"orderId"`
	TransactionInfo struct {
		Amount int    `json:"amount"`
		Status string `json:"status"`
		ID     string `json:"transactionId"`
	} `json:"transactionInfo"`
}

// A Client has the keys of the kiosk; AuthToken comes back with every callback.
type Client struct{ Bearer, Key, AuthToken string }

func (c Client) Initiate(id string, ore int) (string, error) {
	body := struct {
		MerchantInfo merchantInfo   `json:"merchantInfo"`
		CustomerInfo map[string]any `json:"customerInfo"`
		Transaction  transaction    `json:"transaction"`
	}{
		MerchantInfo: merchantInfo{
			MSN:            "654321",
			CallbackPrefix: "https://sjokolade.example/vipps",
			FallBack:       "https://sjokolade.example/",
			AuthToken:      c.AuthToken,
		},
		CustomerInfo: map[string]any{},
		Transaction:  transaction{id, ore, "Sjokolade"},
	}
	data, err := json.Marshal(body)
	if err != nil {
		return "", err
	}
	var answer struct {
		URL string `json:"url"`
	}
	err = c.do(http.MethodPost, "", data, &answer)
	return answer.URL, err
}

func (c Client) Reserved(id string) (bool, error) {
	var answer struct {
		Log []struct {
			Operation        string `json:"operation"`
			OperationSuccess bool   `json:"operationSuccess"`
		} `json:"transactionLogHistory"`
	}
	if err := c.do(http.MethodGet, "/"+id+"/details", nil, &answer); err != nil {
		return false, err
	}
	for _, l := range answer.Log {
		if l.Operation == "RESERVE" && l.OperationSuccess {
			return true, nil
		}
	}
	return false, nil
}

func (c Client) do(method, path string, body []byte, out any) error {
	req, err := http.NewRequest(method, "https://api.vipps.no/ecomm/v2/payments"+path, bytes.NewReader(body))
	if err != nil {
		return err
	}
	req.Header.Set("Authorization", "Bearer "+c.Bearer)
	req.Header.Set("Ocp-Apim-Subscription-Key", c.Key)
	req.Header.Set("Content-Type", "application/json")
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		return fmt.Errorf("ecom: %s", resp.Status)
	}
	return json.NewDecoder(resp.Body).Decode(out)
}
