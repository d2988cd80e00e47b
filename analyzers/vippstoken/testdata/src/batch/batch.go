// Package batch fetches one token for many requests.
package batch

import (
	"context"
	"encoding/json"
	"errors"
	"net/http"
	"sync"
	"time"

	"golang.org/x/sync/errgroup"
)

const base = "https://api.vipps.no"

func fetch(ctx context.Context) (string, error) {
	req, err := http.NewRequestWithContext(ctx, "POST", base+"/accesstoken/get", nil)
	if err != nil {
		return "", err
	}
	resp, err := http.DefaultClient.Do(req)
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

// All fetches before it.
func All(ctx context.Context, refs []string) error {
	token, err := fetch(ctx)
	if err != nil {
		return err
	}
	for _, ref := range refs {
		if err := send(ctx, token, ref); err != nil {
			return err
		}
	}
	return nil
}

// Counted has another loop.
func Counted(ctx context.Context, refs []string) error {
	token, err := fetch(ctx)
	if err != nil {
		return err
	}
	for i := 0; i < len(refs); i++ {
		if err := send(ctx, token, refs[i]); err != nil {
			return err
		}
	}
	return nil
}

func sendAll(ctx context.Context, token string, refs []string) error {
	for _, ref := range refs {
		if err := send(ctx, token, ref); err != nil {
			return err
		}
	}
	return nil
}

// Helper has the loop in a helper.
func Helper(ctx context.Context, refs []string) error {
	token, err := fetch(ctx)
	if err != nil {
		return err
	}
	return sendAll(ctx, token, refs)
}

func tryAll(ctx context.Context, token string, refs []string) {
	for _, ref := range refs {
		send(ctx, token, ref)
	}
}

// Silent has it in a helper that tells of nothing.
func Silent(ctx context.Context, refs []string) error {
	token, err := fetch(ctx)
	if err != nil {
		return err
	}
	tryAll(ctx, token, refs)
	return nil
}

// Beside sends them all at once.
func Beside(ctx context.Context, refs []string) error {
	token, err := fetch(ctx)
	if err != nil {
		return err
	}
	var g errgroup.Group
	for _, ref := range refs {
		g.Go(func() error { return send(ctx, token, ref) })
	}
	return g.Wait()
}

// Routines too.
func Routines(ctx context.Context, refs []string) error {
	token, err := fetch(ctx)
	if err != nil {
		return err
	}
	var wg sync.WaitGroup
	for _, ref := range refs {
		wg.Add(1)
		go func() {
			defer wg.Done()
			send(ctx, token, ref)
		}()
	}
	wg.Wait()
	return nil
}

// Poll reads until it is over.
func Poll(ctx context.Context, ref string) error {
	token, err := fetch(ctx)
	if err != nil {
		return err
	}
	if err := send(ctx, token, ref); err != nil {
		return err
	}
	for {
		if err := send(ctx, token, ref); err == nil {
			return nil
		}
		time.Sleep(2 * time.Second)
	}
}

// Nightly waits a day between two tokens.
func Nightly(ctx context.Context) error {
	for range time.Tick(24 * time.Hour) {
		token, err := fetch(ctx)
		if err != nil {
			return err
		}
		if err := send(ctx, token, "fee"); err != nil {
			return err
		}
	}
	return nil
}

// Each fetches in the loop.
func Each(ctx context.Context, refs []string) error {
	for _, ref := range refs {
		token, err := fetch(ctx) // want `is fetched for each request`
		if err != nil {
			return err
		}
		if err := send(ctx, token, ref); err != nil {
			return err
		}
	}
	return nil
}

// Jobs works at what comes.
func Jobs(ctx context.Context, jobs <-chan string) error {
	for ref := range jobs {
		if err := job(ctx, ref); err != nil {
			return err
		}
	}
	return nil
}

func job(ctx context.Context, ref string) error {
	token, err := jobToken(ctx) // want `is fetched for each request`
	if err != nil {
		return err
	}
	return send(ctx, token, ref)
}

func jobToken(ctx context.Context) (string, error) {
	resp, err := http.Post(base+"/accesstoken/get", "", nil)
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
