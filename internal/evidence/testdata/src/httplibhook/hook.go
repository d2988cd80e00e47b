// Package httplibhook has its library make errors of bad statuses.
package httplibhook

import (
	"errors"

	"github.com/go-resty/resty/v2"
)

func client() *resty.Client {
	return resty.New().SetBaseURL("https://api.vipps.no").OnAfterResponse(func(_ *resty.Client, r *resty.Response) error {
		if r.IsError() {
			return errors.New("refused")
		}
		return nil
	})
}

func get(ref string) {
	client().R().Get("/epayment/v1/payments/" + ref) // want `GET /epayment/v1/payments/{reference} answer -1 -1 1`
}
