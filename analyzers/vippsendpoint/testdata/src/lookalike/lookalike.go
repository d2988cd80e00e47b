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

// Versions are told apart by what comes in.
func Versions(version, id string) (*http.Response, error) {
	return http.Get("https://api.vipps.no/recurring/" + version + "/agreements/" + id)
}
