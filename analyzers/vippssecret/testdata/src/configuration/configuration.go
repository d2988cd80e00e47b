// Package configuration fills its configuration where nobody in the package takes
// it.
package configuration

import (
	"log/slog"
	"net/http"
	"os"
)

// A Config is taken by New alone.
type Config struct {
	ClientID, ClientSecret, SubscriptionKey string
	Port                                    int
}

type Client struct{ cfg Config }

func New(cfg Config) *Client { return &Client{cfg} }

func (c *Client) Token() (*http.Response, error) {
	req, err := http.NewRequest("POST", "https://api.vipps.no/accesstoken/get", nil)
	if err != nil {
		return nil, err
	}
	req.Header.Set("client_id", c.cfg.ClientID)
	req.Header.Set("client_secret", c.cfg.ClientSecret)
	req.Header.Set("Ocp-Apim-Subscription-Key", c.cfg.SubscriptionKey)
	return http.DefaultClient.Do(req)
}

// Validate has the configuration as its receiver, and does nothing with it.
func (c Config) Validate() bool { return c.ClientSecret != "" }

func env(name, otherwise string) string {
	if v := os.Getenv(name); v != "" {
		return v
	}
	return otherwise
}

func Load() Config {
	cfg := Config{
		ClientID:        env("VIPPS_ID", "fb0c1d2e-7c1d-4b8e-9d2f-0b6f4d1a9c77"),
		ClientSecret:    env("VIPPS_SECRET", "w9Kd3TzQ~vB7nH2xL5cR8mG1pS4yF6jU"), // want `is a constant`
		SubscriptionKey: env("VIPPS_KEY", ""),
		Port:            8080,
	}
	if cfg.SubscriptionKey == "" {
		cfg.SubscriptionKey = "4f8d1c0b97e24aa6b3c2d95e7f016b38" // want `is a constant`
	}
	slog.Info("loaded", "config", cfg) // want `Config goes into the log with the client secret in it`
	slog.Info("loaded", "port", cfg.Port, "id", cfg.ClientID)
	return cfg
}

// Credentials are for any provider: what is in them is Vipps' where it is handed
// to Vipps.
type Credentials struct{ ID, Secret, Key string }

func vipps(c Credentials) (*http.Response, error) {
	req, err := http.NewRequest("POST", "https://api.vipps.no/accesstoken/get", nil)
	if err != nil {
		return nil, err
	}
	req.Header.Set("client_id", c.ID)
	req.Header.Set("client_secret", c.Secret)
	req.Header.Set("Ocp-Apim-Subscription-Key", c.Key)
	return http.DefaultClient.Do(req)
}

func freight(c Credentials) (*http.Response, error) {
	req, err := http.NewRequest("POST", "https://frakt.azure-api.net/orders", nil)
	if err != nil {
		return nil, err
	}
	req.SetBasicAuth(c.ID, c.Secret)
	req.Header.Set("Ocp-Apim-Subscription-Key", c.Key)
	return http.DefaultClient.Do(req)
}

func Freight() Credentials {
	return Credentials{"frakt", "b9Kd3TzQ~vB7nH2xL5cR8mG1pS4yF6jU", "5f8d1c0b97e24aa6b3c2d95e7f016b38"}
}

func Both(c Credentials) {
	vipps(Credentials{"id", "c9Kd3TzQ~vB7nH2xL5cR8mG1pS4yF6jU", c.Key}) // want `is a constant`
	freight(Credentials{"id", "d9Kd3TzQ~vB7nH2xL5cR8mG1pS4yF6jU", c.Key})
}
