// Package repeat sends requests again with keys of another package.
package repeat

import (
	"bytes"
	"errors"
	"net/http"

	"github.com/avast/retry-go/v4"

	"crosspkg/kept"
)

const base = "https://api.vipps.no"

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

func Last(ref string, body []byte) error {
	return retry.Do(func() error { return send(ref, kept.Last(), body) })
}

func New(ref string, body []byte) error {
	return retry.Do(func() error {
		key, err := kept.New()
		if err != nil {
			return err
		}
		return send(ref, key, body) // want `is made anew in each try`
	})
}

func sendLast(ref string, body []byte) error {
	req, err := http.NewRequest("POST", base+"/epayment/v1/payments/"+ref+"/capture", bytes.NewReader(body))
	if err != nil {
		return err
	}
	kept.SetLast(req)
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func LastSet(ref string, body []byte) error {
	for range 3 {
		if sendLast(ref, body) == nil {
			return nil
		}
	}
	return errors.New("no answer")
}

func sendNew(ref string, body []byte) error {
	req, err := http.NewRequest("POST", base+"/epayment/v1/payments/"+ref+"/capture", bytes.NewReader(body))
	if err != nil {
		return err
	}
	kept.SetNew(req)
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func NewSet(ref string, body []byte) error {
	for range 3 {
		if sendNew(ref, body) == nil { // want `is made anew in each try`
			return nil
		}
	}
	return errors.New("no answer")
}
