// Package vippsklient is the house's own client library: headers, tokens,
// retries. The packages below it know the single APIs.
package vippsklient

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"strconv"
	"strings"
	"sync"
	"time"
)

// Options are the keys of the sales unit.
type Options struct {
	Test            bool
	ClientID        string
	ClientSecret    string
	SubscriptionKey string
	MSN             string
	HTTP            *http.Client
}

// A Client does requests.
type Client struct {
	Options
	root string

	mu    sync.Mutex
	token string
	good  time.Time
}

// New makes a client.
func New(o Options) *Client {
	if o.HTTP == nil {
		o.HTTP = &http.Client{Timeout: 10 * time.Second}
	}
	c := &Client{Options: o}
	if o.Test {
		c.root = "https://apitest.vipps.no/"
	} else {
		c.root = "https://api.vipps.no/"
	}
	return c
}

// An Error is a refusal.
type Error struct {
	Status int
	Title  string `json:"title"`
	Detail string `json:"detail"`
}

func (e *Error) Error() string {
	return fmt.Sprintf("vipps: %d %s: %s", e.Status, e.Title, e.Detail)
}

// Check gives an *Error for all but 2xx.
func Check(resp *http.Response) error {
	if resp.StatusCode < 200 || resp.StatusCode > 299 {
		e := &Error{Status: resp.StatusCode}
		_ = json.NewDecoder(resp.Body).Decode(e)
		return e
	}
	return nil
}

func (c *Client) bearer(ctx context.Context) (string, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if time.Now().Before(c.good) {
		return c.token, nil
	}
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, c.root+"accesstoken/get", nil)
	if err != nil {
		return "", err
	}
	req.Header.Set("client_id", c.ClientID)
	req.Header.Set("client_secret", c.ClientSecret)
	req.Header.Set("Ocp-Apim-Subscription-Key", c.SubscriptionKey)
	resp, err := c.HTTP.Do(req)
	if err != nil {
		return "", err
	}
	defer resp.Body.Close()
	if err := Check(resp); err != nil {
		return "", err
	}
	t := struct {
		AccessToken string `json:"access_token"`
		ExpiresIn   string `json:"expires_in"`
	}{}
	if err := json.NewDecoder(resp.Body).Decode(&t); err != nil {
		return "", err
	}
	n, err := strconv.Atoi(t.ExpiresIn)
	if err != nil {
		n = 900
	}
	c.token, c.good = t.AccessToken, time.Now().Add(time.Duration(n-30)*time.Second)
	return c.token, nil
}

// Raw does one request and hands the answer on as it is.
func (c *Client) Raw(ctx context.Context, method, path, key string, in any) (*http.Response, error) {
	raw, err := json.Marshal(in)
	if err != nil {
		return nil, err
	}
	token, err := c.bearer(ctx)
	if err != nil {
		return nil, err
	}
	req, err := http.NewRequestWithContext(ctx, method, c.root+strings.TrimPrefix(path, "/"), bytes.NewReader(raw))
	if err != nil {
		return nil, err
	}
	h := req.Header
	h.Set("Authorization", "Bearer "+token)
	h.Set("Content-Type", "application/json")
	h.Set("Ocp-Apim-Subscription-Key", c.SubscriptionKey)
	h.Set("Merchant-Serial-Number", c.MSN)
	h.Set("Idempotency-Key", key)
	h.Set("Vipps-System-Name", "fjelltrening")
	return c.HTTP.Do(req)
}

// Do does a request, twice more where Vipps is out of breath, and decodes the
// answer into out.
func (c *Client) Do(ctx context.Context, method, path, key string, in, out any) error {
	for try := 0; ; try++ {
		resp, err := c.Raw(ctx, method, path, key, in)
		if err != nil {
			return err
		}
		err = read(resp, out)
		var refused *Error
		if err == nil || try == 2 || !errors.As(err, &refused) || refused.Status < 500 {
			return err
		}
		time.Sleep(time.Duration(try+1) * time.Second)
	}
}

func read(resp *http.Response, out any) error {
	defer resp.Body.Close()
	if err := Check(resp); err != nil {
		return err
	}
	if out == nil {
		return nil
	}
	return json.NewDecoder(resp.Body).Decode(out)
}

// RegisterWebhook asks for the events of the agreements and their charges. It
// gives the secret, which is shown only once.
func (c *Client) RegisterWebhook(ctx context.Context, url string) (string, error) {
	var out struct {
		ID     string `json:"id"`
		Secret string `json:"secret"`
	}
	in := map[string]any{"url": url, "events": []string{
		"recurring.agreement-activated.v1",
		"recurring.agreement-stopped.v1",
		"recurring.charge-captured.v1",
		"recurring.charge-failed.v1",
	}}
	err := c.Do(ctx, "POST", "webhooks/v1/webhooks", url, in, &out)
	return out.Secret, err
}
