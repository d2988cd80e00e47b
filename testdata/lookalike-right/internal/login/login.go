// Package login lets customers log in with Vipps.
package login

import (
	"context"
	"crypto/rand"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"net/http"
	"net/url"
	"strings"
)

const issuer = "https://api.vipps.no/access-management-1.0/access/"

// A Site is one that customers log in to.
type Site struct {
	ClientID, Secret, Redirect string
}

// Start sends the browser to Vipps.
func (s *Site) Start(w http.ResponseWriter, r *http.Request) {
	state, verifier := rand.Text(), rand.Text()+rand.Text()
	http.SetCookie(w, &http.Cookie{Name: "login", Value: state + "." + verifier, HttpOnly: true, Secure: true, Path: "/"})
	sum := sha256.Sum256([]byte(verifier))
	q := url.Values{
		"client_id":             {s.ClientID},
		"response_type":         {"code"},
		"scope":                 {"openid name phoneNumber"},
		"state":                 {state},
		"redirect_uri":          {s.Redirect},
		"code_challenge":        {base64.RawURLEncoding.EncodeToString(sum[:])},
		"code_challenge_method": {"S256"},
	}
	http.Redirect(w, r, issuer+"oauth2/auth?"+q.Encode(), http.StatusFound)
}

// Callback is where the browser comes back to. There is nothing to poll: no
// money is moved.
func (s *Site) Callback(found func(w http.ResponseWriter, r *http.Request, name, phone string)) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		cookie, err := r.Cookie("login")
		if err != nil {
			http.Error(w, "start again", http.StatusBadRequest)
			return
		}
		state, verifier, _ := strings.Cut(cookie.Value, ".")
		if state == "" || state != r.URL.Query().Get("state") {
			http.Error(w, "start again", http.StatusBadRequest)
			return
		}
		name, phone, err := s.user(r.Context(), r.URL.Query().Get("code"), verifier)
		if err != nil {
			http.Error(w, "Vipps said no", http.StatusBadGateway)
			return
		}
		found(w, r, name, phone)
	}
}

func (s *Site) user(ctx context.Context, code, verifier string) (name, phone string, err error) {
	form := url.Values{"grant_type": {"authorization_code"}, "code": {code}, "redirect_uri": {s.Redirect}, "code_verifier": {verifier}}
	req, err := http.NewRequestWithContext(ctx, "POST", issuer+"oauth2/token", strings.NewReader(form.Encode()))
	if err != nil {
		return "", "", err
	}
	req.SetBasicAuth(s.ClientID, s.Secret)
	req.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	var tok struct {
		AccessToken string `json:"access_token"`
	}
	if err := decode(req, &tok); err != nil {
		return "", "", err
	}
	req, err = http.NewRequestWithContext(ctx, "GET", "https://api.vipps.no/vipps-userinfo-api/userinfo", nil)
	if err != nil {
		return "", "", err
	}
	req.Header.Set("Authorization", "Bearer "+tok.AccessToken)
	var u struct {
		Name  string `json:"name"`
		Phone string `json:"phone_number"`
	}
	err = decode(req, &u)
	return u.Name, u.Phone, err
}

func decode(req *http.Request, out any) error {
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if resp.StatusCode > 299 {
		return fmt.Errorf("%s: %s", req.URL.Path, resp.Status)
	}
	return json.NewDecoder(resp.Body).Decode(out)
}
