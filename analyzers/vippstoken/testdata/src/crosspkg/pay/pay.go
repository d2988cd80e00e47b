// Package pay sends requests with tokens from elsewhere.
package pay

import (
	"context"
	"errors"
	"net/http"

	"crosspkg/auth"
)

// A Client has a source, a cache and something behind an interface.
type Client struct {
	Base    string
	Source  auth.Source
	Cache   *auth.Cache
	Tokener auth.Tokener
}

// Do sends with a token that it is given.
func (c *Client) Do(ctx context.Context, token, method, path string) error {
	req, err := http.NewRequestWithContext(ctx, method, c.Base+path, nil)
	if err != nil {
		return err
	}
	req.Header.Set("Authorization", "Bearer "+token)
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if resp.StatusCode >= 300 {
		return errors.New(resp.Status)
	}
	return nil
}

// All sends several.
func (c *Client) All(ctx context.Context, token string, refs []string) error {
	for _, ref := range refs {
		if err := c.Do(ctx, token, "POST", "/epayment/v1/payments/"+ref+"/capture"); err != nil {
			return err
		}
	}
	return nil
}

// Capture joins both.
func (c *Client) Capture(ctx context.Context, ref string) error {
	token, err := c.Source.Token(ctx) // want `is fetched for each request`
	if err != nil {
		return err
	}
	return c.Do(ctx, token, "POST", "/epayment/v1/payments/"+ref+"/capture")
}

// Cached is its twin.
func (c *Client) Cached(ctx context.Context, ref string) error {
	token, err := c.Cache.Token(ctx)
	if err != nil {
		return err
	}
	return c.Do(ctx, token, "POST", "/epayment/v1/payments/"+ref+"/capture")
}

// Behind does not know what gives the token.
func (c *Client) Behind(ctx context.Context, ref string) error {
	token, err := c.Tokener.Token(ctx)
	if err != nil {
		return err
	}
	return c.Do(ctx, token, "POST", "/epayment/v1/payments/"+ref+"/capture")
}
