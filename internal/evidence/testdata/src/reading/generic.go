package reading

import (
	"encoding/json"
	"errors"
	"io"
	"net/http"
)

// call has the type of the answer as its parameter.
func call[T any](method, path string) (T, error) {
	var out T
	req, err := http.NewRequest(method, "https://api.vipps.no"+path, nil) // want `http.NewRequest makes 1`
	if err != nil {
		return out, err
	}
	resp, err := http.DefaultClient.Do(req) // want `GET /epayment/v1/payments/{reference} answer 0 -1 1`
	if err != nil {
		return out, err
	}
	defer resp.Body.Close()
	if resp.StatusCode != 200 {
		return out, errors.New(resp.Status)
	}
	_ = json.NewDecoder(resp.Body).Decode(&out) // want `Decoder.Decode decodes 0`
	return out, nil
}

func callGeneric(ref string) (payment, error) {
	return call[payment]("GET", "/epayment/v1/payments/"+ref) // want `GET /epayment/v1/payments/{reference} answer -1 -1 1`
}

// bytesOf gives bytes and code, and leaves the code to its callers.
func bytesOf(ref string) ([]byte, int, error) {
	resp, err := http.Get(payments + ref) // want `answer 0 -1 1`
	if err != nil {
		return nil, 0, err
	}
	defer resp.Body.Close()
	text, err := io.ReadAll(resp.Body) // want `io.ReadAll reads 1`
	return text, resp.StatusCode, err
}

func coded(ref string) (p payment, err error) {
	text, code, err := bytesOf(ref) // want `GET /epayment/v1/payments/{reference} answer -1 1 2`
	if err != nil {
		return p, err
	}
	if code != 200 {
		var problem struct{ Title string }
		json.Unmarshal(text, &problem)
		return p, errors.New(problem.Title)
	}
	json.Unmarshal(text, &p) // want `json.Unmarshal decodes 0`
	return p, nil
}
