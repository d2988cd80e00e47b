// Package lib judges statuses.
package lib

import (
	"encoding/json"
	"errors"
	"net/http"
)

func Check(resp *http.Response) error {
	if resp.StatusCode >= 500 {
		return errors.New(resp.Status)
	}
	return nil
}

func Good(code int) bool { return code == http.StatusOK || code == http.StatusCreated }

func Decode(resp *http.Response, out any) error {
	if resp.StatusCode != http.StatusOK {
		return errors.New(resp.Status)
	}
	return json.NewDecoder(resp.Body).Decode(out)
}

func Expect(resp *http.Response, code int) error {
	if resp.StatusCode != code {
		return errors.New(resp.Status)
	}
	return nil
}
