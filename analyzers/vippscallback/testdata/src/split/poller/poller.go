// Package poller reads payments back.
package poller

import (
	"errors"
	"net/http"
	"time"
)

// Run polls until done.
func Run(ref string) error {
	time.Sleep(5 * time.Second)
	for {
		resp, err := http.Get("https://api.vipps.no/epayment/v1/payments/" + ref)
		if err != nil {
			return err
		}
		if err := resp.Body.Close(); err != nil {
			return err
		}
		if resp.StatusCode != http.StatusOK {
			return errors.New(resp.Status)
		}
		time.Sleep(2 * time.Second)
	}
}
