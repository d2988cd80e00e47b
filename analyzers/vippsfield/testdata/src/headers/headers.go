// Package headers sets headers in every way that merchants do.
package headers

import (
	"io"
	"net/http"

	"headers/pay"
)

const create = "https://api.vipps.no/epayment/v1/payments"

const long = "the-key-of-the-order-in-the-shop-of-kari-nordmann-in-oslo"

func Entry(body io.Reader) (*http.Response, error) {
	req, err := http.NewRequest("POST", create, body)
	if err != nil {
		return nil, err
	}
	req.Header["Merchant-Serial-Number"] = []string{"MSN 123456"} // want `Merchant-Serial-Number is "MSN 123456"`
	return http.DefaultClient.Do(req)
}

func EntryRight(body io.Reader) (*http.Response, error) {
	req, err := http.NewRequest("POST", create, body)
	if err != nil {
		return nil, err
	}
	req.Header["Merchant-Serial-Number"] = []string{"123456"}
	return http.DefaultClient.Do(req)
}

func Literal(body io.Reader, id string) (*http.Response, error) {
	req, err := http.NewRequest("POST", create, body)
	if err != nil {
		return nil, err
	}
	req.Header = http.Header{
		"Content-Type":    {"application/json"},
		"Idempotency-Key": {long + id}, // want `Idempotency-Key is "the-key.*at most 50 characters`
	}
	return http.DefaultClient.Do(req)
}

func LiteralRight(body io.Reader, id string) (*http.Response, error) {
	req, err := http.NewRequest("POST", create, body)
	if err != nil {
		return nil, err
	}
	req.Header = http.Header{"Idempotency-Key": {"order-" + id}}
	return http.DefaultClient.Do(req)
}

func Cloned(body io.Reader) (*http.Response, error) {
	common := http.Header{}
	common.Set("Merchant-Serial-Number", "MSN 123456") // want `Merchant-Serial-Number is "MSN 123456"`
	req, err := http.NewRequest("POST", create, body)
	if err != nil {
		return nil, err
	}
	req.Header = common.Clone()
	return http.DefaultClient.Do(req)
}

func Loop(body io.Reader, id string) (*http.Response, error) {
	headers := map[string]string{
		"Content-Type":           "application/json",
		"Merchant-Serial-Number": "MSN 123456", // want `Merchant-Serial-Number is "MSN 123456"`
		"Idempotency-Key":        "order-" + id,
	}
	req, err := http.NewRequest("POST", create, body)
	if err != nil {
		return nil, err
	}
	for k, v := range headers {
		req.Header.Set(k, v)
	}
	return http.DefaultClient.Do(req)
}

func ByMap(body io.Reader) (*http.Response, error) {
	return pay.Do("POST", "/epayment/v1/payments", body, map[string]string{
		"Idempotency-Key":        "order-0001",
		"Merchant-Serial-Number": "MSN 123456", // want `Merchant-Serial-Number is "MSN 123456"`
	})
}

func ByMapRight(body io.Reader) (*http.Response, error) {
	return pay.Do("POST", "/epayment/v1/payments", body, map[string]string{"Merchant-Serial-Number": "123456"})
}

func ByHelper(body io.Reader, id string) (*http.Response, error) {
	req, err := http.NewRequest("POST", create, body)
	if err != nil {
		return nil, err
	}
	pay.Set(req, "Idempotency-Key", long+id)                                                // want `Idempotency-Key is "the-key.*at most 50 characters`
	pay.Set(req, "X-Trace", long+id)                                                        //
	pay.SetAll(req.Header, "MSN 123456", "kari-shop")                                       // want `Merchant-Serial-Number is "MSN 123456"`
	pay.SetAll(req.Header, "123456", "the web shop of Kari Nordmann and sons in Trondheim") // want `Vipps-System-Name is .*at most 30 characters`
	return http.DefaultClient.Do(req)
}

func set(req *http.Request, msn string) {
	req.Header.Set("Merchant-Serial-Number", msn)
	req.Header.Set("Vipps-System-Name", "the web shop of Kari Nordmann and sons") // want `Vipps-System-Name is .*at most 30 characters`
}

func ByOwnHelper(body io.Reader) (*http.Response, error) {
	req, err := http.NewRequest("POST", create, body)
	if err != nil {
		return nil, err
	}
	set(req, "MSN 123456") // want `Merchant-Serial-Number is "MSN 123456"`
	return http.DefaultClient.Do(req)
}

func Built(body io.Reader, id string) (*http.Response, error) {
	req, err := pay.New("/epayment/v1/payments", long+id, body) // want `Idempotency-Key is "the-key.*at most 50 characters`
	if err != nil {
		return nil, err
	}
	return http.DefaultClient.Do(req)
}

func BuiltRight(body io.Reader, id string) (*http.Response, error) {
	req, err := pay.New("/epayment/v1/payments", "order-"+id, body)
	if err != nil {
		return nil, err
	}
	return http.DefaultClient.Do(req)
}

func newRequest(path string, body io.Reader, msn string) (*http.Request, error) {
	req, err := http.NewRequest("POST", "https://api.vipps.no"+path, body)
	if err != nil {
		return nil, err
	}
	req.Header.Set("Merchant-Serial-Number", msn)
	return req, nil
}

func withSystem(path string, body io.Reader) (*http.Request, error) {
	req, err := newRequest(path, body, "MSN 123456") // want `Merchant-Serial-Number is "MSN 123456"`
	if err != nil {
		return nil, err
	}
	req.Header.Set("Vipps-System-Name", "the web shop of Kari Nordmann and sons") // want `Vipps-System-Name is .*at most 30 characters`
	return req, nil
}

func BuiltHere(body io.Reader) (*http.Response, error) {
	req, err := withSystem("/epayment/v1/payments", body)
	if err != nil {
		return nil, err
	}
	return http.DefaultClient.Do(req)
}

func Handed(body io.Reader, id string) (*http.Response, error) {
	return pay.Create(body, long+id) // want `Idempotency-Key is "the-key.*at most 50 characters`
}

func HandedRight(body io.Reader, id string) (*http.Response, error) { return pay.Create(body, id) }

func do(method, path string, body io.Reader) (*http.Response, error) {
	req, err := http.NewRequest(method, "https://api.vipps.no"+path, body)
	if err != nil {
		return nil, err
	}
	req.Header.Set("Merchant-Serial-Number", "MSN 123456") // want `Merchant-Serial-Number is "MSN 123456"`
	return http.DefaultClient.Do(req)
}

func ByDo(body io.Reader) (*http.Response, error) { return do("POST", "/epayment/v1/payments", body) }

func Whole(body io.ReadCloser) (*http.Response, error) {
	req := &http.Request{
		Method: "POST",
		Body:   body,
		Header: http.Header{"Merchant-Serial-Number": {"MSN 123456"}}, // want `Merchant-Serial-Number is "MSN 123456"`
	}
	req.URL, _ = req.URL.Parse(create)
	return http.DefaultClient.Do(req)
}

// Other sends to nobody that is known.
func Other(url string, body io.Reader, id string) (*http.Response, error) {
	req, err := http.NewRequest("POST", url, body)
	if err != nil {
		return nil, err
	}
	req.Header.Set("Idempotency-Key", long+id)
	return http.DefaultClient.Do(req)
}
