// Package example takes webhooks of Vipps MobilePay and believes only those that
// are signed.
package example

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"io"
	"net/http"
	"strings"
)

// An Event says what happened to a payment.
type Event struct {
	MSN          string `json:"msn"`
	Reference    string `json:"reference"`
	PSPReference string `json:"pspReference"`
	Name         string `json:"name"`
	Success      bool   `json:"success"`
	Amount       struct {
		Currency string `json:"currency"`
		Value    int64  `json:"value"` // øre
	} `json:"amount"`
}

// Handler answers webhooks. secret is what the registration of the webhook gave,
// as it stands: it looks like base64, and is not to be decoded. take has to be
// quick, since Vipps waits 10 s, and may be given the same event twice.
func Handler(secret string, take func(Event) error) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, 1<<20))
		if err != nil {
			http.Error(w, "cannot read the body", http.StatusBadRequest)
			return
		}
		if !Signed(r, body, secret) {
			http.Error(w, "not signed", http.StatusUnauthorized)
			return
		}
		var event Event
		if err := json.Unmarshal(body, &event); err != nil {
			http.Error(w, "not an event", http.StatusBadRequest)
			return
		}
		if event.Success {
			if err := take(event); err != nil {
				http.Error(w, "try again", http.StatusInternalServerError)
				return
			}
		}
		w.WriteHeader(http.StatusOK)
	})
}

// Signed says whether the request r with that body was signed with secret.
func Signed(r *http.Request, body []byte, secret string) bool {
	if secret == "" {
		return false
	}
	sum := sha256.Sum256(body) // of the bytes as they came
	hash := base64.StdEncoding.EncodeToString(sum[:])
	if hash != r.Header.Get("x-ms-content-sha256") {
		return false
	}
	_, signature, found := strings.Cut(r.Header.Get("Authorization"), "&Signature=")
	if !found {
		return false
	}
	mac := hmac.New(sha256.New, []byte(secret))
	mac.Write([]byte("POST\n" + r.URL.RequestURI() + "\n" + r.Header.Get("x-ms-date") + ";" + r.Host + ";" + hash))
	want := base64.StdEncoding.EncodeToString(mac.Sum(nil))
	return hmac.Equal([]byte(signature), []byte(want))
}
