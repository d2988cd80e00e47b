// Package iface calls Vipps through interfaces of its own.
package iface

import (
	"errors"
	"net/http"
	"strings"
)

type capturer interface{ Capture(ref string) error }

type client struct{ base string }

func (c *client) Capture(ref string) error {
	resp, err := http.Post(c.base+"/epayment/v1/payments/"+ref+"/capture", "application/json", strings.NewReader("{}")) // want `POST /epayment/v1/payments/{reference}/capture answer 0 -1 1`
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if resp.StatusCode != 200 {
		return errors.New(resp.Status)
	}
	return nil
}

// swish stands behind the same interface and asks another.
type swish struct{}

func (swish) Capture(ref string) error {
	_, err := http.Get("https://cpc.getswish.net/" + ref)
	return err
}

func provider(name string) capturer {
	if name == "swish" {
		return swish{}
	}
	return &client{"https://api.vipps.no"}
}

func ship(name, ref string) {
	provider(name).Capture(ref) // want `POST /epayment/v1/payments/{reference}/capture answer -1 -1 0`
}

// shipAll hands on what it gets through the interface.
func shipAll(c capturer, refs []string) error {
	for _, ref := range refs {
		if err := c.Capture(ref); err != nil { // want `POST /epayment/v1/payments/{reference}/capture answer -1 -1 0`
			return err
		}
	}
	return nil
}

func shipEverything(c capturer) {
	shipAll(c, []string{"acme-shop-1"}) // want `POST /epayment/v1/payments/{reference}/capture answer -1 -1 0`
}

// asserted has the method and is never put behind the interface.
type asserted interface{ Cancel(ref string) error }

func (c *client) Cancel(ref string) error {
	resp, err := http.Post(c.base+"/epayment/v1/payments/"+ref+"/cancel", "application/json", nil) // want `POST /epayment/v1/payments/{reference}/cancel answer 0 -1 1`
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if resp.StatusCode != 200 {
		return errors.New(resp.Status)
	}
	return nil
}

var _ asserted = (*client)(nil)

func release(a asserted, ref string) { a.Cancel(ref) }

// pather leaves the path to its callers, and is put behind an interface so that
// tests can do without the network.
type pather interface {
	send(method, path string) error
}

type sender struct{}

func (sender) send(method, path string) error {
	req, err := http.NewRequest(method, "https://api.vipps.no"+path, nil)
	if err != nil {
		return err
	}
	resp, err := http.DefaultClient.Do(req) // want `Vipps answer 0 -1 1`
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if resp.StatusCode >= 300 {
		return errors.New(resp.Status)
	}
	return nil
}

type shop struct{ api pather }

func newShop() *shop { return &shop{api: sender{}} }

func (s *shop) refund(ref string) error {
	return s.api.send("POST", "/epayment/v1/payments/"+ref+"/refund") // want `POST /epayment/v1/payments/{reference}/refund answer -1 -1 0`
}
