// Package missing sends requests without the header, beside their right twins.
package missing

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"net/http"
	"net/http/httputil"
	"time"
)

const base = "https://api.vipps.no"

func Capture(token, ref string, body io.Reader) (*http.Response, error) {
	req, err := http.NewRequest("POST", base+"/epayment/v1/payments/"+ref+"/capture", body)
	if err != nil {
		return nil, err
	}
	req.Header.Set("Authorization", "Bearer "+token)
	req.Header.Set("Content-Type", "application/json")
	return http.DefaultClient.Do(req) // want `POST /epayment/v1/payments/{reference}/capture is sent without Idempotency-Key, which it requires \(a retry captures twice\); derive`
}

func CaptureRight(token, ref, order string, body io.Reader) (*http.Response, error) {
	req, err := http.NewRequest("POST", base+"/epayment/v1/payments/"+ref+"/capture", body)
	if err != nil {
		return nil, err
	}
	req.Header.Set("Authorization", "Bearer "+token)
	req.Header.Set("idempotency-key", "capture-"+order)
	return http.DefaultClient.Do(req)
}

// Cancel needs no key, and neither does reading.
func Cancel(ref string) (*http.Response, error) {
	req, err := http.NewRequest("POST", base+"/epayment/v1/payments/"+ref+"/cancel", nil)
	if err != nil {
		return nil, err
	}
	return http.DefaultClient.Do(req)
}

func Get(ref string) (*http.Response, error) {
	return http.Get(base + "/epayment/v1/payments/" + ref)
}

func CaptureECom(id string, body io.Reader) (*http.Response, error) {
	req, err := http.NewRequest(http.MethodPost, base+"/ecomm/v2/payments/"+id+"/capture", body)
	if err != nil {
		return nil, err
	}
	req.Header.Set("Idempotency-Key", id) // which eCom does not know
	client := &http.Client{Timeout: 10 * time.Second}
	return client.Do(req) // want `POST /ecomm/v2/payments/{orderId}/capture is sent without X-Request-Id`
}

func CaptureEComRight(id string, body io.Reader) (*http.Response, error) {
	req, err := http.NewRequest(http.MethodPost, base+"/ecomm/v2/payments/"+id+"/capture", body)
	if err != nil {
		return nil, err
	}
	req.Header.Add("X-Request-Id", id)
	client := &http.Client{Timeout: 10 * time.Second}
	return client.Do(req)
}

func Post(body io.Reader) (*http.Response, error) {
	return http.Post(base+"/epayment/v1/payments", "application/json", body) // want `POST /epayment/v1/payments is sent without Idempotency-Key, which it requires \(a retry starts a second one\)`
}

func Charge(agreement string, body io.Reader) (*http.Response, error) {
	req, err := http.NewRequest("POST", base+"/recurring/v3/agreements/"+agreement+"/charges", body)
	if err != nil {
		return nil, err
	}
	return http.DefaultClient.Do(req) // want `a retry charges the customer twice`
}

// Helpers.

type Client struct {
	http *http.Client
	key  string
}

func New(key string) *Client { return &Client{http: &http.Client{Timeout: time.Minute}, key: key} }

func (c *Client) do(ctx context.Context, method, path string, body []byte) error {
	req, err := http.NewRequestWithContext(ctx, method, base+path, bytes.NewReader(body))
	if err != nil {
		return err
	}
	c.authorize(req)
	resp, err := c.http.Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if resp.StatusCode >= 300 {
		return fmt.Errorf("status %d", resp.StatusCode)
	}
	return nil
}

func (c *Client) authorize(req *http.Request) {
	req.Header.Set("Ocp-Apim-Subscription-Key", c.key)
	req.SetBasicAuth("a", "b")
	req.AddCookie(&http.Cookie{Name: "a"})
}

func (c *Client) Refund(ctx context.Context, ref string, body []byte) error {
	return c.do(ctx, "POST", "/epayment/v1/payments/"+ref+"/refund", body) // want `POST /epayment/v1/payments/{reference}/refund is sent without Idempotency-Key, which it requires \(a retry refunds twice\)`
}

func (c *Client) Read(ctx context.Context, ref string) error {
	return c.do(ctx, "GET", "/epayment/v1/payments/"+ref, nil)
}

func (c *Client) doKeyed(ctx context.Context, method, path, key string, body []byte) error {
	req, err := http.NewRequestWithContext(ctx, method, base+path, bytes.NewReader(body))
	if err != nil {
		return err
	}
	c.keyed(req, key)
	if dump, err := httputil.DumpRequestOut(req, false); err == nil {
		fmt.Printf("%d bytes to %s\n", len(dump), req.URL.Path)
	}
	resp, err := c.http.Do(req)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func (c *Client) keyed(req *http.Request, key string) {
	c.authorize(req)
	req.Header["Idempotency-Key"] = []string{key}
}

func (c *Client) RefundRight(ctx context.Context, ref, order string, body []byte) error {
	return c.doKeyed(ctx, "POST", "/epayment/v1/payments/"+ref+"/refund", order, body)
}

// Builders.

func (c *Client) newRequest(method, path string, body io.Reader) (*http.Request, error) {
	req, err := http.NewRequest(method, base+path, body)
	if err != nil {
		return nil, err
	}
	req.Header = http.Header{"Ocp-Apim-Subscription-Key": {c.key}, "Content-Type": {"application/json"}}
	return req, nil
}

func (c *Client) Create(body io.Reader) (*http.Response, error) {
	req, err := c.newRequest("POST", "/epayment/v1/payments", body)
	if err != nil {
		return nil, err
	}
	return c.http.Do(req) // want `POST /epayment/v1/payments is sent without Idempotency-Key`
}

func (c *Client) CreateRight(order string, body io.Reader) (*http.Response, error) {
	req, err := c.newRequest("POST", "/epayment/v1/payments", body)
	if err != nil {
		return nil, err
	}
	req.Header.Set("Idempotency-Key", order)
	return c.http.Do(req)
}

func (c *Client) newKeyed(path, key string, body io.Reader) (*http.Request, error) {
	req, err := c.newRequest("POST", path, body)
	if err != nil {
		return nil, err
	}
	req.Header.Set("Idempotency-Key", key)
	return req, nil
}

func (c *Client) CreateRightToo(order string, body io.Reader) (*http.Response, error) {
	req, err := c.newKeyed("/epayment/v1/payments", order, body)
	if err != nil {
		return nil, err
	}
	return c.http.Do(req.WithContext(context.Background()))
}

// Maps of headers.

func ByMap(path string, body io.Reader, headers map[string]string) (*http.Response, error) {
	req, err := http.NewRequest("POST", base+path, body)
	if err != nil {
		return nil, err
	}
	for name, value := range headers {
		req.Header.Set(name, value)
	}
	return http.DefaultClient.Do(req)
}

func CreateByMap(token string, body io.Reader) (*http.Response, error) {
	return ByMap("/epayment/v1/payments", body, map[string]string{"Authorization": token}) // want `POST /epayment/v1/payments is sent without Idempotency-Key`
}

func CreateByNil(body io.Reader) (*http.Response, error) {
	return ByMap("/epayment/v1/payments", body, nil) // want `POST /epayment/v1/payments is sent without Idempotency-Key`
}

func CreateByMapRight(token, order string, body io.Reader) (*http.Response, error) {
	return ByMap("/epayment/v1/payments", body, map[string]string{"Authorization": token, "Idempotency-Key": order})
}

func CreateByMapLater(token, order string, body io.Reader) (*http.Response, error) {
	headers := map[string]string{"Authorization": token}
	if order != "" {
		headers["Idempotency-Key"] = order
	}
	return ByMap("/epayment/v1/payments", body, headers)
}

func CreateByUnknown(body io.Reader, headers map[string]string) (*http.Response, error) {
	return ByMap("/epayment/v1/payments", body, headers)
}

func common(token string) http.Header {
	h := http.Header{}
	h.Set("Authorization", token)
	return h
}

func CreateCommon(token string, body io.Reader) (*http.Response, error) {
	req, err := http.NewRequest("POST", base+"/epayment/v1/payments", body)
	if err != nil {
		return nil, err
	}
	req.Header = common(token).Clone()
	return http.DefaultClient.Do(req) // want `POST /epayment/v1/payments is sent without Idempotency-Key`
}

func CreateCommonRight(token, order string, body io.Reader) (*http.Response, error) {
	req, err := http.NewRequest("POST", base+"/epayment/v1/payments", body)
	if err != nil {
		return nil, err
	}
	h := common(token)
	h.Set("Idempotency-Key", order)
	req.Header = h
	return http.DefaultClient.Do(req)
}

// RoundTrippers.

type tokens struct {
	token string
	next  http.RoundTripper
}

func (t *tokens) RoundTrip(req *http.Request) (*http.Response, error) {
	req = req.Clone(req.Context())
	req.Header.Set("Authorization", t.token)
	return t.next.RoundTrip(req)
}

type keys struct {
	next http.RoundTripper
}

func (k keys) RoundTrip(req *http.Request) (*http.Response, error) {
	req = req.Clone(req.Context())
	req.Header.Set("Idempotency-Key", req.URL.Path)
	return k.next.RoundTrip(req)
}

func CreateThrough(body io.Reader) (*http.Response, error) {
	client := &http.Client{Transport: &tokens{"t", http.DefaultTransport}}
	return client.Post(base+"/epayment/v1/payments", "application/json", body) // want `POST /epayment/v1/payments is sent without Idempotency-Key`
}

func CreateThroughRight(body io.Reader) (*http.Response, error) {
	client := &http.Client{Transport: &tokens{"t", keys{http.DefaultTransport}}}
	return client.Post(base+"/epayment/v1/payments", "application/json", body)
}

// What is not seen.

func CreateWith(client *http.Client, body io.Reader) (*http.Response, error) {
	return client.Post(base+"/epayment/v1/payments", "application/json", body)
}

func CreateSigned(sign func(*http.Request), body io.Reader) (*http.Response, error) {
	req, err := http.NewRequest("POST", base+"/epayment/v1/payments", body)
	if err != nil {
		return nil, err
	}
	sign(req)
	return http.DefaultClient.Do(req)
}

type Option func(*http.Request)

func CreateOptions(body io.Reader, opts ...Option) (*http.Response, error) {
	req, err := http.NewRequest("POST", base+"/epayment/v1/payments", body)
	if err != nil {
		return nil, err
	}
	for _, o := range opts {
		o(req)
	}
	return http.DefaultClient.Do(req)
}

type signer interface{ Sign(*http.Request) error }

func CreateBy(s signer, body io.Reader) (*http.Response, error) {
	req, err := http.NewRequest("POST", base+"/epayment/v1/payments", body)
	if err != nil {
		return nil, err
	}
	if err := s.Sign(req); err != nil {
		return nil, err
	}
	return http.DefaultClient.Do(req)
}

func byHeader(path string, body io.Reader, h http.Header) (*http.Response, error) {
	req, err := http.NewRequest("POST", base+path, body)
	if err != nil {
		return nil, err
	}
	if h != nil {
		req.Header = h
	}
	return http.DefaultClient.Do(req)
}

func CreateByHeader(token, order string, body io.Reader) {
	byHeader("/epayment/v1/payments", body, nil)                                     // want `POST /epayment/v1/payments is sent without Idempotency-Key`
	byHeader("/epayment/v1/payments", body, http.Header{"Authorization": {token}})   // want `POST /epayment/v1/payments is sent without Idempotency-Key`
	byHeader("/epayment/v1/payments", body, http.Header{"Idempotency-Key": {order}}) //
}

func again(f func() (*http.Response, error)) (*http.Response, error) {
	resp, err := f()
	if err != nil {
		return f()
	}
	return resp, nil
}

func Shared(ref string, body io.Reader) (*http.Response, error) {
	req, err := http.NewRequest("POST", base+"/epayment/v1/payments/"+ref+"/refund", body)
	if err != nil {
		return nil, err
	}
	return again(func() (*http.Response, error) { return http.DefaultClient.Do(req) }) // want `POST /epayment/v1/payments/{reference}/refund is sent without Idempotency-Key`
}

func SharedRight(ref string, body io.Reader) (*http.Response, error) {
	req, err := http.NewRequest("POST", base+"/epayment/v1/payments/"+ref+"/refund", body)
	if err != nil {
		return nil, err
	}
	req.Header.Set("Idempotency-Key", "refund-"+ref)
	return again(func() (*http.Response, error) { return http.DefaultClient.Do(req) })
}
