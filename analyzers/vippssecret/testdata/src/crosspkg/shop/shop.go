// Package shop uses the client.
package shop

import (
	"bytes"
	"context"
	"log"
	"net/http"
	"os"

	"crosspkg/applog"
	"crosspkg/audit"
	"crosspkg/poster"
	"crosspkg/settings"
	"crosspkg/vipps"
)

func open() *vipps.Client {
	return vipps.New(vipps.Config{
		BaseURL:      "https://api.vipps.no",
		ClientID:     "fb492b5e-7907-4d83-ba20-c7fb60ca35de",
		ClientSecret: "uI0oP2zX3vB8nM1qW6eR4tY9==", // want `client secret is a constant`
		Key:          settings.VippsKey,            // want `subscription key is a constant`
		MSN:          "123456",
	})
}

func openRight() *vipps.Client {
	return vipps.New(vipps.Config{
		BaseURL:      "https://api.vipps.no",
		ClientID:     "fb492b5e-7907-4d83-ba20-c7fb60ca35de",
		ClientSecret: os.Getenv("VIPPS_CLIENT_SECRET"),
		Key:          os.Getenv("VIPPS_KEY"),
		MSN:          "123456",
	})
}

func openPlain() *vipps.Client {
	return vipps.Plain("https://api.vipps.no", "fb492b5e", settings.Secret, "") // want `client secret is a constant`
}

func openPlainRight() *vipps.Client {
	return vipps.Plain("https://api.vipps.no", "fb492b5e", os.Getenv("SECRET"), "")
}

func fill(c *vipps.Client) {
	c.Token = "eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJrYXNzZSJ9.c2lnbmF0dXJl" // want `access token is a constant`
}

func fillRight(ctx context.Context, c *vipps.Client) error {
	token, err := c.FetchToken(ctx)
	if err != nil {
		return err
	}
	c.Token = token.AccessToken
	log.Printf("token until %s", token.ExpiresIn)
	return nil
}

func fillLogged(ctx context.Context, c *vipps.Client) error {
	token, err := c.FetchToken(ctx)
	if err != nil {
		return err
	}
	log.Println("token:", token.AccessToken) // want `access token of a Vipps request goes into the log`
	log.Printf("%+v", token)                 // want `TokenAnswer goes into the log with the access token in it`
	audit.Value("token", token.AccessToken)  // see limitations: nothing of HTTP is in that function
	audit.Length("token", token.AccessToken)
	applog.Infof("token %s", token.AccessToken) // want `access token of a Vipps request goes into the log`
	applog.Infof("token of %d characters", len(token.AccessToken))
	applog.Secretf("token %s", token.AccessToken)
	c.Token = token.AccessToken
	return nil
}

func configLogged() *vipps.Client {
	cfg := vipps.Config{BaseURL: "https://api.vipps.no", ClientSecret: os.Getenv("VIPPS_CLIENT_SECRET")}
	log.Printf("starting with %+v", cfg) // want `Config goes into the log with the client secret in it`
	log.Printf("starting with %s", cfg.BaseURL)
	return vipps.New(cfg)
}

func capture(token, ref string) (*http.Response, error) {
	req, err := http.NewRequest("POST", "https://api.vipps.no/epayment/v1/payments/"+ref+"/capture", bytes.NewReader(nil))
	if err != nil {
		return nil, err
	}
	req.Header.Set("Authorization", "Bearer "+token)
	audit.Line(req)
	audit.Request(req) // want `httputil.DumpRequestOut puts Authorization and the keys of a Vipps request into its text`
	return http.DefaultClient.Do(req)
}

// The requests of another provider may be logged.
func other(token string) (*http.Response, error) {
	req, err := http.NewRequest("GET", "https://api.posten.example/parcels", nil)
	if err != nil {
		return nil, err
	}
	req.Header.Set("Authorization", "Bearer "+token)
	audit.Request(req)
	return http.DefaultClient.Do(req)
}

func cancel(p *poster.Poster, ref string) (*http.Response, error) {
	return p.Loud("POST", "https://api.vipps.no/epayment/v1/payments/"+ref+"/cancel", nil) // want `Poster.Loud puts Authorization and the keys of a Vipps request into its text`
}

func cancelQuiet(p *poster.Poster, ref string) (*http.Response, error) {
	return p.Quiet("POST", "https://api.vipps.no/epayment/v1/payments/"+ref+"/cancel", nil)
}

func parcel(p *poster.Poster, id string) (*http.Response, error) {
	return p.Loud("GET", "https://api.posten.example/parcels/"+id, nil)
}
