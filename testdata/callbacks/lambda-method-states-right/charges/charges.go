// Package charges knows the charges of the month.
package charges

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"

	"github.com/aws/aws-lambda-go/events"
)

// A Book is the charges by ID, with their agreements.
type Book struct {
	HTTP       *http.Client
	Token, Key string

	open map[string]string
}

type charge struct {
	ID     string `json:"id"`
	Status string `json:"status"`
	Amount int    `json:"amount"`
}

// Settle closes a charge.
func (b *Book) Settle(_ context.Context, id string, paid bool) error {
	if _, ok := b.open[id]; !ok {
		return fmt.Errorf("no charge %q", id)
	}
	delete(b.open, id)
	fmt.Println(id, paid)
	return nil
}

// Nightly reads the charges of which no event came.
func (b *Book) Nightly(ctx context.Context, _ events.EventBridgeEvent) error {
	for id, agreement := range b.open {
		c, err := b.get(ctx, agreement, id)
		if err != nil {
			return err
		}
		if c.Status == "CHARGED" {
			err = b.Settle(ctx, id, true)
		} else if c.Status == "FAILED" || c.Status == "CANCELLED" {
			err = b.Settle(ctx, id, false)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

func (b *Book) get(ctx context.Context, agreement, id string) (*charge, error) {
	url := fmt.Sprintf("https://api.vipps.no/recurring/v3/agreements/%s/charges/%s", agreement, id)
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, url, nil)
	if err != nil {
		return nil, err
	}
	req.Header.Set("Authorization", "Bearer "+b.Token)
	req.Header.Set("Ocp-Apim-Subscription-Key", b.Key)
	resp, err := b.HTTP.Do(req)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		return nil, fmt.Errorf("charge %s: %s", id, resp.Status)
	}
	c := new(charge)
	if err := json.NewDecoder(resp.Body).Decode(c); err != nil {
		return nil, err
	}
	return c, nil
}
