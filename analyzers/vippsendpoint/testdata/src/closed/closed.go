// Package closed asks for what no longer answers, beside what replaces it.
package closed

import (
	"bytes"
	"encoding/json"
	"fmt"
	"net/http"
)

const (
	host       = "https://api.vipps.no"
	agreements = "/recurring/v2/agreements"
)

type client struct {
	base string
	http *http.Client
}

func ask(method, path string) (*http.Response, error) {
	req, err := http.NewRequest(method, host+path, nil)
	if err != nil {
		return nil, err
	}
	return http.DefaultClient.Do(req)
}

func Status(id string) (*http.Response, error) {
	return ask("GET", "/ecomm/v2/payments/"+id+"/status") // want `GET /ecomm/v2/payments/\{orderId\}/status no longer answers, so no payment gets through; use /ecomm/v2/payments/\{orderId\}/details`
}

func Details(id string) (*http.Response, error) {
	return ask("GET", "/ecomm/v2/payments/"+id+"/details")
}

func Version1(id string) (*http.Response, error) {
	return ask("GET", fmt.Sprintf("/ecomm/v1/payments/%s/details", id)) // want `a path below /ecomm/v1/ no longer answers.*use /epayment/v1/payments`
}

func Initiate(body []byte) (*http.Response, error) {
	return http.Post(host+"/ecomm/v1/payments", "application/json", bytes.NewReader(body)) // want `POST /ecomm/v1/payments no longer answers`
}

func Agreement(body []byte) (*http.Response, error) {
	return http.Post(host+agreements, "application/json", bytes.NewReader(body)) // want `POST /recurring/v2/agreements no longer answers.*use /recurring/v3/agreements`
}

func Agreement3(body []byte) (*http.Response, error) {
	return http.Post(host+"/recurring/v3/agreements", "application/json", bytes.NewReader(body))
}

func (c *client) Charges(id string) (*http.Response, error) {
	req, err := http.NewRequest("GET", c.base+agreements+"/"+id+"/charges", nil)
	if err != nil {
		return nil, err
	}
	return c.http.Do(req) // want `GET /recurring/v2/agreements/\{agreementId\}/charges no longer answers`
}

func (c *client) Session(body []byte) (*http.Response, error) {
	req, err := http.NewRequest("POST", c.base+"/checkout/v2/session", bytes.NewReader(body))
	if err != nil {
		return nil, err
	}
	return c.http.Do(req) // want `POST /checkout/v2/session no longer answers.*use /checkout/v3/session`
}

// Either asks for what answers on one of two ways.
func Either(id string, old bool) (*http.Response, error) {
	path := "/ecomm/v2/payments/" + id + "/details"
	if old {
		path = "/ecomm/v2/payments/" + id + "/status"
	}
	return ask("GET", path)
}

// Ignored is a test of what Vipps answers.
func Ignored(id string) (*http.Response, error) {
	return ask("GET", "/ecomm/v2/payments/"+id+"/status") //vippslint:ignore vippsendpoint/closed until the new one is released
}

type mobilePay struct{ base string }

func newMobilePay() *mobilePay { return &mobilePay{base: "https://api.mobilepay.dk"} }

func (m *mobilePay) Payment(id string) (*http.Response, error) {
	return http.Get(m.base + "/v1/payments/" + id) // want `the host api.mobilepay.dk no longer answers.*use api.vipps.no`
}

func MobilePay(id string) (*http.Response, error) {
	return http.Get("https://api.sandbox.mobilepay.dk/v1/payments/" + id) // want `the host api.sandbox.mobilepay.dk no longer answers`
}

// Site is where people go, not programs.
func Site() (*http.Response, error) { return http.Get("https://www.mobilepay.dk/") }

type initiate struct {
	MerchantInfo struct {
		MerchantSerialNumber string `json:"merchantSerialNumber"`
		CallbackPrefix       string `json:"callbackPrefix"`
		FallBack             string `json:"fallBack"`
	} `json:"merchantInfo"`
	Transaction struct {
		OrderID         string `json:"orderId"`
		Amount          int    `json:"amount"`
		TransactionText string `json:"transactionText"`
	} `json:"transaction"`
}

// start takes a body of which the operation is known, and the path from callers.
func start(path string, body initiate) (*http.Response, error) {
	raw, err := json.Marshal(body)
	if err != nil {
		return nil, err
	}
	return http.Post(host+path, "application/json", bytes.NewReader(raw))
}

func OldPath(body initiate) (*http.Response, error) {
	return start("/Ecomm/v1/payments", body) // want `POST /ecomm/v1/payments no longer answers`
}

func NewPath(body initiate) (*http.Response, error) {
	return start("/ecomm/v2/payments", body)
}
