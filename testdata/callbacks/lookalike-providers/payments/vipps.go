// Package payments has all three ways to pay.
package payments

import (
	"bytes"
	"encoding/json"
	"fmt"
	"net/http"

	"github.com/gofiber/fiber/v2"
)

// Payments has the keys.
type Payments struct{ VippsToken, VippsKey, KlarnaUser, KlarnaPassword string }

// Rent asks for 1200.00 kr.
func (p Payments) Rent(c *fiber.Ctx) error {
	ref := "telt-" + c.Params("tent")
	body, err := json.Marshal(map[string]any{
		"amount":        map[string]any{"currency": "NOK", "value": 120000},
		"paymentMethod": map[string]any{"type": "WALLET"},
		"reference":     ref,
		"userFlow":      "WEB_REDIRECT",
		"returnUrl":     "https://teltutleie.example/return/" + ref,
	})
	if err != nil {
		return err
	}
	var out struct {
		RedirectURL string `json:"redirectUrl"`
	}
	if err := p.vipps(http.MethodPost, "", ref, body, &out); err != nil {
		return err
	}
	return c.JSON(out)
}

// Return is where the customer comes back to.
func (p Payments) Return(c *fiber.Ctx) error {
	var out struct {
		State string `json:"state"`
	}
	if err := p.vipps(http.MethodGet, "/"+c.Params("ref"), "", nil, &out); err != nil {
		return err
	}
	if out.State != "AUTHORIZED" {
		return c.SendString("no tent yet: " + out.State)
	}
	return c.SendString("the tent is yours")
}

func (p Payments) vipps(method, path, key string, body []byte, out any) error {
	req, err := http.NewRequest(method, "https://api.vipps.no/epayment/v1/payments"+path, bytes.NewReader(body))
	if err != nil {
		return err
	}
	req.Header.Set("Authorization", "Bearer "+p.VippsToken)
	req.Header.Set("Ocp-Apim-Subscription-Key", p.VippsKey)
	if key != "" {
		req.Header.Set("Content-Type", "application/json")
		req.Header.Set("Idempotency-Key", key)
	}
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if resp.StatusCode < 200 || resp.StatusCode > 299 {
		return fmt.Errorf("vipps: %s", resp.Status)
	}
	return json.NewDecoder(resp.Body).Decode(out)
}
