// Package hardcoded has constants in the places of secrets.
package hardcoded

import (
	"bytes"
	"cmp"
	"encoding/base64"
	"encoding/json"
	"flag"
	"fmt"
	"net/http"
	"net/url"
	"os"
	"strings"
)

const base = "https://api.vipps.no"

const subscriptionKey = "9d41d4b8ff0c4b29ae0cb90d91c689be"

var clientSecret = "kT7mQ2vX9bL4nR8sW1zP5cJ6yA==" // want `client secret is a constant`

func literals() (*http.Response, error) {
	req, err := http.NewRequest("POST", base+"/accesstoken/get", nil)
	if err != nil {
		return nil, err
	}
	req.Header.Set("client_id", "fb492b5e-7907-4d83-ba20-c7fb60ca35de")
	req.Header.Set("client_secret", "kT7mQ2vX9bL4nR8sW1zP5cJ6==") // want `client secret is a constant, so everyone who can read the source, or has the program, can capture and refund in the shop's name`
	req.Header.Set("Ocp-Apim-Subscription-Key", subscriptionKey)  // want `subscription key is a constant`
	req.Header.Set("Merchant-Serial-Number", "123456")
	return http.DefaultClient.Do(req)
}

func fromEnvironment() (*http.Response, error) {
	req, err := http.NewRequest("POST", base+"/accesstoken/get", nil)
	if err != nil {
		return nil, err
	}
	req.Header.Set("client_id", "fb492b5e-7907-4d83-ba20-c7fb60ca35de")
	req.Header.Set("client_secret", os.Getenv("VIPPS_CLIENT_SECRET"))
	req.Header.Set("Ocp-Apim-Subscription-Key", os.Getenv("VIPPS_SUBSCRIPTION_KEY"))
	return http.DefaultClient.Do(req)
}

func variable() (*http.Response, error) {
	req, _ := http.NewRequest("POST", base+"/accesstoken/get", nil)
	req.Header["client_secret"] = []string{clientSecret}
	return http.DefaultClient.Do(req)
}

func fallbacks(ref string) (*http.Response, error) {
	key := os.Getenv("VIPPS_KEY")
	if key == "" {
		key = "8a1f0c5be2d94b7fa36c90d17e4b52f8" // want `subscription key is a constant`
	}
	token := cmp.Or(os.Getenv("VIPPS_TOKEN"), "eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJzaG9wIn0.c2lnbmF0dXJl") // want `access token is a constant`
	req, _ := http.NewRequest("GET", base+"/epayment/v1/payments/"+ref, nil)
	req.Header.Set("Ocp-Apim-Subscription-Key", key)
	req.Header.Set("Authorization", "Bearer "+token)
	return http.DefaultClient.Do(req)
}

func getenv(name, otherwise string) string {
	if v := os.Getenv(name); v != "" {
		return v
	}
	return otherwise
}

var keyFlag = flag.String("vipps-key", "77b0c5be2d94b7fa36c90d17e4b52f81", "subscription key") // want `subscription key is a constant`

func helpers(ref string) (*http.Response, error) {
	req, _ := http.NewRequest("GET", base+"/epayment/v1/payments/"+ref, nil)
	req.Header.Set("Authorization", fmt.Sprintf("Bearer %s", getenv("VIPPS_TOKEN", "eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJidXRpayJ9.c2lnbmF0dXJl"))) // want `access token is a constant`
	req.Header.Set("Ocp-Apim-Subscription-Key", *keyFlag)
	return http.DefaultClient.Do(req)
}

func helpersEmpty(ref string) (*http.Response, error) {
	req, _ := http.NewRequest("GET", base+"/epayment/v1/payments/"+ref, nil)
	req.Header.Set("Authorization", fmt.Sprintf("Bearer %s", getenv("VIPPS_TOKEN", "")))
	return http.DefaultClient.Do(req)
}

func schemes(ref, token string) (*http.Response, error) {
	req, _ := http.NewRequest("GET", base+"/epayment/v1/payments/"+ref, nil)
	req.Header.Set("Authorization", "Bearer "+token)
	return http.DefaultClient.Do(req)
}

func whole(ref string) (*http.Response, error) {
	req, _ := http.NewRequest("GET", base+"/epayment/v1/payments/"+ref, nil)
	req.Header.Set("Authorization", "Bearer eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJraW9zayJ9.c2lnbmF0dXJl") // want `access token is a constant`
	return http.DefaultClient.Do(req)
}

// A client keeps what it needs.
type client struct {
	base   string
	secret string
	key    string
	http   *http.Client
}

func newClient(base, secret, key string) *client {
	return &client{base: base, secret: secret, key: key, http: http.DefaultClient}
}

func (c *client) token() (*http.Response, error) {
	req, err := http.NewRequest("POST", c.base+"/accesstoken/get", nil)
	if err != nil {
		return nil, err
	}
	req.Header.Set("client_secret", c.secret)
	req.Header.Set("Ocp-Apim-Subscription-Key", c.key)
	return c.http.Do(req)
}

func shop() *client {
	return newClient(base, "zX3vB8nM1qW6eR4tY9uI0oP2==", os.Getenv("KEY")) // want `client secret is a constant`
}

func shopRight() *client {
	return newClient(base, os.Getenv("SECRET"), os.Getenv("KEY"))
}

// A sink is filled by a literal.
type config struct {
	ID, Secret string
	Keys       map[string]string
}

func withConfig(c config) (*http.Response, error) {
	req, err := http.NewRequest("POST", base+"/accesstoken/get", nil)
	if err != nil {
		return nil, err
	}
	req.Header.Set("client_id", c.ID)
	req.Header.Set("client_secret", c.Secret)
	req.Header.Set("Ocp-Apim-Subscription-Key", c.Keys["test"])
	return http.DefaultClient.Do(req)
}

func callsConfig() {
	withConfig(config{
		ID:     "fb492b5e-7907-4d83-ba20-c7fb60ca35de",
		Secret: "qW6eR4tY9uI0oP2zX3vB8nM1==", // want `client secret is a constant`
		Keys: map[string]string{
			"test": "1c2d4b7fa36c90d17e4b52f88a1f0c5b", // want `subscription key is a constant`
			"no":   "one that nobody asks for",
		},
	})
	klarna(config{ID: "K12345", Secret: "kl4rn4S3cr3tW1thR4nd0mP4rts=="})
}

// The same type serves another provider: what is in it there is not Vipps'.
func klarna(c config) (*http.Response, error) {
	req, err := http.NewRequest("POST", "https://api.klarna.com/payments/v1/sessions", nil)
	if err != nil {
		return nil, err
	}
	req.SetBasicAuth(c.ID, c.Secret)
	return http.DefaultClient.Do(req)
}

func headerMap(ref string) (*http.Response, error) {
	req, _ := http.NewRequest("GET", base+"/epayment/v1/payments/"+ref, nil)
	for name, value := range map[string]string{
		"Ocp-Apim-Subscription-Key": "5be2d94b7fa36c90d17e4b52f88a1f0c", // want `subscription key is a constant`
		"Merchant-Serial-Number":    "654321",
	} {
		req.Header.Set(name, value)
	}
	return http.DefaultClient.Do(req)
}

func setHeaders(req *http.Request, token, key string) {
	req.Header.Set("Authorization", "Bearer "+token)
	req.Header.Set("Ocp-Apim-Subscription-Key", key)
}

func throughHelper(ref, token string) (*http.Response, error) {
	req, _ := http.NewRequest("GET", base+"/epayment/v1/payments/"+ref, nil)
	setHeaders(req, token, "94b7fa36c90d17e4b52f88a1f0c5be2d") // want `subscription key is a constant`
	return http.DefaultClient.Do(req)
}

func otherProvider(token string) (*http.Response, error) {
	req, _ := http.NewRequest("GET", "https://search.example.net/v1/docs", nil)
	setHeaders(req, token, "a36c90d17e4b52f88a1f0c5be2d94b7f")
	return http.DefaultClient.Do(req)
}

func form(code string) (*http.Response, error) {
	return http.PostForm(base+"/access-management-1.0/access/oauth2/token", url.Values{
		"grant_type":    {"authorization_code"},
		"client_secret": {"vB8nM1qW6eR4tY9uI0oP2zX3=="}, // want `client secret is a constant`
		"code":          {code},
	})
}

func formRight(code string) (*http.Response, error) {
	form := url.Values{}
	form.Set("grant_type", "authorization_code")
	form.Set("client_secret", os.Getenv("SECRET"))
	form.Set("code", code)
	return http.PostForm(base+"/access-management-1.0/access/oauth2/token", form)
}

func basic(code string) (*http.Response, error) {
	req, _ := http.NewRequest("POST", base+"/access-management-1.0/access/oauth2/token", strings.NewReader("code="+code))
	req.Header.Set("Authorization", "Basic "+base64.StdEncoding.EncodeToString([]byte(os.Getenv("CLIENT_ID")+":nM1qW6eR4tY9uI0oP2zX3vB8=="))) // want `access token is a constant`
	return http.DefaultClient.Do(req)
}

type merchantInfo struct {
	MerchantSerialNumber string `json:"merchantSerialNumber"`
	CallbackPrefix       string `json:"callbackPrefix"`
	FallBack             string `json:"fallBack"`
	AuthToken            string `json:"authToken"`
}

type initiate struct {
	MerchantInfo merchantInfo `json:"merchantInfo"`
	Transaction  struct {
		OrderID string `json:"orderId"`
		Amount  int    `json:"amount"`
		Text    string `json:"transactionText"`
	} `json:"transaction"`
}

func pay(id, token string) (*http.Response, error) {
	body := initiate{MerchantInfo: merchantInfo{
		MerchantSerialNumber: "123456",
		AuthToken:            "9f1c7a52-3b0e-4c6d-8a17-2e5b9d40c8f3", // vippswebhook reports it
	}}
	body.Transaction.OrderID = id
	data, err := json.Marshal(body)
	if err != nil {
		return nil, err
	}
	return http.Post(base+"/ecomm/v2/payments", "application/json", bytes.NewReader(data))
}

func payRight(id, token string) (*http.Response, error) {
	body := initiate{MerchantInfo: merchantInfo{MerchantSerialNumber: "123456", AuthToken: token}}
	body.Transaction.OrderID = id
	data, err := json.Marshal(body)
	if err != nil {
		return nil, err
	}
	return http.Post(base+"/ecomm/v2/payments", "application/json", bytes.NewReader(data))
}

func placeholders(ref string) (*http.Response, error) {
	req, _ := http.NewRequest("GET", base+"/epayment/v1/payments/"+ref, nil)
	req.Header.Set("Authorization", "Bearer <token>")
	req.Header.Set("client_secret", "your-client-secret")
	req.Header.Set("Ocp-Apim-Subscription-Key", "0f14ebcab0eb4b29ae0cb90d91b4a84a")
	return http.DefaultClient.Do(req)
}

// The key of another API behind Azure.
func azure() (*http.Response, error) {
	req, _ := http.NewRequest("GET", "https://westeurope.api.cognitive.microsoft.com/vision/v3.2/analyze", nil)
	req.Header.Set("Ocp-Apim-Subscription-Key", "d17e4b52f88a1f0c5be2d94b7fa36c90")
	return http.DefaultClient.Do(req)
}

func password(code string) (*http.Response, error) {
	req, err := http.NewRequest("POST", base+"/access-management-1.0/access/oauth2/token", strings.NewReader("code="+code))
	if err != nil {
		return nil, err
	}
	req.SetBasicAuth(os.Getenv("CLIENT_ID"), "W6eR4tY9uI0oP2zX3vB8nM1q==") // want `client secret is a constant`
	return http.DefaultClient.Do(req)
}

func passwordRight(code string) (*http.Response, error) {
	req, err := http.NewRequest("POST", base+"/access-management-1.0/access/oauth2/token", strings.NewReader("code="+code))
	if err != nil {
		return nil, err
	}
	req.SetBasicAuth(os.Getenv("CLIENT_ID"), os.Getenv("CLIENT_SECRET"))
	return http.DefaultClient.Do(req)
}

func passwordOfAnother() (*http.Response, error) {
	req, err := http.NewRequest("GET", "https://api.frakt.example/parcels", nil)
	if err != nil {
		return nil, err
	}
	req.SetBasicAuth("shop", "eR4tY9uI0oP2zX3vB8nM1qW6==")
	return http.DefaultClient.Do(req)
}
