// Package lib has functions that are given responses.
package lib

import (
	"encoding/json"
	"errors"
	"fmt"
	"log"
	"net/http"
)

var errBad = errors.New("bad")

// handling 0:checks-0
func Check(resp *http.Response) error {
	if resp.StatusCode >= 400 {
		return fmt.Errorf("status %s", resp.Status)
	}
	return nil
}

// handling 0:checks-0
func CheckDeep(resp *http.Response) error {
	if err := Check(resp); err != nil {
		return fmt.Errorf("deep: %w", err)
	}
	return nil
}

// handling 0:checks-0
func CheckTail(resp *http.Response) error { return CheckCode(resp.StatusCode) }

// handling 0:checks-0
func CheckCode(code int) error {
	switch code {
	case 200, 201:
		return nil
	}
	return errBad
}

// handling 0:checks-1
func Decode(resp *http.Response, out any) (n int, err error) {
	if resp.StatusCode != 200 {
		err = errBad
	}
	return
}

// handling 0:checks
func Must(resp *http.Response) {
	if resp.StatusCode != 200 {
		log.Fatal(resp.Status)
	}
}

// The check is logged, and the error is another's.
//
// handling 0:checks
func LogBad(resp *http.Response, out any) error {
	if resp.StatusCode != 200 {
		log.Print(resp.Status)
	}
	return json.NewDecoder(resp.Body).Decode(out)
}

// handling 0:ignores
func DecodeOnly(resp *http.Response, out any) error {
	defer Close(resp)
	return json.NewDecoder(resp.Body).Decode(out)
}

// handling 0:ignores
func Close(resp *http.Response) { resp.Body.Close() }

// handling 0:hands-on-0
func Same(resp *http.Response) *http.Response { return resp }

// handling 0:hands-on-1
func Code(resp *http.Response) (string, int) { return "x", resp.StatusCode }

// handling 0:checks
func OK(resp *http.Response) bool { return resp.StatusCode < 300 }

// Partly looks at it on some ways only, so nothing is said.
func Partly(resp *http.Response, strict bool) error {
	if strict && resp.StatusCode != 200 {
		return errBad
	}
	return nil
}

// Again calls itself, so nothing is said.
func Again(resp *http.Response, n int) error {
	if resp.Header == nil {
		return Again(resp, n)
	}
	return nil
}

// Keep stores it.
func Keep(resp *http.Response) { kept = resp }

var kept *http.Response

// handling 0:ignores
func Drop(_ error) *http.Response { return nil }

// A Client has methods.
type Client struct{ http.Client }

// handling 1:checks-0
func (c *Client) Check(resp *http.Response) error { return Check(resp) }

// handling 1:checks-1
func Into[T any](out T, resp *http.Response) (T, error) {
	if resp.StatusCode != 200 {
		return out, errBad
	}
	return out, nil
}

// Get asks.
func (c *Client) Get() (*http.Response, error) { return nil, nil }

// Both takes what a call gives as it is.
//
// handling 0:checks-1
func Both(resp *http.Response, err error) (*http.Response, error) {
	if err != nil {
		return nil, err
	}
	if resp.StatusCode >= 400 {
		return nil, errBad
	}
	return resp, nil
}

// handling 0:hands-on-0
func MustSend(resp *http.Response, err error) *http.Response {
	if err != nil {
		panic(err)
	}
	return resp
}
