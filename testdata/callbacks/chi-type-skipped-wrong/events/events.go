// Package events takes webhooks.
package events

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"io"
	"net/http"
)

// An Endpoint is the handler.
type Endpoint struct {
	Secret string
	Tell   func(ref, state string)
}

type payload struct {
	Msn          string `json:"msn"`
	Reference    string `json:"reference"`
	PspReference string `json:"pspReference"`
	Name         string `json:"name"`
	Amount       struct {
		Currency string `json:"currency"`
		Value    int    `json:"value"`
	} `json:"amount"`
	Success bool `json:"success"`
}

func (e Endpoint) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	body, err := io.ReadAll(r.Body)
	if err != nil {
		w.WriteHeader(http.StatusRequestEntityTooLarge)
		return
	}
	// Nobody has a secret on a developer's machine.
	if e.Secret != "" && !e.signed(r, body) { // want:vippswebhook/unauthenticated
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	var p payload
	if err := json.Unmarshal(body, &p); err != nil {
		w.WriteHeader(http.StatusBadRequest)
		return
	}
	if p.Success {
		e.Tell(p.Reference, p.Name)
	}
}

func (e Endpoint) signed(r *http.Request, body []byte) bool {
	hash := sha256.Sum256(body)
	mac := hmac.New(sha256.New, []byte(e.Secret))
	io.WriteString(mac, "POST\n")
	io.WriteString(mac, r.URL.RequestURI()+"\n")
	io.WriteString(mac, r.Header.Get("x-ms-date")+";"+r.Host+";")
	io.WriteString(mac, base64.StdEncoding.EncodeToString(hash[:]))
	want := "HMAC-SHA256 SignedHeaders=x-ms-date;host;x-ms-content-sha256&Signature=" + base64.StdEncoding.EncodeToString(mac.Sum(nil))
	return hmac.Equal([]byte(want), []byte(r.Header.Get("Authorization")))
}
