// Package client sends numbers, and has helpers for them.
package client

import (
	"errors"
	"net/http"
	"strings"
)

const approve = "https://api.vipps.no/epayment/v1/test/payments/"

// Normal cuts what the API does not take off a number.
func Normal(n string) string { return strings.TrimPrefix(n, "+") }

// Prefixed puts the country code in front.
func Prefixed(n string) string { return "47" + n }

// Path is where a payment is approved.
func Path(ref string) string { return approve + ref + "/approve" }

// Approve takes the number as it is.
func Approve(ref, n string) error {
	resp, err := http.Post(Path(ref), "application/json", strings.NewReader(`{"customer":{"phoneNumber":"`+n+`"}}`))
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if resp.StatusCode >= 400 {
		return errors.New(resp.Status)
	}
	return nil
}

// ApproveAny cuts what the API does not take.
func ApproveAny(ref, n string) error { return Approve(ref, Normal(n)) }

// ApproveNational takes eight digits.
func ApproveNational(ref, n string) error { return Approve(ref, Prefixed(n)) }
