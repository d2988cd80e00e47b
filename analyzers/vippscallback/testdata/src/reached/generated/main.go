// Command generated reads back by a client as generators write them: one function
// makes the request, and an interface of its own sends it.
package main

import (
	"context"
	"fmt"
	"log"
	"net/http"
	"net/url"
	"os"

	"shop/hooks"
)

type doer interface {
	Do(req *http.Request) (*http.Response, error)
}

type client struct {
	Server string
	Client doer
}

func newGetPaymentRequest(server, reference string) (*http.Request, error) {
	serverURL, err := url.Parse(server)
	if err != nil {
		return nil, err
	}
	operationPath := fmt.Sprintf("/epayment/v1/payments/%s", reference)
	if operationPath[0] == '/' {
		operationPath = "." + operationPath
	}
	queryURL, err := serverURL.Parse(operationPath)
	if err != nil {
		return nil, err
	}
	return http.NewRequest("GET", queryURL.String(), nil)
}

func (c *client) getPayment(ctx context.Context, reference string) (*http.Response, error) {
	req, err := newGetPaymentRequest(c.Server, reference)
	if err != nil {
		return nil, err
	}
	return c.Client.Do(req.WithContext(ctx))
}

func main() {
	c := &client{os.Getenv("SERVER"), http.DefaultClient}
	go func() {
		resp, err := c.getPayment(context.Background(), "ordre-1")
		if err != nil {
			log.Print(err)
			return
		}
		defer resp.Body.Close()
		log.Print(resp.Status)
	}()
	mux := http.NewServeMux()
	(&hooks.Hooks{}).Routes(mux)
	log.Fatal(http.ListenAndServe(":8080", mux))
}
