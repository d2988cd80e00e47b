// Package stripe asks Stripe.
package stripe

import (
	"encoding/json"
	"errors"
	"net/http"
)

type Client struct{ Key string }

func (c Client) Succeeded(intent string) (bool, error) {
	req, err := http.NewRequest("GET", "https://api.stripe.com/v1/payment_intents/"+intent, nil)
	if err != nil {
		return false, err
	}
	req.SetBasicAuth(c.Key, "")
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return false, err
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		return false, errors.New(resp.Status)
	}
	var pi struct {
		Status string `json:"status"`
	}
	err = json.NewDecoder(resp.Body).Decode(&pi)
	return pi.Status == "succeeded", err
}
