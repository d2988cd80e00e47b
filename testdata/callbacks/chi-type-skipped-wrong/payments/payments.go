// Package payments has what is known of payments, and asks Vipps.
package payments

import (
	"encoding/json"
	"errors"
	"log"
	"net/http"
	"sync"
	"time"
)

type Payments struct {
	url, token, key string

	mu  sync.Mutex
	how map[string]string
}

func New(url, token, key string) *Payments {
	return &Payments{url: url, token: token, key: key, how: map[string]string{}}
}

func (p *Payments) Decide(ref, state string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.how[ref] = state
}

func (p *Payments) How(ref string) string {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.how[ref]
}

func (p *Payments) open() (refs []string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	for ref, how := range p.how {
		if how == "" || how == "CREATED" {
			refs = append(refs, ref)
		}
	}
	return refs
}

// Poll never returns.
func (p *Payments) Poll() {
	for range time.NewTicker(4 * time.Second).C {
		for _, ref := range p.open() {
			if state, err := p.state(ref); err != nil {
				log.Print(err)
			} else {
				p.Decide(ref, state)
			}
		}
	}
}

func (p *Payments) state(ref string) (string, error) {
	req, err := http.NewRequest("GET", p.url+"/epayment/v1/payments/"+ref, nil)
	if err != nil {
		return "", err
	}
	req.Header.Set("Authorization", "Bearer "+p.token)
	req.Header.Set("Ocp-Apim-Subscription-Key", p.key)
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return "", err
	}
	defer resp.Body.Close()
	if resp.StatusCode != 200 {
		return "", errors.New(resp.Status)
	}
	var out map[string]any
	if err := json.NewDecoder(resp.Body).Decode(&out); err != nil {
		return "", err
	}
	state, _ := out["state"].(string)
	return state, nil
}
