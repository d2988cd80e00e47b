// Package vipps is our client of the eCom API.
package vipps

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"strconv"
	"sync"
	"time"
)

const (
	prodHost = "https://api.vipps.no"
	testHost = "https://apitest.vipps.no"
)

// Config is what the Vipps portal shows for a sales unit.
type Config struct {
	Host            string // for tests; empty: by Production
	Production      bool
	ClientID        string
	ClientSecret    string
	SubscriptionKey string
	MSN             string
	PublicURL       string // of the shop, https
	CallbackToken   string
}

// A Client talks to Vipps for one sales unit.
type Client struct {
	cfg  Config
	host string
	http *http.Client

	mu      sync.Mutex
	token   string
	expires time.Time
}

// New makes a client.
func New(cfg Config) *Client {
	host := testHost
	if cfg.Production {
		host = prodHost
	}
	if cfg.Host != "" {
		host = cfg.Host
	}
	return &Client{cfg: cfg, host: host, http: &http.Client{Timeout: 20 * time.Second}}
}

// accessToken fetches a token, or gives the one it has while it is good.
func (c *Client) accessToken(ctx context.Context) (string, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.token != "" && time.Now().Before(c.expires) {
		return c.token, nil
	}
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, c.host+"/accessToken/get", nil)
	if err != nil {
		return "", err
	}
	req.Header.Set("client_id", c.cfg.ClientID)
	req.Header.Set("client_secret", c.cfg.ClientSecret)
	req.Header.Set("Ocp-Apim-Subscription-Key", c.cfg.SubscriptionKey)
	resp, err := c.http.Do(req)
	if err != nil {
		return "", err
	}
	defer resp.Body.Close()
	if err := checkStatus(resp); err != nil {
		return "", fmt.Errorf("token: %w", err)
	}
	var t struct {
		AccessToken string `json:"access_token"`
		ExpiresIn   string `json:"expires_in"`
	}
	if err := json.NewDecoder(resp.Body).Decode(&t); err != nil {
		return "", err
	}
	secs, err := strconv.Atoi(t.ExpiresIn)
	if err != nil {
		secs = 3600
	}
	c.token = t.AccessToken
	c.expires = time.Now().Add(time.Duration(secs-60) * time.Second)
	return c.token, nil
}

// send does one request. The caller has to look at the status and to close the
// body.
func (c *Client) send(ctx context.Context, method, path, requestID string, body io.Reader) (*http.Response, error) {
	token, err := c.accessToken(ctx)
	if err != nil {
		return nil, err
	}
	req, err := http.NewRequestWithContext(ctx, method, c.host+path, body)
	if err != nil {
		return nil, err
	}
	c.setHeaders(req, token, requestID)
	return c.http.Do(req)
}

func (c *Client) setHeaders(req *http.Request, token, requestID string) {
	req.Header.Set("Authorization", "Bearer "+token)
	req.Header.Set("Content-Type", "application/json")
	req.Header.Set("X-Request-Id", requestID)
	for k, v := range map[string]string{
		"Ocp-Apim-Subscription-Key": c.cfg.SubscriptionKey,
		"Merchant-Serial-Number":    c.cfg.MSN,
		"Vipps-System-Name":         "fjordfiske",
		"Vipps-System-Version":      "3.2.0",
	} {
		req.Header.Set(k, v)
	}
}

// checkStatus turns everything but 2xx into an error with what Vipps wrote.
func checkStatus(resp *http.Response) error {
	if resp.StatusCode >= 200 && resp.StatusCode < 300 {
		return nil
	}
	msg, _ := io.ReadAll(io.LimitReader(resp.Body, 4096))
	return fmt.Errorf("vipps: %s: %s", resp.Status, msg)
}
