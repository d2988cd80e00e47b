// Package kept sends requests again with keys that are made where there is none
// yet, and with keys that are always made.
package kept

import (
	"bytes"
	"errors"
	"net/http"

	"github.com/avast/retry-go/v4"
	"github.com/google/uuid"
)

const base = "https://api.vipps.no"

func send(ref, key string, body []byte) error {
	req, err := http.NewRequest("POST", base+"/epayment/v1/payments/"+ref+"/capture", bytes.NewReader(body))
	if err != nil {
		return err
	}
	req.Header.Set("Idempotency-Key", key)
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// A variable outlives the function that is run again.

func Shared(ref string, body []byte) error {
	var key string
	return retry.Do(func() error {
		if key == "" {
			key = uuid.NewString()
		}
		return send(ref, key, body)
	})
}

func SharedAndMade(ref string, body []byte) error {
	var key string
	return retry.Do(func() error {
		key = uuid.NewString()
		return send(ref, key, body) // want `is made anew in each try`
	})
}

func SharedParts(ref string, body []byte) error {
	var key string
	attempt := func() error {
		if len(key) == 0 {
			id, err := uuid.NewRandom()
			if err != nil {
				return err
			}
			key = id.String()
		}
		return send(ref, key, body)
	}
	return retry.Do(attempt)
}

func SharedPartsAndMade(ref string, body []byte) error {
	attempt := func() error {
		id, err := uuid.NewRandom()
		if err != nil {
			return err
		}
		key := id.String()
		return send(ref, key, body) // want `is made anew in each try`
	}
	return retry.Do(attempt)
}

type order struct{ ref, key string }

func Struct(ref string, body []byte) error {
	var o order
	return retry.Do(func() error {
		if o.key == "" {
			o.key = uuid.NewString()
		}
		return send(ref, o.key, body)
	})
}

// A package variable does so, too.

var current string

func Global(ref string, body []byte) error {
	for range 3 {
		if current == "" {
			current = uuid.NewString()
		}
		if send(ref, current, body) == nil {
			return nil
		}
	}
	return errors.New("no answer")
}

var newest string

func GlobalAndMade(ref string, body []byte) error {
	for range 3 {
		newest = uuid.NewString()
		if send(ref, newest, body) == nil { // want `is made anew in each try`
			return nil
		}
	}
	return errors.New("no answer")
}

// Another function keeps it.

func (o *order) ensure() string {
	if o.key == "" {
		o.key = uuid.NewString()
	}
	return o.key
}

func (o *order) renew() string {
	o.key = uuid.NewString()
	return o.key
}

func Method(o *order, body []byte) error {
	return retry.Do(func() error { return send(o.ref, o.ensure(), body) })
}

func MethodAndMade(o *order, body []byte) error {
	return retry.Do(func() error { return send(o.ref, o.renew(), body) }) // want `is made anew in each try`
}

// Made on both sides of a branch, it is another one all the same.
func Branches(ref string, short bool, body []byte) error {
	return retry.Do(func() error {
		key := ""
		if short {
			key = uuid.NewString()[:8]
		} else {
			key = uuid.NewString()
		}
		return send(ref, key, body) // want `is made anew in each try`
	})
}
