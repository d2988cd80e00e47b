// Package path holds requests that are known by the path they go to.
package path

import (
	"bytes"
	"context"
	"fmt"
	"net/http"
	"strings"
)

const (
	base    = "https://payments.example.com"
	version = "v1"
	create  = "/epayment/" + version + "/payments"
)

func literal(c *http.Client) (*http.Response, error) {
	req, err := http.NewRequest("POST", base+"/epayment/v1/payments", nil)
	if err != nil {
		return nil, err
	}
	return c.Do(req) // want `POST /epayment/v1/payments answer 0 -1 1`
}

func sumOfConstants(c *http.Client, root string) (*http.Response, error) {
	req, err := http.NewRequestWithContext(context.Background(), http.MethodPost, root+create, nil)
	if err != nil {
		return nil, err
	}
	return c.Do(req) // want `POST /epayment/v1/payments answer`
}

func format(c *http.Client, root, id string) (*http.Response, error) {
	req, err := http.NewRequest("GET", fmt.Sprintf("%s/ecomm/v2/payments/%s/"+"details", root, id), nil)
	if err != nil {
		return nil, err
	}
	return c.Do(req) // want `GET /ecomm/v2/payments/{orderId}/details answer`
}

func noLeadingSlash(c *http.Client, root, id string) (*http.Response, error) {
	url := root + "/" + "recurring/v3/agreements/" + id
	req, err := http.NewRequest("GET", url, nil)
	if err != nil {
		return nil, err
	}
	return c.Do(req) // want `GET /recurring/v3/agreements/{agreementId} answer`
}

func trailingSlash(c *http.Client, root string) (*http.Response, error) {
	req, err := http.NewRequest("POST", root+"/checkout/v3/session/", nil)
	if err != nil {
		return nil, err
	}
	return c.Do(req) // want `POST /checkout/v3/session answer`
}

func webhooks(root string) (*http.Response, error) {
	return http.Post(root+"/webhooks/v1/webhooks", "application/json", strings.NewReader("{}")) // want `POST /webhooks/v1/webhooks answer`
}

func tokenInAnyCase(c *http.Client, root string) (*http.Response, error) {
	req, err := http.NewRequest("POST", root+"/accessToken/get", nil)
	if err != nil {
		return nil, err
	}
	return c.Do(req) // want `POST /accesstoken/get answer`
}

type client struct {
	http *http.Client
	root string
}

// send knows nothing of Vipps; its callers do.
func (c *client) send(method, path string, body []byte) (*http.Response, error) {
	req, err := http.NewRequest(method, c.root+path, bytes.NewReader(body))
	if err != nil {
		return nil, err
	}
	return c.http.Do(req) // want `POST /epayment/v1/payments/{reference}/capture answer 0 -1 1`
}

func (c *client) capture(ref string) (*http.Response, error) {
	return c.send("POST", "/epayment/v1/payments/"+ref+"/capture", nil) // want `POST /epayment/v1/payments/{reference}/capture answer 0 -1 1`
}

// A local variable for the method, assigned in a branch.
func (c *client) either(ref string, refund bool) (*http.Response, error) {
	action := "/capture"
	if refund {
		action = "/refund"
	}
	return c.send("POST", "/epayment/v1/payments/"+ref+action, nil) // want `POST /epayment/v1/payments/{reference}/capture, POST /epayment/v1/payments/{reference}/refund answer`
}

// Not Vipps: the path is somebody else's.
func (c *client) other(ref string) (*http.Response, error) {
	return c.send("POST", "/v1/charges/"+ref+"/capture", nil)
}

func otherProvider(c *http.Client, root string) (*http.Response, error) {
	req, err := http.NewRequest("POST", root+"/v1/payments", nil)
	if err != nil {
		return nil, err
	}
	return c.Do(req)
}
