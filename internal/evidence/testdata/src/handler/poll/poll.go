// Package poll reads payments back.
package poll

import (
	"encoding/json"
	"fmt"
	"net/http"
)

// Details reads one payment.
func Details(base, id string) (string, error) {
	resp, err := http.Get(base + "/ecomm/v2/payments/" + id + "/details") // want `GET /ecomm/v2/payments/{orderId}/details answer`
	if err != nil {
		return "", err
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		return "", fmt.Errorf("details: %s", resp.Status)
	}
	var d struct {
		TransactionLogHistory []struct {
			Operation string `json:"operation"`
		} `json:"transactionLogHistory"`
	}
	if err := json.NewDecoder(resp.Body).Decode(&d); err != nil {
		return "", err
	}
	return d.TransactionLogHistory[0].Operation, nil
}
