// Package refetch fetches a token on some ways only, or again after a refusal.
package refetch

import (
	"context"
	"encoding/json"
	"errors"
	"net/http"
	"time"
)

const base = "https://api.vipps.no"

type client struct {
	http  *http.Client
	token string
	until time.Time
}

func (c *client) fetch(ctx context.Context) (string, error) {
	req, err := http.NewRequestWithContext(ctx, "POST", base+"/accesstoken/get", nil)
	if err != nil {
		return "", err
	}
	resp, err := c.http.Do(req)
	if err != nil {
		return "", err
	}
	defer resp.Body.Close()
	var t struct {
		AccessToken string `json:"access_token"`
	}
	if err := json.NewDecoder(resp.Body).Decode(&t); err != nil {
		return "", err
	}
	return t.AccessToken, nil
}

func (c *client) get(ctx context.Context, token, ref string) (*http.Response, error) {
	req, err := http.NewRequestWithContext(ctx, "GET", base+"/epayment/v1/payments/"+ref, nil)
	if err != nil {
		return nil, err
	}
	req.Header.Set("Authorization", "Bearer "+token)
	return c.http.Do(req)
}

// Refused sends with what it is given, and fetches one when that is too old.
func (c *client) Refused(ctx context.Context, token, ref string) (*http.Response, error) {
	resp, err := c.get(ctx, token, ref)
	if err != nil {
		return nil, err
	}
	if resp.StatusCode != 401 {
		return resp, nil
	}
	resp.Body.Close()
	fresh, err := c.fetch(ctx)
	if err != nil {
		return nil, err
	}
	return c.get(ctx, fresh, ref)
}

// Given takes one where there is one.
func (c *client) Given(ctx context.Context, token, ref string) (*http.Response, error) {
	if token == "" {
		var err error
		if token, err = c.fetch(ctx); err != nil {
			return nil, err
		}
	}
	return c.get(ctx, token, ref)
}

// Ways has a way with a token that it keeps elsewhere.
func (c *client) Ways(ctx context.Context, ref string) (*http.Response, error) {
	if time.Now().Before(c.until) {
		return c.get(ctx, c.token, ref)
	}
	fresh, err := c.fetch(ctx)
	if err != nil {
		return nil, err
	}
	return c.get(ctx, fresh, ref)
}

// Again tries both, three times.
func (c *client) Again(ctx context.Context, ref string) (resp *http.Response, err error) {
	for try := 0; try < 3; try++ {
		token, err := c.tokenTwin(ctx) // want `is fetched for each request`
		if err != nil {
			return nil, err
		}
		if resp, err = c.get(ctx, token, ref); err == nil {
			return resp, nil
		}
	}
	return nil, err
}

func (c *client) tokenTwin(ctx context.Context) (string, error) {
	resp, err := c.http.Post(base+"/accesstoken/get", "", nil)
	if err != nil {
		return "", err
	}
	defer resp.Body.Close()
	var t map[string]string
	if err := json.NewDecoder(resp.Body).Decode(&t); err != nil {
		return "", err
	}
	return t["access_token"], nil
}

// Valid has such a way too, and asks a function which it is.
func (c *client) Valid(ctx context.Context, ref string) (*http.Response, error) {
	if c.good() {
		return c.get(ctx, c.token, ref)
	}
	fresh, err := c.fetch(ctx)
	if err != nil {
		return nil, err
	}
	return c.get(ctx, fresh, ref)
}

func (c *client) good() bool { return c.token != "" }

// Always is the twin without a way around.
func (c *client) Always(ctx context.Context, ref string) (*http.Response, error) {
	if ref == "" {
		return nil, errors.New("no reference")
	}
	fresh, err := c.fetch(ctx) // want `is fetched for each request`
	if err != nil {
		return nil, err
	}
	return c.get(ctx, fresh, ref)
}

// Action fetches on each of its ways, and answers others by itself.
func (c *client) Action(ctx context.Context, action, ref string) (*http.Response, error) {
	switch action {
	case "read":
		fresh, err := c.fetch(ctx) // want `is fetched for each request`
		if err != nil {
			return nil, err
		}
		return c.get(ctx, fresh, ref)
	case "nothing":
		return nil, nil
	}
	return nil, errors.New("unknown action")
}
