// A shop that compares secrets in ways that tell them.
package main

import (
	"bytes"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"io"
	"net/http"
	"os"
	"strings"
)

type callback struct {
	MSN     string `json:"merchantSerialNumber"`
	OrderID string `json:"orderId"`
	Info    struct {
		Status string `json:"status"`
	} `json:"transactionInfo"`
}

type shop struct {
	token, secret string
	status        map[string]string
}

func (s *shop) act(cb callback) { s.status[cb.OrderID] = cb.Info.Status }

func (s *shop) plain(w http.ResponseWriter, r *http.Request) {
	if r.Header.Get("Authorization") != s.token { // want `token of a callback is not compared in constant time`
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	var cb callback
	_ = json.NewDecoder(r.Body).Decode(&cb)
	s.act(cb)
}

// told only takes an order off the list that it waits for.
func (s *shop) told(w http.ResponseWriter, r *http.Request) {
	if s.token == "" || s.token != r.Header.Get("Authorization") { // want `token of a callback is not compared in constant time`
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	var cb callback
	_ = json.NewDecoder(r.Body).Decode(&cb)
	delete(s.status, cb.OrderID)
}

func (s *shop) scheme(w http.ResponseWriter, r *http.Request) {
	scheme, token, _ := strings.Cut(r.Header.Get("Authorization"), " ")
	if scheme != "Bearer" || !strings.EqualFold(token, s.token) { // want `token of a callback`
		return
	}
	var cb callback
	_ = json.NewDecoder(r.Body).Decode(&cb)
	s.act(cb)
}

func (s *shop) same(w http.ResponseWriter, r *http.Request) {
	if !equal(r.Header.Get("Authorization"), s.token) {
		return
	}
	var cb callback
	_ = json.NewDecoder(r.Body).Decode(&cb)
	s.act(cb)
}

func equal(a, b string) bool {
	return len(a) == len(b) && a == b // want `token of a callback`
}

func (s *shop) signed(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	if s.signature(r, body) != r.Header.Get("Authorization") { // want `signature is not compared in constant time`
		return
	}
	var cb callback
	_ = json.Unmarshal(body, &cb)
	s.act(cb)
}

func (s *shop) signedBytes(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	_, signature, _ := strings.Cut(r.Header.Get("Authorization"), "Signature=")
	got, err := base64.StdEncoding.DecodeString(signature)
	if err != nil || !bytes.Equal(got, s.mac(r, body)) { // want `signature is not compared`
		return
	}
	var cb callback
	_ = json.Unmarshal(body, &cb)
	s.act(cb)
}

func (s *shop) signedCompared(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	if 0 != len(body) && strings.Compare(s.signature(r, body), r.Header.Get("Authorization")) != 0 { // want `signature is not compared`
		return
	}
	var cb callback
	_ = json.Unmarshal(body, &cb)
	s.act(cb)
}

func (s *shop) signature(r *http.Request, body []byte) string {
	return "HMAC-SHA256 SignedHeaders=x-ms-date;host;x-ms-content-sha256&Signature=" + base64.StdEncoding.EncodeToString(s.mac(r, body))
}

func (s *shop) mac(r *http.Request, body []byte) []byte {
	sum := sha256.Sum256(body)
	hash := base64.StdEncoding.EncodeToString(sum[:])
	if hash != r.Header.Get("x-ms-content-sha256") { // no secret
		return nil
	}
	mac := hmac.New(sha256.New, []byte(s.secret))
	mac.Write([]byte("POST\n" + r.URL.RequestURI() + "\n" + r.Header.Get("x-ms-date") + ";" + r.Host + ";" + hash))
	return mac.Sum(nil)
}

// admin is none of Vipps' business.
func (s *shop) admin(w http.ResponseWriter, r *http.Request) {
	if r.Header.Get("Authorization") != s.token {
		w.WriteHeader(http.StatusUnauthorized)
	}
}

// guard stands before a callback.
func (s *shop) guard(next http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if r.Header.Get("Authorization") == s.token { // want `token of a callback`
			next(w, r)
		}
	}
}

func (s *shop) guarded(w http.ResponseWriter, r *http.Request) {
	var cb callback
	_ = json.NewDecoder(r.Body).Decode(&cb)
	s.act(cb)
}

func main() {
	s := &shop{token: os.Getenv("TOKEN"), secret: os.Getenv("SECRET"), status: map[string]string{}}
	http.HandleFunc("/a", s.plain)
	http.HandleFunc("/b", s.scheme)
	http.HandleFunc("/c", s.same)
	http.HandleFunc("/d", s.signed)
	http.HandleFunc("/e", s.signedBytes)
	http.HandleFunc("/f", s.signedCompared)
	http.HandleFunc("/admin", s.admin)
	http.HandleFunc("/g", s.guard(s.guarded))
	_ = strings.ToUpper("x")
	_ = bytes.MinRead
	http.ListenAndServe(":8080", nil)
}
