// Package mobilepay asks about payments.
package mobilepay

import (
	"encoding/json"
	"fmt"
	"net/http"
)

// State is where a payment has come to.
func State(token, key, reference string) (string, error) {
	req, err := http.NewRequest("GET", "https://api.vipps.no/epayment/v1/payments/"+reference, nil)
	if err != nil {
		return "", err
	}
	req.Header = http.Header{"Authorization": {"Bearer " + token}, "Ocp-Apim-Subscription-Key": {key}}
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return "", err
	}
	defer resp.Body.Close()
	if resp.StatusCode != 200 {
		return "", fmt.Errorf("payment %s: status %d", reference, resp.StatusCode)
	}
	var p struct{ State string }
	if err := json.NewDecoder(resp.Body).Decode(&p); err != nil {
		return "", err
	}
	return p.State, nil
}
