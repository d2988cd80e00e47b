// Package webhooks is a client for the Webhooks API of Vipps.
package webhooks

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
)

type API struct{ Token, Key, MSN string }

type Hook struct {
	ID     string   `json:"id"`
	URL    string   `json:"url"`
	Events []string `json:"events"`
	Secret string   `json:"secret,omitempty"`
}

// Every event there is, for those who name none.
var all = []string{
	"epayments.payment.created.v1", "epayments.payment.aborted.v1", "epayments.payment.expired.v1", "epayments.payment.cancelled.v1",
	"epayments.payment.captured.v1", "epayments.payment.refunded.v1", "epayments.payment.authorized.v1", "epayments.payment.terminated.v1",
}

func (a API) Register(ctx context.Context, url string, events []string) (*Hook, error) {
	if len(events) == 0 {
		events = all
	}
	h := &Hook{URL: url, Events: events}
	return h, a.do(ctx, "POST", "", h, h)
}

func (a API) Delete(ctx context.Context, id string) error {
	return a.do(ctx, "DELETE", "/"+id, nil, nil)
}

func (a API) List(ctx context.Context) ([]Hook, error) {
	var list struct {
		Webhooks []Hook `json:"webhooks"`
	}
	err := a.do(ctx, "GET", "", nil, &list)
	return list.Webhooks, err
}

func (a API) do(ctx context.Context, method, path string, in, out any) error {
	var body io.Reader
	if in != nil {
		b, err := json.Marshal(in)
		if err != nil {
			return err
		}
		body = bytes.NewReader(b)
	}
	req, err := http.NewRequestWithContext(ctx, method, "https://api.vipps.no/webhooks/v1/webhooks"+path, body)
	if err != nil {
		return err
	}
	req.Header.Set("Authorization", "Bearer "+a.Token)
	req.Header.Set("Ocp-Apim-Subscription-Key", a.Key)
	req.Header.Set("Merchant-Serial-Number", a.MSN)
	req.Header.Set("Content-Type", "application/json")
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if resp.StatusCode < 200 || resp.StatusCode > 299 {
		return fmt.Errorf("%s %s: %s", method, req.URL, resp.Status)
	}
	if out == nil {
		return nil
	}
	return json.NewDecoder(resp.Body).Decode(out)
}
