// Package helpers fetches the token through functions of its own.
package helpers

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
)

var errToken = errors.New("no token")

type answer struct {
	AccessToken string `json:"access_token"`
}

// A Client fetches a token in do, for each request.
type Client struct {
	base, id, secret string
	http             *http.Client
}

func (c *Client) token(ctx context.Context) (string, error) {
	req, err := http.NewRequestWithContext(ctx, "POST", c.base+"/accesstoken/get", nil)
	if err != nil {
		return "", fmt.Errorf("token: %w", err)
	}
	req.Header.Set("client_id", c.id)
	req.Header.Set("client_secret", c.secret)
	resp, err := c.http.Do(req)
	if err != nil {
		return "", err
	}
	defer resp.Body.Close()
	if resp.StatusCode != 200 {
		return "", errToken
	}
	var a answer
	if err := json.NewDecoder(resp.Body).Decode(&a); err != nil {
		return "", err
	}
	return a.AccessToken, nil
}

func (c *Client) do(ctx context.Context, method, path string, in, out any) error {
	body, err := json.Marshal(in)
	if err != nil {
		return err
	}
	token, err := c.token(ctx) // want `is fetched for each request`
	if err != nil {
		return err
	}
	req, err := http.NewRequestWithContext(ctx, method, c.base+path, bytes.NewReader(body))
	if err != nil {
		return err
	}
	req.Header.Set("Authorization", "Bearer "+token)
	req.Header.Set("Merchant-Serial-Number", c.id)
	resp, err := c.http.Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if resp.StatusCode >= 300 {
		return errors.New(resp.Status)
	}
	return json.NewDecoder(resp.Body).Decode(out)
}

// Capture goes through do, which is where the finding is.
func (c *Client) Capture(ctx context.Context, ref string, out any) error {
	return c.do(ctx, "POST", "/epayment/v1/payments/"+ref+"/capture", nil, out)
}

// Refund too.
func (c *Client) Refund(ctx context.Context, ref string, out any) error {
	return c.do(ctx, "POST", "/epayment/v1/payments/"+ref+"/refund", nil, out)
}

// An Each has a function that sends with a token that it is given, and each
// method fetches one.
type Each struct {
	base string
	http *http.Client
}

func (c *Each) post(ctx context.Context, path, token string, out any) error {
	req, err := http.NewRequestWithContext(ctx, "POST", c.base+path, nil)
	if err != nil {
		return err
	}
	if token != "" {
		req.Header.Set("Authorization", "Bearer "+token)
	}
	resp, err := c.http.Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if resp.StatusCode >= 300 {
		return errors.New(resp.Status)
	}
	return json.NewDecoder(resp.Body).Decode(out)
}

func (c *Each) login(ctx context.Context) (*answer, error) {
	var a answer
	if err := c.post(ctx, "/accesstoken/get", "", &a); err != nil {
		return nil, err
	}
	return &a, nil
}

// Capture is one.
func (c *Each) Capture(ctx context.Context, ref string, out any) error {
	a, err := c.login(ctx) // want `is fetched for each request`
	if err != nil {
		return err
	}
	return c.post(ctx, "/epayment/v1/payments/"+ref+"/capture", a.AccessToken, out)
}

// Refund is another.
func (c *Each) Refund(ctx context.Context, ref string, out any) error {
	a, err := c.login(ctx) // want `is fetched for each request`
	if err != nil {
		return err
	}
	return c.post(ctx, "/epayment/v1/payments/"+ref+"/refund", a.AccessToken, out)
}

// A Keeper is the same with a field between.
type Keeper struct {
	Each
	last *answer
}

func (k *Keeper) login(ctx context.Context) (*answer, error) {
	if k.last != nil {
		return k.last, nil
	}
	var a answer
	if err := k.post(ctx, "/accesstoken/get", "", &a); err != nil {
		return nil, err
	}
	k.last = &a
	return &a, nil
}

// Capture asks for a token only once.
func (k *Keeper) Capture(ctx context.Context, ref string, out any) error {
	a, err := k.login(ctx)
	if err != nil {
		return err
	}
	return k.post(ctx, "/epayment/v1/payments/"+ref+"/capture", a.AccessToken, out)
}

// Into writes to what it is given.
func (c *Each) into(ctx context.Context, out *answer) error {
	return c.post(ctx, "/accesstoken/get", "", out)
}

// Cancel has it written to a variable.
func (c *Each) Cancel(ctx context.Context, ref string, out any) error {
	var a answer
	if err := c.into(ctx, &a); err != nil { // want `is fetched for each request`
		return err
	}
	return c.post(ctx, "/epayment/v1/payments/"+ref+"/cancel", a.AccessToken, out)
}

// A Field has it written to a field, which is no way to find one again, but
// between all the same.
type Field struct {
	Each
	current answer
}

// Cancel refreshes the field.
func (f *Field) Cancel(ctx context.Context, ref string, out any) error {
	if err := f.into(ctx, &f.current); err != nil {
		return err
	}
	return f.post(ctx, "/epayment/v1/payments/"+ref+"/cancel", f.current.AccessToken, out)
}

func fetch[T any](ctx context.Context, c *Each) (T, error) {
	var t T
	err := c.post(ctx, "/accesstoken/get", "", &t)
	if err != nil {
		var zero T
		return zero, err
	}
	return t, nil
}

// Generic fetches by a generic function.
func (c *Each) Generic(ctx context.Context, ref string, out any) error {
	a, err := fetch[answer](ctx, c) // want `is fetched for each request`
	if err != nil {
		return err
	}
	return c.post(ctx, "/epayment/v1/payments/"+ref+"/cancel", a.AccessToken, out)
}

// Literal fetches by a function literal.
func (c *Each) Literal(ctx context.Context, ref string, out any) error {
	token := func() (string, error) {
		var a answer
		err := c.post(ctx, "/accesstoken/get", "", &a)
		return a.AccessToken, err
	}
	t, err := token() // want `is fetched for each request`
	if err != nil {
		return err
	}
	return c.post(ctx, "/epayment/v1/payments/"+ref+"/cancel", t, out)
}

// Beside sends in a goroutine.
func (c *Each) Beside(ctx context.Context, ref string, out any) error {
	a, err := c.login(ctx) // want `is fetched for each request`
	if err != nil {
		return err
	}
	go c.post(ctx, "/epayment/v1/payments/"+ref+"/capture", a.AccessToken, out)
	return nil
}

// Fetched only gives a token.
func (c *Each) Fetched(ctx context.Context) (string, error) {
	a, err := c.login(ctx)
	if err != nil {
		return "", err
	}
	return a.AccessToken, nil
}

// Given takes one.
func (c *Each) Given(ctx context.Context, token, ref string, out any) error {
	return c.post(ctx, "/epayment/v1/payments/"+ref+"/capture", token, out)
}
