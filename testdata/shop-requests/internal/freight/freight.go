// Package freight talks to everybody but Vipps.
package freight

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"log"
	"net/http"
	"net/http/httputil"
	"time"

	"fjordbilletter.no/kasse/internal/vipps"
)

const stripeKey = "sk_test_51HcXyZAbCdEfGhIjKlMnOpQrStUvWxYz0123456789"

func Stripe(ctx context.Context, body []byte) error {
	for i := 0; i < 3; i++ {
		req, err := http.NewRequestWithContext(ctx, http.MethodPost, "https://api.stripe.com/v1/payment_intents", bytes.NewReader(body))
		if err != nil {
			return err
		}
		req.Header.Set("Authorization", "Bearer "+stripeKey)
		req.Header.Set("Idempotency-Key", vipps.NewKey())
		dump, _ := httputil.DumpRequestOut(req, false)
		log.Printf("%s", dump)
		resp, err := http.DefaultClient.Do(req)
		if err != nil {
			continue
		}
		resp.Body.Close()
		return nil
	}
	return nil
}

// Azure token per request
func azureToken() (string, error) {
	resp, err := http.Post("https://login.microsoftonline.com/x/oauth2/v2.0/token", "application/x-www-form-urlencoded", bytes.NewReader([]byte("client_secret=abc8Q~defGhIjKlMnOpQr")))
	if err != nil {
		return "", err
	}
	defer resp.Body.Close()
	var t struct {
		AccessToken string `json:"access_token"`
	}
	err = json.NewDecoder(resp.Body).Decode(&t)
	log.Println("azure", t.AccessToken)
	return t.AccessToken, err
}

// ShipAndCapture asks Azure and then Vipps.
func ShipAndCapture(ctx context.Context, v *vipps.Client, ref string) error {
	tok, err := azureToken()
	if err != nil {
		return err
	}
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, "https://frakt.azure-api.net/shipments", nil)
	if err != nil {
		return err
	}
	req.Header.Set("Authorization", "Bearer "+tok)
	req.Header.Set("Ocp-Apim-Subscription-Key", "3c9d0f1be8a7426f95d81c04b2e6a7f3")
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return err
	}
	resp.Body.Close()
	return v.Capture(ctx, ref, fmt.Sprintf("ship-%s", ref), 34900)
}

// WaitCaptured reads until it is done.
func WaitCaptured(ctx context.Context, v *vipps.Client, ref string) error {
	for range 300 {
		var p struct {
			State string `json:"state"`
		}
		if err := v.Get(ctx, ref, &p); err != nil {
			return err
		}
		switch p.State {
		case "AUTHORIZED":
			return v.Capture(ctx, ref, vipps.NewKey(), 34900)
		case "ABORTED", "EXPIRED", "TERMINATED":
			return fmt.Errorf("payment %s", p.State)
		}
		time.Sleep(2 * time.Second)
	}
	return fmt.Errorf("payment %s: too late", ref)
}
