// Command cli captures one payment.
package main

import (
	"encoding/json"
	"fmt"
	"log"
	"net/http"
	"os"
	"strings"
)

func token() (string, error) {
	req, err := http.NewRequest("POST", "https://apitest.vipps.no/accesstoken/get", nil)
	if err != nil {
		return "", err
	}
	req.Header.Add("client_id", os.Args[1])
	req.Header.Add("client_secret", os.Args[2])
	req.Header.Add("Ocp-Apim-Subscription-Key", os.Args[3])
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return "", err
	}
	defer resp.Body.Close()
	if resp.StatusCode != 200 {
		return "", fmt.Errorf("token: %s", resp.Status)
	}
	m := map[string]any{}
	if err := json.NewDecoder(resp.Body).Decode(&m); err != nil {
		return "", err
	}
	s, _ := m["access_token"].(string)
	return s, nil
}

func capture(tok, ref string) error {
	req, err := http.NewRequest("POST", "https://apitest.vipps.no/epayment/v1/payments/"+ref+"/capture", strings.NewReader(`{"modificationAmount":{"currency":"NOK","value":100}}`))
	if err != nil {
		return err
	}
	req.Header.Set("Authorization", "Bearer "+tok)
	req.Header.Set("Ocp-Apim-Subscription-Key", os.Args[3])
	req.Header.Set("Merchant-Serial-Number", os.Args[4])
	req.Header.Set("Idempotency-Key", "cli-"+ref)
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if resp.StatusCode != 200 {
		return fmt.Errorf("capture: %s", resp.Status)
	}
	return nil
}

func run() error {
	tok, err := token()
	if err != nil {
		return err
	}
	return capture(tok, os.Args[5])
}

func main() {
	if err := run(); err != nil {
		log.Fatal(err)
	}
}
