// Command webhookpolled reads the payment when the payer comes back.
package main

import (
	"encoding/json"
	"fmt"
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

type shop struct{ base string }

func (s *shop) event(w http.ResponseWriter, r *http.Request) {
	var e event
	if err := json.NewDecoder(r.Body).Decode(&e); err != nil {
		http.Error(w, "not an event", http.StatusBadRequest)
		return
	}
	log.Println(e.Name, e.Reference, e.Success)
}

func (s *shop) thanks(w http.ResponseWriter, r *http.Request) {
	state, err := s.state(r.FormValue("ref"))
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadGateway)
		return
	}
	fmt.Fprintln(w, "your payment is", state)
}

func (s *shop) state(ref string) (string, error) {
	resp, err := http.Get(s.base + "/epayment/v1/payments/" + ref)
	if err != nil {
		return "", err
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		return "", fmt.Errorf("payment %s: %s", ref, resp.Status)
	}
	var out struct {
		State string `json:"state"`
	}
	err = json.NewDecoder(resp.Body).Decode(&out)
	return out.State, err
}

func main() {
	s := &shop{"https://api.vipps.no"}
	mux := http.NewServeMux()
	mux.HandleFunc("/thanks", s.thanks)
	mux.HandleFunc("/events", s.event)
	log.Fatal(http.ListenAndServe(":8080", mux))
}
