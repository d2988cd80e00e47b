// Package order has what is called behind what calls it.
package order

import (
	"bytes"
	"encoding/json"
	"errors"
	"net/http"
)

func Wrong() error { return Web("order_1001") } // want `reference is "order_1001"`

func Right() error { return Web("order-1001") }

func WrongBody() error {
	var p payment
	p.UserFlow = "WEB" // want `userFlow is "WEB"`
	return Pay(p)
}

func RightBody() error {
	var p payment
	p.UserFlow = "QR"
	return Pay(p)
}

// WrongCopy goes to a function that takes the address of its copy.
func WrongCopy() error {
	var c charge
	c.RetryDays = 40 // want `retryDays is 40`
	return later("/recurring/v3/agreements/agr_1/charges", c)
}

func RightCopy() error {
	var c charge
	c.RetryDays = 4
	return later("/recurring/v3/agreements/agr_1/charges", c)
}

// Changed goes to a function that changes its copy.
func Changed() error {
	var c charge
	c.RetryDays = 40
	return capped("/recurring/v3/agreements/agr_1/charges", c)
}

func Web(reference string) error { return Pay(payment{Reference: reference, UserFlow: "QR"}) }

func Pay(p payment) error { return start(p) }

type payment struct {
	Reference string `json:"reference,omitempty"`
	UserFlow  string `json:"userFlow"`
}

type charge struct {
	RetryDays int `json:"retryDays"`
}

func start(p payment) error {
	raw, err := json.Marshal(p)
	if err != nil {
		return err
	}
	return post("/epayment/v1/payments", raw)
}

func later(path string, c charge) error {
	raw, err := json.Marshal(&c)
	if err != nil {
		return err
	}
	return post(path, raw)
}

func capped(path string, c charge) error {
	if c.RetryDays > 14 {
		c.RetryDays = 14
	}
	raw, err := json.Marshal(&c)
	if err != nil {
		return err
	}
	return post(path, raw)
}

func post(path string, raw []byte) error {
	resp, err := http.Post("https://api.vipps.no"+path, "application/json", bytes.NewReader(raw))
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if resp.StatusCode >= 400 {
		return errors.New(resp.Status)
	}
	return nil
}
