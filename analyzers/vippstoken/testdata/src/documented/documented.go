// Package documented holds the cache that the documentation shows, in use.
package documented

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"sync"
	"time"
)

type tokenCache struct {
	mu      sync.Mutex
	token   string
	expires time.Time
}

// get gives a token that is good for another minute at least.
func (t *tokenCache) get(ctx context.Context, fetch func(context.Context) (token string, expiresIn time.Duration, err error)) (string, error) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.token != "" && time.Until(t.expires) > time.Minute {
		return t.token, nil
	}
	token, expiresIn, err := fetch(ctx)
	if err != nil {
		return "", err
	}
	t.token, t.expires = token, time.Now().Add(expiresIn)
	return token, nil
}

// A Client has the cache.
type Client struct {
	base, id, secret string
	http             *http.Client
	tokens           tokenCache
}

func (c *Client) fetchToken(ctx context.Context) (string, time.Duration, error) {
	req, err := http.NewRequestWithContext(ctx, "POST", c.base+"/accesstoken/get", nil)
	if err != nil {
		return "", 0, err
	}
	req.Header.Set("client_id", c.id)
	req.Header.Set("client_secret", c.secret)
	resp, err := c.http.Do(req)
	if err != nil {
		return "", 0, err
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		return "", 0, fmt.Errorf("no token: %s", resp.Status)
	}
	var answer struct {
		AccessToken string      `json:"access_token"`
		ExpiresIn   json.Number `json:"expires_in"`
	}
	if err := json.NewDecoder(resp.Body).Decode(&answer); err != nil {
		return "", 0, err
	}
	seconds, err := answer.ExpiresIn.Int64()
	if err != nil {
		return "", 0, err
	}
	return answer.AccessToken, time.Duration(seconds) * time.Second, nil
}

func (c *Client) post(ctx context.Context, path, token string) error {
	req, err := http.NewRequestWithContext(ctx, "POST", c.base+path, nil)
	if err != nil {
		return err
	}
	req.Header.Set("Authorization", "Bearer "+token)
	resp, err := c.http.Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if resp.StatusCode >= 300 {
		return errors.New(resp.Status)
	}
	return nil
}

// Capture asks the cache.
func (c *Client) Capture(ctx context.Context, ref string) error {
	token, err := c.tokens.get(ctx, c.fetchToken)
	if err != nil {
		return err
	}
	return c.post(ctx, "/epayment/v1/payments/"+ref+"/capture", token)
}

// Cancel does as the example that is wrong.
func (c *Client) Cancel(ctx context.Context, ref string) error {
	token, _, err := c.fetchToken(ctx) // want `is fetched for each request`
	if err != nil {
		return err
	}
	return c.post(ctx, "/epayment/v1/payments/"+ref+"/cancel", token)
}
