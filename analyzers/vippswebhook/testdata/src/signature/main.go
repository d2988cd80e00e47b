// A shop whose signatures can never match.
package main

import (
	"crypto/hmac"
	"crypto/sha1"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
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

type shop struct {
	secret string
	paid   map[string]bool
}

func hashOf(body []byte) string {
	sum := sha256.Sum256(body)
	return base64.StdEncoding.EncodeToString(sum[:])
}

func given(r *http.Request) string {
	_, signature, _ := strings.Cut(r.Header.Get("Authorization"), "Signature=")
	return signature
}

func (s *shop) right(r *http.Request, body []byte) bool {
	mac := hmac.New(sha256.New, []byte(s.secret))
	mac.Write([]byte("POST\n" + r.URL.RequestURI() + "\n" + r.Header.Get("x-ms-date") + ";" + r.Host + ";" + hashOf(body)))
	return hmac.Equal([]byte(given(r)), []byte(base64.StdEncoding.EncodeToString(mac.Sum(nil))))
}

func (s *shop) rightInParts(r *http.Request, body []byte) bool {
	path := r.URL.Path
	if r.URL.RawQuery != "" {
		path += "?" + r.URL.RawQuery
	}
	text := fmt.Sprintf("%s\n%s\n%s;%s;%s", r.Method, path, r.Header.Get("X-Ms-Date"), r.Host, r.Header.Get("X-Ms-Content-Sha256"))
	mac := hmac.New(sha256.New, []byte(s.secret))
	mac.Write([]byte(text))
	got, err := base64.StdEncoding.DecodeString(given(r))
	return err == nil && hashOf(body) == r.Header.Get("X-Ms-Content-Sha256") && hmac.Equal(got, mac.Sum(nil))
}

func (s *shop) host(r *http.Request, body []byte) bool {
	host := r.Header.Get("Host") // want `signature can never match: net/http does not keep the host among the headers`
	mac := hmac.New(sha256.New, []byte(s.secret))
	mac.Write([]byte("POST\n" + r.URL.RequestURI() + "\n" + r.Header.Get("x-ms-date") + ";" + host + ";" + hashOf(body)))
	return hmac.Equal([]byte(given(r)), []byte(base64.StdEncoding.EncodeToString(mac.Sum(nil))))
}

func (s *shop) decoded(r *http.Request, body []byte) bool {
	key, err := base64.StdEncoding.DecodeString(s.secret)
	if err != nil {
		return false
	}
	mac := hmac.New(sha256.New, key) // want `the secret is base64-decoded`
	mac.Write([]byte("POST\n" + r.URL.RequestURI() + "\n" + r.Header.Get("x-ms-date") + ";" + r.Host + ";" + hashOf(body)))
	return hmac.Equal([]byte(given(r)), []byte(base64.StdEncoding.EncodeToString(mac.Sum(nil))))
}

func (s *shop) separators(r *http.Request, body []byte) bool {
	mac := hmac.New(sha256.New, []byte(s.secret))
	mac.Write([]byte("POST\n" + r.URL.RequestURI() + "\n" + r.Header.Get("x-ms-date") + "\n" + r.Host + "\n" + hashOf(body))) // want `another text is signed than Vipps signs .*sign "POST\\n{path}\\n{date};{host};{hash}", not "POST\\n{path}\\n{date}\\n{host}\\n{hash}"`
	return hmac.Equal([]byte(given(r)), []byte(base64.StdEncoding.EncodeToString(mac.Sum(nil))))
}

func (s *shop) order(r *http.Request, body []byte) bool {
	text := fmt.Sprintf("POST\n%s\n%s;%s;%s", r.URL.RequestURI(), r.Host, r.Header.Get("x-ms-date"), r.Header.Get("x-ms-content-sha256"))
	mac := hmac.New(sha256.New, []byte(s.secret))
	mac.Write([]byte(text)) // want `not "POST\\n{path}\\n{host};{date};{hash}"`
	return hmac.Equal([]byte(given(r)), []byte(base64.StdEncoding.EncodeToString(mac.Sum(nil))))
}

// nonce signs something that is not known: silent.
func (s *shop) nonce(r *http.Request, body []byte, nonce string) bool {
	mac := hmac.New(sha256.New, []byte(s.secret))
	mac.Write([]byte(nonce + r.URL.RequestURI() + r.Header.Get("x-ms-date")))
	return hmac.Equal([]byte(given(r)), []byte(base64.StdEncoding.EncodeToString(mac.Sum(nil))))
}

func (s *shop) hex(r *http.Request, body []byte) bool {
	mac := hmac.New(sha256.New, []byte(s.secret))
	mac.Write([]byte("POST\n" + r.URL.RequestURI() + "\n" + r.Header.Get("x-ms-date") + ";" + r.Host + ";" + hashOf(body)))
	return hmac.Equal([]byte(given(r)), []byte(hex.EncodeToString(mac.Sum(nil)))) // want `hexadecimal is compared with what Vipps writes in base64`
}

func (s *shop) sha1(r *http.Request, body []byte) bool {
	mac := hmac.New(sha1.New, []byte(s.secret)) // want `the HMAC is not made with SHA-256`
	mac.Write([]byte("POST\n" + r.URL.RequestURI() + "\n" + r.Header.Get("x-ms-date") + ";" + r.Host + ";" + hashOf(body)))
	return hmac.Equal([]byte(given(r)), []byte(base64.StdEncoding.EncodeToString(mac.Sum(nil))))
}

func (s *shop) lowerCase(r *http.Request, body []byte) bool {
	dates := r.Header["x-ms-date"] // want `keeps this header under its canonical name`
	if len(dates) != 1 {
		return false
	}
	mac := hmac.New(sha256.New, []byte(s.secret))
	mac.Write([]byte("POST\n" + r.URL.RequestURI() + "\n" + dates[0] + ";" + r.Host + ";" + hashOf(body)))
	return hmac.Equal([]byte(given(r)), []byte(base64.StdEncoding.EncodeToString(mac.Sum(nil))))
}

func (s *shop) callback(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	if !s.right(r, body) && !s.rightInParts(r, body) && !s.host(r, body) && !s.decoded(r, body) && !s.separators(r, body) &&
		!s.order(r, body) && !s.nonce(r, body, os.Getenv("NONCE")) && !s.hex(r, body) && !s.sha1(r, body) && !s.lowerCase(r, body) {
		return
	}
	var ev event
	_ = json.Unmarshal(body, &ev)
	s.paid[ev.Reference] = ev.Success
}

func (s *shop) remarshalled(w http.ResponseWriter, r *http.Request) {
	var ev event
	if json.NewDecoder(r.Body).Decode(&ev) != nil {
		return
	}
	body, _ := json.Marshal(ev)
	sum := sha256.Sum256(body) // want `the hash is of a body that was encoded anew`
	if base64.StdEncoding.EncodeToString(sum[:]) != r.Header.Get("x-ms-content-sha256") || !s.right(r, body) {
		return
	}
	s.paid[ev.Reference] = ev.Success
}

func (s *shop) stranger(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	mac := hmac.New(sha256.New, []byte(s.secret))
	mac.Write(body)
	want := base64.StdEncoding.EncodeToString(mac.Sum(nil))
	if !hmac.Equal([]byte(want), []byte(r.Header.Get("X-Vipps-Signature"))) { // want `Vipps sends no such header .* not in "X-Vipps-Signature"`
		return
	}
	var ev event
	_ = json.Unmarshal(body, &ev)
	s.paid[ev.Reference] = ev.Success
}

func main() {
	s := &shop{secret: os.Getenv("SECRET"), paid: map[string]bool{}}
	http.HandleFunc("/a", s.callback)
	http.HandleFunc("/b", s.remarshalled)
	http.HandleFunc("/c", s.stranger)
	http.ListenAndServe(":8080", nil)
}
