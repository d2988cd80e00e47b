// Package limitations loses answers where it is not found, each with the reason.
package limitations

import (
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"strings"
)

// do is used for a payment that is started, which answers 201, and for one that
// is read, which answers 200.
func do(method, path string, out any) error {
	req, err := http.NewRequest(method, "https://api.vipps.no"+path, strings.NewReader("{}"))
	if err != nil {
		return err
	}
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		return errors.New(resp.Status)
	}
	return json.NewDecoder(resp.Body).Decode(out)
}

// Start always fails. The comparison stands in do, where it is right for the
// other operation.
func Start() error { return do("POST", "/epayment/v1/payments", new(struct{})) }

func state(ref string) (string, error) {
	var out struct{ State string }
	err := do("GET", "/epayment/v1/payments/"+ref, &out)
	return out.State, err
}

// Fallback puts a value of its own in place of the one that it did not get,
// which may be meant.
func Fallback(ref string) string {
	s, err := state(ref)
	if err != nil {
		s = "UNKNOWN"
	}
	return s
}

// InAText hands the error to a text that nobody reads.
func InAText(ref string) error {
	if _, err := state(ref); err != nil {
		_ = fmt.Sprintf("state of %s: %v", ref, err)
		return nil
	}
	return nil
}

// run is known to hand on the error of what it runs, not its response.
func run(ask func(ref string) (*http.Response, error), ref string) (*http.Response, error) {
	return ask(ref)
}

func get(ref string) (*http.Response, error) {
	return http.Get("https://api.vipps.no/epayment/v1/payments/" + ref)
}

// Run never looks at the status.
func Run(ref string) error {
	resp, err := run(get, ref)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// OneOfMany asks for one error and forgets the others. Whoever asks for one may
// know that no other matters.
func OneOfMany(ref string) error {
	_, err := state(ref)
	if errors.Is(err, http.ErrHandlerTimeout) {
		return err
	}
	return nil
}

// TakenBack returns the error, which a deferred function takes back.
func TakenBack(ref string) (err error) {
	defer func() { err = nil }()
	_, err = state(ref)
	return err
}
