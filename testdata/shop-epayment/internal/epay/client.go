// Package epay takes payments with Vipps.
package epay

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"strconv"
	"sync"
	"time"

	"kanelbakeriet.example/butikk/internal/httpx"
)

// Keys are those of the sales unit.
type Keys struct {
	ClientID, ClientSecret, SubscriptionKey, MSN string
}

// A Client is one sales unit.
type Client struct {
	base string
	keys Keys
	http *http.Client

	mu    sync.Mutex
	token string
	until time.Time
}

// New makes a client. base is the host that the environment names.
func New(base string, keys Keys) *Client {
	if base == "" {
		base = "https://apitest.vipps.no"
	}
	return &Client{
		base: base,
		keys: keys,
		http: &http.Client{Timeout: 15 * time.Second, Transport: httpx.Logger{Next: http.DefaultTransport}},
	}
}

func (c *Client) bearer(ctx context.Context) (string, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if time.Now().Before(c.until) {
		return c.token, nil
	}
	req, err := http.NewRequestWithContext(ctx, "POST", c.base+"/accesstoken/get", http.NoBody)
	if err != nil {
		return "", err
	}
	req.Header.Set("client_id", c.keys.ClientID)
	req.Header.Set("client_secret", c.keys.ClientSecret)
	req.Header.Set("Ocp-Apim-Subscription-Key", c.keys.SubscriptionKey)
	resp, err := c.http.Do(req)
	if err != nil {
		return "", err
	}
	defer resp.Body.Close()
	var t struct {
		AccessToken string `json:"access_token"`
		ExpiresIn   string `json:"expires_in"`
	}
	if err := json.NewDecoder(resp.Body).Decode(&t); err != nil {
		return "", err
	}
	if resp.StatusCode != http.StatusOK || t.AccessToken == "" {
		return "", fmt.Errorf("no token: %s", resp.Status)
	}
	secs, err := strconv.ParseInt(t.ExpiresIn, 10, 64)
	if err != nil {
		secs = 1800
	}
	c.token, c.until = t.AccessToken, time.Now().Add(time.Duration(secs)*time.Second-time.Minute)
	return c.token, nil
}

// raw sends a request and gives the answer as it came.
func (c *Client) raw(ctx context.Context, method, path, key string, in any) (*http.Response, error) {
	var body bytes.Buffer
	if in != nil {
		if err := json.NewEncoder(&body).Encode(in); err != nil {
			return nil, err
		}
	}
	token, err := c.bearer(ctx)
	if err != nil {
		return nil, fmt.Errorf("vipps: %w", err)
	}
	req, err := http.NewRequestWithContext(ctx, method, c.base+path, &body)
	if err != nil {
		return nil, err
	}
	req.Header.Set("Authorization", "Bearer "+token)
	req.Header.Set("Content-Type", "application/json")
	req.Header.Set("Ocp-Apim-Subscription-Key", c.keys.SubscriptionKey)
	req.Header.Set("Merchant-Serial-Number", c.keys.MSN)
	req.Header.Set("Vipps-System-Name", "kanelbakeriet")
	req.Header.Set("Vipps-System-Version", "1.4")
	if key != "" {
		req.Header.Set("Idempotency-Key", key)
	}
	return c.http.Do(req)
}

// do sends a request, checks the answer and decodes it into out.
func (c *Client) do(ctx context.Context, method, path, key string, in, out any) error {
	resp, err := c.raw(ctx, method, path, key, in)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if err := httpx.Check(resp); err != nil {
		return err
	}
	if out == nil {
		return nil
	}
	return json.NewDecoder(resp.Body).Decode(out)
}
