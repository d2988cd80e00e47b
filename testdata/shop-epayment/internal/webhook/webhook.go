// Package webhook takes the events that Vipps sends.
package webhook

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"io"
	"log/slog"
	"net/http"

	"github.com/go-chi/chi/v5"
)

type event struct {
	MSN          string `json:"msn"`
	Reference    string `json:"reference"`
	PSPReference string `json:"pspReference"`
	Name         string `json:"name"`
	Amount       struct {
		Currency string `json:"currency"`
		Value    int64  `json:"value"`
	} `json:"amount"`
	Timestamp string `json:"timestamp"`
	Success   bool   `json:"success"`
}

// A Receiver checks events and hands them on.
type Receiver struct {
	Secret string
	Settle func(ref, state string)
}

// Routes mounts the endpoint.
func (rc *Receiver) Routes(r chi.Router) {
	r.Post("/vipps", rc.payment())
}

func (rc *Receiver) payment() http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		raw, err := io.ReadAll(r.Body)
		if err != nil || !rc.signed(r, raw) {
			http.Error(w, "not signed", http.StatusUnauthorized)
			return
		}
		var ev event
		if err := json.Unmarshal(raw, &ev); err != nil {
			http.Error(w, "bad event", http.StatusBadRequest)
			return
		}
		if !ev.Success {
			slog.Warn("event without success", "ref", ev.Reference, "name", ev.Name)
			return
		}
		slog.Info("event", "ref", ev.Reference, "kroner", float64(ev.Amount.Value)/100)
		switch ev.Name {
		case "AUTHORIZED", "ABORTED", "EXPIRED", "TERMINATED":
			rc.Settle(ev.Reference, ev.Name)
		}
	}
}

func (rc *Receiver) signed(r *http.Request, raw []byte) bool {
	sum := sha256.Sum256(raw)
	hash := base64.StdEncoding.EncodeToString(sum[:])
	date := r.Header.Get("x-ms-date")
	mac := hmac.New(sha256.New, []byte(rc.Secret))
	io.WriteString(mac, "POST\n"+r.URL.RequestURI()+"\n"+date+";"+r.Host+";"+hash)
	want := "HMAC-SHA256 SignedHeaders=x-ms-date;host;x-ms-content-sha256&Signature=" +
		base64.StdEncoding.EncodeToString(mac.Sum(nil))
	return hmac.Equal([]byte(want), []byte(r.Header.Get("Authorization")))
}
