// Package vipps is the in-house client.
package vipps

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"strconv"
	"sync"
	"time"
)

type Secret string

// String keeps the secret out of logs.
func (Secret) String() string { return "[secret]" }

// LogValue keeps it out of slog.
func (Secret) LogValue() slog.Value { return slog.StringValue("[secret]") }

type Config struct {
	BaseURL         string
	ClientID        string
	ClientSecret    Secret
	SubscriptionKey Secret
	MSN             string
}

type Client struct {
	cfg Config
	hc  *http.Client

	mu    sync.RWMutex
	tok   string
	until time.Time
}

type Option func(*Client)

func WithHTTPClient(hc *http.Client) Option { return func(c *Client) { c.hc = hc } }

func New(cfg Config, opts ...Option) *Client {
	c := &Client{cfg: cfg, hc: &http.Client{Timeout: 15 * time.Second}}
	for _, o := range opts {
		o(c)
	}
	slog.Debug("client made", "config", cfg)
	return c
}

type problem struct {
	Title  string `json:"title"`
	Detail string `json:"detail"`
	Status int    `json:"status"`
}

func (c *Client) accessToken(ctx context.Context) (string, error) {
	c.mu.RLock()
	tok, until := c.tok, c.until
	c.mu.RUnlock()
	if time.Now().Before(until) {
		return tok, nil
	}
	return c.refresh(ctx)
}

func (c *Client) refresh(ctx context.Context) (string, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, c.cfg.BaseURL+"/accesstoken/get", nil)
	if err != nil {
		return "", err
	}
	for k, v := range map[string]string{
		"client_id":                 c.cfg.ClientID,
		"client_secret":             string(c.cfg.ClientSecret),
		"Ocp-Apim-Subscription-Key": string(c.cfg.SubscriptionKey),
		"Merchant-Serial-Number":    c.cfg.MSN,
	} {
		req.Header.Set(k, v)
	}
	resp, err := c.hc.Do(req)
	if err != nil {
		return "", err
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		b, _ := io.ReadAll(io.LimitReader(resp.Body, 1<<12))
		return "", fmt.Errorf("access token: %s: %s", resp.Status, b)
	}
	var t struct {
		AccessToken string `json:"access_token"`
		ExpiresIn   string `json:"expires_in"`
	}
	if err := json.NewDecoder(resp.Body).Decode(&t); err != nil {
		return "", fmt.Errorf("access token: %w", err)
	}
	n, err := strconv.Atoi(t.ExpiresIn)
	if err != nil {
		n = 3000
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	c.tok, c.until = t.AccessToken, time.Now().Add(time.Duration(n)*time.Second-time.Minute)
	return c.tok, nil
}

// Do sends one request. key may be empty for what reads.
func (c *Client) Do(ctx context.Context, method, path, key string, in, out any) error {
	tok, err := c.accessToken(ctx)
	if err != nil {
		return err
	}
	var body io.Reader
	if in != nil {
		b, err := json.Marshal(in)
		if err != nil {
			return err
		}
		body = bytes.NewReader(b)
	}
	req, err := http.NewRequestWithContext(ctx, method, c.cfg.BaseURL+path, body)
	if err != nil {
		return err
	}
	req.Header.Set("Authorization", "Bearer "+tok)
	req.Header.Set("Ocp-Apim-Subscription-Key", string(c.cfg.SubscriptionKey))
	req.Header.Set("Merchant-Serial-Number", c.cfg.MSN)
	req.Header.Set("Vipps-System-Name", "fjordbilletter")
	if body != nil {
		req.Header.Set("Content-Type", "application/json")
	}
	if len(key) > 0 {
		req.Header.Set("Idempotency-Key", key)
	}
	slog.DebugContext(ctx, "vipps request", "method", method, "url", req.URL.String(), "key", key)
	resp, err := c.hc.Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if resp.StatusCode < 200 || resp.StatusCode > 299 {
		var p problem
		if err := json.NewDecoder(resp.Body).Decode(&p); err != nil {
			return fmt.Errorf("vipps: %s", resp.Status)
		}
		return fmt.Errorf("vipps: %s: %s (%s)", resp.Status, p.Title, p.Detail)
	}
	if out == nil {
		return nil
	}
	return json.NewDecoder(resp.Body).Decode(out)
}

type Amount struct {
	Currency string `json:"currency"`
	Value    int64  `json:"value"`
}

type Modification struct {
	ModificationAmount Amount `json:"modificationAmount"`
}

var ErrEmpty = errors.New("vipps: empty reference")

func (c *Client) Capture(ctx context.Context, ref, key string, ore int64) error {
	if ref == "" {
		return ErrEmpty
	}
	return c.Do(ctx, http.MethodPost, "/epayment/v1/payments/"+ref+"/capture", key, Modification{Amount{"NOK", ore}}, nil)
}

// Refund forgets the key.
func (c *Client) Refund(ctx context.Context, ref string, ore int64) error {
	return c.Do(ctx, http.MethodPost, "/epayment/v1/payments/"+ref+"/refund", "", Modification{Amount{"NOK", ore}}, nil) // want:vippsidempotency/missing
}

func (c *Client) Cancel(ctx context.Context, ref string) error {
	return c.Do(ctx, http.MethodPost, "/epayment/v1/payments/"+ref+"/cancel", "", nil, nil)
}

func (c *Client) Get(ctx context.Context, ref string, out any) error {
	return c.Do(ctx, http.MethodGet, "/epayment/v1/payments/"+ref, "", nil, out)
}

// Charge makes a new key for each call: what the caller retries is a new charge.
func (c *Client) Charge(ctx context.Context, agreement string, in any) error {
	return c.Do(ctx, http.MethodPost, "/recurring/v3/agreements/"+agreement+"/charges", NewKey(), in, nil)
}
