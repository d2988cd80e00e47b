// Package access gets tokens, and says too much of them.
package access

import (
	"bytes"
	"context"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"io"
	"log"
	"log/slog"
	"net/http"
	"net/http/httputil"
	"os"
	"strings"
)

const tokenURL = "https://api.vipps.no/accesstoken/get"

// constants of the package
const (
	clientID = "7c1d5e0a-14a1-4b8e-9d2f-0b6f4d1a9c77"
	subKey   = "4f8d1c0b97e24aa6b3c2d95e7f016b38"
)

type tokenAnswer struct {
	AccessToken string `json:"access_token"`
	ExpiresIn   string `json:"expires_in"`
}

// bad: both secrets stand here
func Token(ctx context.Context) (string, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, tokenURL, nil)
	if err != nil {
		return "", err
	}
	req.Header.Set("client_id", clientID)
	req.Header.Set("client_secret", "q7Xc2mP0~Zt8Rw4Lh6Vd1Kb9Nf3Js5Ya") // want:vippssecret/hardcoded
	req.Header.Set("Ocp-Apim-Subscription-Key", subKey)                 // want:vippssecret/hardcoded
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return "", err
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		return "", fmt.Errorf("token: %s", resp.Status)
	}
	var a tokenAnswer
	if err := json.NewDecoder(resp.Body).Decode(&a); err != nil {
		return "", err
	}
	log.Printf("got token %s", a.AccessToken) // want:vippssecret/logged
	return a.AccessToken, nil
}

// right: from the environment
func TokenEnv(ctx context.Context) (string, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, tokenURL, nil)
	if err != nil {
		return "", err
	}
	req.Header.Set("client_id", os.Getenv("VIPPS_CLIENT_ID"))
	req.Header.Set("client_secret", os.Getenv("VIPPS_CLIENT_SECRET"))
	req.Header.Set("Ocp-Apim-Subscription-Key", os.Getenv("VIPPS_SUBSCRIPTION_KEY"))
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return "", err
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		return "", fmt.Errorf("token: %s", resp.Status)
	}
	var a tokenAnswer
	if err := json.NewDecoder(resp.Body).Decode(&a); err != nil {
		return "", err
	}
	log.Printf("got a token that lives %s s", a.ExpiresIn)
	return a.AccessToken, nil
}

// config with a fallback
type Config struct {
	ClientID, ClientSecret, SubscriptionKey, MSN string
}

func getenv(name, fallback string) string {
	if v := os.Getenv(name); v != "" {
		return v
	}
	return fallback
}

func Load() Config {
	cfg := Config{
		ClientID:        getenv("VIPPS_CLIENT_ID", ""),
		ClientSecret:    getenv("VIPPS_CLIENT_SECRET", "w9Kd3TzQ~vB7nH2xL5cR8mG1pS4yF6jU"), // want:vippssecret/hardcoded
		SubscriptionKey: getenv("VIPPS_SUBSCRIPTION_KEY", ""),
		MSN:             getenv("VIPPS_MSN", "123456"),
	}
	slog.Info("configuration", "vipps", cfg) // want:vippssecret/logged
	slog.Info("configuration", "msn", cfg.MSN)
	return cfg
}

type Client struct {
	cfg   Config
	hc    *http.Client
	token string
}

func New(cfg Config) *Client { return &Client{cfg: cfg, hc: http.DefaultClient} }

func (c *Client) login(ctx context.Context) error {
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, tokenURL, nil)
	if err != nil {
		return err
	}
	req.Header.Set("client_id", c.cfg.ClientID)
	req.Header.Set("client_secret", c.cfg.ClientSecret)
	req.Header.Set("Ocp-Apim-Subscription-Key", c.cfg.SubscriptionKey)
	resp, err := c.hc.Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	body, err := io.ReadAll(resp.Body)
	if err != nil {
		return err
	}
	if resp.StatusCode != http.StatusOK {
		return fmt.Errorf("token: %s: %s", resp.Status, body)
	}
	log.Println("token answer:", string(body)) // want:vippssecret/logged
	var a tokenAnswer
	if err := json.Unmarshal(body, &a); err != nil {
		return err
	}
	c.token = a.AccessToken
	return nil
}

func (c *Client) Create(ctx context.Context, ref string, body []byte) error {
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, "https://api.vipps.no/epayment/v1/payments", bytes.NewReader(body))
	if err != nil {
		return err
	}
	req.Header.Set("Authorization", "Bearer "+c.token)
	req.Header.Set("Ocp-Apim-Subscription-Key", c.cfg.SubscriptionKey)
	req.Header.Set("Merchant-Serial-Number", c.cfg.MSN)
	req.Header.Set("Idempotency-Key", ref)
	dump, err := httputil.DumpRequestOut(req, true)
	if err == nil {
		log.Printf("%s", dump) // want:vippssecret/logged
	}
	fmt.Printf("%+v\n", req.Header)                               // want:vippssecret/logged
	log.Println("authorization", req.Header.Get("Authorization")) // want:vippssecret/logged
	log.Println("key", req.Header.Get("Idempotency-Key"), req.URL, req.Method)
	resp, err := c.hc.Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusCreated {
		out, _ := httputil.DumpResponse(resp, true)
		log.Printf("%s", out)
		return fmt.Errorf("create: %s", resp.Status)
	}
	return nil
}

// the header is taken off the copy before it is printed
func (c *Client) Redacted(ctx context.Context, ref string) error {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, "https://api.vipps.no/epayment/v1/payments/"+ref, nil)
	if err != nil {
		return err
	}
	req.Header.Set("Authorization", "Bearer "+c.token)
	req.Header.Set("Ocp-Apim-Subscription-Key", c.cfg.SubscriptionKey)
	h := req.Header.Clone()
	h.Del("Authorization")
	h.Set("Ocp-Apim-Subscription-Key", "***")
	log.Println("headers", h)
	log.Printf("token set: %t, %d bytes", c.token != "", len(c.token))
	resp, err := c.hc.Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		return fmt.Errorf("read: %s", resp.Status)
	}
	return nil
}

// Azure, not Vipps
func Translate(ctx context.Context, text string) error {
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, "https://api.cognitive.microsofttranslator.com/translate", strings.NewReader(text))
	if err != nil {
		return err
	}
	req.Header.Set("Ocp-Apim-Subscription-Key", "b1946ac92492d2347c6235b4d2611184")
	log.Println(req.Header)
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// webhook secret as a constant
const hookSecret = "Jx8mQ2vTz5LrK0cWb7NfYh3PdS6gAe1uR9oIiXkEwqM="

func signature(secret, path, date, host string, body []byte) string {
	sum := sha256.Sum256(body)
	mac := hmac.New(sha256.New, []byte(secret))
	mac.Write([]byte("POST\n" + path + "\n" + date + ";" + host + ";" + base64.StdEncoding.EncodeToString(sum[:])))
	return "HMAC-SHA256 SignedHeaders=x-ms-date;host;x-ms-content-sha256&Signature=" + base64.StdEncoding.EncodeToString(mac.Sum(nil))
}

type event struct {
	Reference    string `json:"reference"`
	PspReference string `json:"pspReference"`
	Name         string `json:"name"`
	Success      bool   `json:"success"`
}

func Hook(w http.ResponseWriter, r *http.Request) {
	body, err := io.ReadAll(r.Body)
	if err != nil {
		http.Error(w, "read", http.StatusBadRequest)
		return
	}
	want := signature(hookSecret, r.URL.RequestURI(), r.Header.Get("x-ms-date"), r.Host, body) // want:vippssecret/hardcoded
	if !hmac.Equal([]byte(want), []byte(r.Header.Get("Authorization"))) {
		http.Error(w, "signature", http.StatusUnauthorized)
		return
	}
	var e event
	if err := json.Unmarshal(body, &e); err != nil || !e.Success {
		return
	}
	log.Println("paid", e.Reference)
}

// placeholder and documentation values
func Demo() *Client {
	return New(Config{ClientID: clientID, ClientSecret: "<your client secret>", SubscriptionKey: "YOUR-SUBSCRIPTION-KEY", MSN: "123456"})
}

// someone else's secret in the same kind of struct
type klarna struct{ User, Secret string }

func payKlarna(k klarna) error {
	req, err := http.NewRequest(http.MethodPost, "https://api.klarna.com/payments/v1/sessions", nil)
	if err != nil {
		return err
	}
	req.SetBasicAuth(k.User, k.Secret)
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func Klarna() error { return payKlarna(klarna{"K123", "sharedSecret9d8f7a6b5c4e"}) }
