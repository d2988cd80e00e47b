// Command lambda answers events.
package main

import (
	"context"
	"encoding/json"
	"errors"
	"net/http"

	"github.com/aws/aws-lambda-go/lambda"
)

type answer struct {
	AccessToken string `json:"access_token"`
}

const base = "https://api.vipps.no"

func token(ctx context.Context) (string, error) {
	req, err := http.NewRequestWithContext(ctx, "POST", base+"/accesstoken/get", nil)
	if err != nil {
		return "", err
	}
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return "", err
	}
	defer resp.Body.Close()
	var a answer
	if err := json.NewDecoder(resp.Body).Decode(&a); err != nil {
		return "", err
	}
	return a.AccessToken, nil
}

func send(ctx context.Context, token, ref, what string) error {
	req, err := http.NewRequestWithContext(ctx, "POST", base+"/epayment/v1/payments/"+ref+"/"+what, nil)
	if err != nil {
		return err
	}
	req.Header.Set("Authorization", "Bearer "+token)
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if resp.StatusCode >= 300 {
		return errors.New(resp.Status)
	}
	return nil
}

type event struct{ Reference string }

func handle(ctx context.Context, e event) error {
	t, err := token(ctx) // want `is fetched for each request`
	if err != nil {
		return err
	}
	return send(ctx, t, e.Reference, "capture")
}

func main() { lambda.Start(handle) }
