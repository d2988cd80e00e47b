// Package cached keeps the token in all manner of places.
package cached

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"os"
	"sync"
	"sync/atomic"
	"time"

	"github.com/patrickmn/go-cache"
	"golang.org/x/sync/singleflight"
)

const base = "https://api.vipps.no"

type token struct {
	AccessToken string `json:"access_token"`
	ExpiresIn   int    `json:"expires_in,string"`
	until       time.Time
}

func fetch(ctx context.Context) (*token, error) {
	req, err := http.NewRequestWithContext(ctx, "POST", base+"/accesstoken/get", nil)
	if err != nil {
		return nil, err
	}
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	var t token
	if err := json.NewDecoder(resp.Body).Decode(&t); err != nil {
		return nil, err
	}
	t.until = time.Now().Add(time.Duration(t.ExpiresIn) * time.Second)
	return &t, nil
}

func send(ctx context.Context, token, ref string) error {
	req, err := http.NewRequestWithContext(ctx, "POST", base+"/epayment/v1/payments/"+ref+"/capture", nil)
	if err != nil {
		return err
	}
	req.Header.Set("Authorization", "Bearer "+token)
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if resp.StatusCode >= 300 {
		return errors.New(resp.Status)
	}
	return nil
}

// Global has a package variable and a lock.
func Global(ctx context.Context, ref string) error {
	mu.Lock()
	if global == nil || time.Now().After(global.until) {
		t, err := fetch(ctx)
		if err != nil {
			mu.Unlock()
			return err
		}
		global = t
	}
	t := global.AccessToken
	mu.Unlock()
	return send(ctx, t, ref)
}

var (
	once    sync.Once
	oneText string
)

// Once never fetches another.
func Once(ctx context.Context, ref string) error {
	var err error
	once.Do(func() {
		var t *token
		if t, err = fetch(ctx); err == nil {
			oneText = t.AccessToken
		}
	})
	if err != nil {
		return err
	}
	return send(ctx, oneText, ref)
}

var value = sync.OnceValues(func() (*token, error) { return fetch(context.Background()) })

// Value has it computed once.
func Value(ctx context.Context, ref string) error {
	t, err := value()
	if err != nil {
		return err
	}
	return send(ctx, t.AccessToken, ref)
}

var current atomic.Pointer[token]

// Atomic has a pointer.
func Atomic(ctx context.Context, ref string) error {
	t := current.Load()
	if t == nil {
		fresh, err := fetch(ctx)
		if err != nil {
			return err
		}
		current.Store(fresh)
		t = fresh
	}
	return send(ctx, t.AccessToken, ref)
}

var byMerchant = map[string]*token{}

// Map has one for each merchant.
func Map(ctx context.Context, merchant, ref string) error {
	mu.Lock()
	defer mu.Unlock()
	t, ok := byMerchant[merchant]
	if !ok {
		var err error
		if t, err = fetch(ctx); err != nil {
			return err
		}
		byMerchant[merchant] = t
	}
	return send(ctx, t.AccessToken, ref)
}

var tokens = cache.New(time.Hour, time.Hour)

// Library has a cache of others.
func Library(ctx context.Context, ref string) error {
	if t, ok := tokens.Get("vipps"); ok {
		return send(ctx, t.(string), ref)
	}
	t, err := fetch(ctx)
	if err != nil {
		return err
	}
	tokens.Set("vipps", t.AccessToken, time.Until(t.until))
	return send(ctx, t.AccessToken, ref)
}

var group singleflight.Group

// Flight lets those that come at once share one, out of a variable.
func Flight(ctx context.Context, ref string) error {
	v, err, _ := group.Do("vipps", func() (any, error) {
		if t := current.Load(); t != nil {
			return t, nil
		}
		t, err := fetch(ctx)
		if err == nil {
			current.Store(t)
		}
		return t, err
	})
	if err != nil {
		return err
	}
	return send(ctx, v.(*token).AccessToken, ref)
}

// Database looks there before it fetches.
func Database(ctx context.Context, db *sql.DB, ref string) error {
	var t string
	err := db.QueryRowContext(ctx, "SELECT token FROM tokens WHERE expires > NOW()").Scan(&t)
	if errors.Is(err, sql.ErrNoRows) {
		fresh, err := fetch(ctx)
		if err != nil {
			return err
		}
		t = fresh.AccessToken
		if _, err := db.ExecContext(ctx, "INSERT INTO tokens VALUES ($1, $2)", t, fresh.until); err != nil {
			return err
		}
	} else if err != nil {
		return err
	}
	return send(ctx, t, ref)
}

// File keeps it on the disk, and reads it elsewhere.
func File(ctx context.Context, ref string) error {
	t, err := fetch(ctx)
	if err != nil {
		return err
	}
	if err := os.WriteFile("token", []byte(t.AccessToken), 0o600); err != nil {
		return err
	}
	return send(ctx, t.AccessToken, ref)
}

// A Client keeps it by a helper that looks, stores and gives.
type Client struct {
	mu  sync.RWMutex
	tok *token
}

func (c *Client) valid() (string, bool) {
	c.mu.RLock()
	defer c.mu.RUnlock()
	if c.tok == nil || time.Now().After(c.tok.until) {
		return "", false
	}
	return c.tok.AccessToken, true
}

func (c *Client) refresh(ctx context.Context) (string, error) {
	t, err := fetch(ctx)
	if err != nil {
		return "", err
	}
	c.save(t)
	return t.AccessToken, nil
}

func (c *Client) save(t *token) {
	c.mu.Lock()
	c.tok = t
	c.mu.Unlock()
}

func (c *Client) token(ctx context.Context) (string, error) {
	if t, ok := c.valid(); ok {
		return t, nil
	}
	return c.refresh(ctx)
}

// Capture asks for it.
func (c *Client) Capture(ctx context.Context, ref string) error {
	t, err := c.token(ctx)
	if err != nil {
		return err
	}
	return send(ctx, t, ref)
}

// ensure has named results and a deferred unlock.
func (c *Client) ensure(ctx context.Context) (tok string, err error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.tok == nil {
		if c.tok, err = fetch(ctx); err != nil {
			return
		}
	}
	tok = c.tok.AccessToken
	return
}

// Cancel asks for it.
func (c *Client) Cancel(ctx context.Context, ref string) error {
	t, err := c.ensure(ctx)
	if err != nil {
		return err
	}
	return send(ctx, t, ref)
}

// Run fetches one from time to time.
func (c *Client) Run(ctx context.Context) {
	for {
		t, err := fetch(ctx)
		if err == nil {
			c.save(t)
		}
		select {
		case <-ctx.Done():
			return
		case <-time.After(30 * time.Minute):
		}
	}
}

// A Fixed is made with a token.
type Fixed struct{ token string }

// NewFixed fetches it, and asks whether it works.
func NewFixed(ctx context.Context) (*Fixed, error) {
	t, err := fetch(ctx)
	if err != nil {
		return nil, err
	}
	if err := send(ctx, t.AccessToken, "test"); err != nil {
		return nil, err
	}
	return &Fixed{t.AccessToken}, nil
}

// Capture uses it.
func (f *Fixed) Capture(ctx context.Context, ref string) error { return send(ctx, f.token, ref) }

// Made makes one: whoever calls may do so once.
func Made(ctx context.Context, ref string) error {
	f, err := NewFixed(ctx)
	if err != nil {
		return err
	}
	return f.Capture(ctx, ref)
}

// Feed hands tokens to who asks.
func Feed(ctx context.Context, out chan<- string) error {
	t, err := fetch(ctx)
	if err != nil {
		return err
	}
	out <- t.AccessToken
	return send(ctx, t.AccessToken, "test")
}

// An Answers keeps all that it is answered.
type Answers struct{ by map[string]string }

func (a *Answers) post(path, token string, out any) error {
	if text, ok := a.by[path]; ok {
		return json.Unmarshal([]byte(text), out)
	}
	req, err := http.NewRequest("POST", base+path, nil)
	if err != nil {
		return err
	}
	req.Header.Set("Authorization", "Bearer "+token)
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	text, err := io.ReadAll(resp.Body)
	if err != nil {
		return err
	}
	a.by[path] = string(text)
	return json.Unmarshal(text, out)
}

// Capture asks for the token by the same function.
func (a *Answers) Capture(ref string, out any) error {
	var t token
	if err := a.post("/accesstoken/get", "", &t); err != nil {
		return err
	}
	return a.post("/epayment/v1/payments/"+ref+"/capture", t.AccessToken, out)
}

// Uncached is the twin of all below.
func Uncached(ctx context.Context, ref string) error {
	t, err := fetch(ctx) // want `is fetched for each request`
	if err != nil {
		return err
	}
	return send(ctx, t.AccessToken, ref)
}

var (
	mu     sync.Mutex
	global *token
)
