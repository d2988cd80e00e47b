// Package vipps is eCom.
package vipps

import (
	"bytes"
	"encoding/json"
	"fmt"
	"net/http"
)

const payments = "https://api.vipps.no/ecomm/v2/payments"

// A Callback is the body that Vipps posts.
type Callback struct {
	MerchantSerialNumber string `json:"merchantSerialNumber"`
	OrderID              string `json:"orderId"`
	TransactionInfo      struct {
		Amount        int64  `json:"amount"`
		Status        string `json:"status"`
		TransactionID string `json:"transactionId"`
	} `json:"transactionInfo"`
}

type Client struct{ Token, Key, MSN, Secret string }

type m map[string]any

func (c Client) Initiate(id string, ore int64) (string, error) {
	body, err := json.Marshal(m{
		"merchantInfo": m{
			"merchantSerialNumber": c.MSN, "callbackPrefix": "https://sykkelverksted.example/vipps", "fallBack": "https://sykkelverksted.example/jobb/" + id,
			"authToken": c.Secret,
		},
		"customerInfo": m{},
		"transaction":  m{"orderId": id, "amount": ore, "transactionText": "Service"},
	})
	if err != nil {
		return "", err
	}
	var out struct {
		URL string `json:"url"`
	}
	err = c.do("POST", payments, body, &out)
	return out.URL, err
}

// Last is the last operation that succeeded.
func (c Client) Last(id string) (string, error) {
	var out struct {
		History []struct {
			Operation        string `json:"operation"`
			OperationSuccess bool   `json:"operationSuccess"`
		} `json:"transactionLogHistory"`
	}
	if err := c.do("GET", payments+"/"+id+"/details", nil, &out); err != nil {
		return "", err
	}
	for _, h := range out.History {
		if h.OperationSuccess {
			return h.Operation, nil
		}
	}
	return "", nil
}

func (c Client) do(method, url string, body []byte, out any) error {
	req, err := http.NewRequest(method, url, bytes.NewReader(body))
	if err != nil {
		return err
	}
	req.Header.Set("Authorization", "Bearer "+c.Token)
	req.Header.Set("Ocp-Apim-Subscription-Key", c.Key)
	req.Header.Set("Content-Type", "application/json")
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		return fmt.Errorf("%s %s: %s", method, url, resp.Status)
	}
	return json.NewDecoder(resp.Body).Decode(out)
}
