// Package swallowed tests errors, and keeps them or not.
package swallowed

import (
	"errors"
	"fmt"
	"log"
	"log/slog"
	"net/http"
	"strings"
	"sync/atomic"
)

func request(path string) (*http.Request, error) {
	return http.NewRequest(http.MethodPost, "https://api.vipps.no/epayment/v1/payments/"+path, strings.NewReader(`{"modificationAmount":{"currency":"NOK","value":149900}}`))
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
	return resp.Header.Get("State"), nil
}

func EmptyBranch(ref string) {
	if err := capture(ref); err != nil { // want `error of a Vipps call is tested and then lost \(money that was never captured looks captured\); return it or log it: swallowed.capture \(POST /epayment/v1/payments/\{reference\}/capture\)`
	}
	log.Println("captured", ref)
}

func EmptyBranchBelow(ref string) {
	err := capture(ref) // want "error of a Vipps call is tested and then lost"
	if err != nil {
		// nobody knows
	}
	log.Println("captured", ref)
}

func NilInstead(ref string) error {
	if err := capture(ref); err != nil { // want "error of a Vipps call is tested and then lost"
		return nil
	}
	return ship(ref)
}

func ZeroInstead(ref string) (string, error) {
	s, err := state(ref) // want `error of a Vipps call is tested and then lost \(a state that was never read is acted on\)`
	if err != nil {
		return "", nil
	}
	return s, nil
}

func BareReturn(ref string) {
	if err := capture(ref); err != nil { // want "error of a Vipps call is tested and then lost"
		return
	}
	ship(ref)
}

func GoesOn(refs []string) {
	for _, ref := range refs {
		err := capture(ref) // want "error of a Vipps call is tested and then lost"
		if err != nil {
			continue
		}
		ship(ref)
	}
}

func HandlerGoesOn(w http.ResponseWriter, r *http.Request) {
	ref := r.FormValue("ref")
	if err := capture(ref); err != nil { // want "error of a Vipps call is tested and then lost"
		http.Error(w, "try again", http.StatusBadGateway)
	}
	ship(ref)
}

func ship(ref string) error {
	if ref == "" {
		return errors.New("no order")
	}
	return nil
}

func Returned(ref string) error {
	if err := capture(ref); err != nil {
		return err
	}
	return ship(ref)
}

func Wrapped(ref string) error {
	if err := capture(ref); err != nil {
		return fmt.Errorf("order %s: %w", ref, err)
	}
	return ship(ref)
}

var errPayment = errors.New("payment failed")

// Replaced tells its caller of the failure, if not of the reason.
func Replaced(ref string) error {
	if err := capture(ref); err != nil {
		return errPayment
	}
	return ship(ref)
}

func Logged(ref string) {
	if err := capture(ref); err != nil {
		log.Printf("capture of %s: %v", ref, err)
		return
	}
	ship(ref)
}

func LoggedByOwnLogger(l *slog.Logger, ref string) {
	err := capture(ref)
	if err != nil {
		l.Error("capture", "ref", ref, "err", err)
	}
}

func Panics(ref string) {
	if err := capture(ref); err != nil {
		panic(err)
	}
}

func Stored(refs []string) (errs []error) {
	for _, ref := range refs {
		if err := capture(ref); err != nil {
			errs = append(errs, err)
		}
	}
	return errs
}

func Sent(ref string, out chan<- error) {
	if err := capture(ref); err != nil {
		out <- err
	}
}

var failures atomic.Int64

func Counted(ref string) {
	if err := capture(ref); err != nil {
		failures.Add(1)
	}
}

func Succeeds(ref string) bool {
	if err := capture(ref); err != nil {
		return false
	}
	return true
}

// OnlyGood does something about success only.
func OnlyGood(ref string) {
	if err := capture(ref); err == nil {
		ship(ref)
	}
}

func HandlerReturns(w http.ResponseWriter, r *http.Request) {
	ref := r.FormValue("ref")
	if err := capture(ref); err != nil {
		http.Error(w, "try again", http.StatusBadGateway)
		return
	}
	ship(ref)
}

func HandlerLogsAndGoesOn(w http.ResponseWriter, r *http.Request) {
	ref := r.FormValue("ref")
	if err := capture(ref); err != nil {
		log.Print(err)
		http.Error(w, "try again", http.StatusBadGateway)
	}
	ship(ref)
}

func Retried(ref string) error {
	var err error
	for range 3 {
		if err = capture(ref); err != nil {
			continue
		}
		return nil
	}
	return err
}

type apiError struct{ Code int }

func (e *apiError) Error() string { return fmt.Sprint(e.Code) }

func ByType(ref string) error {
	err := capture(ref)
	var api *apiError
	if errors.As(err, &api) && api.Code == http.StatusConflict {
		return nil // captured before
	}
	return err
}

// DroppedOnly makes one mistake, not two.
func DroppedOnly(ref string) {
	_ = capture(ref) // want "error of a Vipps call is dropped"
}
