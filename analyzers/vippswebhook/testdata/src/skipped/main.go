// A shop whose checks are passed over.
package main

import (
	"crypto/hmac"
	"crypto/sha256"
	"crypto/subtle"
	"encoding/base64"
	"encoding/json"
	"errors"
	"io"
	"log"
	"net/http"
	"os"
)

type callback struct {
	MSN     string `json:"merchantSerialNumber"`
	OrderID string `json:"orderId"`
	Info    struct {
		Status string `json:"status"`
		Amount int    `json:"amount"`
	} `json:"transactionInfo"`
}

type shop struct {
	token, secret string
	dev           bool
	status        map[string]string
}

func (s *shop) act(cb callback) { s.status[cb.OrderID] = cb.Info.Status }

func (s *shop) noToken(w http.ResponseWriter, r *http.Request) {
	if s.token != "" { // want `payment callback of eCom is acted on unchecked where this is empty .*refuse the request then`
		if subtle.ConstantTimeCompare([]byte(r.Header.Get("Authorization")), []byte(s.token)) != 1 {
			w.WriteHeader(http.StatusUnauthorized)
			return
		}
	}
	var cb callback
	_ = json.NewDecoder(r.Body).Decode(&cb)
	s.act(cb)
}

func (s *shop) noTokenInOne(w http.ResponseWriter, r *http.Request) {
	if s.token != "" && subtle.ConstantTimeCompare([]byte(r.Header.Get("Authorization")), []byte(s.token)) != 1 { // want `unchecked where this is empty`
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	var cb callback
	_ = json.NewDecoder(r.Body).Decode(&cb)
	s.act(cb)
}

func (s *shop) noHeader(w http.ResponseWriter, r *http.Request) {
	if auth := r.Header.Get("Authorization"); auth != "" { // want `unchecked where this is empty`
		if subtle.ConstantTimeCompare([]byte(auth), []byte(s.token)) != 1 {
			w.WriteHeader(http.StatusUnauthorized)
			return
		}
	}
	var cb callback
	_ = json.NewDecoder(r.Body).Decode(&cb)
	s.act(cb)
}

func (s *shop) noHeaderRefused(w http.ResponseWriter, r *http.Request) {
	auth := r.Header.Get("Authorization")
	if auth == "" {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	if subtle.ConstantTimeCompare([]byte(auth), []byte(s.token)) != 1 {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	var cb callback
	_ = json.NewDecoder(r.Body).Decode(&cb)
	s.act(cb)
}

// development is left alone: whoever set the switch knows what it does.
func (s *shop) development(w http.ResponseWriter, r *http.Request) {
	if !s.dev {
		if subtle.ConstantTimeCompare([]byte(r.Header.Get("Authorization")), []byte(s.token)) != 1 {
			return
		}
	}
	var cb callback
	_ = json.NewDecoder(r.Body).Decode(&cb)
	s.act(cb)
}

func (s *shop) lenient(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	if !s.valid(r, body) {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	var cb callback
	_ = json.Unmarshal(body, &cb)
	s.act(cb)
}

func (s *shop) valid(r *http.Request, body []byte) bool {
	if s.secret == "" { // want `unchecked where this is empty`
		log.Println("no secret, nothing is checked")
		return true
	}
	return s.signed(r, body)
}

func (s *shop) strict(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	if err := s.verify(r, body); err != nil {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	var cb callback
	_ = json.Unmarshal(body, &cb)
	s.act(cb)
}

func (s *shop) verify(r *http.Request, body []byte) error {
	if s.secret == "" {
		return errors.New("no secret")
	}
	if !s.signed(r, body) {
		return errors.New("wrong signature")
	}
	return nil
}

func (s *shop) lenientError(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	if err := s.verifySome(r, body); err != nil {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	var cb callback
	_ = json.Unmarshal(body, &cb)
	s.act(cb)
}

func (s *shop) verifySome(r *http.Request, body []byte) error {
	if r.Header.Get("Authorization") == "" { // want `unchecked where this is empty`
		return nil
	}
	if !s.signed(r, body) {
		return errors.New("wrong signature")
	}
	return nil
}

func (s *shop) signed(r *http.Request, body []byte) bool {
	sum := sha256.Sum256(body)
	mac := hmac.New(sha256.New, []byte(s.secret))
	mac.Write([]byte("POST\n" + r.URL.RequestURI() + "\n" + r.Header.Get("x-ms-date") + ";" + r.Host + ";" + base64.StdEncoding.EncodeToString(sum[:])))
	want := "HMAC-SHA256 SignedHeaders=x-ms-date;host;x-ms-content-sha256&Signature=" + base64.StdEncoding.EncodeToString(mac.Sum(nil))
	return hmac.Equal([]byte(want), []byte(r.Header.Get("Authorization")))
}

// late ships first.
func (s *shop) late(w http.ResponseWriter, r *http.Request) {
	var cb callback
	_ = json.NewDecoder(r.Body).Decode(&cb)
	s.act(cb) // want `acted on before it is checked who sent it`
	if subtle.ConstantTimeCompare([]byte(r.Header.Get("Authorization")), []byte(s.token)) != 1 {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	w.WriteHeader(http.StatusOK)
}

func main() {
	s := &shop{token: os.Getenv("TOKEN"), secret: os.Getenv("SECRET"), status: map[string]string{}}
	http.HandleFunc("/a", s.noToken)
	http.HandleFunc("/b", s.noTokenInOne)
	http.HandleFunc("/c", s.noHeader)
	http.HandleFunc("/d", s.noHeaderRefused)
	http.HandleFunc("/e", s.development)
	http.HandleFunc("/f", s.lenient)
	http.HandleFunc("/g", s.strict)
	http.HandleFunc("/h", s.lenientError)
	http.HandleFunc("/i", s.late)
	http.ListenAndServe(":8080", nil)
}
