// Package readinglimits loses answers where it is not seen, each with the reason.
package readinglimits

import (
	"encoding/json"
	"errors"
	"net/http"
)

const payments = "https://api.vipps.no/epayment/v1/payments/"

// both holds a response and its error: what is stored counts as taken care of,
// and who takes it out again is not followed.
type both struct {
	resp *http.Response
	err  error
}

func fetch(ref string) both {
	resp, err := http.Get(payments + ref) // want `answer 0 -1 1`
	return both{resp, err}
}

func fromBoth(ref string) int { return fetch(ref).resp.StatusCode }

func capture(ref string) error {
	resp, err := http.Post(payments+ref+"/capture", "application/json", nil) // want `answer 0 -1 1`
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if resp.StatusCode != 200 {
		return errors.New(resp.Status)
	}
	return nil
}

// An interface without a name is not followed.
func unnamed(c interface{ Capture(string) error }, ref string) { c.Capture(ref) }

type client struct{ base string }

func (c client) Capture(ref string) error { return capture(c.base + ref) } // want `answer -1 -1 0`

func useUnnamed(ref string) { unnamed(client{payments}, ref) }

// The status is tested in a way that is not understood, so nobody knows on
// which side of it the answer is good.
func odd(ref string) (state string) {
	resp, err := http.Get(payments + ref) // want `answer 0 -1 1`
	if err != nil {
		return ""
	}
	defer resp.Body.Close()
	var out struct{ State string }
	if good[resp.StatusCode] {
		json.NewDecoder(resp.Body).Decode(&out)
	}
	return out.State
}

var good = map[int]bool{200: true}
