// Package limitations fetches a token for each request in ways that are not
// seen, or not for certain.
package limitations

import (
	"context"
	"encoding/json"
	"net/http"
	"time"
)

const base = "https://api.vipps.no"

type client struct {
	http *http.Client
	last string
}

func (c *client) fetch(ctx context.Context) (string, error) {
	req, err := http.NewRequestWithContext(ctx, "POST", base+"/accesstoken/get", nil)
	if err != nil {
		return "", err
	}
	resp, err := c.http.Do(req)
	if err != nil {
		return "", err
	}
	defer resp.Body.Close()
	var t struct {
		AccessToken string `json:"access_token"`
	}
	if err := json.NewDecoder(resp.Body).Decode(&t); err != nil {
		return "", err
	}
	return t.AccessToken, nil
}

func (c *client) send(ctx context.Context, token, ref, what string) (*http.Response, error) {
	req, err := http.NewRequestWithContext(ctx, "POST", base+"/epayment/v1/payments/"+ref+what, nil)
	if err != nil {
		return nil, err
	}
	req.Header.Set("Authorization", "Bearer "+token)
	return c.http.Do(req)
}

type tokener interface {
	fetch(ctx context.Context) (string, error)
}

// behind an interface something may keep the token, even if nothing does.
func (c *client) behind(ctx context.Context, t tokener, ref string) (*http.Response, error) {
	token, err := t.fetch(ctx)
	if err != nil {
		return nil, err
	}
	return c.send(ctx, token, ref, "/capture")
}

func (c *client) useBehind(ctx context.Context, ref string) (*http.Response, error) {
	return c.behind(ctx, c, ref)
}

// stored in a field that nobody looks at before.
func (c *client) stored(ctx context.Context, ref string) (*http.Response, error) {
	token, err := c.fetch(ctx)
	if err != nil {
		return nil, err
	}
	c.last = token
	return c.send(ctx, c.last, ref, "/capture")
}

// polled fetches a token every other second, in a loop that waits.
func (c *client) polled(ctx context.Context, ref string) error {
	for {
		token, err := c.fetch(ctx)
		if err != nil {
			return err
		}
		resp, err := c.send(ctx, token, ref, "")
		if err != nil {
			return err
		}
		if err := resp.Body.Close(); err == nil && resp.StatusCode == 200 {
			return nil
		}
		time.Sleep(2 * time.Second)
	}
}

// optional fetches on one of its ways: it may be asked for what takes no token.
func (c *client) optional(ctx context.Context, authorized bool, path string) (*http.Response, error) {
	token := ""
	if authorized {
		var err error
		if token, err = c.fetch(ctx); err != nil {
			return nil, err
		}
	}
	req, err := http.NewRequestWithContext(ctx, "POST", base+path, nil)
	if err != nil {
		return nil, err
	}
	if token != "" {
		req.Header.Set("Authorization", "Bearer "+token)
	}
	return c.http.Do(req)
}

func (c *client) useOptional(ctx context.Context, ref string) (*http.Response, error) {
	return c.optional(ctx, true, "/epayment/v1/payments/"+ref+"/capture")
}

// A made client holds a token for as long as one handler runs.
type made struct {
	*client
	token string
}

func newMade(ctx context.Context) (*made, error) {
	c := &client{http: http.DefaultClient}
	token, err := c.fetch(ctx)
	if err != nil {
		return nil, err
	}
	return &made{c, token}, nil
}

func (m *made) capture(ctx context.Context, ref string) (*http.Response, error) {
	return m.send(ctx, m.token, ref, "/capture")
}

// Handle makes one for each request.
func Handle(w http.ResponseWriter, r *http.Request) {
	m, err := newMade(r.Context())
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadGateway)
		return
	}
	resp, err := m.capture(r.Context(), r.FormValue("ref"))
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadGateway)
		return
	}
	resp.Body.Close()
}
