// Command server answers a browser.
package main

import (
	"context"
	"encoding/json"
	"errors"
	"log"
	"net/http"
)

type answer struct {
	AccessToken string `json:"access_token"`
}

const base = "https://api.vipps.no"

func token(ctx context.Context) (string, error) {
	req, err := http.NewRequestWithContext(ctx, "POST", base+"/accesstoken/get", nil)
	if err != nil {
		return "", err
	}
	resp, err := http.DefaultClient.Do(req)
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

func send(ctx context.Context, token, ref, what string) error {
	req, err := http.NewRequestWithContext(ctx, "POST", base+"/epayment/v1/payments/"+ref+"/"+what, nil)
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

type client struct{ ctx context.Context }

// Capture is called by a handler.
func (c *client) Capture(ref string) error {
	t, err := token(c.ctx) // want `is fetched for each request`
	if err != nil {
		return err
	}
	return send(c.ctx, t, ref, "capture")
}

func startToken(ctx context.Context) (string, error) {
	resp, err := http.Post(base+"/accesstoken/get", "", nil)
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

// setUp runs when the program starts.
func setUp(ctx context.Context) error {
	t, err := startToken(ctx)
	if err != nil {
		return err
	}
	return send(ctx, t, "left-over", "cancel")
}

func settleToken(ctx context.Context) (string, error) {
	resp, err := http.Post(base+"/accesstoken/get", "", nil)
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

// settle runs when the program starts, and when somebody says so.
func settle(ctx context.Context) error {
	t, err := settleToken(ctx) // want `is fetched for each request`
	if err != nil {
		return err
	}
	return send(ctx, t, "left-over", "capture")
}

func main() {
	go listen()
	if err := settle(context.Background()); err != nil {
		log.Fatal(err)
	}
	if err := setUp(context.Background()); err != nil {
		log.Fatal(err)
	}
	c := &client{context.Background()}
	http.HandleFunc("POST /capture/{ref}", func(w http.ResponseWriter, r *http.Request) {
		if err := c.Capture(r.PathValue("ref")); err != nil {
			http.Error(w, err.Error(), http.StatusBadGateway)
		}
	})
	log.Fatal(http.ListenAndServe(":8080", nil))
}

var (
	events = make(chan string)
	by     = map[string]func(context.Context) error{"settle": settle}
)

func listen() {
	for name := range events {
		if err := by[name](context.Background()); err != nil {
			log.Print(err)
		}
	}
}
