// Package auth fetches tokens.
package auth

import (
	"context"
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"sync"
)

// A Source fetches one each time.
type Source struct {
	Base, ID, Secret string
}

// Token fetches one.
func (s Source) Token(ctx context.Context) (string, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, s.Base+"/accesstoken/get", nil)
	if err != nil {
		return "", err
	}
	req.Header.Set("client_id", s.ID)
	req.Header.Set("client_secret", s.Secret)
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return "", err
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		return "", errors.New(resp.Status)
	}
	var t struct {
		AccessToken string `json:"access_token"`
	}
	if err := json.NewDecoder(resp.Body).Decode(&t); err != nil {
		return "", err
	}
	return t.AccessToken, nil
}

// Authorize puts one on a request.
func (s Source) Authorize(req *http.Request) error {
	resp, err := http.Post(s.Base+"/accesstoken/get", "", nil)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	var t map[string]any
	if err := json.NewDecoder(resp.Body).Decode(&t); err != nil {
		return err
	}
	token, ok := t["access_token"].(string)
	if !ok {
		return errors.New("no token")
	}
	req.Header.Set("Authorization", "Bearer "+token)
	return nil
}

// A Cache keeps one.
type Cache struct {
	Source
	mu    sync.Mutex
	token string
}

// Token fetches one where there is none.
func (c *Cache) Token(ctx context.Context) (string, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.token == "" {
		token, err := c.Source.Token(ctx)
		if err != nil {
			return "", err
		}
		c.token = token
	}
	return c.token, nil
}

// A Tokener gives tokens.
type Tokener interface {
	Token(ctx context.Context) (string, error)
}

// Send sends whatever it is told to. This package has it ask for tokens alone.
func Send(method, url, token string) ([]byte, error) {
	req, err := http.NewRequest(method, url, nil)
	if err != nil {
		return nil, err
	}
	req.Header.Set("Authorization", "Bearer "+token)
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	if resp.StatusCode >= 300 {
		return nil, errors.New(resp.Status)
	}
	return io.ReadAll(resp.Body)
}

// Fetch fetches one by Send.
func Fetch() (string, error) {
	text, err := Send("POST", "https://api.vipps.no/accesstoken/get", "")
	return string(text), err
}
