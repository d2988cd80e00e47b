// Package callers has several functions that give their tokens to one helper.
package callers

import (
	"log"
	"net/http"
	"os"
)

func request(token, ref string) (*http.Request, error) {
	req, err := http.NewRequest("GET", "https://api.vipps.no/epayment/v1/payments/"+ref, nil)
	if err != nil {
		return nil, err
	}
	req.Header.Set("Authorization", "Bearer "+token)
	return req, nil
}

func send(req *http.Request) error {
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func first(token, ref string) error {
	log.Println("first", ref, token != "")
	req, err := request(token, ref)
	if err != nil {
		return err
	}
	return send(req)
}

func second(token, ref string) error {
	log.Println("second", token) // want `access token of a Vipps request goes into the log`
	req, err := request(token, ref)
	if err != nil {
		return err
	}
	return send(req)
}

func third(token, ref string) error {
	log.Println("third", len(token))
	req, err := request(token, ref)
	if err != nil {
		return err
	}
	log.Println("third", token) // want `access token of a Vipps request goes into the log`
	return send(req)
}

func all(ref string) error {
	token := os.Getenv("VIPPS_TOKEN")
	if err := first(token, ref); err != nil {
		return err
	}
	if err := second(token, ref); err != nil {
		return err
	}
	return third(token, ref)
}
