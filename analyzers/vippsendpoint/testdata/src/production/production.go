// Package production approves payments in the place of customers.
package production

import (
	"bytes"
	"net/http"
	"os"
)

func Approve(ref string, body []byte) (*http.Response, error) {
	return http.Post("https://api.vipps.no/epayment/v1/test/payments/"+ref+"/approve", "application/json", bytes.NewReader(body)) // want `POST /epayment/v1/test/payments/\{reference\}/approve goes to api.vipps.no, where nobody can approve a payment for the customer; send it to apitest.vipps.no`
}

func ApproveInTest(ref string, body []byte) (*http.Response, error) {
	return http.Post("https://apitest.vipps.no/epayment/v1/test/payments/"+ref+"/approve", "application/json", bytes.NewReader(body))
}

func ApproveSomewhere(ref string, body []byte) (*http.Response, error) {
	return http.Post(os.Getenv("VIPPS")+"/epayment/v1/test/payments/"+ref+"/approve", "application/json", bytes.NewReader(body))
}

const base = "https://api.vipps.no"

func send(method, path string, body []byte) (*http.Response, error) {
	req, err := http.NewRequest(method, base+path, bytes.NewReader(body))
	if err != nil {
		return nil, err
	}
	return http.DefaultClient.Do(req)
}

func ECom(id string, body []byte) (*http.Response, error) {
	return send("POST", "/ecomm/v2/integration-test/payments/"+id+"/approve", body) // want `integration-test/payments/\{orderId\}/approve goes to api.vipps.no`
}

func Agreement(id string, body []byte) (*http.Response, error) {
	return send("PATCH", "/recurring/v3/agreements/"+id+"/accept", body) // want `PATCH /recurring/v3/agreements/\{agreementId\}/accept goes to api.vipps.no`
}

func Stop(id string, body []byte) (*http.Response, error) {
	return send("PATCH", "/recurring/v3/agreements/"+id, body)
}

// Switched goes to production only where a setting says so.
func Switched(ref string, body []byte) (*http.Response, error) {
	host := "https://api.vipps.no"
	if os.Getenv("TEST") != "" {
		host = "https://apitest.vipps.no"
	}
	return http.Post(host+"/epayment/v1/test/payments/"+ref+"/approve", "application/json", bytes.NewReader(body))
}

type client struct{ base string }

func newClient() *client { return &client{base: "https://api.vipps.no"} }

func (c *client) Approve(ref string, body []byte) (*http.Response, error) {
	return http.Post(c.base+"/epayment/v1/test/payments/"+ref+"/approve", "application/json", bytes.NewReader(body)) // want `goes to api.vipps.no`
}

type tester struct{ base string }

func newTester() *tester { return &tester{base: "https://apitest.vipps.no"} }

func (c *tester) Approve(ref string, body []byte) (*http.Response, error) {
	return http.Post(c.base+"/epayment/v1/test/payments/"+ref+"/approve", "application/json", bytes.NewReader(body))
}

// option has a default that a setting replaces.
type option struct{ base string }

func newOption() *option { return &option{base: "https://api.vipps.no"} }

func (c *option) at(base string) { c.base = base }

func (c *option) Approve(ref string, body []byte) (*http.Response, error) {
	return http.Post(c.base+"/epayment/v1/test/payments/"+ref+"/approve", "application/json", bytes.NewReader(body))
}

// Open can be given any address by those who import the package.
type Open struct{ Base string }

func NewOpen() *Open { return &Open{Base: "https://api.vipps.no"} }

func (c *Open) Approve(ref string, body []byte) (*http.Response, error) {
	return http.Post(c.Base+"/epayment/v1/test/payments/"+ref+"/approve", "application/json", bytes.NewReader(body))
}
