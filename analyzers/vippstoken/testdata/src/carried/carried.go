// Package carried hands the token on in something else.
package carried

import (
	"context"
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"os"
)

const base = "https://api.vipps.no"

func token(ctx context.Context) string {
	if os.Getenv("VIPPS_CLIENT_ID") == "" {
		return ""
	}
	req, err := http.NewRequestWithContext(ctx, "POST", base+"/accesstoken/get", nil)
	if err != nil {
		return ""
	}
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return ""
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		return ""
	}
	var t struct {
		AccessToken string `json:"access_token"`
	}
	json.NewDecoder(resp.Body).Decode(&t)
	return t.AccessToken
}

func newRequest(ctx context.Context, method, path string, body io.Reader) (*http.Request, error) {
	req, err := http.NewRequestWithContext(ctx, method, base+path, body)
	if err != nil {
		return nil, err
	}
	req.Header.Set("Authorization", "Bearer "+token(ctx)) // want `is fetched for each request`
	req.Header.Set("Merchant-Serial-Number", "123456")
	return req, nil
}

// Request has it in a request that a helper makes: the finding is there.
func Request(ctx context.Context, ref string) (*http.Response, error) {
	req, err := newRequest(ctx, "GET", "/epayment/v1/payments/"+ref, nil)
	if err != nil {
		return nil, err
	}
	return http.DefaultClient.Do(req)
}

type caller struct{ http *http.Client }

func (c *caller) fetch() (string, error) {
	resp, err := c.http.Post(base+"/accesstoken/get", "", nil)
	if err != nil {
		return "", err
	}
	defer resp.Body.Close()
	b, err := io.ReadAll(resp.Body)
	if err != nil {
		return "", err
	}
	var t struct {
		AccessToken string `json:"access_token"`
	}
	if err := json.Unmarshal(b, &t); err != nil {
		return "", err
	}
	return t.AccessToken, nil
}

func (c *caller) authorize(req *http.Request) error {
	t, err := c.fetch() // want `is fetched for each request`
	if err != nil {
		return err
	}
	req.Header.Add("Authorization", "Bearer "+t)
	return nil
}

// Written has it written to a request, where the finding is.
func (c *caller) Written(ref string) (*http.Response, error) {
	req, err := http.NewRequest("GET", base+"/epayment/v1/payments/"+ref, nil)
	if err != nil {
		return nil, err
	}
	if err := c.authorize(req); err != nil {
		return nil, err
	}
	return c.http.Do(req)
}

type second struct{ http *http.Client }

func (s *second) headers() (map[string]string, error) {
	resp, err := s.http.Post(base+"/accesstoken/get", "", nil)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	var t struct {
		AccessToken string `json:"access_token"`
	}
	if err := json.NewDecoder(resp.Body).Decode(&t); err != nil {
		return nil, err
	}
	if t.AccessToken == "" {
		return nil, errors.New("no token")
	}
	return map[string]string{
		"Authorization":          "Bearer " + t.AccessToken,
		"Merchant-Serial-Number": "123456",
	}, nil
}

// Mapped has it in a map.
func (s *second) Mapped(ref string) (*http.Response, error) {
	headers, err := s.headers() // want `is fetched for each request`
	if err != nil {
		return nil, err
	}
	req, err := http.NewRequest("GET", base+"/epayment/v1/payments/"+ref, nil)
	if err != nil {
		return nil, err
	}
	for k, v := range headers {
		req.Header.Set(k, v)
	}
	return s.http.Do(req)
}

type third struct{ http *http.Client }

type auth struct{ token, serial string }

func (t *third) auth() (auth, error) {
	resp, err := t.http.Post(base+"/accesstoken/get", "", nil)
	if err != nil {
		return auth{}, err
	}
	defer resp.Body.Close()
	var a struct {
		AccessToken string `json:"access_token"`
	}
	if err := json.NewDecoder(resp.Body).Decode(&a); err != nil {
		return auth{}, err
	}
	return auth{token: a.AccessToken, serial: "123456"}, nil
}

func (t *third) send(a auth, method, path string) (*http.Response, error) {
	req, err := http.NewRequest(method, base+path, nil)
	if err != nil {
		return nil, err
	}
	req.Header.Set("Authorization", "Bearer "+a.token)
	req.Header.Set("Merchant-Serial-Number", a.serial)
	return t.http.Do(req)
}

// Struct has it in a struct of its own.
func (t *third) Struct(ref string) (*http.Response, error) {
	a, err := t.auth() // want `is fetched for each request`
	if err != nil {
		return nil, err
	}
	return t.send(a, "GET", "/epayment/v1/payments/"+ref)
}

// Quiet sends without an answer.
func (t *third) quiet(a auth, ref string) {
	resp, err := t.send(a, "POST", "/epayment/v1/payments/"+ref+"/cancel")
	if err == nil {
		resp.Body.Close()
	}
}

// Kept has the struct in a field.
type Kept struct {
	third
	auth auth
}

// Open keeps it.
func (k *Kept) Open() error {
	a, err := k.third.auth()
	if err != nil {
		return err
	}
	k.auth = a
	return nil
}

// Cancel uses it.
func (k *Kept) Cancel(ref string) { k.quiet(k.auth, ref) }
