// Package services talks to others.
package services

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"time"

	"lampehuset.example/backend/models"
)

type VippsService struct {
	baseURL, token, subscriptionKey string
	httpClient                      *http.Client
}

func NewVippsService(baseURL, token, subscriptionKey string) *VippsService {
	return &VippsService{baseURL, token, subscriptionKey, &http.Client{Timeout: 10 * time.Second}}
}

func (s *VippsService) newRequest(ctx context.Context, method, path string, body any) (*http.Request, error) {
	buf := &bytes.Buffer{}
	if body != nil {
		if err := json.NewEncoder(buf).Encode(body); err != nil {
			return nil, err
		}
	}
	req, err := http.NewRequestWithContext(ctx, method, s.baseURL+path, buf)
	if err != nil {
		return nil, err
	}
	req.Header.Add("Authorization", "Bearer "+s.token)
	req.Header.Add("Ocp-Apim-Subscription-Key", s.subscriptionKey)
	req.Header.Add("Content-Type", "application/json")
	return req, nil
}

func (s *VippsService) Create(ctx context.Context, id string, ore int64) (string, error) {
	req, err := s.newRequest(ctx, "POST", "/epayment/v1/payments", map[string]interface{}{
		"reference":          id,
		"amount":             models.Amount{Currency: "NOK", Value: ore},
		"paymentMethod":      map[string]interface{}{"type": "WALLET"},
		"userFlow":           "WEB_REDIRECT",
		"returnUrl":          "https://lampehuset.example/takk/" + id,
		"paymentDescription": "Lamper",
	})
	if err != nil {
		return "", err
	}
	req.Header.Add("Idempotency-Key", "create-"+id)
	resp, err := s.httpClient.Do(req)
	if err != nil {
		return "", err
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusCreated {
		return "", fmt.Errorf("create payment %s: status %d", id, resp.StatusCode)
	}
	var result struct {
		RedirectURL string `json:"redirectUrl"`
	}
	if err := json.NewDecoder(resp.Body).Decode(&result); err != nil {
		return "", err
	}
	return result.RedirectURL, nil
}
