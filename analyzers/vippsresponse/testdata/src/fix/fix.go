// Package fix drops errors and never looks at statuses, where one answer is right.
package fix

import (
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"strings"
)

type payment struct {
	Reference string `json:"reference"`
	State     string `json:"state"`
}

func send(method, path string) (*http.Response, error) {
	req, err := http.NewRequest(method, "https://api.vipps.no"+path, strings.NewReader("{}"))
	if err != nil {
		return nil, err
	}
	return http.DefaultClient.Do(req)
}

func capture(ref string) error {
	resp, err := send("POST", "/epayment/v1/payments/"+ref+"/capture")
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		return errors.New(resp.Status)
	}
	return nil
}

func read(ref string) (payment, error) {
	var p payment
	resp, err := send("GET", "/epayment/v1/payments/"+ref) // want "status of a Vipps answer is never checked"
	if err != nil {
		return p, err
	}
	defer resp.Body.Close()
	err = json.NewDecoder(resp.Body).Decode(&p)
	return p, err
}

func Create() (p payment, err error) {
	resp, err := send("POST", "/epayment/v1/payments") // want "status of a Vipps answer is never checked"
	if err != nil {
		return p, err
	}
	defer resp.Body.Close() // of the answer
	err = json.NewDecoder(resp.Body).Decode(&p)
	return p, err
}

func Stop(agreement string) error {
	resp, err := send("PATCH", "/recurring/v3/agreements/"+agreement) // want "status of a Vipps answer is never checked"
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func Bare(ref string) error {
	capture(ref) // want "error of a Vipps call is dropped"
	return ship(ref)
}

func Blank(ref string) (*payment, int, error) {
	_ = capture(ref) // want "error of a Vipps call is dropped"
	return &payment{Reference: ref}, 1, ship(ref)
}

func Kept(ref string) (payment, error) {
	p, _ := read(ref) // want "error of a Vipps call is dropped"
	return p, ship(p.Reference)
}

func Named(ref string) (p payment, err error) {
	p, _ = read(ref) // want "error of a Vipps call is dropped"
	return p, ship(p.Reference)
}

func Several(ref string, ok bool) (*payment, error) {
	var err error
	var p payment
	p, _ = read(ref)  // want "error of a Vipps call is dropped"
	q, _ := read(ref) // want "error of a Vipps call is dropped"
	if ok {
		r, _ := read(ref) // want "error of a Vipps call is dropped"
		capture(r.State)  // want "error of a Vipps call is dropped"
	}
	_, _ = read(q.State) // want "error of a Vipps call is dropped"
	err = ship(ref)
	return &p, err
}

func Generic[T any](ref string, v T) (T, error) {
	capture(ref) // want "error of a Vipps call is dropped"
	return v, ship(ref)
}

func InAClosure(run func(func() error), ref string) {
	run(func() error {
		capture(ref) // want "error of a Vipps call is dropped"
		return ship(ref)
	})
}

func Decode(ref string) (p payment, err error) {
	resp, err := send("GET", "/epayment/v1/payments/"+ref)
	if err != nil {
		return p, err
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		return p, errors.New(resp.Status)
	}
	json.NewDecoder(resp.Body).Decode(&p) // want "error of decoding a Vipps answer is dropped"
	return p, nil
}

func Unchecked(ref string) (p payment, err error) {
	resp, err := send("GET", "/epayment/v1/payments/"+ref) // want "status of a Vipps answer is never checked"
	if err != nil {
		return p, err
	}
	defer resp.Body.Close()
	_ = json.NewDecoder(resp.Body).Decode(&p) // want "error of decoding a Vipps answer is dropped"
	return p, nil
}

func Read(ref string) (string, error) {
	resp, err := send("GET", "/epayment/v1/payments/"+ref)
	if err != nil {
		return "", err
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		return "", errors.New(resp.Status)
	}
	body, _ := io.ReadAll(resp.Body) // want "error of reading a Vipps answer is dropped"
	return string(body), nil
}

func Make(ref string) error {
	req, _ := http.NewRequest("POST", "https://api.vipps.no/epayment/v1/payments/"+ref+"/cancel", strings.NewReader("{}")) // want "error of making a Vipps request is dropped"
	req.Header.Set("Content-Type", "application/json")
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		return errors.New(resp.Status)
	}
	return nil
}

func ship(ref string) error {
	if ref == "" {
		return errors.New("no order")
	}
	return nil
}
