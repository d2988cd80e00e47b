// Package vipps plays a merchant for the tests of others.
package vipps

import (
	"log"
	"net/http"
)

// Token asks for a token.
func Token() (*http.Response, error) {
	req, err := http.NewRequest("POST", "https://apitest.vipps.no/accesstoken/get", nil)
	if err != nil {
		return nil, err
	}
	req.Header.Set("client_secret", "kT7mQ2vX9bL4nR8sW1zP5cJ6==")
	log.Println(req.Header)
	return http.DefaultClient.Do(req)
}
