// Package empty sends requests with keys that are empty, and that somebody fills.
package empty

import (
	"bytes"
	"net/http"

	"github.com/google/uuid"
)

const base = "https://api.vipps.no"

// plain sends whatever key it is given.
func plain(method, path, key string) (*http.Response, error) {
	req, err := http.NewRequest(method, base+path, nil)
	if err != nil {
		return nil, err
	}
	req.Header.Set("Idempotency-Key", key)
	return http.DefaultClient.Do(req)
}

func Refund(ref string) (*http.Response, error) {
	return plain("POST", "/epayment/v1/payments/"+ref+"/refund", "") // want `POST /epayment/v1/payments/{reference}/refund is sent without Idempotency-Key`
}

func RefundRight(ref string) (*http.Response, error) {
	return plain("POST", "/epayment/v1/payments/"+ref+"/refund", ref)
}

func RefundGiven(ref, key string) (*http.Response, error) {
	return plain("POST", "/epayment/v1/payments/"+ref+"/refund", key)
}

// Neither of them requires a key.
func Cancel(ref string) (*http.Response, error) {
	return plain("POST", "/epayment/v1/payments/"+ref+"/cancel", "")
}

func Read(ref string) (*http.Response, error) { return plain("GET", "/epayment/v1/payments/"+ref, "") }

func direct(ref string) (*http.Response, error) {
	req, err := http.NewRequest("POST", base+"/epayment/v1/payments/"+ref+"/refund", nil)
	if err != nil {
		return nil, err
	}
	req.Header.Set("Idempotency-Key", "")
	return http.DefaultClient.Do(req) // want `is sent without Idempotency-Key`
}

func directRight(ref string) (*http.Response, error) {
	req, err := http.NewRequest("POST", base+"/epayment/v1/payments/"+ref+"/refund", nil)
	if err != nil {
		return nil, err
	}
	req.Header.Set("Idempotency-Key", "")
	req.Header.Set("Idempotency-Key", ref)
	return http.DefaultClient.Do(req)
}

// filled makes a key where it is given none.
func filled(path, key string) (*http.Response, error) {
	if key == "" {
		key = uuid.NewString()
	}
	return plain("POST", path, key)
}

func Filled(ref string) (*http.Response, error) {
	return filled("/epayment/v1/payments/"+ref+"/refund", "")
}

// Each API has a header of its own, and the other one is empty.
func both(path, ecom, epayment string) (*http.Response, error) {
	req, err := http.NewRequest("POST", base+path, nil)
	if err != nil {
		return nil, err
	}
	req.Header.Set("Idempotency-Key", epayment)
	req.Header.Set("X-Request-Id", ecom)
	return http.DefaultClient.Do(req)
}

func BothRight(ref string) (*http.Response, error) {
	return both("/ecomm/v2/payments/"+ref+"/refund", ref, "")
}

func BothWrong(ref string) (*http.Response, error) {
	return both("/ecomm/v2/payments/"+ref+"/refund", "", ref) // want `POST /ecomm/v2/payments/{orderId}/refund is sent without X-Request-Id`
}

// What lies in a struct may be filled on the way.

type params struct {
	path, key string
	body      []byte
}

type filler interface{ fill() }

func (p *params) fill() {
	if p.key == "" {
		p.key = uuid.NewString()
	}
}

func (p *params) check() bool { return p.path != "" }

func send(p *params) (*http.Response, error) {
	req, err := http.NewRequest("POST", base+p.path, bytes.NewReader(p.body))
	if err != nil {
		return nil, err
	}
	if p.key != "" {
		req.Header.Set("Idempotency-Key", p.key)
	}
	return http.DefaultClient.Do(req)
}

func sendFilled(p *params) (*http.Response, error) {
	var f filler = p
	f.fill()
	req, err := http.NewRequest("POST", base+p.path, bytes.NewReader(p.body))
	if err != nil {
		return nil, err
	}
	if p.key != "" {
		req.Header.Set("Idempotency-Key", p.key)
	}
	return http.DefaultClient.Do(req)
}

func Params(ref string) (*http.Response, error) {
	p := &params{path: "/epayment/v1/payments/" + ref + "/capture"}
	if !p.check() {
		return nil, http.ErrNotSupported
	}
	return send(p) // want `is sent without Idempotency-Key`
}

func ParamsInside(ref string) (*http.Response, error) {
	return sendFilled(&params{path: "/epayment/v1/payments/" + ref + "/capture"})
}

func ParamsBehind(ref string) (*http.Response, error) {
	p := &params{path: "/epayment/v1/payments/" + ref + "/capture"}
	var f filler = p
	f.fill()
	return send(p)
}

func ParamsGiven(ref string, complete func(any)) (*http.Response, error) {
	p := &params{path: "/epayment/v1/payments/" + ref + "/capture"}
	complete(p)
	return send(p)
}

type queue struct{ last *params }

func (q *queue) add(p *params) { q.last = p }
func (q *queue) prepare()      { q.last.key = uuid.NewString() }

func ParamsKept(q *queue, ref string) (*http.Response, error) {
	p := &params{path: "/epayment/v1/payments/" + ref + "/capture"}
	q.add(p)
	q.prepare()
	return send(p)
}
