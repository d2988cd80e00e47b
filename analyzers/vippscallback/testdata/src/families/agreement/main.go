// Command agreement reads agreements back and no sessions.
package main

import (
	"encoding/json"
	"log"
	"net/http"
)

type session struct {
	SessionID      string `json:"sessionId"`
	SessionState   string `json:"sessionState"`
	Reference      string `json:"reference"`
	PaymentDetails struct {
		State string `json:"state"`
	} `json:"paymentDetails"`
}

type charge struct {
	AgreementID string `json:"agreementId"`
	ChargeID    string `json:"chargeId"`
	EventType   string `json:"eventType"`
	Occurred    string `json:"occurred"`
}

func checkout(w http.ResponseWriter, r *http.Request) {
	var s session
	if err := json.NewDecoder(r.Body).Decode(&s); err != nil {
		http.Error(w, "no session", http.StatusBadRequest)
	}
}

func recurring(w http.ResponseWriter, r *http.Request) {
	var c charge
	if err := json.NewDecoder(r.Body).Decode(&c); err != nil {
		http.Error(w, "no charge", http.StatusBadRequest)
	}
}

func main() {
	go read("/recurring/v3/agreements/agr_1")
	http.HandleFunc("/checkout", checkout) // want `reads the payments of this callback back.*poll GET /checkout/v3/session/\{reference\}`
	http.HandleFunc("/recurring", recurring)
	log.Fatal(http.ListenAndServe(":8080", nil))
}

// read asks for what is at a path.
func read(path string) {
	resp, err := http.Get("https://api.vipps.no" + path)
	if err != nil {
		log.Print(err)
		return
	}
	defer resp.Body.Close()
	log.Print(resp.StatusCode == http.StatusOK)
}
