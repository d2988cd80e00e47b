// Package dropped loses the errors of calls.
package dropped

import (
	"encoding/json"
	"errors"
	"fmt"
	"log"
	"net/http"
	"strings"
)

func request(path string) (*http.Request, error) {
	return http.NewRequest(http.MethodPost, "https://api.vipps.no/epayment/v1/payments/"+path, strings.NewReader(`{"modificationAmount":{"currency":"NOK","value":1999}}`))
}

// capture looks at everything.
func capture(ref string) error {
	req, err := request(ref + "/capture")
	if err != nil {
		return err
	}
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		return fmt.Errorf("capture %s: %s", ref, resp.Status)
	}
	return nil
}

// state gives a value and an error.
func state(ref string) (string, error) {
	resp, err := http.Get("https://api.vipps.no/epayment/v1/payments/" + ref)
	if err != nil {
		return "", err
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		return "", errors.New(resp.Status)
	}
	var out struct {
		State string `json:"state"`
	}
	err = json.NewDecoder(resp.Body).Decode(&out)
	return out.State, err
}

func Blank(ref string) {
	_ = capture(ref) // want `error of a Vipps call is dropped \(money that was never captured looks captured\); return it or log it: dropped.capture \(POST /epayment/v1/payments/\{reference\}/capture\)`
}

func Bare(ref string) {
	capture(ref) // want "error of a Vipps call is dropped"
}

func Started(ref string) {
	go capture(ref) // want "error of a Vipps call is dropped"
}

func Deferred(ref string) {
	defer capture(ref) // want "error of a Vipps call is dropped"
}

func Overwritten(ref string) error {
	err := capture(ref) // want "error of a Vipps call is dropped"
	_, err = fmt.Println("captured", ref)
	return err
}

func BlankSecond(ref string) string {
	s, _ := state(ref) // want `error of a Vipps call is dropped \(a state that was never read is acted on\)`
	return s
}

func OnOneWay(ref string, quiet bool) error {
	err := capture(ref) // want "error of a Vipps call is dropped"
	if quiet {
		return nil
	}
	return err
}

func InALoop(refs []string) error {
	var err error
	for _, ref := range refs {
		err = capture(ref) // want "error of a Vipps call is dropped"
	}
	return err
}

func Direct(ref string) {
	req, err := request(ref + "/capture")
	if err != nil {
		log.Fatal(err)
	}
	http.DefaultClient.Do(req) // want "error of a Vipps call is dropped"
}

func Returned(ref string) error { return capture(ref) }

func Checked(ref string) error {
	if err := capture(ref); err != nil {
		return fmt.Errorf("order %s: %w", ref, err)
	}
	return nil
}

func Logged(ref string) {
	if err := capture(ref); err != nil {
		log.Print(err)
	}
}

func LoggedAlways(ref string) { log.Println(ref, capture(ref)) }

func Joined(refs []string) error {
	var all error
	for _, ref := range refs {
		all = errors.Join(all, capture(ref))
	}
	return all
}

func Sent(ref string, out chan<- error) { go func() { out <- capture(ref) }() }

func Stored(refs []string) (errs []error) {
	for _, ref := range refs {
		errs = append(errs, capture(ref))
	}
	return errs
}

func Retried(ref string) error {
	var err error
	for range 3 {
		if err = capture(ref); err == nil {
			return nil
		}
	}
	return err
}

func Named(ref string) (s string, err error) {
	s, err = state(ref)
	return
}

func DeferredAndKept(ref string) (err error) {
	defer func() { err = errors.Join(err, capture(ref)) }()
	return nil
}
