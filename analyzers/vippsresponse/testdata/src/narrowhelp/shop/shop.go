// Package shop compares in helpers, and codes that helpers gave.
package shop

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"

	"narrowhelp/rest"
)

const charges = "https://api.vipps.no/recurring/v3/agreements/agr_1/charges"

func ByOwnHelper(body []byte) error {
	resp, err := http.Post(charges, "application/json", bytes.NewReader(body))
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if !exactly200(resp) {
		return errors.New(resp.Status)
	}
	return nil
}

func exactly200(resp *http.Response) bool {
	return resp.StatusCode == http.StatusOK // want `status check takes 201 for a failure \(a charge that was made looks refused, and may be made twice\)`
}

func ByHelperElsewhere(body []byte) error {
	resp, err := http.Post(charges, "application/json", bytes.NewReader(body))
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if !rest.OK(resp) { // want "status check takes 201 for a failure"
		return errors.New(resp.Status)
	}
	return nil
}

func ByRightHelper(body []byte) error {
	resp, err := http.Post(charges, "application/json", bytes.NewReader(body))
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if !rest.Fine(resp) {
		return errors.New(resp.Status)
	}
	return nil
}

func send(method, url string, body []byte) ([]byte, int, error) {
	req, err := http.NewRequest(method, url, bytes.NewReader(body))
	if err != nil {
		return nil, 0, err
	}
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return nil, 0, err
	}
	defer resp.Body.Close()
	data, err := io.ReadAll(resp.Body)
	return data, resp.StatusCode, err
}

func ByCode(body []byte) error {
	data, code, err := send("POST", charges, body)
	if err != nil {
		return err
	}
	if code == http.StatusOK { // want "status check takes 201 for a failure"
		return nil
	}
	return fmt.Errorf("status %d: %s", code, data)
}

func ByRightCode(body []byte) error {
	data, code, err := send("POST", charges, body)
	if err != nil {
		return err
	}
	switch code {
	case http.StatusCreated:
		return nil
	case http.StatusTooManyRequests:
		return errors.New("slow down")
	default:
		return fmt.Errorf("status %d: %s", code, data)
	}
}

// do is used for what answers 200 and for what answers 201.
func do(method, url string, body []byte, out any) error {
	data, code, err := send(method, url, body)
	if err != nil {
		return err
	}
	if code != http.StatusOK && code != http.StatusCreated {
		return fmt.Errorf("status %d: %s", code, data)
	}
	return json.Unmarshal(data, out)
}

func Charge(body []byte) error { return do("POST", charges, body, new(struct{})) }

func Charges() (out []struct{}, err error) {
	err = do("GET", charges, nil, &out)
	return out, err
}

// one is used for one operation.
func one(body []byte) error {
	data, code, err := send("POST", charges, body)
	if err != nil {
		return err
	}
	if code >= 500 { // want `status check takes 400 and 401 for success \(a charge that Vipps refused looks made\)`
		return fmt.Errorf("status %d: %s", code, data)
	}
	return nil
}

func Handler(w http.ResponseWriter, r *http.Request) {
	if err := one(nil); err != nil {
		http.Error(w, "try again", http.StatusBadGateway)
		return
	}
	fmt.Fprintln(w, "paid")
}

func HandlerNarrow(w http.ResponseWriter, r *http.Request) {
	resp, err := http.Post(charges, "application/json", r.Body)
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadGateway)
		return
	}
	defer resp.Body.Close()
	if resp.StatusCode != 200 { // want "status check takes 201 for a failure"
		http.Error(w, "refused", http.StatusPaymentRequired)
		return
	}
	fmt.Fprintln(w, "paid")
}
