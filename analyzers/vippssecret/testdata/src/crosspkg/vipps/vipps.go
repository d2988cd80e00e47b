// Package vipps is a client as merchants write it.
package vipps

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"sync"
	"time"
)

// Config is what a client needs.
type Config struct {
	BaseURL      string
	ClientID     string
	ClientSecret string
	Key          string
	MSN          string
}

// A Client sends requests.
type Client struct {
	// Token is the access token, where somebody else fetches it.
	Token string

	cfg   Config
	http  *http.Client
	mu    sync.Mutex
	until time.Time
}

// New returns a client.
func New(cfg Config) *Client { return &Client{cfg: cfg, http: &http.Client{Timeout: 10 * time.Second}} }

// Plain is New with single values.
func Plain(base, id, secret, key string) *Client {
	return New(Config{BaseURL: base, ClientID: id, ClientSecret: secret, Key: key})
}

// A TokenAnswer is what /accesstoken/get gives.
type TokenAnswer struct {
	AccessToken string `json:"access_token"`
	ExpiresIn   string `json:"expires_in"`
}

// FetchToken gets a token.
func (c *Client) FetchToken(ctx context.Context) (*TokenAnswer, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, c.cfg.BaseURL+"/accesstoken/get", nil)
	if err != nil {
		return nil, err
	}
	req.Header.Set("client_id", c.cfg.ClientID)
	req.Header.Set("client_secret", c.cfg.ClientSecret)
	req.Header.Set("Ocp-Apim-Subscription-Key", c.cfg.Key)
	resp, err := c.http.Do(req)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	body, err := io.ReadAll(resp.Body)
	if err != nil {
		return nil, err
	}
	if resp.StatusCode != http.StatusOK {
		return nil, fmt.Errorf("token: %s: %s", resp.Status, body)
	}
	var token TokenAnswer
	if err := json.Unmarshal(body, &token); err != nil {
		return nil, fmt.Errorf("token: %w", err)
	}
	return &token, nil
}

// Get reads a payment.
func (c *Client) Get(ctx context.Context, ref string) (*http.Response, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, c.cfg.BaseURL+"/epayment/v1/payments/"+ref, nil)
	if err != nil {
		return nil, err
	}
	req.Header.Set("Authorization", "Bearer "+c.Token)
	req.Header.Set("Ocp-Apim-Subscription-Key", c.cfg.Key)
	req.Header.Set("Merchant-Serial-Number", c.cfg.MSN)
	return c.http.Do(req)
}
