// Package styles calls a sender in several ways.
package styles

import (
	"errors"
	"net/http"
	"sync"
)

type client struct{ base string }

func (c *client) capture(ref string) error {
	resp, err := http.Post("https://api.vipps.no/epayment/v1/payments/"+ref+"/capture", "application/json", nil) // want `POST /epayment/v1/payments/{reference}/capture answer 0 -1 1`
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if resp.StatusCode != 200 {
		return errors.New(resp.Status)
	}
	return nil
}

func closure(c *client) {
	take := func(ref string) error { return c.capture(ref) } // want `capture answer -1 -1 0`
	take("acme-shop-1")                                      // want `capture answer -1 -1 0`
}

func methodValue(c *client) {
	take := c.capture
	take("acme-shop-1") // want `capture answer -1 -1 0`
}

func methodExpression(c *client) {
	take := (*client).capture
	take(c, "acme-shop-1") // want `capture answer -1 -1 0`
}

func async(c *client, errs chan error) {
	go func() { errs <- c.capture("acme-shop-1") }() // want `capture answer -1 -1 0`
	go c.capture("acme-shop-2")                      // want `capture answer -1 -1 0`
	defer c.capture("acme-shop-3")                   // want `capture answer -1 -1 0`
}

func group(c *client, wg *sync.WaitGroup) {
	wg.Go(func() { c.capture("acme-shop-1") }) // want `capture answer -1 -1 0`
}

// passed takes the function that sends.
func passed(take func(string) error) {
	take("acme-shop-1") // want `capture answer -1 -1 0`
}

func passes(c *client) { passed(c.capture) }

type shop struct {
	take  func(string) error
	other func(string) error
}

func newShop(c *client) *shop {
	return &shop{take: c.capture, other: func(string) error { return nil }}
}

func (s *shop) ship() {
	s.take("acme-shop-1") // want `capture answer -1 -1 0`
	s.other("acme-shop-1")
}

func retry(f func() error) error {
	var err error
	for range 3 {
		if err = f(); err == nil { // want `capture answer -1 -1 0`
			return nil
		}
	}
	return err
}

func retried(c *client) {
	retry(func() error { return c.capture("acme-shop-1") }) // want `capture answer -1 -1 0` `capture answer -1 -1 0`
}

var senders = map[string]func(*client, string) error{"capture": (*client).capture}

func byName(name string, c *client) {
	senders[name](c, "acme-shop-1") // want `capture answer -1 -1 0`
}

// generic hands on whatever it calls gives.
func generic[T any](f func() (T, error)) (T, error) { return f() }
