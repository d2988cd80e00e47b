package capture

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"net/http"
	"time"
)

// retry with a fresh key each time
func (c *Client) CaptureRetry(ctx context.Context, ref string, body []byte) error {
	var last error
	for i := 0; i < 3; i++ {
		req, err := http.NewRequestWithContext(ctx, http.MethodPost, host+"/epayment/v1/payments/"+ref+"/capture", bytes.NewReader(body))
		if err != nil {
			return err
		}
		c.common(req)
		req.Header.Set("Idempotency-Key", newKey()) // want:vippsidempotency/not-stable
		resp, err := c.hc.Do(req)
		if err != nil {
			last = err
			time.Sleep(time.Second)
			continue
		}
		if last = check(resp); last == nil {
			return nil
		}
	}
	return last
}

func (c *Client) CaptureRetryStable(ctx context.Context, ref string, body []byte) error {
	var last error
	key := newKey()
	for i := 0; i < 3; i++ {
		req, err := http.NewRequestWithContext(ctx, http.MethodPost, host+"/epayment/v1/payments/"+ref+"/capture", bytes.NewReader(body))
		if err != nil {
			return err
		}
		c.common(req)
		req.Header.Set("Idempotency-Key", key)
		resp, err := c.hc.Do(req)
		if err != nil {
			last = err
			time.Sleep(time.Second)
			continue
		}
		if last = check(resp); last == nil {
			return nil
		}
	}
	return last
}

// attempt number in the key
func (c *Client) CaptureNumbered(ctx context.Context, ref string, body []byte) error {
	err := errors.New("no attempt")
	for attempt := 1; err != nil && attempt <= 5; attempt++ {
		key := fmt.Sprintf("%s-%d", ref, attempt)
		err = c.do(ctx, "POST", "/epayment/v1/payments/"+ref+"/capture", key, body) // want:vippsidempotency/not-stable
	}
	return err
}

// many payments, one key each: no retry
func (c *Client) CaptureAll(ctx context.Context, refs []string, body []byte) error {
	for _, ref := range refs {
		if err := c.do(ctx, "POST", "/epayment/v1/payments/"+ref+"/capture", newKey(), body); err != nil {
			return fmt.Errorf("capture %s: %w", ref, err)
		}
	}
	return nil
}

// a fresh key per call, retried one floor up
func (c *Client) refundOnce(ctx context.Context, ref string, body []byte) error {
	return c.do(ctx, "POST", "/epayment/v1/payments/"+ref+"/refund", newKey(), body)
}

func (c *Client) RefundRetry(ctx context.Context, ref string, body []byte) error {
	var err error
	for range 3 {
		if err = c.refundOnce(ctx, ref, body); err == nil { // want:vippsidempotency/not-stable
			return nil
		}
		time.Sleep(2 * time.Second)
	}
	return err
}

// generic retry helper with a closure
func retry(n int, f func() error) error {
	var err error
	for i := 0; i < n; i++ {
		if err = f(); err == nil {
			return nil
		}
		time.Sleep(time.Second)
	}
	return err
}

func (c *Client) RefundHelper(ctx context.Context, ref string, body []byte) error {
	return retry(3, func() error {
		return c.do(ctx, "POST", "/epayment/v1/payments/"+ref+"/refund", newKey(), body) // want:vippsidempotency/not-stable
	})
}

func (c *Client) RefundHelperStable(ctx context.Context, ref string, body []byte) error {
	key := newKey()
	return retry(3, func() error {
		return c.do(ctx, "POST", "/epayment/v1/payments/"+ref+"/refund", key, body)
	})
}

// polling loop with a single refund after it
func (c *Client) WaitThenRefund(ctx context.Context, ref string, body []byte) error {
	for range 10 {
		if err := c.Get(ctx, ref); err == nil {
			break
		}
		time.Sleep(2 * time.Second)
	}
	return c.do(ctx, "POST", "/epayment/v1/payments/"+ref+"/refund", newKey(), body)
}

// a worker's loop over a channel
func (c *Client) Work(ctx context.Context, jobs <-chan string) {
	for ref := range jobs {
		if err := c.do(ctx, "POST", "/epayment/v1/payments/"+ref+"/capture", newKey(), nil); err != nil {
			fmt.Println("capture failed", err)
		}
	}
}

// key by a transport
type keyed struct{ base http.RoundTripper }

func (k keyed) RoundTrip(r *http.Request) (*http.Response, error) {
	r = r.Clone(r.Context())
	if r.Header.Get("Idempotency-Key") == "" {
		r.Header.Set("Idempotency-Key", newKey())
	}
	return k.base.RoundTrip(r)
}

type Keyed struct{ hc *http.Client }

func NewKeyed() *Keyed { return &Keyed{&http.Client{Transport: keyed{http.DefaultTransport}}} }

func (k *Keyed) Capture(ctx context.Context, ref string, body []byte) error {
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, host+"/epayment/v1/payments/"+ref+"/capture", bytes.NewReader(body))
	if err != nil {
		return err
	}
	resp, err := k.hc.Do(req)
	if err != nil {
		return err
	}
	return check(resp)
}

// options
type Option func(*http.Request)

func WithKey(key string) Option {
	return func(r *http.Request) { r.Header.Set("Idempotency-Key", key) }
}

func (c *Client) CaptureOpts(ctx context.Context, ref string, body []byte, opts ...Option) error {
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, host+"/epayment/v1/payments/"+ref+"/capture", bytes.NewReader(body))
	if err != nil {
		return err
	}
	c.common(req)
	for _, o := range opts {
		o(req)
	}
	resp, err := c.hc.Do(req)
	if err != nil {
		return err
	}
	return check(resp)
}

// only on the first attempt
func (c *Client) CaptureSometimes(ctx context.Context, ref string, body []byte) error {
	var last error
	for i := 0; i < 3; i++ {
		req, err := http.NewRequestWithContext(ctx, http.MethodPost, host+"/epayment/v1/payments/"+ref+"/capture", bytes.NewReader(body))
		if err != nil {
			return err
		}
		c.common(req)
		if i > 0 {
			req.Header.Set("Idempotency-Key", "capture-"+ref)
		}
		resp, err := c.hc.Do(req) // want:vippsidempotency/missing
		if err != nil {
			last = err
			continue
		}
		if last = check(resp); last == nil {
			return nil
		}
	}
	return last
}
