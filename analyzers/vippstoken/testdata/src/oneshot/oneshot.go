// Command oneshot captures one payment.
package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"os"
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

func capture(ctx context.Context, ref string) error {
	t, err := token(ctx)
	if err != nil {
		return err
	}
	return send(ctx, t, ref, "capture")
}

type shop struct{ ctx context.Context }

// Refund is only called by main, exported or not.
func (s *shop) Refund(ref string) error {
	t, err := token(s.ctx)
	if err != nil {
		return err
	}
	return send(s.ctx, t, ref, "refund")
}

var commands = map[string]func(context.Context, string) error{"cancel": cancel}

func cancel(ctx context.Context, ref string) error {
	t, err := token(ctx)
	if err != nil {
		return err
	}
	return send(ctx, t, ref, "cancel")
}

func cancelEach(ctx context.Context, ref string) error {
	t, err := token(ctx) // want `is fetched for each request`
	if err != nil {
		return err
	}
	return send(ctx, t, ref, "cancel")
}

func main() {
	ctx := context.Background()
	s := &shop{ctx}
	var err error
	switch os.Args[1] {
	case "capture":
		err = capture(ctx, os.Args[2])
	case "refund":
		err = s.Refund(os.Args[2])
	case "each":
		for _, ref := range os.Args[2:] {
			err = errors.Join(err, cancelEach(ctx, ref))
		}
	case "direct":
		var t string
		if t, err = token(ctx); err == nil {
			err = send(ctx, t, os.Args[2], "capture")
		}
	default:
		err = commands[os.Args[1]](ctx, os.Args[2])
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
