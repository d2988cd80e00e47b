// Package api has the handlers.
package api

import (
	"encoding/json"
	"fmt"
	"log"
	"net/http"
	"sync"
	"time"

	"github.com/julienschmidt/httprouter"

	"sykkelverksted.example/kasse/vipps"
)

type API struct {
	vipps vipps.Client
	mu    sync.Mutex
	jobs  map[string]string
}

func New(v vipps.Client) *API { return &API{vipps: v, jobs: map[string]string{}} }

func (a *API) set(id, how string) {
	a.mu.Lock()
	defer a.mu.Unlock()
	a.jobs[id] = how
}

func (a *API) Pay(w http.ResponseWriter, r *http.Request, p httprouter.Params) {
	id := p.ByName("id")
	url, err := a.vipps.Initiate(id, 120000)
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadGateway)
		return
	}
	a.set(id, "waiting")
	http.Redirect(w, r, url, http.StatusSeeOther)
}

func (a *API) Show(w http.ResponseWriter, r *http.Request, p httprouter.Params) {
	a.mu.Lock()
	defer a.mu.Unlock()
	fmt.Fprintln(w, a.jobs[p.ByName("id")])
}

// Callback is called when the customer has paid.
func (a *API) Callback(w http.ResponseWriter, r *http.Request, p httprouter.Params) {
	if !a.vipps.Genuine(r) {
		http.Error(w, "who?", http.StatusUnauthorized)
		return
	}
	var c vipps.Callback
	if err := json.NewDecoder(r.Body).Decode(&c); err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	if c.OrderID != p.ByName("orderId") {
		http.Error(w, "another order", http.StatusBadRequest)
		return
	}
	switch c.TransactionInfo.Status {
	case "RESERVED", "RESERVE":
		a.set(c.OrderID, "paid")
	case "CANCELLED", "REJECTED", "RESERVE_FAILED":
		a.set(c.OrderID, "not paid")
	}
}

// Watch asks for the payments of which we have heard nothing.
func (a *API) Watch() {
	for {
		time.Sleep(10 * time.Second)
		a.mu.Lock()
		var waiting []string
		for id, how := range a.jobs {
			if how == "waiting" {
				waiting = append(waiting, id)
			}
		}
		a.mu.Unlock()
		for _, id := range waiting {
			last, err := a.vipps.Last(id)
			if err != nil {
				log.Println(id, err)
				continue
			}
			switch last {
			case "RESERVE", "SALE":
				a.set(id, "paid")
			case "CANCEL", "REJECT", "VOID":
				a.set(id, "not paid")
			}
		}
	}
}
