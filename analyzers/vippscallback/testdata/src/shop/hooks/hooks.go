// Package hooks takes webhooks of a shop.
package hooks

import (
	"encoding/json"
	"log"
	"net/http"
)

// Event is what Vipps sends.
type Event struct {
	MSN          string `json:"msn"`
	Reference    string `json:"reference"`
	PSPReference string `json:"pspReference"`
	Name         string `json:"name"`
	Success      bool   `json:"success"`
}

// Hooks is the handlers together.
type Hooks struct{ Paid func(ref string) }

// Routes registers them.
func (h *Hooks) Routes(mux *http.ServeMux) {
	mux.HandleFunc("POST /hooks/vipps", h.Payment)
	mux.HandleFunc("GET /hooks/health", func(w http.ResponseWriter, r *http.Request) { w.WriteHeader(http.StatusOK) })
}

// Payment takes events of payments.
func (h *Hooks) Payment(w http.ResponseWriter, r *http.Request) {
	var e Event
	if !read(w, r, &e) {
		return
	}
	h.accept(e)
}

func (h *Hooks) accept(e Event) {
	if e.Success && h.Paid != nil {
		h.Paid(e.Reference)
	}
}

// read decodes what is sent to a handler.
func read(w http.ResponseWriter, r *http.Request, into any) bool {
	if err := json.NewDecoder(http.MaxBytesReader(w, r.Body, 1<<20)).Decode(into); err != nil {
		log.Print(err)
		http.Error(w, "not an event", http.StatusBadRequest)
		return false
	}
	return true
}
