// Package mapbody sends maps in loops, as bodies and as headers.
package mapbody

import (
	"bytes"
	"encoding/json"
	"errors"
	"net/http"

	"github.com/google/uuid"
)

const base = "https://api.vipps.no"

func send(path string, header map[string]string, body []byte) (*http.Response, error) {
	req, err := http.NewRequest("POST", base+path, bytes.NewReader(body))
	if err != nil {
		return nil, err
	}
	for k, v := range header {
		req.Header.Set(k, v)
	}
	return http.DefaultClient.Do(req)
}

// Each round asks for less: it is another refund.
func Less(ref string, ore int) error {
	for ; ore > 0; ore -= 100 {
		body, err := json.Marshal(map[string]any{"modificationAmount": map[string]any{"currency": "NOK", "value": ore}})
		if err != nil {
			return err
		}
		resp, err := send("/epayment/v1/payments/"+ref+"/refund", map[string]string{"Idempotency-Key": uuid.NewString()}, body)
		if err == nil && resp.StatusCode == http.StatusOK {
			return resp.Body.Close()
		}
	}
	return errors.New("not refunded")
}

func Same(ref string, ore int) error {
	for range 3 {
		body, err := json.Marshal(map[string]any{"modificationAmount": map[string]any{"currency": "NOK", "value": ore}})
		if err != nil {
			return err
		}
		resp, err := send("/epayment/v1/payments/"+ref+"/refund", map[string]string{"Idempotency-Key": uuid.NewString()}, body) // want `is made anew in each try`
		if err == nil && resp.StatusCode == http.StatusOK {
			return resp.Body.Close()
		}
	}
	return errors.New("not refunded")
}

// One map is changed for each round.
func Changed(ref string, ore int) error {
	amount := map[string]any{"currency": "NOK"}
	for ; ore > 0; ore -= 100 {
		amount["value"] = ore
		body, err := json.Marshal(map[string]any{"modificationAmount": amount})
		if err != nil {
			return err
		}
		resp, err := send("/epayment/v1/payments/"+ref+"/refund", map[string]string{"Idempotency-Key": uuid.NewString()}, body)
		if err == nil && resp.StatusCode == http.StatusOK {
			return resp.Body.Close()
		}
	}
	return errors.New("not refunded")
}

func Unchanged(ref string, ore int) error {
	amount := map[string]any{"currency": "NOK", "value": ore}
	for range 3 {
		body, err := json.Marshal(map[string]any{"modificationAmount": amount})
		if err != nil {
			return err
		}
		resp, err := send("/epayment/v1/payments/"+ref+"/refund", map[string]string{"Idempotency-Key": uuid.NewString()}, body) // want `is made anew in each try`
		if err == nil && resp.StatusCode == http.StatusOK {
			return resp.Body.Close()
		}
	}
	return errors.New("not refunded")
}
