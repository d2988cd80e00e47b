// Package mobilepay is a client for the Vipps MobilePay platform.
package mobilepay

import (
	"bytes"
	"encoding/json"
	"fmt"
	"net/http"
)

const host = "https://api.vipps.no"

type API struct{ Token, Key string }

type draft struct {
	Pricing struct {
		Type     string `json:"type"`
		Amount   int    `json:"amount"`
		Currency string `json:"currency"`
	} `json:"pricing"`
	Interval struct {
		Unit  string `json:"unit"`
		Count int    `json:"count"`
	} `json:"interval"`
	ProductName          string `json:"productName"`
	MerchantRedirectURL  string `json:"merchantRedirectUrl"`
	MerchantAgreementURL string `json:"merchantAgreementUrl"`
}

// Draft makes an agreement of 49.00 kr a month.
func (a API) Draft(number string) (string, error) {
	var d draft
	d.Pricing.Type, d.Pricing.Amount, d.Pricing.Currency = "LEGACY", 4900, "DKK"
	d.Interval.Unit, d.Interval.Count = "MONTH", 1
	d.ProductName = "Ugebladet"
	d.MerchantRedirectURL = "https://ugeblad.example/tak"
	d.MerchantAgreementURL = "https://ugeblad.example/min-side"
	body, err := json.Marshal(d)
	if err != nil {
		return "", err
	}
	req, err := http.NewRequest(http.MethodPost, host+"/recurring/v3/agreements", bytes.NewReader(body))
	if err != nil {
		return "", err
	}
	req.Header.Set("Idempotency-Key", "draft-"+number)
	var out struct {
		VippsConfirmationURL string `json:"vippsConfirmationUrl"`
	}
	err = a.ask(req, &out)
	return out.VippsConfirmationURL, err
}

// IssuePaid looks up the payment of a single issue.
func (a API) IssuePaid(ref string) (bool, error) {
	req, err := http.NewRequest(http.MethodGet, host+"/epayment/v1/payments/"+ref, nil)
	if err != nil {
		return false, err
	}
	var out struct {
		State string `json:"state"`
	}
	err = a.ask(req, &out)
	return out.State == "AUTHORIZED", err
}

func (a API) ask(req *http.Request, out any) error {
	req.Header.Set("Authorization", "Bearer "+a.Token)
	req.Header.Set("Ocp-Apim-Subscription-Key", a.Key)
	req.Header.Set("Content-Type", "application/json")
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if resp.StatusCode < 200 || resp.StatusCode >= 300 {
		return fmt.Errorf("mobilepay: %s", resp.Status)
	}
	return json.NewDecoder(resp.Body).Decode(out)
}
