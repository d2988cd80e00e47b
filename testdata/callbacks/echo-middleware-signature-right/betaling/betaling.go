// Package betaling follows payments.
package betaling

import (
	"context"
	"encoding/json"
	"fmt"
	"log"
	"net/http"
	"sync"
	"time"

	"github.com/labstack/echo/v4"
)

// A Betaling is everything about payments.
type Betaling struct {
	token, key string
	states     sync.Map
}

func New(token, key string) *Betaling { return &Betaling{token: token, key: key} }

// Event takes a webhook.
func (b *Betaling) Event(c echo.Context) error {
	var ev struct {
		MSN          string `json:"msn"`
		Reference    string `json:"reference"`
		PSPReference string `json:"pspReference"`
		Name         string `json:"name"`
		Timestamp    string `json:"timestamp"`
		Success      bool   `json:"success"`
	}
	if err := c.Bind(&ev); err != nil {
		return err
	}
	if ev.Success && (ev.Name == "AUTHORIZED" || ev.Name == "ABORTED" || ev.Name == "EXPIRED" || ev.Name == "TERMINATED") {
		b.states.Store(ev.Reference, ev.Name)
	}
	return c.NoContent(http.StatusOK)
}

// Card is sent to those who have paid.
func (b *Betaling) Card(c echo.Context) error {
	if s, _ := b.states.Load(c.Param("ref")); s != "AUTHORIZED" {
		return echo.NewHTTPError(http.StatusPaymentRequired)
	}
	return c.String(http.StatusOK, "kort")
}

// Follow asks every third second in the background.
func (b *Betaling) Follow(ctx context.Context) {
	time.AfterFunc(3*time.Second, func() {
		b.states.Range(func(ref, state any) bool {
			if state != "CREATED" {
				return true
			}
			now, err := b.state(ctx, ref.(string))
			if err != nil {
				log.Print(err)
			} else {
				b.states.Store(ref, now)
			}
			return ctx.Err() == nil
		})
		b.Follow(ctx)
	})
}

func (b *Betaling) state(ctx context.Context, ref string) (string, error) {
	req, err := http.NewRequestWithContext(ctx, "GET", "https://api.vipps.no/epayment/v1/payments/"+ref, nil)
	if err != nil {
		return "", err
	}
	req.Header.Set("Authorization", "Bearer "+b.token)
	req.Header.Set("Ocp-Apim-Subscription-Key", b.key)
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return "", err
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		return "", fmt.Errorf("payment %s: %s", ref, resp.Status)
	}
	var p struct {
		State string `json:"state"`
	}
	err = json.NewDecoder(resp.Body).Decode(&p)
	return p.State, err
}
