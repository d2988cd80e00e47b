// Package seldom fetches tokens where one would not be used again soon, or may be.
package seldom

import (
	"context"
	"encoding/json"
	"errors"
	"log"
	"net/http"
	"sync"
	"time"

	"worker"

	"github.com/robfig/cron/v3"
)

const base = "https://api.vipps.no"

type answer struct {
	AccessToken string `json:"access_token"`
}

func decode(resp *http.Response, err error) (string, error) {
	if err != nil {
		return "", err
	}
	defer resp.Body.Close()
	var a answer
	if err := json.NewDecoder(resp.Body).Decode(&a); err != nil {
		return "", err
	}
	return a.AccessToken, nil
}

// An API sends with a token.
type API struct{ token string }

func (a *API) send(ctx context.Context, method, path string) error {
	req, err := http.NewRequestWithContext(ctx, method, base+path, nil)
	if err != nil {
		return err
	}
	req.Header.Set("Authorization", "Bearer "+a.token)
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

// Fee is charged once a day.
func Fee(c *cron.Cron) {
	c.AddFunc("@daily", func() {
		token, err := decode(http.Post(base+"/accesstoken/get", "", nil))
		if err != nil {
			log.Print(err)
			return
		}
		(&API{token}).send(context.Background(), "POST", "/recurring/v3/agreements/fee/charges")
	})
	c.AddFunc("@monthly", monthly)
	time.AfterFunc(time.Hour, hourly)
}

func monthly() { report(context.Background(), "monthly") }
func hourly()  { report(context.Background(), "hourly") }

func report(ctx context.Context, what string) error {
	token, err := decode(http.Post(base+"/accesstoken/get", "", nil))
	if err != nil {
		return err
	}
	return (&API{token}).send(ctx, "POST", "/recurring/v3/agreements/"+what+"/charges")
}

// Ledgers asks for reports.
func Ledgers(ctx context.Context) error {
	token, err := decode(http.Post(base+"/accesstoken/get", "", nil))
	if err != nil {
		return err
	}
	return (&API{token}).send(ctx, "GET", "/settlement/v1/ledgers")
}

// New looks whether the shop has what it needs.
func New(ctx context.Context) (*API, error) {
	token, err := decode(http.Post(base+"/accesstoken/get", "", nil))
	if err != nil {
		return nil, err
	}
	if err := (&API{token}).send(ctx, "GET", "/recurring/v3/agreements"); err != nil {
		return nil, err
	}
	return &API{}, nil
}

// Ping hands on what it has tried.
func Ping(ctx context.Context) (string, error) {
	token, err := decode(http.Post(base+"/accesstoken/get", "", nil))
	if err != nil {
		return "", err
	}
	return token, (&API{token}).send(ctx, "GET", "/recurring/v3/agreements")
}

var start sync.Once

// Start does something before all else.
func Start(ctx context.Context) (err error) {
	start.Do(func() {
		token, failed := decode(http.Post(base+"/accesstoken/get", "", nil))
		if failed == nil {
			failed = (&API{token}).send(ctx, "POST", "/epayment/v1/payments/left-over/cancel")
		}
		err = failed
	})
	return err
}

// Worker hands it to what goes on.
func Worker(ctx context.Context) error {
	token, err := decode(http.Post(base+"/accesstoken/get", "", nil))
	if err != nil {
		return err
	}
	api := &API{token}
	if err := api.send(ctx, "GET", "/recurring/v3/agreements"); err != nil {
		return err
	}
	return worker.New(api).Run()
}

// Pages calls itself with the same token.
func Pages(ctx context.Context) error {
	token, err := decode(http.Post(base+"/accesstoken/get", "", nil))
	if err != nil {
		return err
	}
	return (&API{token}).page(ctx, 9)
}

func (a *API) page(ctx context.Context, left int) error {
	if err := a.send(ctx, "GET", "/recurring/v3/agreements"); err != nil || left == 0 {
		return err
	}
	return a.page(ctx, left-1)
}

// A Capturer captures, with a token of its own.
type Capturer interface {
	Capture(ctx context.Context, ref string) (status int, err error)
	Until() time.Time
	Last() *API
}

// Refused tries it by another way.
func Refused(ctx context.Context, c Capturer, ref string) error {
	status, err := c.Capture(ctx, ref)
	if err == nil && status == http.StatusUnauthorized {
		token, err := decode(http.Post(base+"/accesstoken/get", "", nil))
		if err != nil {
			return err
		}
		return (&API{token}).send(ctx, "POST", "/epayment/v1/payments/"+ref+"/capture")
	}
	return err
}

// Late does where the other one's token is too old.
func Late(ctx context.Context, c Capturer, ref string) error {
	if time.Now().Before(c.Until()) {
		_, err := c.Capture(ctx, ref)
		return err
	}
	token, err := decode(http.Post(base+"/accesstoken/get", "", nil))
	if err != nil {
		return err
	}
	return (&API{token}).send(ctx, "POST", "/epayment/v1/payments/"+ref+"/capture")
}

// Missing does where there is none.
func Missing(ctx context.Context, c Capturer, ref string) error {
	if c.Last() == nil {
		token, err := decode(http.Post(base+"/accesstoken/get", "", nil))
		if err != nil {
			return err
		}
		return (&API{token}).send(ctx, "POST", "/epayment/v1/payments/"+ref+"/capture")
	}
	_, err := c.Capture(ctx, ref)
	return err
}

// Twin has none of that.
func Twin(ctx context.Context, c Capturer, ref string) error {
	if ref == "" || c == nil {
		return errors.New("no reference")
	}
	token, err := decode(http.Post(base+"/accesstoken/get", "", nil)) // want `is fetched for each request`
	if err != nil {
		return err
	}
	api := &API{token}
	if err := api.send(ctx, "GET", "/epayment/v1/payments/"+ref); err != nil {
		return err
	}
	return api.send(ctx, "POST", "/epayment/v1/payments/"+ref+"/capture")
}
