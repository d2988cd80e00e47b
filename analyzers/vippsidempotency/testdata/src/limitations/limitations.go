// Package limitations has what is known and not found.
package limitations

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"net/http"

	"github.com/google/uuid"
)

const base = "https://api.vipps.no"

// Options that set no key are not told from those that do.
type option func(*http.Request)

func trace(id string) option { return func(r *http.Request) { r.Header.Set("X-Trace", id) } }

func with(path string, body io.Reader, opts ...option) (*http.Response, error) {
	req, err := http.NewRequest("POST", base+path, body)
	if err != nil {
		return nil, err
	}
	for _, o := range opts {
		o(req)
	}
	return http.DefaultClient.Do(req)
}

func CreateTraced(body io.Reader) (*http.Response, error) {
	return with("/epayment/v1/payments", body, trace("1"))
}

func send(ref, key string, body []byte) error {
	req, err := http.NewRequest("POST", base+"/epayment/v1/payments/"+ref+"/capture", bytes.NewReader(body))
	if err != nil {
		return err
	}
	req.Header.Set("Idempotency-Key", key)
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// The number of the try is not followed into a helper that makes the key.
func numbered(ref string, attempt int, body []byte) error {
	return send(ref, fmt.Sprintf("%s-%d", ref, attempt), body)
}

func Numbered(ref string, body []byte) error {
	for attempt := range 3 {
		if numbered(ref, attempt, body) == nil {
			return nil
		}
	}
	return errors.New("no answer")
}

// A function that calls itself is no loop.
func Recursive(ref string, body []byte, left int) error {
	err := send(ref, uuid.NewString(), body)
	if err != nil && left > 0 {
		return Recursive(ref, body, left-1)
	}
	return err
}

// A key that is made once and sometimes again.
func Sometimes(ref string, body []byte) error {
	key := ref
	for range 3 {
		if send(ref, key, body) == nil {
			return nil
		}
		key = uuid.NewString()
	}
	return errors.New("no answer")
}

// A transport that sends again does not know which request it sends.
type again struct{ next http.RoundTripper }

func (a again) RoundTrip(req *http.Request) (resp *http.Response, err error) {
	for range 3 {
		req.Header.Set("Idempotency-Key", uuid.NewString())
		if resp, err = a.next.RoundTrip(req); err == nil {
			break
		}
	}
	return resp, err
}

var repeating = &http.Client{Transport: again{http.DefaultTransport}}

func Repeated(ref string, body []byte) (*http.Response, error) {
	return repeating.Post(base+"/epayment/v1/payments/"+ref+"/capture", "application/json", bytes.NewReader(body))
}

// A builder whose header is a map in a field: somebody may have set the key there.
type builder struct {
	path   string
	header http.Header
}

func post(path string) *builder { return &builder{path, http.Header{}} }

func (b *builder) set(name, value string) *builder {
	b.header.Set(name, value)
	return b
}

func (b *builder) send() (*http.Response, error) {
	req, err := http.NewRequest("POST", base+b.path, nil)
	if err != nil {
		return nil, err
	}
	for name, values := range b.header {
		req.Header[name] = values
	}
	return http.DefaultClient.Do(req)
}

func Built(ref string) (*http.Response, error) {
	return post("/epayment/v1/payments/"+ref+"/capture").set("Accept", "application/json").send()
}

// A copy that has the key, and is not what is sent.
func Copied(ref string, body io.Reader) (*http.Response, error) {
	req, err := http.NewRequest("POST", base+"/epayment/v1/payments/"+ref+"/capture", body)
	if err != nil {
		return nil, err
	}
	keyed := req.Clone(req.Context())
	keyed.Header.Set("Idempotency-Key", ref)
	return http.DefaultClient.Do(req)
}

// A header that is taken away again.
func Deleted(ref string, body io.Reader) (*http.Response, error) {
	req, err := http.NewRequest("POST", base+"/epayment/v1/payments/"+ref+"/capture", body)
	if err != nil {
		return nil, err
	}
	req.Header.Set("Idempotency-Key", ref)
	req.Header.Del("Idempotency-Key")
	return http.DefaultClient.Do(req)
}

// A function of the package that sends what it is given, by a client that the
// package is given.
type sender struct{ hc *http.Client }

func NewSender(hc *http.Client) *sender { return &sender{hc} }

func (s *sender) send(req *http.Request) (*http.Response, error) { return s.hc.Do(req) }

func (s *sender) Capture(ref string, body io.Reader) (*http.Response, error) {
	req, err := http.NewRequest("POST", base+"/epayment/v1/payments/"+ref+"/capture", body)
	if err != nil {
		return nil, err
	}
	return s.send(req)
}
