// A shop that takes what was tried for what was done.
package main

import (
	"encoding/json"
	"log"
	"net/http"
)

type event struct {
	Reference string `json:"reference"`
	Name      string `json:"name"`
	Success   bool   `json:"success"`
}

type bare struct {
	Reference string `json:"reference"`
	Name      string `json:"name"`
}

type looked struct {
	Reference string `json:"reference"`
	Name      string `json:"name"`
	Success   bool   `json:"success"`
}

type handedOn struct {
	Reference string `json:"reference"`
	Name      string `json:"name"`
}

// whole is what an event of a payment surely is, and calls itself by its state.
type whole struct {
	MSN          string `json:"msn"`
	Reference    string `json:"reference"`
	PSPReference string `json:"pspReference"`
	Name         string `json:"name"`
}

type charge struct {
	Name     string `json:"name"`
	ChargeID string `json:"chargeId"`
}

type queue interface{ Put(any) error }

type shop struct {
	state map[string]string
	queue queue
}

const captured = "epayments.payment.captured.v1"

func (s *shop) switched(ev event) {
	switch ev.Name {
	case "epayments.payment.authorized.v1": // want `event is acted on whether it succeeded or not .*look at success as well: compared with "epayments.payment.authorized.v1"`
		s.state[ev.Reference] = "reserved"
	case captured:
		s.state[ev.Reference] = "captured"
	}
}

func (s *shop) bare(ev *bare) {
	if ev.Name != captured { // want `decode success and look at it: compared with "epayments.payment.captured.v1"`
		return
	}
	s.state[ev.Reference] = "captured"
}

func (s *shop) logged(ev *bare) {
	if ev.Name == captured {
		log.Println("captured", ev.Reference)
	}
}

func (s *shop) looked(ev looked) {
	if !ev.Success {
		return
	}
	if ev.Name == captured {
		s.state[ev.Reference] = "captured"
	}
}

func (s *shop) handedOn(ev handedOn) {
	if ev.Name == captured {
		_ = s.queue.Put(ev)
	}
}

func (s *shop) stated(ev whole) {
	if ev.Name == "AUTHORIZED" { // want `decode success and look at it: compared with "AUTHORIZED"`
		s.state[ev.Reference] = "reserved"
	}
}

// other compares a name that may be anything.
func (s *shop) other(ev handedOn) {
	if ev.Name == "AUTHORIZED" {
		s.state[ev.Reference] = "reserved"
	}
}

// charge is of Recurring, whose events have no success.
func (s *shop) charge(ev charge) {
	if ev.Name == "recurring.charge-captured.v1" {
		s.state[ev.ChargeID] = "captured"
	}
}

type details struct {
	OrderID string      `json:"orderId"`
	History []operation `json:"transactionLogHistory"`
}

type operation struct {
	Operation string `json:"operation"`
	Success   bool   `json:"operationSuccess"`
	Amount    int    `json:"amount"`
}

func (s *shop) details(d details) {
	for _, op := range d.History {
		if op.Operation == "RESERVE" { // want `operation is acted on whether it succeeded or not .*look at operationSuccess as well: compared with "RESERVE"`
			s.state[d.OrderID] = "reserved"
		}
	}
}

type rightDetails struct {
	OrderID string           `json:"orderId"`
	History []rightOperation `json:"transactionLogHistory"`
}

type rightOperation struct {
	Operation string `json:"operation"`
	Success   bool   `json:"operationSuccess"`
}

func (s *shop) rightDetails(d rightDetails) {
	for _, op := range d.History {
		if op.Operation == "RESERVE" && op.Success {
			s.state[d.OrderID] = "reserved"
		}
	}
}

// job has operations too, of another kind.
type job struct {
	Operation string `json:"operation"`
}

func (s *shop) job(j job) {
	if j.Operation == "RESERVE" {
		s.state["job"] = "reserved"
	}
}

func main() {
	s := &shop{state: map[string]string{}}
	http.HandleFunc("/vipps", func(w http.ResponseWriter, r *http.Request) {
		var d details
		_ = json.NewDecoder(r.Body).Decode(&d)
		s.details(d)
		s.rightDetails(rightDetails{})
		s.job(job{})
		s.switched(event{})
		s.bare(&bare{})
		s.logged(&bare{})
		s.looked(looked{})
		s.handedOn(handedOn{})
		s.stated(whole{})
		s.other(handedOn{})
		s.charge(charge{})
	})
}
