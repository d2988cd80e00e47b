// Package shop pays through package pay.
package shop

import (
	"bytes"
	"net/http"

	"crosspkg/again"
	"crosspkg/ids"
	"crosspkg/pay"
)

func Create(c *pay.Client, body []byte) error {
	return c.Send("POST", "/epayment/v1/payments", body, map[string]string{"Content-Type": "application/json"}) // want `POST /epayment/v1/payments is sent without Idempotency-Key`
}

func CreateRight(c *pay.Client, order string, body []byte) error {
	return c.Send("POST", "/epayment/v1/payments", body, map[string]string{"Idempotency-Key": order})
}

func Made(c *pay.Client, body []byte) error {
	req, err := http.NewRequest("POST", "https://api.vipps.no/epayment/v1/payments", bytes.NewReader(body))
	if err != nil {
		return err
	}
	pay.Authorize(req, "key")
	return c.Do(req) // want `POST /epayment/v1/payments is sent without Idempotency-Key`
}

func MadeRight(c *pay.Client, order string, body []byte) error {
	req, err := http.NewRequest("POST", "https://api.vipps.no/epayment/v1/payments", bytes.NewReader(body))
	if err != nil {
		return err
	}
	pay.Authorize(req, "key")
	pay.Key(req, order)
	return c.Do(req)
}

func Built(c *pay.Client, body []byte) error {
	req, err := pay.NewRequest("/epayment/v1/payments", bytes.NewReader(body))
	if err != nil {
		return err
	}
	return c.Do(req) // want `POST /epayment/v1/payments is sent without Idempotency-Key`
}

func BuiltRight(c *pay.Client, order string, body []byte) error {
	req, err := pay.NewRequest("/epayment/v1/payments", bytes.NewReader(body))
	if err != nil {
		return err
	}
	pay.Key(req, order)
	return c.Do(req)
}

func Refund(c *pay.Client, ref, order string, body []byte) {
	c.Refund(ref, "", body) // want `POST /epayment/v1/payments/{reference}/refund is sent without Idempotency-Key`
	c.Refund(ref, "refund-"+order, body)
	c.Refund(ref, "refund", body) // want `Idempotency-Key of POST /epayment/v1/payments/{reference}/refund is "refund" for all payments`
}

func Capture(c *pay.Client, ref string, body []byte) error {
	return again.Do(func() error {
		return c.Capture(ref, body) // want `Idempotency-Key of POST /epayment/v1/payments/{reference}/capture is made anew in each try`
	})
}

func CaptureOnce(c *pay.Client, ref string, body []byte) error { return c.Capture(ref, body) }

func CaptureEach(c *pay.Client, next func() string, body []byte) error {
	return again.Each(func() error { return c.Capture(next(), body) })
}

func RefundAgain(c *pay.Client, ref string, body []byte) (err error) {
	for range 3 {
		if err = c.Refund(ref, ids.New(), body); err == nil { // want `made anew in each try`
			return nil
		}
	}
	return err
}

func RefundAgainRight(c *pay.Client, ref string, body []byte) (err error) {
	key := ids.New()
	for range 3 {
		if err = c.Refund(ref, key, body); err == nil {
			return nil
		}
	}
	return err
}

func RefundDerived(c *pay.Client, ref string, body []byte) (err error) {
	for range 3 {
		if err = c.Refund(ref, ids.For(ref), body); err == nil {
			return nil
		}
	}
	return err
}
