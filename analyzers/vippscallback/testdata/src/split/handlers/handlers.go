// Package handlers takes webhooks. Whether somebody polls is decided in main.
package handlers

import (
	"encoding/json"
	"log"
	"net/http"
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

// Vipps gives the handler of events.
func Vipps() http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		var e event
		if err := json.NewDecoder(r.Body).Decode(&e); err != nil {
			http.Error(w, "not an event", http.StatusBadRequest)
			return
		}
		log.Println(e.Name, e.Reference, e.Success)
	})
}
