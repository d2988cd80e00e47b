// Package session fetches tokens, for one request or for many.
package session

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"os"
	"sync"
	"time"
)

const base = "https://api.vipps.no"

type answer struct {
	AccessToken string `json:"access_token"`
	ExpiresIn   string `json:"expires_in"`
}

func fetch(ctx context.Context) (string, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, base+"/accesstoken/get", nil)
	if err != nil {
		return "", err
	}
	req.Header.Set("client_id", os.Getenv("ID"))
	req.Header.Set("client_secret", os.Getenv("SECRET"))
	req.Header.Set("Ocp-Apim-Subscription-Key", os.Getenv("KEY"))
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return "", err
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		return "", fmt.Errorf("token: %s", resp.Status)
	}
	var a answer
	if err := json.NewDecoder(resp.Body).Decode(&a); err != nil {
		return "", err
	}
	return a.AccessToken, nil
}

func send(ctx context.Context, tok, method, path string, body []byte) error {
	req, err := http.NewRequestWithContext(ctx, method, base+path, bytes.NewReader(body))
	if err != nil {
		return err
	}
	req.Header.Set("Authorization", "Bearer "+tok)
	req.Header.Set("Ocp-Apim-Subscription-Key", os.Getenv("KEY"))
	req.Header.Set("Merchant-Serial-Number", os.Getenv("MSN"))
	req.Header.Set("Idempotency-Key", ctx.Value("key").(string))
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if resp.StatusCode/100 != 2 {
		return fmt.Errorf("%s %s: %s", method, path, resp.Status)
	}
	return nil
}

// 1: fetched for each capture
func Capture(ctx context.Context, ref string, body []byte) error {
	tok, err := fetch(ctx) // want:vippstoken/per-request
	if err != nil {
		return err
	}
	return send(ctx, tok, http.MethodPost, "/epayment/v1/payments/"+ref+"/capture", body)
}

// 2: right: handed in
func CaptureWith(ctx context.Context, tok, ref string, body []byte) error {
	return send(ctx, tok, http.MethodPost, "/epayment/v1/payments/"+ref+"/capture", body)
}

// 3: cached in a field
type Client struct {
	mu      sync.Mutex
	token   string
	expires time.Time
}

func (c *Client) bearer(ctx context.Context) (string, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.token != "" && time.Now().Before(c.expires) {
		return c.token, nil
	}
	tok, err := fetch(ctx)
	if err != nil {
		return "", err
	}
	c.token, c.expires = tok, time.Now().Add(50*time.Minute)
	return tok, nil
}

func (c *Client) Capture(ctx context.Context, ref string, body []byte) error {
	tok, err := c.bearer(ctx)
	if err != nil {
		return err
	}
	return send(ctx, tok, http.MethodPost, "/epayment/v1/payments/"+ref+"/capture", body)
}

// 4: an uncached method
type Bare struct{}

func (b *Bare) auth(ctx context.Context) (string, error) {
	t, err := fetch(ctx)
	if err != nil {
		return "", fmt.Errorf("auth: %w", err)
	}
	return "Bearer " + t, nil
}

func (b *Bare) Refund(ctx context.Context, ref string, body []byte) error {
	a, err := b.auth(ctx) // want:vippstoken/per-request
	if err != nil {
		return err
	}
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, base+"/epayment/v1/payments/"+ref+"/refund", bytes.NewReader(body))
	if err != nil {
		return err
	}
	req.Header.Set("Authorization", a)
	req.Header.Set("Idempotency-Key", "refund-"+ref)
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		return fmt.Errorf("refund: %s", resp.Status)
	}
	return nil
}

// 5: once for a batch
func CaptureAll(ctx context.Context, refs []string) error {
	tok, err := fetch(ctx)
	if err != nil {
		return err
	}
	for _, ref := range refs {
		if err := send(ctx, tok, http.MethodPost, "/epayment/v1/payments/"+ref+"/capture", nil); err != nil {
			return err
		}
	}
	return nil
}

// 6: in each round of the batch
func CaptureEach(ctx context.Context, refs []string) error {
	for _, ref := range refs {
		tok, err := fetch(ctx) // want:vippstoken/per-request
		if err != nil {
			return err
		}
		if err := send(ctx, tok, http.MethodPost, "/epayment/v1/payments/"+ref+"/capture", nil); err != nil {
			return err
		}
	}
	return nil
}

// 7: sync.Once
var (
	once  sync.Once
	saved string
	fail  error
)

func Once(ctx context.Context, ref string) error {
	once.Do(func() { saved, fail = fetch(ctx) })
	if fail != nil {
		return fail
	}
	return send(ctx, saved, http.MethodGet, "/epayment/v1/payments/"+ref, nil)
}

// 8: a constructor that keeps it
type Session struct{ tok string }

func Open(ctx context.Context) (*Session, error) {
	t, err := fetch(ctx)
	if err != nil {
		return nil, err
	}
	return &Session{t}, nil
}

func (s *Session) Read(ctx context.Context, ref string) error {
	return send(ctx, s.tok, http.MethodGet, "/epayment/v1/payments/"+ref, nil)
}

// 9: the helper fetches by itself
func do(ctx context.Context, method, path string, body []byte) error {
	tok, err := fetch(ctx) // want:vippstoken/per-request
	if err != nil {
		return err
	}
	return send(ctx, tok, method, path, body)
}

func Cancel(ctx context.Context, ref string) error {
	return do(ctx, http.MethodPost, "/epayment/v1/payments/"+ref+"/cancel", nil)
}

// 10: a map as the cache, keyed by sales unit
var (
	cacheMu sync.Mutex
	cache   = map[string]string{}
)

func tokenOf(ctx context.Context, msn string) (string, error) {
	cacheMu.Lock()
	defer cacheMu.Unlock()
	if t, ok := cache[msn]; ok {
		return t, nil
	}
	t, err := fetch(ctx)
	if err == nil {
		cache[msn] = t
	}
	return t, err
}

func ReadOf(ctx context.Context, msn, ref string) error {
	t, err := tokenOf(ctx, msn)
	if err != nil {
		return err
	}
	return send(ctx, t, http.MethodGet, "/epayment/v1/payments/"+ref, nil)
}

// 11: handler
func Page(w http.ResponseWriter, r *http.Request) {
	tok, err := fetch(r.Context()) // want:vippstoken/per-request
	if err != nil {
		http.Error(w, "token", http.StatusBadGateway)
		return
	}
	if err := send(r.Context(), tok, http.MethodGet, "/epayment/v1/payments/"+r.FormValue("ref"), nil); err != nil {
		http.Error(w, "read", http.StatusBadGateway)
	}
}

// 12: only after a refusal
func (c *Client) Again(ctx context.Context, ref string) error {
	err := send(ctx, c.token, http.MethodGet, "/epayment/v1/payments/"+ref, nil)
	if err == nil {
		return nil
	}
	tok, err := fetch(ctx)
	if err != nil {
		return err
	}
	c.token = tok
	return send(ctx, c.token, http.MethodGet, "/epayment/v1/payments/"+ref, nil)
}
