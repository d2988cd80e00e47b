// Package direct fetches the token in the function that sends the request.
package direct

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strings"
	"time"
)

const base = "https://api.vipps.no"

type tokenResponse struct {
	AccessToken string      `json:"access_token"`
	ExpiresIn   json.Number `json:"expires_in"`
}

// Capture does everything by itself.
func Capture(id, secret, ref string) error {
	req, err := http.NewRequest(http.MethodPost, base+"/accesstoken/get", nil)
	if err != nil {
		return err
	}
	req.Header.Set("client_id", id)
	req.Header.Set("client_secret", secret)
	resp, err := http.DefaultClient.Do(req) // want `^an access token is fetched for each request, though it lives 24 hours in production and 1 hour in test, as expires_in tells \(every payment waits for a second answer, and fails when that one does\); keep it until shortly before it expires$`
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		return fmt.Errorf("no token: %s", resp.Status)
	}
	var token tokenResponse
	if err := json.NewDecoder(resp.Body).Decode(&token); err != nil {
		return err
	}
	req, err = http.NewRequest(http.MethodPost, base+"/epayment/v1/payments/"+ref+"/capture", strings.NewReader(`{"modificationAmount":{"currency":"NOK","value":34900}}`))
	if err != nil {
		return err
	}
	req.Header.Set("Authorization", "Bearer "+token.AccessToken)
	req.Header.Set("Idempotency-Key", ref)
	captured, err := http.DefaultClient.Do(req)
	if err != nil {
		return err
	}
	defer captured.Body.Close()
	if captured.StatusCode >= 300 {
		return fmt.Errorf("not captured: %s", captured.Status)
	}
	return nil
}

// Agreement reads the answer as a whole, and takes a map.
func Agreement(client *http.Client, agreement any) (*http.Response, error) {
	resp, err := client.Post(base+"/accesstoken/get", "", nil) // want `is fetched for each request`
	if err != nil {
		return nil, err
	}
	raw, err := io.ReadAll(resp.Body)
	resp.Body.Close()
	if err != nil {
		return nil, err
	}
	var answer map[string]any
	if err := json.Unmarshal(raw, &answer); err != nil {
		return nil, err
	}
	token, ok := answer["access_token"].(string)
	if !ok {
		return nil, fmt.Errorf("no token in %v", answer)
	}
	body, err := json.Marshal(agreement)
	if err != nil {
		return nil, err
	}
	req, err := http.NewRequest("POST", base+"/recurring/v3/agreements", bytes.NewReader(body))
	if err != nil {
		return nil, err
	}
	req.Header = http.Header{"Authorization": {fmt.Sprintf("Bearer %s", token)}}
	return client.Do(req)
}

// Category fetches by the other operation, with a form.
func Category(client *http.Client, id string) (*http.Response, error) {
	resp, err := client.PostForm(base+"/miami/v1/token", url.Values{"grant_type": {"client_credentials"}}) // want `though it lives 15 minutes, as expires_in tells`
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	var token tokenResponse
	if err := json.NewDecoder(resp.Body).Decode(&token); err != nil {
		return nil, err
	}
	req, err := http.NewRequest("GET", base+"/order-management/v3/categories/"+id, nil)
	if err != nil {
		return nil, err
	}
	headers := map[string]string{"Authorization": "Bearer " + token.AccessToken}
	for name, value := range headers {
		req.Header.Set(name, value)
	}
	return client.Do(req)
}

// A Shop keeps the token: once with its end, once without.
type Shop struct {
	http    *http.Client
	token   string
	expires time.Time
}

// Start fetches it.
func (s *Shop) Start() error {
	resp, err := s.http.Post(base+"/accesstoken/get", "", nil)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	var token tokenResponse
	if err := json.NewDecoder(resp.Body).Decode(&token); err != nil {
		return err
	}
	s.token = token.AccessToken
	return nil
}

// Capture uses it.
func (s *Shop) Capture(ref string) (*http.Response, error) {
	req, err := http.NewRequest("POST", base+"/epayment/v1/payments/"+ref+"/capture", nil)
	if err != nil {
		return nil, err
	}
	req.Header.Set("Authorization", "Bearer "+s.token)
	return s.http.Do(req)
}

// Cancel fetches one when the old one is too old.
func (s *Shop) Cancel(ref string) (*http.Response, error) {
	if time.Now().After(s.expires) {
		resp, err := s.http.Post(base+"/accesstoken/get", "", nil)
		if err != nil {
			return nil, err
		}
		defer resp.Body.Close()
		var token tokenResponse
		if err := json.NewDecoder(resp.Body).Decode(&token); err != nil {
			return nil, err
		}
		s.token, s.expires = token.AccessToken, time.Now().Add(time.Hour)
	}
	req, err := http.NewRequest("POST", base+"/epayment/v1/payments/"+ref+"/cancel", nil)
	if err != nil {
		return nil, err
	}
	req.Header.Set("Authorization", "Bearer "+s.token)
	return s.http.Do(req)
}
