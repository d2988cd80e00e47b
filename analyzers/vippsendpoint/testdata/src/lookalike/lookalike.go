// Package lookalike has paths that others have too.
package lookalike

import (
	"bytes"
	"net/http"
)

func Shop(id string) (*http.Response, error) {
	return http.Get("https://shop.example/payments/" + id + "/status")
}

func Checkout(body []byte) (*http.Response, error) {
	return http.Post("https://api.other.example/v2/session", "application/json", bytes.NewReader(body))
}

func Approve(ref string) (*http.Response, error) {
	return http.Post("https://api.other.example/test/payments/"+ref+"/approve", "application/json", nil)
}

// Sessions and agreements are what others have too, by the same words.
func Sessions(id string) (*http.Response, error) {
	return http.Get("https://api.other.example/checkout/v2/session/" + id)
}

func Agreements(id string) (*http.Response, error) {
	return http.Get("https://billing.example/api/recurring/v2/agreements/" + id)
}

// Proxied goes to Vipps, through a machine of the shop's.
func Proxied(id string) (*http.Response, error) {
	return http.Get("https://billing.example/vipps/recurring/v2/agreements/" + id) // want `no longer answers`
}

// Versions are told apart by what comes in.
func Versions(version, id string) (*http.Response, error) {
	return http.Get("https://api.vipps.no/recurring/" + version + "/agreements/" + id)
}
