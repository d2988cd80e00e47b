// Package loops asks again.
package loops

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"strings"
	"time"
)

type apiError struct{ Code int }

func (e *apiError) Error() string { return fmt.Sprint("status ", e.Code) }

func cancel(ref string) error {
	resp, err := http.Post("https://api.vipps.no/epayment/v1/payments/"+ref+"/cancel", "application/json", strings.NewReader("{}"))
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		return &apiError{resp.StatusCode}
	}
	return nil
}

// Retried keeps the last error only, which is right for tries at one thing.
func Retried(ctx context.Context, ref string) error {
	var err error
	for i := range 4 {
		if err = cancel(ref); err == nil {
			return nil
		}
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(time.Duration(i) * time.Second):
		}
	}
	return fmt.Errorf("cancel %s: %w", ref, err)
}

// RetriedDropped forgets the last error as well.
func RetriedDropped(ref string) {
	for range 3 {
		_ = cancel(ref) // want "error of a Vipps call is dropped"
	}
}

// Each keeps the error of the last payment only.
func Each(refs []string) error {
	var err error
	for _, ref := range refs {
		err = cancel(ref) // want "error of a Vipps call is dropped"
	}
	return err
}

func EachKept(refs []string) error {
	var all []error
	for _, ref := range refs {
		all = append(all, cancel(ref))
	}
	return errors.Join(all...)
}

// As looks at an error of a type of its own.
func As(ref string) error {
	err := cancel(ref)
	var api *apiError
	if errors.As(err, &api) && api.Code == http.StatusConflict {
		return nil
	}
	return err
}

func Is(ref string) error {
	if err := cancel(ref); errors.Is(err, context.Canceled) {
		return nil
	} else if err != nil {
		return err
	}
	return nil
}

// Polled asks until there is an answer.
func Polled(ctx context.Context, ref string) (string, error) {
	for {
		resp, err := http.Get("https://api.vipps.no/epayment/v1/payments/" + ref)
		if err != nil {
			return "", err
		}
		resp.Body.Close()
		switch {
		case resp.StatusCode == http.StatusTooManyRequests:
			time.Sleep(time.Second)
			continue
		case resp.StatusCode != http.StatusOK:
			return "", errors.New(resp.Status)
		}
		return resp.Header.Get("State"), nil
	}
}
