// Package capture takes and gives back money, with a key and without.
package capture

import (
	"bytes"
	"context"
	"crypto/rand"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"net/http"
	"time"
)

const host = "https://api.vipps.no"

type Client struct {
	hc     *http.Client
	token  string
	subKey string
	msn    string
}

func New(token, sub, msn string) *Client {
	return &Client{hc: &http.Client{Timeout: 10 * time.Second}, token: token, subKey: sub, msn: msn}
}

func newKey() string {
	b := make([]byte, 16)
	_, _ = rand.Read(b)
	return hex.EncodeToString(b)
}

func check(resp *http.Response) error {
	defer resp.Body.Close()
	if resp.StatusCode/100 != 2 {
		return fmt.Errorf("vipps: %s", resp.Status)
	}
	return nil
}

type amount struct {
	Currency string `json:"currency"`
	Value    int64  `json:"value"`
}

type modification struct {
	ModificationAmount amount `json:"modificationAmount"`
}

// headers that all have
func (c *Client) common(req *http.Request) {
	req.Header.Set("Authorization", "Bearer "+c.token)
	req.Header.Set("Ocp-Apim-Subscription-Key", c.subKey)
	req.Header.Set("Merchant-Serial-Number", c.msn)
	req.Header.Set("Content-Type", "application/json")
}

// 1 bad: no key
func (c *Client) CaptureBare(ctx context.Context, ref string, ore int64) error {
	b, err := json.Marshal(modification{amount{"NOK", ore}})
	if err != nil {
		return err
	}
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, host+"/epayment/v1/payments/"+ref+"/capture", bytes.NewReader(b))
	if err != nil {
		return err
	}
	c.common(req)
	resp, err := c.hc.Do(req) // want:vippsidempotency/missing
	if err != nil {
		return err
	}
	return check(resp)
}

// right twin
func (c *Client) CaptureKeyed(ctx context.Context, ref string, ore int64) error {
	b, err := json.Marshal(modification{amount{"NOK", ore}})
	if err != nil {
		return err
	}
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, host+"/epayment/v1/payments/"+ref+"/capture", bytes.NewReader(b))
	if err != nil {
		return err
	}
	c.common(req)
	req.Header.Set("Idempotency-Key", "capture-"+ref)
	resp, err := c.hc.Do(req)
	if err != nil {
		return err
	}
	return check(resp)
}

// canonical spelling differs: still right
func (c *Client) RefundLower(ctx context.Context, ref string, ore int64) error {
	b, err := json.Marshal(modification{amount{"NOK", ore}})
	if err != nil {
		return err
	}
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, host+"/epayment/v1/payments/"+ref+"/refund", bytes.NewReader(b))
	if err != nil {
		return err
	}
	c.common(req)
	req.Header["Idempotency-Key"] = []string{"refund-" + ref}
	resp, err := c.hc.Do(req)
	if err != nil {
		return err
	}
	return check(resp)
}

// cancel of ePayment needs none
func (c *Client) Cancel(ctx context.Context, ref string) error {
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, host+"/epayment/v1/payments/"+ref+"/cancel", nil)
	if err != nil {
		return err
	}
	c.common(req)
	resp, err := c.hc.Do(req)
	if err != nil {
		return err
	}
	return check(resp)
}

// a read needs none
func (c *Client) Get(ctx context.Context, ref string) error {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, host+"/epayment/v1/payments/"+ref, nil)
	if err != nil {
		return err
	}
	c.common(req)
	resp, err := c.hc.Do(req)
	if err != nil {
		return err
	}
	return check(resp)
}

// the general helper: sets key where given
func (c *Client) do(ctx context.Context, method, path, key string, body any) error {
	b, err := json.Marshal(body)
	if err != nil {
		return err
	}
	req, err := http.NewRequestWithContext(ctx, method, host+path, bytes.NewReader(b))
	if err != nil {
		return err
	}
	c.common(req)
	if key != "" {
		req.Header.Set("Idempotency-Key", key)
	}
	resp, err := c.hc.Do(req)
	if err != nil {
		return err
	}
	return check(resp)
}

func (c *Client) RefundNoKey(ctx context.Context, ref string, ore int64) error {
	return c.do(ctx, "POST", "/epayment/v1/payments/"+ref+"/refund", "", modification{amount{"NOK", ore}}) // want:vippsidempotency/missing
}

func (c *Client) RefundKey(ctx context.Context, ref string, ore int64) error {
	return c.do(ctx, "POST", "/epayment/v1/payments/"+ref+"/refund", "refund-"+ref, modification{amount{"NOK", ore}})
}

func (c *Client) RefundCaller(ctx context.Context, ref, key string, ore int64) error {
	return c.do(ctx, "POST", "/epayment/v1/payments/"+ref+"/refund", key, modification{amount{"NOK", ore}})
}

// constant key for all payments
func (c *Client) RefundConst(ctx context.Context, ref string, ore int64) error {
	return c.do(ctx, "POST", "/epayment/v1/payments/"+ref+"/refund", "refund", modification{amount{"NOK", ore}}) // want:vippsidempotency/not-stable
}

// helper that sets a key on POST only
func (c *Client) byMethod(ctx context.Context, method, path string, body any) error {
	b, err := json.Marshal(body)
	if err != nil {
		return err
	}
	req, err := http.NewRequestWithContext(ctx, method, host+path, bytes.NewReader(b))
	if err != nil {
		return err
	}
	c.common(req)
	switch method {
	case http.MethodPost, http.MethodPut:
		req.Header.Set("Idempotency-Key", newKey())
	}
	resp, err := c.hc.Do(req)
	if err != nil {
		return err
	}
	return check(resp)
}

func (c *Client) CreateCharge(ctx context.Context, agreement string, body any) error {
	return c.byMethod(ctx, http.MethodPost, "/recurring/v3/agreements/"+agreement+"/charges", body)
}

func (c *Client) ReadCharge(ctx context.Context, agreement, charge string) error {
	return c.byMethod(ctx, http.MethodGet, "/recurring/v3/agreements/"+agreement+"/charges/"+charge, nil)
}

// patch of an agreement wants one as well, the helper gives none
func (c *Client) StopAgreement(ctx context.Context, agreement string) error {
	return c.byMethod(ctx, http.MethodPatch, "/recurring/v3/agreements/"+agreement, map[string]string{"status": "STOPPED"}) // want:vippsidempotency/missing
}

// header map
func (c *Client) withHeaders(ctx context.Context, path string, body []byte, extra map[string]string) error {
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, host+path, bytes.NewReader(body))
	if err != nil {
		return err
	}
	c.common(req)
	for k, v := range extra {
		req.Header.Set(k, v)
	}
	resp, err := c.hc.Do(req)
	if err != nil {
		return err
	}
	return check(resp)
}

func (c *Client) CaptureMap(ctx context.Context, ref string, body []byte) error {
	return c.withHeaders(ctx, "/epayment/v1/payments/"+ref+"/capture", body, map[string]string{"Idempotency-Key": ref + "-capture"})
}

func (c *Client) CaptureMapNone(ctx context.Context, ref string, body []byte) error {
	return c.withHeaders(ctx, "/epayment/v1/payments/"+ref+"/capture", body, nil) // want:vippsidempotency/missing
}

func (c *Client) CaptureMapOther(ctx context.Context, ref string, body []byte) error {
	return c.withHeaders(ctx, "/epayment/v1/payments/"+ref+"/capture", body, map[string]string{"Vipps-System-Name": "nordbutikk"}) // want:vippsidempotency/missing
}

// eCom: X-Request-Id
func (c *Client) CaptureEcom(ctx context.Context, id string, body []byte) error {
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, host+"/ecomm/v2/payments/"+id+"/capture", bytes.NewReader(body))
	if err != nil {
		return err
	}
	c.common(req)
	req.Header.Set("X-Request-Id", "capture-"+id)
	resp, err := c.hc.Do(req)
	if err != nil {
		return err
	}
	return check(resp)
}

func (c *Client) CaptureEcomNone(ctx context.Context, id string, body []byte) error {
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, host+"/ecomm/v2/payments/"+id+"/capture", bytes.NewReader(body))
	if err != nil {
		return err
	}
	c.common(req)
	req.Header.Set("Idempotency-Key", "capture-"+id)
	resp, err := c.hc.Do(req) // want:vippsidempotency/missing
	if err != nil {
		return err
	}
	return check(resp)
}
