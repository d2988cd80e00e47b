// Package hendelser takes webhooks.
package hendelser

import (
	"bytes"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"io"
	"net/http"

	"github.com/go-chi/chi/v5"

	"fjellsport.example/api/internal/betaling"
)

type handler struct {
	book   *betaling.Book
	secret []byte
}

// New returns the routes below /vipps.
func New(book *betaling.Book, secret string) http.Handler {
	h := &handler{book, []byte(secret)}
	r := chi.NewRouter()
	r.Use(h.signed)
	r.Post("/hendelse", h.event)
	return r
}

// signed lets through what Vipps has signed.
func (h *handler) signed(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, 1<<16))
		if err != nil {
			http.Error(w, "too long", http.StatusBadRequest)
			return
		}
		sum := sha256.Sum256(body)
		content := base64.StdEncoding.EncodeToString(sum[:])
		m := hmac.New(sha256.New, h.secret)
		m.Write([]byte("POST\n" + r.URL.RequestURI() + "\n" + r.Header.Get("X-Ms-Date") + ";" + r.Host + ";" + content))
		want := "HMAC-SHA256 SignedHeaders=x-ms-date;host;x-ms-content-sha256&Signature=" + base64.StdEncoding.EncodeToString(m.Sum(nil))
		if !hmac.Equal([]byte(want), []byte(r.Header.Get("Authorization"))) {
			http.Error(w, "who are you?", http.StatusUnauthorized)
			return
		}
		r.Body = io.NopCloser(bytes.NewReader(body))
		next.ServeHTTP(w, r)
	})
}

type event struct {
	MSN          string `json:"msn"`
	Reference    string `json:"reference"`
	PspReference string `json:"pspReference"`
	Name         string `json:"name"`
	Success      bool   `json:"success"`
}

func (h *handler) event(w http.ResponseWriter, r *http.Request) {
	var e event
	if err := json.NewDecoder(r.Body).Decode(&e); err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	if !e.Success {
		return
	}
	switch e.Name {
	case "AUTHORIZED", "ABORTED", "EXPIRED", "TERMINATED":
		h.book.Settle(e.Reference, e.Name)
	}
}
