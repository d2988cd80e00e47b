// Package betaling pays with Vipps.
package betaling

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"os"
	"sync"
	"time"
)

// A Config is read from the environment.
type Config struct{ BaseURL, Token, Key, MSN string }

func FromEnv() Config {
	return Config{os.Getenv("VIPPS_BASE_URL"), os.Getenv("VIPPS_TOKEN"), os.Getenv("VIPPS_KEY"), os.Getenv("VIPPS_MSN")}
}

// A Client talks to ePayment.
type Client struct {
	cfg  Config
	http http.Client
}

func NewClient(cfg Config) *Client {
	return &Client{cfg: cfg, http: http.Client{Timeout: 8 * time.Second}}
}

type (
	amount struct {
		Currency string `json:"currency"`
		Value    int64  `json:"value"`
	}
	method struct {
		Type string `json:"type"`
	}
	payment struct {
		Amount        amount `json:"amount"`
		PaymentMethod method `json:"paymentMethod"`
		Reference     string `json:"reference"`
		UserFlow      string `json:"userFlow"`
		ReturnURL     string `json:"returnUrl"`
	}
)

// Start begins a payment; ore is what it costs.
func (c *Client) Start(ctx context.Context, id string, ore int64) (string, error) {
	b, err := json.Marshal(payment{amount{"NOK", ore}, method{"WALLET"}, id, "WEB_REDIRECT", "https://fjellsport.example/ordre/" + id})
	if err != nil {
		return "", err
	}
	req, err := http.NewRequestWithContext(ctx, "POST", c.cfg.BaseURL+"/epayment/v1/payments", bytes.NewReader(b))
	if err != nil {
		return "", err
	}
	req.Header.Set("Idempotency-Key", id)
	var out struct{ RedirectURL string }
	if err := c.do(req, &out); err != nil {
		return "", fmt.Errorf("start %s: %w", id, err)
	}
	return out.RedirectURL, nil
}

func (c *Client) do(req *http.Request, out any) error {
	req.Header.Set("Authorization", "Bearer "+c.cfg.Token)
	req.Header.Set("Ocp-Apim-Subscription-Key", c.cfg.Key)
	req.Header.Set("Merchant-Serial-Number", c.cfg.MSN)
	req.Header.Set("Content-Type", "application/json")
	res, err := c.http.Do(req)
	if err != nil {
		return err
	}
	defer res.Body.Close()
	if res.StatusCode < 200 || res.StatusCode > 299 {
		return errors.New(res.Status)
	}
	return json.NewDecoder(res.Body).Decode(out)
}

// A Book holds the orders.
type Book struct {
	mu    sync.Mutex
	state map[string]string
}

func NewBook() *Book { return &Book{state: map[string]string{}} }

func (b *Book) Add(id string) { b.Settle(id, "CREATED") }

func (b *Book) Settle(id, state string) {
	b.mu.Lock()
	b.state[id] = state
	b.mu.Unlock()
}

func (b *Book) Open() []string {
	b.mu.Lock()
	defer b.mu.Unlock()
	var ids []string
	for id, s := range b.state {
		if s == "CREATED" {
			ids = append(ids, id)
		}
	}
	return ids
}
