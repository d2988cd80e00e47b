// Package low sends, for any merchant's code above it.
package low

import (
	"fmt"
	"io"
	"net/http"
)

// APIError is what a refusal becomes.
type APIError struct{ Status int }

func (e *APIError) Error() string { return fmt.Sprintf("status %d", e.Status) }

// Checked looks at the status, and gives it for those who want to know.
func Checked(method, url string) (body []byte, status int, err error) {
	resp, err := send(method, url)
	if err != nil {
		return nil, 0, err
	}
	defer resp.Body.Close()
	if resp.StatusCode >= 300 {
		return nil, resp.StatusCode, &APIError{resp.StatusCode}
	}
	body, err = io.ReadAll(resp.Body)
	return body, resp.StatusCode, err
}

// Unchecked leaves it to its callers.
func Unchecked(method, url string) (body []byte, status int, err error) {
	resp, err := send(method, url)
	if err != nil {
		return nil, 0, err
	}
	defer resp.Body.Close()
	body, err = io.ReadAll(resp.Body)
	return body, resp.StatusCode, err
}

// First gives the error first, of a type of its own.
func First(method, url string) (*APIError, []byte) {
	resp, err := send(method, url)
	if err != nil {
		return &APIError{}, nil
	}
	defer resp.Body.Close()
	if resp.StatusCode >= 300 {
		return &APIError{resp.StatusCode}, nil
	}
	body, _ := io.ReadAll(resp.Body)
	return nil, body
}

// Only gives the response alone.
func Only(method, url string) *http.Response {
	resp, err := send(method, url)
	if err != nil {
		panic(err)
	}
	return resp
}

func send(method, url string) (*http.Response, error) {
	req, err := http.NewRequest(method, url, nil)
	if err != nil {
		return nil, err
	}
	return http.DefaultClient.Do(req)
}
