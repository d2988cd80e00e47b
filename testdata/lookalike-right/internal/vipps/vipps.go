// Package vipps talks to the ePayment API.
package vipps

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"os"
	"strconv"
	"sync"
	"time"

	"fjellbok.example/butikk/internal/order"
)

// A Client has its whole configuration from the environment.
type Client struct {
	URL string
	HC  *http.Client

	once  sync.Mutex
	tok   string
	until time.Time
}

// FromEnv makes a client.
func FromEnv() *Client {
	return &Client{URL: os.Getenv("VIPPS_URL"), HC: &http.Client{Timeout: 10 * time.Second}}
}

// answer is a response without its connection.
type answer struct {
	code int
	body []byte
}

func (a answer) into(out any) error {
	if a.code < 200 || a.code >= 300 {
		return fmt.Errorf("vipps: %d: %s", a.code, a.body)
	}
	if out == nil {
		return nil
	}
	return json.Unmarshal(a.body, out)
}

func (c *Client) roundTrip(req *http.Request) (a answer, err error) {
	resp, err := c.HC.Do(req)
	if resp != nil {
		defer resp.Body.Close()
	}
	if err != nil {
		return a, err
	}
	a.code = resp.StatusCode
	a.body, err = io.ReadAll(resp.Body)
	return
}

func (c *Client) bearer(ctx context.Context) (string, error) {
	c.once.Lock()
	defer c.once.Unlock()
	if time.Until(c.until) > 0 {
		return c.tok, nil
	}
	req, err := http.NewRequestWithContext(ctx, "POST", c.URL+"/accesstoken/get", nil)
	if err != nil {
		return "", err
	}
	req.Header.Set("client_id", os.Getenv("VIPPS_CLIENT_ID"))
	req.Header.Set("client_secret", os.Getenv("VIPPS_CLIENT_SECRET"))
	req.Header.Set("Ocp-Apim-Subscription-Key", os.Getenv("VIPPS_KEY"))
	a, err := c.roundTrip(req)
	if err != nil {
		return "", err
	}
	var t struct {
		Token   string `json:"access_token"`
		Expires string `json:"expires_in"`
	}
	if err = a.into(&t); err != nil {
		return "", err
	}
	secs, err := strconv.ParseFloat(t.Expires, 64)
	if err != nil {
		secs = 3600
	}
	c.tok, c.until = t.Token, time.Now().Add(time.Duration(secs*0.9)*time.Second)
	return c.tok, nil
}

func (c *Client) call(ctx context.Context, method, path, key string, in, out any) error {
	var body io.Reader
	if in != nil {
		raw, err := json.Marshal(in)
		if err != nil {
			return err
		}
		body = bytes.NewReader(raw)
	}
	tok, err := c.bearer(ctx)
	if err != nil {
		return err
	}
	req, err := http.NewRequestWithContext(ctx, method, c.URL+path, body)
	if err != nil {
		return err
	}
	req.Header.Set("Authorization", "Bearer "+tok)
	req.Header.Set("Content-Type", "application/json")
	req.Header.Set("Ocp-Apim-Subscription-Key", os.Getenv("VIPPS_KEY"))
	req.Header.Set("Merchant-Serial-Number", os.Getenv("VIPPS_MSN"))
	req.Header.Set("Idempotency-Key", key)
	a, err := c.roundTrip(req)
	if err != nil {
		return err
	}
	return a.into(out)
}

type money struct {
	Value    int64  `json:"value"`
	Currency string `json:"currency"`
}

// Pay starts the payment of a bill.
func (c *Client) Pay(ctx context.Context, b order.Bill, returnURL string) (string, error) {
	return c.pay(ctx, map[string]any{
		"amount":             map[string]any{"value": b.Ore, "currency": "NOK"},
		"customer":           map[string]any{"phoneNumber": b.Phone},
		"paymentMethod":      map[string]any{"type": "WALLET"},
		"reference":          b.Ref,
		"userFlow":           "WEB_REDIRECT",
		"returnUrl":          returnURL,
		"paymentDescription": b.Text,
	}, b.Ref)
}

// Poster gives a QR code for the wall. Its size follows the paper: that is not
// money, and half a pixel does not matter.
func (c *Client) Poster(ctx context.Context, b order.Bill, cm float64) (string, error) {
	return c.pay(ctx, map[string]any{
		"amount":             money{Value: int64(b.Whole), Currency: "NOK"},
		"paymentMethod":      map[string]any{"type": "WALLET"},
		"reference":          b.Ref,
		"userFlow":           "QR",
		"qrFormat":           map[string]any{"format": "IMAGE/SVG+XML", "size": int(cm * 37.8)},
		"paymentDescription": b.Text,
	}, b.Ref)
}

// Till pays at the till with the telephone of a shop assistant.
func (c *Client) Till(ctx context.Context, ref string, finnish bool) error {
	phone := "4748059528"
	if finnish {
		phone = "358401234567"
	}
	_, err := c.pay(ctx, map[string]any{
		"amount":              map[string]any{"value": 3 * 4900, "currency": "NOK"},
		"customer":            map[string]any{"phoneNumber": phone},
		"customerInteraction": "CUSTOMER_PRESENT",
		"paymentMethod":       map[string]any{"type": "WALLET"},
		"reference":           ref,
		"userFlow":            "PUSH_MESSAGE",
		"paymentDescription":  "Kassen",
	}, ref)
	return err
}

func (c *Client) pay(ctx context.Context, in map[string]any, key string) (string, error) {
	var out struct {
		RedirectURL string `json:"redirectUrl"`
	}
	err := c.call(ctx, "POST", "/epayment/v1/payments", key, in, &out)
	return out.RedirectURL, err
}

// Capture takes a whole number of øre.
func (c *Client) Capture(ctx context.Context, ref string, ore float64) error {
	return c.modify(ctx, ref, "capture", money{int64(ore), "NOK"})
}

// Refund gives øre back.
func (c *Client) Refund(ctx context.Context, ref string, ore int64) error {
	return c.modify(ctx, ref, "refund", money{ore, "NOK"})
}

func (c *Client) modify(ctx context.Context, ref, what string, m money) error {
	in := struct {
		ModificationAmount money `json:"modificationAmount"`
	}{m}
	key := fmt.Sprintf("%s-%s-%d", ref, what, m.Value)
	return c.call(ctx, "POST", "/epayment/v1/payments/"+ref+"/"+what, key, in, nil)
}

// Cancel lets go of several reservations.
func (c *Client) Cancel(ctx context.Context, refs ...string) error {
	errs := make(chan error, len(refs))
	for _, ref := range refs {
		go func() { errs <- c.call(ctx, "POST", "/epayment/v1/payments/"+ref+"/cancel", ref+"-cancel", nil, nil) }()
	}
	var all error
	for range refs {
		all = errors.Join(all, <-errs)
	}
	return all
}

// State reads a payment back.
func (c *Client) State(ctx context.Context, ref string) (string, error) {
	var out struct {
		State  string `json:"state"`
		Amount money  `json:"amount"`
	}
	if err := c.call(ctx, "GET", "/epayment/v1/payments/"+ref, ref, nil, &out); err != nil {
		return "", err
	}
	return out.State, nil
}
