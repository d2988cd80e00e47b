// A shop that checks each webhook before it believes it, in several ways.
package main

import (
	"crypto/hmac"
	"crypto/sha256"
	"crypto/subtle"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"os"
	"strings"
)

type event struct {
	MSN       string `json:"msn"`
	Reference string `json:"reference"`
	PSP       string `json:"pspReference"`
	Name      string `json:"name"`
	Success   bool   `json:"success"`
}

type verifier interface {
	Verify(r *http.Request, body []byte) error
}

type shop struct {
	secret, token string
	verifier      verifier
	paid          map[string]bool
}

func (s *shop) act(ev event) {
	if ev.Success {
		s.paid[ev.Reference] = true
	}
}

func (s *shop) inline(w http.ResponseWriter, r *http.Request) {
	body, err := io.ReadAll(r.Body)
	if err != nil {
		return
	}
	sum := sha256.Sum256(body)
	hash := base64.StdEncoding.EncodeToString(sum[:])
	mac := hmac.New(sha256.New, []byte(s.secret))
	fmt.Fprintf(mac, "POST\n%s\n%s;%s;%s", r.URL.RequestURI(), r.Header.Get("x-ms-date"), r.Host, hash)
	want := "HMAC-SHA256 SignedHeaders=x-ms-date;host;x-ms-content-sha256&Signature=" + base64.StdEncoding.EncodeToString(mac.Sum(nil))
	if !hmac.Equal([]byte(r.Header.Get("Authorization")), []byte(want)) {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	var ev event
	if json.Unmarshal(body, &ev) == nil {
		s.act(ev)
	}
}

func (s *shop) helper(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	if err := s.check(r.Header, r.URL.RequestURI(), r.Host, body); err != nil {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	var ev event
	if json.Unmarshal(body, &ev) == nil {
		s.act(ev)
	}
}

func (s *shop) check(h http.Header, uri, host string, body []byte) error {
	auth := h.Get("Authorization")
	if auth == "" {
		return errors.New("not signed")
	}
	if s.secret == "" {
		return errors.New("no secret")
	}
	_, signature, found := strings.Cut(auth, "Signature=")
	if !found {
		return errors.New("no signature")
	}
	sum := sha256.Sum256(body)
	hash := base64.StdEncoding.EncodeToString(sum[:])
	if hash != h.Get("x-ms-content-sha256") { // no secret: anyone can make it
		return errors.New("another body")
	}
	mac := hmac.New(sha256.New, []byte(s.secret))
	mac.Write([]byte("POST\n" + uri + "\n" + h.Get("x-ms-date") + ";" + host + ";" + hash))
	if !hmac.Equal([]byte(signature), []byte(base64.StdEncoding.EncodeToString(mac.Sum(nil)))) {
		return errors.New("wrong signature")
	}
	return nil
}

func (s *shop) token1(w http.ResponseWriter, r *http.Request) {
	if s.token == "" || subtle.ConstantTimeCompare([]byte(r.Header.Get("Authorization")), []byte(s.token)) != 1 {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	var ev event
	_ = json.NewDecoder(r.Body).Decode(&ev)
	s.act(ev)
}

// unknown hands the request to code that is not seen.
func (s *shop) unknown(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	if s.verifier.Verify(r, body) != nil {
		return
	}
	var ev event
	if json.Unmarshal(body, &ev) == nil {
		s.act(ev)
	}
}

func (s *shop) plain(w http.ResponseWriter, r *http.Request) {
	var ev event
	_ = json.NewDecoder(r.Body).Decode(&ev)
	s.act(ev)
}

func (s *shop) guard(next http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if subtle.ConstantTimeCompare([]byte(r.Header.Get("Authorization")), []byte(s.token)) == 1 {
			next(w, r)
		}
	}
}

// checkFirst is a handler around a handler.
func (s *shop) checkFirst(w http.ResponseWriter, r *http.Request) {
	if subtle.ConstantTimeCompare([]byte(r.Header.Get("Authorization")), []byte(s.token)) == 1 {
		s.behind(w, r)
	}
}

func (s *shop) behind(w http.ResponseWriter, r *http.Request) {
	var ev event
	_ = json.NewDecoder(r.Body).Decode(&ev)
	s.act(ev)
}

func main() {
	s := &shop{secret: os.Getenv("SECRET"), token: os.Getenv("TOKEN"), paid: map[string]bool{}}
	http.HandleFunc("/inline", s.inline)
	http.HandleFunc("/helper", s.helper)
	http.HandleFunc("/token1", s.token1)
	http.HandleFunc("/unknown", s.unknown)
	http.HandleFunc("/plain", s.guard(s.plain))
	http.HandleFunc("/first", s.checkFirst)
	http.ListenAndServe(":8080", nil)
}
