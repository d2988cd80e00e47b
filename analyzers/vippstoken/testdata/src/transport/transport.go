// Package transport has a RoundTripper that puts the token on each request.
package transport

import (
	"encoding/json"
	"net/http"
	"sync"
	"time"
)

func fetch(base http.RoundTripper) (string, time.Duration, error) {
	req, err := http.NewRequest("POST", "https://api.vipps.no/accesstoken/get", nil)
	if err != nil {
		return "", 0, err
	}
	resp, err := base.RoundTrip(req)
	if err != nil {
		return "", 0, err
	}
	defer resp.Body.Close()
	var t struct {
		AccessToken string `json:"access_token"`
		ExpiresIn   int    `json:"expires_in,string"`
	}
	if err := json.NewDecoder(resp.Body).Decode(&t); err != nil {
		return "", 0, err
	}
	return t.AccessToken, time.Duration(t.ExpiresIn) * time.Second, nil
}

// Each fetches for each request.
type Each struct{ Base http.RoundTripper }

// RoundTrip sends one.
func (t *Each) RoundTrip(req *http.Request) (*http.Response, error) {
	token, _, err := fetch(t.Base) // want `is fetched for each request`
	if err != nil {
		return nil, err
	}
	clone := req.Clone(req.Context())
	clone.Header.Set("Authorization", "Bearer "+token)
	return t.Base.RoundTrip(clone)
}

// Cached fetches when it has to.
type Cached struct {
	Base    http.RoundTripper
	mu      sync.Mutex
	token   string
	expires time.Time
}

// RoundTrip sends one.
func (t *Cached) RoundTrip(req *http.Request) (*http.Response, error) {
	token, err := t.get()
	if err != nil {
		return nil, err
	}
	clone := req.Clone(req.Context())
	clone.Header.Set("Authorization", "Bearer "+token)
	return t.Base.RoundTrip(clone)
}

func (t *Cached) get() (string, error) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.token != "" && time.Until(t.expires) > time.Minute {
		return t.token, nil
	}
	token, lives, err := fetch(t.Base)
	if err != nil {
		return "", err
	}
	t.token, t.expires = token, time.Now().Add(lives)
	return token, nil
}

// Refused fetches after a refusal.
type Refused struct {
	Base  http.RoundTripper
	first string
}

// RoundTrip sends one, twice if need be.
func (t *Refused) RoundTrip(req *http.Request) (*http.Response, error) {
	clone := req.Clone(req.Context())
	clone.Header.Set("Authorization", "Bearer "+t.first)
	resp, err := t.Base.RoundTrip(clone)
	if err != nil || resp.StatusCode != http.StatusUnauthorized {
		return resp, err
	}
	resp.Body.Close()
	token, _, err := fetch(t.Base)
	if err != nil {
		return nil, err
	}
	again := req.Clone(req.Context())
	again.Header.Set("Authorization", "Bearer "+token)
	return t.Base.RoundTrip(again)
}
