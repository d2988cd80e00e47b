// Package desk is what the people at the desk do with a payment.
package desk

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log"
	"log/slog"
	"net/http"
	"sync"
	"time"

	"havnelager.example/lager/internal/vipps"
)

type Desk struct {
	c    *vipps.Client
	errs []error
	bad  int
}

func (d *Desk) Blank(ctx context.Context) { _ = d.c.Cancel(ctx, "r") } // want:vippsresponse/error-dropped

func (d *Desk) Stmt(ctx context.Context) error {
	d.c.Cancel(ctx, "r") // want:vippsresponse/error-dropped
	return nil
}

func (d *Desk) Go(ctx context.Context) { go d.c.Cancel(ctx, "r") } // want:vippsresponse/error-dropped

func (d *Desk) Defer(ctx context.Context) {
	defer d.c.Cancel(ctx, "r") // want:vippsresponse/error-dropped
	fmt.Println("x")
}

func (d *Desk) Over(ctx context.Context) error {
	err := d.c.Cancel(ctx, "r") // want:vippsresponse/error-dropped
	err = d.c.Cancel(ctx, "s")
	return err
}

func (d *Desk) GetBlank(ctx context.Context) string {
	p, _ := d.c.Get(ctx, "r") // want:vippsresponse/error-dropped
	return p.State
}

func (d *Desk) Logged(ctx context.Context) {
	if err := d.c.Cancel(ctx, "r"); err != nil {
		slog.Error("cancel", "err", err)
	}
}

func (d *Desk) LoggedNoErr(ctx context.Context) {
	if err := d.c.Cancel(ctx, "r"); err != nil {
		log.Println("cancel failed")
	}
}

func (d *Desk) Swallow(ctx context.Context) error {
	if err := d.c.Cancel(ctx, "r"); err != nil { // want:vippsresponse/error-swallowed
		return nil
	}
	return nil
}

func (d *Desk) SwallowZero(ctx context.Context) (*vipps.Payment, error) {
	p, err := d.c.Get(ctx, "r") // want:vippsresponse/error-swallowed
	if err != nil {
		return &vipps.Payment{}, nil
	}
	return p, nil
}

func (d *Desk) Empty(ctx context.Context) {
	err := d.c.Cancel(ctx, "r") // want:vippsresponse/error-swallowed
	if err != nil {
	}
	fmt.Println("done")
}

func (d *Desk) EmptyTodo(ctx context.Context) {
	if err := d.c.Cancel(ctx, "r"); err != nil { // want:vippsresponse/error-swallowed
		// TODO: handle
	}
}

func (d *Desk) Bare(ctx context.Context) {
	if err := d.c.Cancel(ctx, "r"); err != nil { // want:vippsresponse/error-swallowed
		return
	}
	fmt.Println("cancelled")
}

func (d *Desk) Counted(ctx context.Context) {
	if err := d.c.Cancel(ctx, "r"); err != nil {
		d.bad++
		return
	}
	fmt.Println("cancelled")
}

func (d *Desk) Stored(ctx context.Context) {
	if err := d.c.Cancel(ctx, "r"); err != nil {
		d.errs = append(d.errs, err)
	}
}

func (d *Desk) Fine(ctx context.Context) {
	if err := d.c.Cancel(ctx, "r"); err == nil {
		fmt.Println("ok")
	}
}

func (d *Desk) Continue(ctx context.Context, refs []string) {
	for _, r := range refs {
		if err := d.c.Cancel(ctx, r); err != nil { // want:vippsresponse/error-swallowed
			continue
		}
		fmt.Println("ok", r)
	}
}

func (d *Desk) Retry(ctx context.Context, r string) (err error) {
	for i := 0; i < 3; i++ {
		if err = d.c.Cancel(ctx, r); err == nil {
			return nil
		}
		time.Sleep(time.Second)
	}
	return err
}

func (d *Desk) Retry2(ctx context.Context, r string) error {
	var last error
	for range 3 {
		err := d.c.Cancel(ctx, r)
		if err != nil {
			last = err
			continue
		}
		return nil
	}
	return last
}

func (d *Desk) Bool(ctx context.Context) bool {
	if err := d.c.Cancel(ctx, "r"); err != nil {
		return false
	}
	return true
}

func (d *Desk) Join(ctx context.Context) (err error) {
	defer func() { err = errors.Join(err, d.c.Cancel(ctx, "r")) }()
	return nil
}

func (d *Desk) Group(ctx context.Context) error {
	var wg sync.WaitGroup
	var mu sync.Mutex
	var all error
	for _, r := range []string{"a", "b"} {
		wg.Go(func() {
			if err := d.c.Cancel(ctx, r); err != nil {
				mu.Lock()
				all = errors.Join(all, err)
				mu.Unlock()
			}
		})
	}
	wg.Wait()
	return all
}

func (d *Desk) GroupBad(ctx context.Context) {
	var wg sync.WaitGroup
	for _, r := range []string{"a", "b"} {
		wg.Go(func() { d.c.Cancel(ctx, r) }) // want:vippsresponse/error-dropped
	}
	wg.Wait()
}

func (d *Desk) Serve(w http.ResponseWriter, r *http.Request) {
	p, err := d.c.Get(r.Context(), "r")
	if err != nil {
		http.Error(w, "sorry", 502)
		return
	}
	fmt.Fprintln(w, p.State)
}

func (d *Desk) ServeOn(w http.ResponseWriter, r *http.Request) {
	err := d.c.Cancel(r.Context(), "r") // want:vippsresponse/error-swallowed
	if err != nil {
		http.Error(w, "sorry", 502)
	}
	fmt.Fprintln(w, "thanks, your order is cancelled")
}

func (d *Desk) RawBad(ctx context.Context) (*vipps.Payment, error) {
	resp, err := d.c.RawGet(ctx, "r") // want:vippsresponse/status-unchecked
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	var p vipps.Payment
	err = json.NewDecoder(resp.Body).Decode(&p)
	return &p, err
}

func (d *Desk) RawOK(ctx context.Context) (*vipps.Payment, error) {
	resp, err := d.c.RawGet(ctx, "r")
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	switch resp.StatusCode {
	case 200:
	case 404:
		return nil, errors.New("gone")
	default:
		return nil, errors.New(resp.Status)
	}
	var p vipps.Payment
	err = json.NewDecoder(resp.Body).Decode(&p)
	return &p, err
}

func (d *Desk) DecodeDropped(ctx context.Context) (*vipps.Payment, error) {
	resp, err := d.c.RawGet(ctx, "r")
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	if resp.StatusCode != 200 {
		b, _ := io.ReadAll(resp.Body)
		return nil, fmt.Errorf("vipps: %s: %s", resp.Status, b)
	}
	var p vipps.Payment
	json.NewDecoder(resp.Body).Decode(&p) // want:vippsresponse/error-dropped
	return &p, nil
}

func (d *Desk) ReadBlankChecked(ctx context.Context) (*vipps.Payment, error) {
	resp, err := d.c.RawGet(ctx, "r")
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	if resp.StatusCode != 200 {
		return nil, errors.New(resp.Status)
	}
	b, _ := io.ReadAll(resp.Body)
	var p vipps.Payment
	if err := json.Unmarshal(b, &p); err != nil {
		return nil, err
	}
	return &p, nil
}

func (d *Desk) ReadBlank(ctx context.Context) (string, error) {
	resp, err := d.c.RawGet(ctx, "r")
	if err != nil {
		return "", err
	}
	defer resp.Body.Close()
	if resp.StatusCode != 200 {
		return "", errors.New(resp.Status)
	}
	b, _ := io.ReadAll(resp.Body) // want:vippsresponse/error-dropped
	return string(b), nil
}

func (d *Desk) Bytes(ctx context.Context) (string, error) {
	b, _, err := d.c.Bytes(ctx, "r") // want:vippsresponse/status-unchecked
	return string(b), err
}

func (d *Desk) Safe(ctx context.Context) (string, error) {
	b, _, err := d.c.Safe(ctx, "r")
	return string(b), err
}

func (d *Desk) Narrow(ctx context.Context) error {
	req, err := http.NewRequestWithContext(ctx, "POST", "https://api.vipps.no/epayment/v1/payments", nil)
	if err != nil {
		return err
	}
	resp, err := http.DefaultClient.Do(req) // want:vippsidempotency/missing
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK { // want:vippsresponse/status-narrow
		return errors.New(resp.Status)
	}
	return nil
}

func (d *Desk) Narrow404(ctx context.Context) (*vipps.Payment, error) {
	resp, err := d.c.RawGet(ctx, "r")
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	if resp.StatusCode == 404 { // want:vippsresponse/status-narrow
		return nil, errors.New("not found")
	}
	var p vipps.Payment
	if err := json.NewDecoder(resp.Body).Decode(&p); err != nil {
		return nil, err
	}
	return &p, nil
}

func (d *Desk) Narrow500(ctx context.Context) (*vipps.Payment, error) {
	resp, err := d.c.RawGet(ctx, "r")
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	if resp.StatusCode < 500 { // want:vippsresponse/status-narrow
		var p vipps.Payment
		if err := json.NewDecoder(resp.Body).Decode(&p); err != nil {
			return nil, err
		}
		return &p, nil
	}
	return nil, errors.New(resp.Status)
}

func (d *Desk) Wide(ctx context.Context) error {
	resp, err := d.c.RawGet(ctx, "r")
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if resp.StatusCode >= 400 {
		return errors.New(resp.Status)
	}
	return nil
}

func (d *Desk) NewReq(ctx context.Context, ref string) error {
	req, _ := http.NewRequest("GET", "https://api.vipps.no/epayment/v1/payments/"+ref, nil) // want:vippsresponse/error-dropped
	req.Header.Set("Authorization", "x")
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if resp.StatusCode != 200 {
		return errors.New(resp.Status)
	}
	return nil
}

func (d *Desk) NewReqConst(ctx context.Context) error {
	req, _ := http.NewRequest("GET", "https://api.vipps.no/recurring/v3/agreements", nil)
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if resp.StatusCode != 200 {
		return errors.New(resp.Status)
	}
	return nil
}

func (d *Desk) NewReqOver(ctx context.Context, ref string) error {
	req, err := http.NewRequest("GET", "https://api.vipps.no/epayment/v1/payments/"+ref, nil) // want:vippsresponse/error-dropped
	req.Header.Set("Authorization", "x")
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if resp.StatusCode != 200 {
		return errors.New(resp.Status)
	}
	return nil
}

func (d *Desk) Azure(ctx context.Context) string {
	req, _ := http.NewRequest("GET", "https://api.bing.microsoft.com/v7.0/search?q="+"x", nil)
	req.Header.Set("Ocp-Apim-Subscription-Key", "k")
	resp, _ := http.DefaultClient.Do(req)
	b, _ := io.ReadAll(resp.Body)
	return string(b)
}

type result struct {
	P   *vipps.Payment
	Err error
}

func (d *Desk) InStruct(ctx context.Context) result {
	p, err := d.c.Get(ctx, "r")
	return result{p, err}
}

func (d *Desk) Async(ctx context.Context) error {
	errc := make(chan error, 1)
	go func() { errc <- d.c.Cancel(ctx, "r") }()
	return <-errc
}

func (d *Desk) OnlyPrinted(ctx context.Context) error {
	resp, err := d.c.RawGet(ctx, "r") // want:vippsresponse/status-unchecked
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	log.Printf("vipps said %d", resp.StatusCode)
	return nil
}

func (d *Desk) Proxy(w http.ResponseWriter, r *http.Request) {
	resp, err := d.c.RawGet(r.Context(), "r")
	if err != nil {
		http.Error(w, err.Error(), 502)
		return
	}
	defer resp.Body.Close()
	w.WriteHeader(resp.StatusCode)
	io.Copy(w, resp.Body)
}

func call[T any](ctx context.Context, c *vipps.Client, ref string) (T, error) {
	var t T
	resp, err := c.RawGet(ctx, ref)
	if err != nil {
		return t, err
	}
	defer resp.Body.Close()
	if resp.StatusCode != 200 {
		return t, errors.New(resp.Status)
	}
	return t, json.NewDecoder(resp.Body).Decode(&t)
}

func (d *Desk) Generic(ctx context.Context) string {
	p, _ := call[vipps.Payment](ctx, d.c, "r") // want:vippsresponse/error-dropped
	return p.State
}

func (d *Desk) NotFoundOK(ctx context.Context) (bool, error) {
	_, err := d.c.Get(ctx, "r")
	if errors.Is(err, io.EOF) {
		return false, nil
	}
	if err != nil {
		return false, err
	}
	return true, nil
}
