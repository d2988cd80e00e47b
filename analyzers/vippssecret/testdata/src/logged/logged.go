// Package logged prints secrets.
package logged

import (
	"context"
	"crypto/sha256"
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

const base = "https://api.vipps.no"

// A Client keeps its secrets.
type Client struct {
	id, secret, key string
	log             *slog.Logger
	http            *http.Client
}

type token struct {
	AccessToken string `json:"access_token"`
	ExpiresIn   string `json:"expires_in"`
}

func (c *Client) fetch(ctx context.Context) (*token, error) {
	log.Printf("fetching with %s and %s", c.id, c.secret) // want `client secret of a Vipps request goes into the log, so everyone who reads the log can capture and refund in the shop's name; print whether it is set, or its length`
	req, err := http.NewRequestWithContext(ctx, "POST", base+"/accesstoken/get", nil)
	if err != nil {
		return nil, fmt.Errorf("token for %s: %w", c.id, err)
	}
	log.Println(req.Header) // nothing is set yet
	req.Header.Set("client_id", c.id)
	req.Header.Set("client_secret", c.secret)
	req.Header.Set("Ocp-Apim-Subscription-Key", c.key)
	slog.Debug("token", "headers", req.Header) // want `headers of a Vipps request go into the log`
	slog.Debug("token", "url", req.URL, "id", req.Header.Get("client_id"))
	resp, err := c.http.Do(req)
	if err != nil {
		return nil, fmt.Errorf("token with secret %s: %w", c.secret, err) // want `client secret of a Vipps request goes into an error, so everyone who sees the error`
	}
	defer resp.Body.Close()
	body, err := io.ReadAll(resp.Body)
	if err != nil {
		return nil, err
	}
	if resp.StatusCode != http.StatusOK {
		log.Printf("token refused: %s", body)
		return nil, fmt.Errorf("token: %s", body)
	}
	log.Printf("token answer: %s", body) // want `answer that holds the access token goes into the log`
	var t token
	if err := json.Unmarshal(body, &t); err != nil {
		log.Printf("cannot decode %s", body)
		return nil, err
	}
	log.Printf("got %s", t.AccessToken)                 // want `access token of a Vipps request goes into the log`
	log.Printf("got %s…", t.AccessToken[:4])            // a part says nothing
	log.Printf("got %d characters", len(t.AccessToken)) // nor does the length
	log.Printf("got %x", sha256.Sum256([]byte(t.AccessToken)))
	log.Println("got one:", t.AccessToken != "")
	fmt.Printf("%+v\n", t) // want `token goes into the log with the access token in it`
	return &t, nil
}

func (c *Client) capture(ctx context.Context, t *token, ref string) error {
	req, err := http.NewRequestWithContext(ctx, "POST", base+"/epayment/v1/payments/"+ref+"/capture", strings.NewReader(`{}`))
	if err != nil {
		return err
	}
	req.Header.Set("Authorization", "Bearer "+t.AccessToken)
	req.Header.Set("Ocp-Apim-Subscription-Key", c.key)
	if os.Getenv("DEBUG") != "" {
		dump, _ := httputil.DumpRequestOut(req, true)
		fmt.Println(string(dump))                                    // want `httputil.DumpRequestOut puts Authorization and the keys of a Vipps request into its text, which is written out`
		fmt.Fprintf(os.Stderr, "%q\n", dump)                         // want `httputil.DumpRequestOut puts Authorization`
		os.WriteFile("/tmp/request.txt", dump, 0o600)                // want `httputil.DumpRequestOut puts Authorization`
		c.log.Info("auth", "value", req.Header.Get("Authorization")) // want `access token of a Vipps request goes into the log`
		log.Printf("%v", req)                                        // want `headers of a Vipps request go into the log`
		log.Println(req.Header["Authorization"])                     // want `access token of a Vipps request goes into the log`
		log.Println(req.Method, req.URL.String(), req.Header.Get("Content-Type"))
	}
	clone := req.Clone(ctx)
	clone.Header.Set("Authorization", "REDACTED")
	clone.Header.Del("Ocp-Apim-Subscription-Key")
	if dump, err := httputil.DumpRequestOut(clone, true); err == nil {
		log.Printf("%s", dump)
	}
	header := req.Header.Clone()
	header.Del("Authorization")
	header.Del("Ocp-Apim-Subscription-Key")
	log.Println(header)
	resp, err := c.http.Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	answer, _ := io.ReadAll(resp.Body)
	log.Printf("captured: %s", answer)
	if resp.StatusCode >= 300 {
		return fmt.Errorf("capture: %s", resp.Status)
	}
	return nil
}

func (c *Client) print() {
	log.Printf("client: %+v", c) // want `Client goes into the log with the client secret in it`
	log.Printf("client: %T %p", c, c)
	log.Printf("client of %s", c.id)
}

// The environment is printed where the secret is read from.
func fromEnvironment() *Client {
	log.Println("secret:", os.Getenv("VIPPS_CLIENT_SECRET")) // want `client secret of a Vipps request goes into the log`
	log.Println("mode:", os.Getenv("MODE"))
	c := &Client{id: os.Getenv("ID"), secret: os.Getenv("VIPPS_CLIENT_SECRET"), key: os.Getenv("KEY"), http: http.DefaultClient}
	return c
}

// A safe configuration says itself how it is printed.
type safe struct{ Secret string }

func (s safe) String() string { return "safe" }

type open struct {
	Secret string `json:"-"`
	Name   string
}

func withSafe(ctx context.Context, s safe, o open) (*http.Response, error) {
	log.Printf("with %v", s)
	log.Printf("with %v", o) // want `open goes into the log with the client secret in it`
	text, _ := json.Marshal(o)
	log.Printf("with %s", text)
	req, err := http.NewRequestWithContext(ctx, "POST", base+"/accesstoken/get", nil)
	if err != nil {
		return nil, err
	}
	if s.Secret != "" {
		req.Header.Set("client_secret", s.Secret)
	} else {
		req.Header.Set("client_secret", o.Secret)
	}
	return http.DefaultClient.Do(req)
}

func dumpOut(req *http.Request) {
	dump, err := httputil.DumpRequestOut(req, false)
	if err == nil {
		log.Print(string(dump))
	}
}

func refund(ctx context.Context, t token, ref string) (*http.Response, error) {
	req, err := http.NewRequestWithContext(ctx, "POST", base+"/epayment/v1/payments/"+ref+"/refund", nil)
	if err != nil {
		return nil, err
	}
	req.Header.Set("Authorization", "Bearer "+t.AccessToken)
	dumpOut(req) // want `httputil.DumpRequestOut puts Authorization`
	return http.DefaultClient.Do(req)
}

func parcels(ctx context.Context, key string) (*http.Response, error) {
	req, err := http.NewRequestWithContext(ctx, "GET", "https://api.posten.example/parcels", nil)
	if err != nil {
		return nil, err
	}
	req.Header.Set("Authorization", "Bearer "+key)
	dumpOut(req)
	log.Println(req.Header, key)
	return http.DefaultClient.Do(req)
}

// A transport that dumps all.
type tracing struct{ next http.RoundTripper }

func (t *tracing) RoundTrip(req *http.Request) (*http.Response, error) {
	dump, _ := httputil.DumpRequestOut(req, true)
	log.Printf("%s", dump) // want `httputil.DumpRequestOut puts Authorization`
	return t.next.RoundTrip(req)
}

type lines struct{ next http.RoundTripper }

func (t *lines) RoundTrip(req *http.Request) (*http.Response, error) {
	log.Printf("%s %s", req.Method, req.URL)
	return t.next.RoundTrip(req)
}

// A poster uses one.
type poster struct {
	client *http.Client
	token  string
}

func newPoster(token string) *poster {
	return &poster{client: &http.Client{Transport: &tracing{http.DefaultTransport}}, token: token}
}

func (p *poster) cancel(ref string) (*http.Response, error) {
	req, err := http.NewRequest("POST", base+"/epayment/v1/payments/"+ref+"/cancel", nil)
	if err != nil {
		return nil, err
	}
	req.Header.Set("Authorization", "Bearer "+p.token)
	return p.client.Do(req)
}

// do is a helper in which nothing is constant.
func (p *poster) do(method, path string, body io.Reader) (*http.Response, error) {
	req, err := http.NewRequest(method, path, body)
	if err != nil {
		return nil, err
	}
	req.Header.Set("Authorization", "Bearer "+p.token)
	dump, _ := httputil.DumpRequestOut(req, true)
	log.Printf("%s", dump) // want `httputil.DumpRequestOut puts Authorization`
	return p.client.Do(req)
}

func (p *poster) read(ref string) (*http.Response, error) {
	return p.do("GET", base+"/epayment/v1/payments/"+ref, nil)
}

func hidden(req *http.Request) string {
	clone := req.Clone(req.Context())
	for _, name := range []string{"Authorization", "Ocp-Apim-Subscription-Key"} {
		clone.Header.Set(name, "[redacted]")
	}
	dump, _ := httputil.DumpRequestOut(clone, true)
	return string(dump)
}

func shown(req *http.Request) string {
	dump, _ := httputil.DumpRequestOut(req, true)
	return string(dump)
}

func dumps(ref, token string) (*http.Response, error) {
	req, err := http.NewRequest("GET", base+"/epayment/v1/payments/"+ref, nil)
	if err != nil {
		return nil, err
	}
	req.Header.Set("Authorization", "Bearer "+token)
	log.Print(hidden(req))
	log.Print(shown(req)) // want `httputil.DumpRequestOut puts Authorization`
	return http.DefaultClient.Do(req)
}

// The answer to a token request is rendered with its body, or without.
func responses(c *Client) error {
	req, err := http.NewRequest("POST", base+"/accesstoken/get", nil)
	if err != nil {
		return err
	}
	req.Header.Set("client_secret", c.secret)
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	head, _ := httputil.DumpResponse(resp, false)
	log.Printf("%s", head)
	all, _ := httputil.DumpResponse(resp, true)
	log.Printf("%s", all) // want `answer that holds the access token goes into the log`
	var t token
	return json.NewDecoder(resp.Body).Decode(&t)
}

// What a helper gives for one call is no secret for being one in another.
func mustEnv(name string) string {
	v := os.Getenv(name)
	if v == "" {
		log.Fatalf("%s is not set", name)
	}
	return v
}

func post(url, token string) ([]byte, error) {
	req, err := http.NewRequest("POST", url, nil)
	if err != nil {
		return nil, err
	}
	req.Header.Set("client_secret", token)
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	return io.ReadAll(resp.Body)
}

func newRequest(url, token string) *http.Request {
	req, err := http.NewRequest("POST", url, nil)
	if err != nil {
		panic(err)
	}
	req.Header.Set("Authorization", "Bearer "+token)
	return req
}

func split(secret string) (public, private string) {
	public, private, _ = strings.Cut(secret, ":")
	return public, private
}

func shared() error {
	log.Println("port", mustEnv("PORT"))
	secret := mustEnv("VIPPS_CLIENT_SECRET")
	log.Println("secret", secret) // want `client secret of a Vipps request goes into the log`
	id, private := split(mustEnv("VIPPS_PAIR"))
	log.Println("id", id)
	body, err := post(base+"/accesstoken/get", secret)
	if err != nil {
		return err
	}
	var t token
	if err := json.Unmarshal(body, &t); err != nil {
		return err
	}
	if _, err := post(base+"/accesstoken/get", private); err != nil {
		return err
	}
	weather, err := post(os.Getenv("WEATHER"), "q9W8e7R6t5Y4u3I2o1P0a9S8")
	if err != nil {
		return err
	}
	log.Printf("weather: %s", weather)
	forecast := newRequest("https://api.met.example/forecast", "none")
	log.Println(forecast.Header)
	cancel := newRequest(base+"/epayment/v1/payments/1/cancel", t.AccessToken)
	log.Println(cancel.Header) // want `headers of a Vipps request go into the log`
	if _, err := http.DefaultClient.Do(forecast); err != nil {
		return err
	}
	_, err = http.DefaultClient.Do(cancel)
	return err
}
