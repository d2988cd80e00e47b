// Package shop uses the client.
package shop

import "crosspkg/pay"

var client = &pay.Client{Base: "https://api.vipps.no"}

func Paid(id string) bool {
	resp, err := client.Status(id)
	if err != nil {
		return false
	}
	defer resp.Body.Close()
	return resp.StatusCode == 200
}

func Agreement(id string) bool {
	resp, err := client.Get("/recurring/v2/agreements/" + id) // want `GET /recurring/v2/agreements/\{agreementId\} no longer answers`
	if err != nil {
		return false
	}
	defer resp.Body.Close()
	return resp.StatusCode == 200
}

func Payment(ref string) bool {
	resp, err := client.Get("/epayment/v1/payments/" + ref)
	if err != nil {
		return false
	}
	defer resp.Body.Close()
	return resp.StatusCode == 200
}
