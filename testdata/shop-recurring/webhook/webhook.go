// Package webhook takes the events of the agreements and their charges.
package webhook

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"io"
	"log"
	"net/http"

	"fjelltrening.example/medlem/medlem"
)

type hendelse struct {
	AgreementID string `json:"agreementId"`
	ChargeID    string `json:"chargeId"`
	EventType   string `json:"eventType"`
	Occurred    string `json:"occurred"`
	Amount      int64  `json:"amount"`
	Currency    string `json:"currency"`
}

// Handler gives the endpoint that is registered with Vipps.
func Handler(secret string, reg *medlem.Register) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		body, err := io.ReadAll(r.Body)
		if err != nil {
			http.Error(w, "no body", http.StatusBadRequest)
			return
		}
		if !fraVipps(secret, r, body) {
			http.Error(w, "no", http.StatusUnauthorized)
			return
		}
		var h hendelse
		if err := json.Unmarshal(body, &h); err != nil {
			http.Error(w, "no event", http.StatusBadRequest)
			return
		}
		m, ok := reg.Finn(h.AgreementID)
		if !ok {
			log.Printf("event %s for unknown agreement %s", h.EventType, h.AgreementID)
			return
		}
		switch h.EventType {
		case "recurring.charge-captured.v1":
			m.Purring = false
			log.Printf("%s paid %.2f", m.ID, float64(h.Amount)/100)
		case "recurring.charge-failed.v1":
			m.Purring = true
		case "recurring.agreement-activated.v1":
			m.Stoppet = false
		case "recurring.agreement-stopped.v1":
			m.Stoppet = true
		}
		reg.Legg(m)
	}
}

func fraVipps(secret string, r *http.Request, body []byte) bool {
	sum := sha256.Sum256(body)
	hash := base64.StdEncoding.EncodeToString(sum[:])
	if hash != r.Header.Get("X-Ms-Content-Sha256") {
		return false
	}
	mac := hmac.New(sha256.New, []byte(secret))
	mac.Write([]byte("POST\n" + r.URL.RequestURI() + "\n" + r.Header.Get("X-Ms-Date") + ";" + r.Host + ";" + hash))
	sign := base64.StdEncoding.EncodeToString(mac.Sum(nil))
	return hmac.Equal([]byte(r.Header.Get("Authorization")),
		[]byte("HMAC-SHA256 SignedHeaders=x-ms-date;host;x-ms-content-sha256&Signature="+sign))
}
