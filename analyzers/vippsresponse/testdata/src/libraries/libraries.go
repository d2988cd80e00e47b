// Package libraries asks Vipps through libraries of others.
package libraries

import (
	"context"
	"errors"
	"log"

	"github.com/go-resty/resty/v2"
	"github.com/torfjor/go-vipps/ecom"
	"golang.org/x/sync/errgroup"
)

func Dropped(ctx context.Context, c *ecom.Client, cmd ecom.Command) string {
	url, _ := c.InitiatePayment(ctx, cmd) // want `error of a Vipps call is dropped \(a payment that Vipps refused looks started\); return it or log it: Client.InitiatePayment`
	return url
}

func Swallowed(ctx context.Context, c *ecom.Client, cmd ecom.Command) (string, error) {
	url, err := c.InitiatePayment(ctx, cmd) // want "error of a Vipps call is tested and then lost"
	if err != nil {
		return "", nil
	}
	return url, nil
}

func Kept(ctx context.Context, c *ecom.Client, cmd ecom.Command) (string, error) {
	url, err := c.InitiatePayment(ctx, cmd)
	if err != nil {
		return "", err
	}
	return url, nil
}

func InAGroup(ctx context.Context, c *ecom.Client, cmds []ecom.Command) error {
	g, ctx := errgroup.WithContext(ctx)
	for _, cmd := range cmds {
		g.Go(func() error {
			_, err := c.InitiatePayment(ctx, cmd)
			return err
		})
	}
	return g.Wait()
}

func InAGroupDropped(ctx context.Context, c *ecom.Client, cmds []ecom.Command) error {
	g, ctx := errgroup.WithContext(ctx)
	for _, cmd := range cmds {
		g.Go(func() error {
			c.InitiatePayment(ctx, cmd) // want "error of a Vipps call is dropped"
			return nil
		})
	}
	return g.Wait()
}

func RestyUnchecked(c *resty.Client, ref string) (string, error) {
	resp, err := c.R().Get("https://api.vipps.no/epayment/v1/payments/" + ref) // want `status of a Vipps answer is never checked \(a state that was never read is acted on\)`
	if err != nil {
		return "", err
	}
	return resp.String(), nil
}

func RestyChecked(c *resty.Client, ref string) (string, error) {
	resp, err := c.R().Get("https://api.vipps.no/epayment/v1/payments/" + ref)
	if err != nil {
		return "", err
	}
	if resp.IsError() {
		return "", errors.New(resp.Status())
	}
	return resp.String(), nil
}

func RestyByCode(c *resty.Client, ref string) (string, error) {
	resp, err := c.R().Get("https://api.vipps.no/epayment/v1/payments/" + ref)
	if err != nil {
		return "", err
	}
	if resp.StatusCode() != 200 {
		return "", errors.New(resp.Status())
	}
	return resp.String(), nil
}

func RestyDropped(c *resty.Client, ref string) {
	c.R().Post("https://api.vipps.no/epayment/v1/payments/" + ref + "/cancel") // want "error of a Vipps call is dropped"
	log.Println("cancelled", ref)
}

func RestyOfOthers(c *resty.Client, id string) string {
	resp, _ := c.R().Get("https://shop.example/orders/" + id)
	return resp.String()
}
