// Package vipps asks Vipps.
package vipps

import (
	"encoding/json"
	"errors"
	"net/http"
)

type Client struct{ Token, Key string }

func (c Client) Authorized(reference string) (bool, error) {
	req, err := http.NewRequest("GET", "https://api.vipps.no/epayment/v1/payments/"+reference, nil)
	if err != nil {
		return false, err
	}
	req.Header.Set("Authorization", "Bearer "+c.Token)
	req.Header.Set("Ocp-Apim-Subscription-Key", c.Key)
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return false, err
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		return false, errors.New(resp.Status)
	}
	var p struct {
		State string `json:"state"`
	}
	err = json.NewDecoder(resp.Body).Decode(&p)
	return p.State == "AUTHORIZED", err
}
