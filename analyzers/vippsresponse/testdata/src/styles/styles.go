// Package styles asks Vipps in the ways in which Go is written.
package styles

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log"
	"net/http"
	"strings"
	"sync"
)

type payment struct {
	State string `json:"state"`
}

// call sends and decodes, for any type of answer.
func call[T any](method, path string) (T, error) {
	var out T
	req, err := http.NewRequest(method, "https://api.vipps.no"+path, strings.NewReader("{}"))
	if err != nil {
		return out, err
	}
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return out, err
	}
	defer resp.Body.Close()
	if resp.StatusCode < 200 || resp.StatusCode > 299 {
		return out, errors.New(resp.Status)
	}
	err = json.NewDecoder(resp.Body).Decode(&out)
	return out, err
}

func GenericDropped(ref string) string {
	p, _ := call[payment]("GET", "/epayment/v1/payments/"+ref) // want "error of a Vipps call is dropped"
	return p.State
}

func GenericKept(ref string) (string, error) {
	p, err := call[payment]("GET", "/epayment/v1/payments/"+ref)
	return p.State, err
}

type client struct {
	http *http.Client
	base string
}

func (c *client) do(ctx context.Context, method, path string, out any) error {
	req, err := http.NewRequestWithContext(ctx, method, c.base+path, strings.NewReader("{}"))
	if err != nil {
		return err
	}
	resp, err := c.http.Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if resp.StatusCode/100 != 2 {
		return errors.New(resp.Status)
	}
	return json.NewDecoder(resp.Body).Decode(out)
}

func newClient() *client { return &client{http.DefaultClient, "https://api.vipps.no"} }

func (c *client) cancel(ref string) error {
	return c.do(context.Background(), "POST", "/epayment/v1/payments/"+ref+"/cancel", new(payment))
}

func (c *client) CancelDropped(ref string) {
	c.cancel(ref) // want `error of a Vipps call is dropped \(money that is still reserved looks released\)`
}

func (c *client) CancelLogged(ref string) {
	if err := c.cancel(ref); err != nil {
		log.Print(err)
	}
}

func InAClosure(c *client, ref string) func() {
	return func() {
		c.cancel(ref) // want "error of a Vipps call is dropped"
	}
}

func InAClosureKept(c *client, ref string) func() error {
	return func() error { return c.cancel(ref) }
}

func ClosureDropped(c *client, ref string) {
	cancel := func() error { return c.cancel(ref) }
	cancel() // want "error of a Vipps call is dropped"
}

func ClosureKept(c *client, ref string) error {
	cancel := func() error { return c.cancel(ref) }
	return cancel()
}

func MethodValueDropped(c *client, ref string) {
	cancel := c.cancel
	cancel(ref) // want "error of a Vipps call is dropped"
}

func MethodValueKept(c *client, ref string) error {
	cancel := c.cancel
	return cancel(ref)
}

func GroupDropped(c *client, refs []string) {
	var wg sync.WaitGroup
	for _, ref := range refs {
		wg.Go(func() {
			c.cancel(ref) // want "error of a Vipps call is dropped"
		})
	}
	wg.Wait()
}

func GroupKept(c *client, refs []string) error {
	var wg sync.WaitGroup
	errs := make([]error, len(refs))
	for i, ref := range refs {
		wg.Go(func() { errs[i] = c.cancel(ref) })
	}
	wg.Wait()
	return errors.Join(errs...)
}

func NakedDropped(c *client, ref string) (err error) {
	c.cancel(ref) // want "error of a Vipps call is dropped"
	return
}

func NakedKept(c *client, ref string) (err error) {
	err = c.cancel(ref)
	return
}

func NakedOverwritten(c *client, ref string) (err error) {
	err = c.cancel(ref) // want "error of a Vipps call is dropped"
	_, err = fmt.Println(ref)
	return
}

func DeferredJoin(c *client, ref string) (err error) {
	defer func() { err = errors.Join(err, c.cancel(ref)) }()
	return nil
}

func DeferredDropped(c *client, ref string) (err error) {
	defer func() {
		_ = c.cancel(ref) // want "error of a Vipps call is dropped"
	}()
	return nil
}

// DeferredNamed is kept by the closure that the function ends with.
func DeferredNamed(c *client, ref string) {
	var err error
	defer func() {
		if err != nil {
			log.Print(err)
		}
	}()
	err = c.cancel(ref)
}
