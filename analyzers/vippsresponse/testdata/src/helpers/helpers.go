// Package helpers hands status and body to its callers.
package helpers

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
)

// open leaves the status to its callers.
func open(path string) (body []byte, status int, err error) {
	resp, err := http.Get("https://api.vipps.no" + path)
	if err != nil {
		return nil, 0, err
	}
	defer resp.Body.Close()
	body, err = io.ReadAll(resp.Body)
	return body, resp.StatusCode, err
}

// closed checks itself.
func closed(path string) (body []byte, status int, err error) {
	resp, err := http.Get("https://api.vipps.no" + path)
	if err != nil {
		return nil, 0, err
	}
	defer resp.Body.Close()
	body, err = io.ReadAll(resp.Body)
	if err != nil {
		return nil, 0, err
	}
	if resp.StatusCode >= 300 {
		return nil, resp.StatusCode, fmt.Errorf("%s: %s", path, resp.Status)
	}
	return body, resp.StatusCode, nil
}

type payment struct {
	State string `json:"state"`
}

func OpenBlank(ref string) (p payment, err error) {
	body, _, err := open("/epayment/v1/payments/" + ref) // want "status of a Vipps answer is never checked"
	if err != nil {
		return p, err
	}
	err = json.Unmarshal(body, &p)
	return p, err
}

func OpenChecked(ref string) (p payment, err error) {
	body, status, err := open("/epayment/v1/payments/" + ref)
	if err != nil {
		return p, err
	}
	if status != http.StatusOK {
		return p, errors.New("refused")
	}
	err = json.Unmarshal(body, &p)
	return p, err
}

func ClosedBlank(ref string) (p payment, err error) {
	body, _, err := closed("/epayment/v1/payments/" + ref)
	if err != nil {
		return p, err
	}
	err = json.Unmarshal(body, &p)
	return p, err
}

func ClosedDropped(ref string) (p payment, err error) {
	body, _, _ := closed("/epayment/v1/payments/" + ref) // want "error of a Vipps call is dropped"
	err = json.Unmarshal(body, &p)
	return p, err
}
