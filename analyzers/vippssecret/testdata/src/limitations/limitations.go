// Package limitations has secrets that are not found.
package limitations

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"log"
	"net/http"
	"os"
	"strings"
)

const base = "https://api.vipps.no"

func send(key, token, ref string) (*http.Response, error) {
	req, err := http.NewRequest("GET", base+"/epayment/v1/payments/"+ref, nil)
	if err != nil {
		return nil, err
	}
	req.Header.Set("Authorization", "Bearer "+token)
	req.Header.Set("Ocp-Apim-Subscription-Key", key)
	return http.DefaultClient.Do(req)
}

// A secret in two halves is as good as none that is written out.
func halves() (*http.Response, error) {
	return send(strings.Join(strings.Split("9d41d4b8-ff0c4b29-ae0cb90d-91c689be", "-"), ""), os.Getenv("TOKEN"), "1")
}

// What is made of a constant by code that is not seen is not followed.
func derived() (*http.Response, error) {
	sum := sha256.Sum256([]byte("d41d8cd98f00b204e9800998ecf8427e"))
	return send(hex.EncodeToString(sum[:16]), os.Getenv("TOKEN"), "1")
}

// A secret that looks like words is taken for a placeholder.
func words() (*http.Response, error) {
	return send("correct-horse-battery-staple", os.Getenv("TOKEN"), "1")
}

// A text that was trimmed may be hidden.
func trimmed(token string) {
	resp, err := send(os.Getenv("KEY"), token, "1")
	if err == nil {
		log.Println(strings.TrimPrefix(token, "eyJ"))
		resp.Body.Close()
	}
}

// A setter that is called through an interface is not followed.
type setter interface{ Set(key string) }

type holder struct{ key string }

func (h *holder) Set(key string) { h.key = key }

func (h *holder) read() (*http.Response, error) { return send(h.key, os.Getenv("TOKEN"), "1") }

func fill(s setter) { s.Set("0c4b29ae0cb90d91c689be9d41d4b8ff") }

// A loop over the headers may leave out those that are secret.
func loop(token string) (*http.Response, error) {
	req, err := http.NewRequest("GET", base+"/epayment/v1/payments/1", nil)
	if err != nil {
		return nil, err
	}
	req.Header.Set("Authorization", "Bearer "+token)
	for name, values := range req.Header {
		log.Println(name, values)
	}
	return http.DefaultClient.Do(req)
}

// Where one secret header is taken off, the others are taken for taken off too.
func half(key, token string) (*http.Response, error) {
	req, err := http.NewRequest("GET", base+"/epayment/v1/payments/1", nil)
	if err != nil {
		return nil, err
	}
	req.Header.Set("Authorization", "Bearer "+token)
	req.Header.Set("Ocp-Apim-Subscription-Key", key)
	shown := req.Clone(req.Context())
	shown.Header.Del("Authorization")
	log.Println(shown.Header)
	return http.DefaultClient.Do(req)
}

// The transport of a client that is a parameter is not followed to the callers.
type printing struct{ next http.RoundTripper }

func (p printing) RoundTrip(req *http.Request) (*http.Response, error) {
	log.Println(req.Header)
	return p.next.RoundTrip(req)
}

func sendBy(client *http.Client, token string) (*http.Response, error) {
	req, err := http.NewRequest("GET", base+"/epayment/v1/payments/1", nil)
	if err != nil {
		return nil, err
	}
	req.Header.Set("Authorization", "Bearer "+token)
	return client.Do(req)
}

func printed(token string) (*http.Response, error) {
	return sendBy(&http.Client{Transport: printing{http.DefaultTransport}}, token)
}

// Headers in an error, of which little is shown where it is printed.
func failed(token, ref string) (*http.Response, error) {
	req, err := http.NewRequest("GET", base+"/epayment/v1/payments/"+ref, nil)
	if err != nil {
		return nil, err
	}
	req.Header.Set("Authorization", "Bearer "+token)
	if ref == "" {
		return nil, fmt.Errorf("no reference: %v", req.Header)
	}
	return http.DefaultClient.Do(req)
}
