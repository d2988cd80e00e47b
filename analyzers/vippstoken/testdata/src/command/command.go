// Package command is one word of a command line each.
package command

import (
	"context"
	"encoding/json"
	"errors"
	"net/http"

	"github.com/spf13/cobra"
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

// Capture is a literal.
var Capture = &cobra.Command{
	Use: "capture",
	RunE: func(cmd *cobra.Command, args []string) error {
		t, err := token(context.Background())
		if err != nil {
			return err
		}
		return send(context.Background(), t, args[0], "capture")
	},
}

// Refund makes one with a function.
func Refund() *cobra.Command { return &cobra.Command{Use: "refund", RunE: refund} }

func refund(cmd *cobra.Command, args []string) error { return one(args[0], "refund") }

func one(ref, what string) error {
	t, err := token(context.Background())
	if err != nil {
		return err
	}
	return send(context.Background(), t, ref, what)
}

// Run may be called by main.
func Run(ref string) error {
	t, err := token(context.Background())
	if err != nil {
		return err
	}
	return send(context.Background(), t, ref, "cancel")
}

// Each has a command of its own too.
func Each() *cobra.Command { return &cobra.Command{Use: "each", RunE: each} }

func each(cmd *cobra.Command, args []string) error {
	for _, ref := range args {
		t, err := token(context.Background()) // want `is fetched for each request`
		if err != nil {
			return err
		}
		if err := send(context.Background(), t, ref, "cancel"); err != nil {
			return err
		}
	}
	return nil
}
