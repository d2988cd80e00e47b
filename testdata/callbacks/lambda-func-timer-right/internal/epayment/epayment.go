// Package epayment reads payments of Vipps.
package epayment

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"net/url"
)

// A State is how far a payment has come.
type State string

const (
	Created    State = "CREATED"
	Authorized State = "AUTHORIZED"
	Aborted    State = "ABORTED"
	Expired    State = "EXPIRED"
	Terminated State = "TERMINATED"
)

// A Payment is what Get returns.
type Payment struct {
	Reference string `json:"reference"`
	State     State  `json:"state"`
}

type API struct {
	HTTP             *http.Client
	Base, Token, Key string
}

func (a API) Get(ctx context.Context, ref string) (*Payment, error) {
	u, err := url.JoinPath(a.Base, "epayment", "v1", "payments", ref)
	if err != nil {
		return nil, err
	}
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, u, nil)
	if err != nil {
		return nil, err
	}
	req.Header.Set("Authorization", "Bearer "+a.Token)
	req.Header.Set("Ocp-Apim-Subscription-Key", a.Key)
	resp, err := a.HTTP.Do(req)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		return nil, fmt.Errorf("epayment: get %s: %s", ref, resp.Status)
	}
	p := new(Payment)
	if err := json.NewDecoder(resp.Body).Decode(p); err != nil {
		return nil, fmt.Errorf("epayment: get %s: %w", ref, err)
	}
	return p, nil
}
