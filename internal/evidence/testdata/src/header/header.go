// Package header holds requests that are known by their headers.
package header

import (
	"bytes"
	"encoding/json"
	"net/http"
	"os"
)

func set(c *http.Client) (*http.Response, error) {
	req, err := http.NewRequest("POST", os.Getenv("PAYMENT_URL"), nil)
	if err != nil {
		return nil, err
	}
	req.Header.Set("Merchant-Serial-Number", "123456")
	return c.Do(req) // want `Vipps answer 0 -1 1`
}

const systemName = "Vipps-System-Name"

func add(c *http.Client) (*http.Response, error) {
	req, err := http.NewRequest("POST", os.Getenv("PAYMENT_URL"), nil)
	if err != nil {
		return nil, err
	}
	req.Header.Add(systemName, "butikk")
	return c.Do(req) // want `Vipps answer`
}

func loop(c *http.Client) (*http.Response, error) {
	req, err := http.NewRequest("POST", os.Getenv("PAYMENT_URL"), nil)
	if err != nil {
		return nil, err
	}
	for name, value := range map[string]string{
		"Content-Type":           "application/json",
		"merchant-serial-number": os.Getenv("MSN"),
	} {
		req.Header.Set(name, value)
	}
	return c.Do(req) // want `Vipps answer`
}

func setHeaders(req *http.Request) {
	req.Header.Set("Content-Type", "application/json")
	req.Header.Set("Merchant-Serial-Number", os.Getenv("MSN"))
}

func helper(c *http.Client) (*http.Response, error) {
	req, err := http.NewRequest("POST", os.Getenv("PAYMENT_URL"), nil)
	if err != nil {
		return nil, err
	}
	setHeaders(req)
	return c.Do(req) // want `Vipps answer`
}

type transport struct{ next http.RoundTripper }

func (t *transport) RoundTrip(req *http.Request) (*http.Response, error) {
	r := req.Clone(req.Context())
	r.Header.Set("Vipps-System-Name", "butikk")
	return t.next.RoundTrip(r) // want `Vipps answer 0 -1 1`
}

type captureBody struct {
	ModificationAmount struct {
		Value    int64  `json:"value"`
		Currency string `json:"currency"`
	} `json:"modificationAmount"`
}

// A weak body on a request that a header makes Vipps' tells which it is.
func weakBody(c *http.Client, ore int64) (*http.Response, error) {
	var b captureBody
	b.ModificationAmount.Value = ore
	text, err := json.Marshal(b)
	if err != nil {
		return nil, err
	}
	req, err := http.NewRequest("POST", os.Getenv("PAYMENT_URL"), bytes.NewReader(text))
	if err != nil {
		return nil, err
	}
	req.Header.Set("Ocp-Apim-Subscription-Key", os.Getenv("KEY"))
	req.Header.Set("Merchant-Serial-Number", os.Getenv("MSN"))
	return c.Do(req) // want `POST /epayment/v1/payments/{reference}/capture, POST /epayment/v1/payments/{reference}/refund answer` `place modificationAmount.value typed`
}

// The key and the body together are two weak ones.
func twoWeak(c *http.Client, ore int64) (*http.Response, error) {
	var b captureBody
	b.ModificationAmount.Value = ore
	text, err := json.Marshal(b)
	if err != nil {
		return nil, err
	}
	req, err := http.NewRequest("POST", os.Getenv("PAYMENT_URL"), bytes.NewReader(text))
	if err != nil {
		return nil, err
	}
	req.Header.Set("Ocp-Apim-Subscription-Key", os.Getenv("KEY"))
	return c.Do(req)
}

// Names raise no more than an eyebrow.
func namesOnly(vippsClient *http.Client) (*http.Response, error) {
	mobilepay := os.Getenv("VIPPS_URL")
	return vippsClient.Get(mobilepay)
}

// The key of an Azure gateway decides nothing.
func azure(c *http.Client) (*http.Response, error) {
	req, err := http.NewRequest("POST", os.Getenv("SPEECH_URL"), nil)
	if err != nil {
		return nil, err
	}
	req.Header.Set("Ocp-Apim-Subscription-Key", os.Getenv("KEY"))
	return c.Do(req)
}

func storage(c *http.Client) (*http.Response, error) {
	req, err := http.NewRequest("PUT", os.Getenv("BLOB_URL"), nil)
	if err != nil {
		return nil, err
	}
	req.Header.Set("x-ms-date", "Mon, 23 Nov 2026 08:00:00 GMT")
	req.Header.Set("x-ms-content-sha256", "…")
	return c.Do(req)
}

// Another request of the same function has the header.
func two(c *http.Client) (*http.Response, error) {
	a, err := http.NewRequest("POST", os.Getenv("PAYMENT_URL"), nil)
	if err != nil {
		return nil, err
	}
	b, err := http.NewRequest("POST", os.Getenv("SMS_URL"), nil)
	if err != nil {
		return nil, err
	}
	a.Header.Set("Merchant-Serial-Number", "123456")
	resp, err := c.Do(a) // want `Vipps answer`
	if err != nil {
		return resp, err
	}
	return c.Do(b)
}
