// Package verify checks signatures of Vipps for handlers elsewhere.
package verify

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"errors"
	"net/http"
)

var ErrSignature = errors.New("wrong signature")

// Lenient lets everything pass where no secret is set.
func Lenient(r *http.Request, body []byte, secret string) error {
	if secret == "" { // want `payment callback of ePayment is acted on unchecked where this is empty`
		return nil
	}
	return Strict(r, body, secret)
}

// Strict does not.
func Strict(r *http.Request, body []byte, secret string) error {
	if secret == "" {
		return ErrSignature
	}
	sum := sha256.Sum256(body)
	mac := hmac.New(sha256.New, []byte(secret))
	mac.Write([]byte("POST\n" + r.URL.RequestURI() + "\n" + r.Header.Get("x-ms-date") + ";" + r.Host + ";" + base64.StdEncoding.EncodeToString(sum[:])))
	want := "HMAC-SHA256 SignedHeaders=x-ms-date;host;x-ms-content-sha256&Signature=" + base64.StdEncoding.EncodeToString(mac.Sum(nil))
	if !hmac.Equal([]byte(want), []byte(r.Header.Get("Authorization"))) {
		return ErrSignature
	}
	return nil
}

// Changed checks nothing where nothing is in the body, which is right: there is
// nothing to believe.
func Changed(r *http.Request, body []byte, secret string) error {
	if len(body) == 0 {
		return nil
	}
	return Strict(r, body, secret)
}

// Wrong signs another text.
func Wrong(r *http.Request, body []byte, secret string) bool {
	mac := hmac.New(sha256.New, []byte(secret))
	mac.Write([]byte(r.Header.Get("x-ms-date") + ";" + r.Host + ";" + r.Header.Get("x-ms-content-sha256"))) // want `another text is signed`
	return base64.StdEncoding.EncodeToString(mac.Sum(nil)) == r.Header.Get("Authorization")                 // want `signature is not compared in constant time`
}
