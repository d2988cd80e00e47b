// Package ways sets the header on some ways only.
package ways

import (
	"io"
	"net/http"
)

const base = "https://api.vipps.no"

func send(method, path, key string, body io.Reader) (*http.Response, error) {
	req, err := http.NewRequest(method, base+path, body)
	if err != nil {
		return nil, err
	}
	if key != "" {
		req.Header.Set("Idempotency-Key", key)
	}
	return http.DefaultClient.Do(req)
}

func Create(body io.Reader) (*http.Response, error) {
	return send("POST", "/epayment/v1/payments", "", body) // want `POST /epayment/v1/payments is sent without Idempotency-Key`
}

func CreateRight(order string, body io.Reader) (*http.Response, error) {
	return send("POST", "/epayment/v1/payments", order, body)
}

func Read(ref string) (*http.Response, error) {
	return send("GET", "/epayment/v1/payments/"+ref, "", nil)
}

func byMethod(method, path, order string, body io.Reader) (*http.Response, error) {
	req, err := http.NewRequest(method, base+path, body)
	if err != nil {
		return nil, err
	}
	switch method {
	case http.MethodPut, http.MethodPatch:
		req.Header.Set("Idempotency-Key", order)
	}
	return http.DefaultClient.Do(req)
}

func CreateByMethod(order string, body io.Reader) (*http.Response, error) {
	return byMethod("POST", "/epayment/v1/payments", order, body) // want `POST /epayment/v1/payments is sent without Idempotency-Key`
}

func byPost(method, path, order string, body io.Reader) (*http.Response, error) {
	req, err := http.NewRequest(method, base+path, body)
	if err != nil {
		return nil, err
	}
	if method == http.MethodPost || method == "PUT" {
		req.Header.Set("Idempotency-Key", order)
	}
	return http.DefaultClient.Do(req)
}

func CreateByPost(order string, body io.Reader) (*http.Response, error) {
	return byPost("POST", "/epayment/v1/payments", order, body)
}

type Options struct {
	Key   string
	Trace bool
}

func withOptions(path string, body io.Reader, opts *Options) (*http.Response, error) {
	req, err := http.NewRequest("POST", base+path, body)
	if err != nil {
		return nil, err
	}
	if opts != nil && opts.Key != "" {
		req.Header.Set("Idempotency-Key", opts.Key)
	}
	return http.DefaultClient.Do(req)
}

func CreateNil(body io.Reader) (*http.Response, error) {
	return withOptions("/epayment/v1/payments", body, nil) // want `POST /epayment/v1/payments is sent without Idempotency-Key`
}

func CreateEmpty(body io.Reader) (*http.Response, error) {
	return withOptions("/epayment/v1/payments", body, &Options{Trace: true}) // want `POST /epayment/v1/payments is sent without Idempotency-Key`
}

func CreateOptions(order string, body io.Reader) (*http.Response, error) {
	return withOptions("/epayment/v1/payments", body, &Options{Key: order})
}

// Second tries only.
func Retried(ref string, body io.Reader) error {
	for attempt := 0; attempt < 3; attempt++ {
		req, err := http.NewRequest("POST", base+"/epayment/v1/payments/"+ref+"/capture", body)
		if err != nil {
			return err
		}
		if attempt > 0 {
			req.Header.Set("Idempotency-Key", ref)
		}
		resp, err := http.DefaultClient.Do(req) // want `POST /epayment/v1/payments/{reference}/capture is sent without Idempotency-Key`
		if err != nil {
			continue
		}
		resp.Body.Close()
		return nil
	}
	return nil
}

var enabled bool

// What decides is not known.
func Global(ref string, body io.Reader) (*http.Response, error) {
	req, err := http.NewRequest("POST", base+"/epayment/v1/payments/"+ref+"/capture", body)
	if err != nil {
		return nil, err
	}
	if enabled {
		req.Header.Set("Idempotency-Key", ref)
	}
	return http.DefaultClient.Do(req)
}

// It has no say in the header.
func Harmless(ref string, body io.Reader) (*http.Response, error) {
	req, err := http.NewRequest("POST", base+"/epayment/v1/payments/"+ref+"/capture", body)
	if err != nil {
		return nil, err
	}
	if enabled {
		req.Header.Set("X-Debug", "1")
	}
	return http.DefaultClient.Do(req) // want `POST /epayment/v1/payments/{reference}/capture is sent without Idempotency-Key`
}

// It fails before.
func Early(ref, order string, body io.Reader) (*http.Response, error) {
	req, err := http.NewRequest("POST", base+"/epayment/v1/payments/"+ref+"/capture", body)
	if err != nil {
		return nil, err
	}
	if order == "" {
		return nil, io.EOF
	}
	req.Header.Set("Idempotency-Key", order)
	return http.DefaultClient.Do(req)
}

func Helper(req *http.Request, name, value string) {
	if value != "" {
		req.Header.Set(name, value)
	}
}

func ByHelper(ref string, body io.Reader) (*http.Response, error) {
	req, err := http.NewRequest("POST", base+"/epayment/v1/payments/"+ref+"/capture", body)
	if err != nil {
		return nil, err
	}
	Helper(req, "X-Trace", ref)
	Helper(req, "Idempotency-Key", "")
	return http.DefaultClient.Do(req) // want `POST /epayment/v1/payments/{reference}/capture is sent without Idempotency-Key`
}

func ByHelperRight(ref string, body io.Reader) (*http.Response, error) {
	req, err := http.NewRequest("POST", base+"/epayment/v1/payments/"+ref+"/capture", body)
	if err != nil {
		return nil, err
	}
	Helper(req, "Idempotency-Key", ref)
	return http.DefaultClient.Do(req)
}

func capture(ref, key string, body io.Reader) (*http.Response, error) {
	return send("POST", "/epayment/v1/payments/"+ref+"/capture", key, body)
}

func CaptureAll(ref string, body io.Reader) {
	capture(ref, "", body) // want `POST /epayment/v1/payments/{reference}/capture is sent without Idempotency-Key`
	capture(ref, "capture-"+ref, body)
}

type kind int

const (
	get kind = iota
	capturing
)

// byKind sets the header where it is needed: what decides on the path decides on
// the header.
func byKind(k kind, ref, order string) (*http.Response, error) {
	method, path := "GET", "/epayment/v1/payments/"+ref
	switch k {
	case capturing:
		method, path = "POST", path+"/capture"
	}
	req, err := http.NewRequest(method, base+path, nil)
	if err != nil {
		return nil, err
	}
	if k == capturing {
		req.Header.Set("Idempotency-Key", order)
	}
	return http.DefaultClient.Do(req)
}

func Kinds(ref, order string) {
	byKind(get, ref, "")
	byKind(capturing, ref, order)
}

// guarded sends nothing without a key.
func guarded(ref, key string) (*http.Response, error) {
	if key == "" {
		return nil, io.EOF
	}
	req, err := http.NewRequest("POST", base+"/epayment/v1/payments/"+ref+"/capture", nil)
	if err != nil {
		return nil, err
	}
	if key != "" {
		req.Header.Set("Idempotency-Key", key)
	}
	return http.DefaultClient.Do(req)
}

func Guarded(ref string) { guarded(ref, "") }

// A guard that has nothing to do with the key.
func refused(ref string) (*http.Response, error) {
	if ref == "" {
		return nil, io.EOF
	}
	req, err := http.NewRequest("POST", base+"/epayment/v1/payments/"+ref+"/capture", nil)
	if err != nil {
		return nil, err
	}
	return http.DefaultClient.Do(req) // want `POST /epayment/v1/payments/{reference}/capture is sent without Idempotency-Key`
}
