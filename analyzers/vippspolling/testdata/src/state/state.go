// Package state compares states with what they are and with what they never are.
package state

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"slices"
	"strings"

	"pay"
)

type Shop struct {
	client *pay.Client
	http   *http.Client
}

func (s *Shop) typed(ctx context.Context, ref string) (bool, error) {
	p, err := s.client.Payment(ctx, ref)
	if err != nil {
		return false, err
	}
	return p.State == pay.Captured, nil // want `state is never "CAPTURED" \(the comparison comes out the same for every payment\); it is one of CREATED, ABORTED, EXPIRED, AUTHORIZED, TERMINATED: GET /epayment/v1/payments/\{reference\}`
}

func (s *Shop) typedRight(ctx context.Context, ref string) (bool, error) {
	p, err := s.client.Payment(ctx, ref)
	if err != nil {
		return false, err
	}
	return p.State == pay.Authorized, nil
}

func (s *Shop) switched(ctx context.Context, ref string) error {
	p, err := s.client.Payment(ctx, ref)
	if err != nil {
		return err
	}
	switch p.State {
	case "AUTHORIZED", "CAPTURED": // want `state is never "CAPTURED"`
		return nil
	case "Aborted": // want `state is never "Aborted" .*; use "ABORTED"`
		return errors.New("given up")
	default:
		return errors.New("open")
	}
}

func (s *Shop) switchedRight(ctx context.Context, ref string) error {
	p, err := s.client.Payment(ctx, ref)
	if err != nil {
		return err
	}
	switch p.State {
	case "AUTHORIZED":
		return nil
	case "ABORTED":
		return errors.New("given up")
	default:
		return errors.New("open")
	}
}

// The state alone comes from another package.
func (s *Shop) alone(ctx context.Context, ref string) error {
	state, err := s.client.Status(ctx, ref)
	if err != nil {
		return err
	}
	if state == "ACTIVE" { // want `state is never "ACTIVE"`
		return nil
	}
	if state != "AUTHORIZED" {
		return errors.New(state)
	}
	return nil
}

func (s *Shop) agreement(ctx context.Context, id string) (bool, error) {
	a, err := s.client.Agreement(ctx, id)
	if err != nil {
		return false, err
	}
	if a.Status == "CHARGED" { // want `status is never "CHARGED" .* GET /recurring/v3/agreements/\{agreementId\}`
		return true, nil
	}
	return a.Status == "ACTIVE", nil
}

func (s *Shop) charge(ctx context.Context, agreement, id string) (bool, error) {
	c, err := s.client.Charge(ctx, agreement, id)
	if err != nil {
		return false, err
	}
	if c.Status == "ACTIVE" { // want `status is never "ACTIVE" .* GET /recurring/v3/agreements/\{agreementId\}/charges/\{chargeId\}`
		return true, nil
	}
	return c.Status == "CHARGED" || c.Status == "RESERVED", nil
}

// Letter case is left aside.
func (s *Shop) folded(ctx context.Context, ref string) (bool, error) {
	p, err := s.client.Payment(ctx, ref)
	if err != nil {
		return false, err
	}
	if strings.EqualFold(string(p.State), "authorized") || strings.ToLower(string(p.State)) == "aborted" {
		return true, nil
	}
	return strings.ToLower(string(p.State)) == "captured", nil // want `state is never "captured"`
}

func (s *Shop) folds(ctx context.Context, ref string) (bool, error) {
	p, err := s.client.Payment(ctx, ref)
	if err != nil {
		return false, err
	}
	return strings.ToLower(string(p.State)) == "AUTHORIZED", nil // want `state is never "AUTHORIZED"`
}

func (s *Shop) listed(ctx context.Context, ref string) (bool, error) {
	p, err := s.client.Payment(ctx, ref)
	if err != nil {
		return false, err
	}
	return slices.Contains([]pay.State{"AUTHORIZED", "CAPTURED"}, p.State), nil // want `state is never "CAPTURED"`
}

// The helper is only ever given a state.
func paid(state pay.State) bool { return state == "CHARGED" } // want `state is never "CHARGED"`

func (s *Shop) helper(ctx context.Context, ref string) (bool, error) {
	p, err := s.client.Payment(ctx, ref)
	if err != nil {
		return false, err
	}
	return paid(p.State), nil
}

// This one is given other texts too.
func label(state string) string {
	if state == "CHARGED" {
		return "paid"
	}
	return state
}

func (s *Shop) labels(ctx context.Context, ref string) (string, error) {
	p, err := s.client.Payment(ctx, ref)
	if err != nil {
		return "", err
	}
	return label(string(p.State)) + label("CHARGED"), nil
}

// Plain net/http, and a struct without a name.
func (s *Shop) plain(ctx context.Context, ref string) (bool, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, "https://api.vipps.no/epayment/v1/payments/"+ref, nil)
	if err != nil {
		return false, err
	}
	resp, err := s.http.Do(req)
	if err != nil {
		return false, err
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		return false, errors.New(resp.Status)
	}
	var p struct {
		State string `json:"state"`
	}
	if err := json.NewDecoder(resp.Body).Decode(&p); err != nil {
		return false, err
	}
	if p.State == "RESERVED" { // want `state is never "RESERVED"`
		return true, nil
	}
	return p.State == "AUTHORIZED", nil
}

func get[T any](ctx context.Context, c *http.Client, path string) (T, error) {
	var out T
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, "https://api.vipps.no"+path, nil)
	if err != nil {
		return out, err
	}
	resp, err := c.Do(req)
	if err != nil {
		return out, err
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		return out, fmt.Errorf("%s", resp.Status)
	}
	err = json.NewDecoder(resp.Body).Decode(&out)
	return out, err
}

type charge struct {
	Status string `json:"status"`
}

func (s *Shop) generic(ctx context.Context, id string) (bool, error) {
	c, err := get[charge](ctx, s.http, "/recurring/v3/charges/"+id)
	if err != nil {
		return false, err
	}
	if c.Status == "SUCCEEDED" { // want `status is never "SUCCEEDED"`
		return true, nil
	}
	return c.Status == "CHARGED", nil
}

type history struct {
	TransactionLogHistory []struct {
		Operation        string `json:"operation"`
		OperationSuccess bool   `json:"operationSuccess"`
	} `json:"transactionLogHistory"`
}

func (s *Shop) details(ctx context.Context, id string) (bool, error) {
	h, err := get[history](ctx, s.http, "/ecomm/v2/payments/"+id+"/details")
	if err != nil {
		return false, err
	}
	for _, l := range h.TransactionLogHistory {
		if l.Operation == "RESERVED" && l.OperationSuccess { // want `transactionLogHistory\[\]\.operation is never "RESERVED" .*; use "RESERVE"`
			return true, nil
		}
	}
	return false, nil
}

func (s *Shop) detailsRight(ctx context.Context, id string) (bool, error) {
	h, err := get[history](ctx, s.http, "/ecomm/v2/payments/"+id+"/details")
	if err != nil {
		return false, err
	}
	for _, l := range h.TransactionLogHistory {
		if l.Operation == "RESERVE" && l.OperationSuccess || l.Operation == "REJECT" {
			return true, nil
		}
	}
	return false, nil
}

// An order of the shop's own has states of its own.
type order struct {
	State string `json:"state"`
}

func (s *Shop) order(ctx context.Context, ref string) (bool, error) {
	p, err := s.client.Payment(ctx, ref)
	if err != nil {
		return false, err
	}
	o := order{State: "NEW"}
	if p.State == pay.Authorized {
		o.State = "CAPTURED"
	}
	return o.State == "CAPTURED", nil
}

// The same type comes out of a cache too: nobody knows what is in that.
type cached struct {
	State string `json:"state"`
}

func (s *Shop) cache(ctx context.Context, ref string, data []byte) (bool, error) {
	c, err := get[cached](ctx, s.http, "/epayment/v1/payments/"+ref)
	if err != nil {
		if err := json.Unmarshal(data, &c); err != nil {
			return false, err
		}
	}
	return c.State == "CAPTURED", nil
}

// The program fills the field with a word of its own.
type marked struct {
	State string `json:"state"`
}

func (s *Shop) mark(ctx context.Context, ref string) (bool, error) {
	m, err := get[marked](ctx, s.http, "/epayment/v1/payments/"+ref)
	if err != nil {
		m.State = "UNKNOWN"
	}
	return m.State == "UNKNOWN", nil
}

// Both spellings, to be on the safe side.
func (s *Shop) both(ctx context.Context, ref string) (bool, error) {
	p, err := s.client.Payment(ctx, ref)
	if err != nil {
		return false, err
	}
	return p.State == "AUTHORIZED" || p.State == "AUTHORISED", nil
}

// A state of nothing yet.
func (s *Shop) empty(ctx context.Context, ref string) (string, error) {
	state := ""
	for state == "" || state == "CREATED" {
		p, err := s.client.Payment(ctx, ref) // want `read again without a pause`
		if err != nil {
			return "", err
		}
		state = string(p.State)
	}
	return state, nil
}

// Another provider's answer in the same words.
func (s *Shop) other(ctx context.Context, ref string) (bool, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, "https://api.example.com/v2/payments/"+ref, nil)
	if err != nil {
		return false, err
	}
	resp, err := s.http.Do(req)
	if err != nil {
		return false, err
	}
	defer resp.Body.Close()
	var p struct {
		State string `json:"state"`
	}
	if err := json.NewDecoder(resp.Body).Decode(&p); err != nil {
		return false, err
	}
	return p.State == "CAPTURED", nil
}
