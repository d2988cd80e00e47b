// Package vippsecom is what the shop needs of Vipps eCom.
package vippsecom

import (
	"crypto/sha256"
	"crypto/subtle"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"strings"
)

type Vipps struct {
	Client         *http.Client
	URL            string
	Header         http.Header
	MSN, AuthToken string
}

func (v Vipps) exec(method, path, body string) ([]byte, error) {
	req, err := http.NewRequest(method, v.URL+path, strings.NewReader(body))
	if err != nil {
		return nil, err
	}
	req.Header = v.Header.Clone()
	resp, err := v.Client.Do(req)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		return nil, fmt.Errorf("%s %s: %s", method, path, resp.Status)
	}
	return io.ReadAll(resp.Body)
}

// Initiate returns the link to send the customer to.
func (v Vipps) Initiate(order string, ore int) (string, error) {
	body, err := json.Marshal(map[string]map[string]interface{}{
		"merchantInfo": {
			"merchantSerialNumber": v.MSN,
			"callbackPrefix":       "https://brodrene-dahl.example/vipps",
			"fallBack":             "https://brodrene-dahl.example/takk",
			"authToken":            v.AuthToken,
		},
		"customerInfo": {},
		"transaction":  {"orderId": order, "amount": ore, "transactionText": "Verktøy"},
	})
	if err != nil {
		return "", err
	}
	answer, err := v.exec("POST", "", string(body))
	if err != nil {
		return "", err
	}
	var link struct {
		URL string `json:"url"`
	}
	if err := json.Unmarshal(answer, &link); err != nil {
		return "", err
	}
	if link.URL == "" {
		return "", errors.New("no link from Vipps")
	}
	return link.URL, nil
}

type callback struct {
	MSN   any    `json:"merchantSerialNumber"`
	Order string `json:"orderId"`
	Info  struct {
		Status string `json:"status"`
		Amount int    `json:"amount"`
		ID     string `json:"transactionId"`
	} `json:"transactionInfo"`
}

// CallbackHandler calls paid for orders that are reserved.
func (v Vipps) CallbackHandler(paid func(order string)) http.Handler {
	want := sha256.Sum256([]byte(v.AuthToken))
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		got := sha256.Sum256([]byte(r.Header.Get("Authorization")))
		if subtle.ConstantTimeCompare(got[:], want[:]) != 1 {
			http.Error(w, http.StatusText(http.StatusUnauthorized), http.StatusUnauthorized)
			return
		}
		var cb callback
		if err := json.NewDecoder(r.Body).Decode(&cb); err != nil {
			http.Error(w, err.Error(), http.StatusBadRequest)
			return
		}
		if strings.HasPrefix(cb.Info.Status, "RESERVE") && !strings.HasSuffix(cb.Info.Status, "_FAILED") {
			paid(cb.Order)
		}
	})
}
