// Comparisons that a fix writes in constant time.
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
)

type callback struct {
	MSN     string `json:"merchantSerialNumber"`
	OrderID string `json:"orderId"`
	Info    struct {
		Status string `json:"status"`
	} `json:"transactionInfo"`
}

var orders = map[string]string{}

func act(cb callback) { orders[cb.OrderID] = cb.Info.Status }

type token string

func notEqual(w http.ResponseWriter, r *http.Request) {
	if want := token(os.Getenv("TOKEN")); want == "" || token(r.Header.Get("Authorization")) != want { // want `token of a callback`
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	var cb callback
	if json.NewDecoder(r.Body).Decode(&cb) == nil {
		act(cb)
	}
}

func negated(w http.ResponseWriter, r *http.Request) {
	if !(r.Header.Get("Authorization") == os.Getenv("TOKEN")) { // want `token of a callback`
		return
	}
	var cb callback
	if json.NewDecoder(r.Body).Decode(&cb) == nil {
		act(cb)
	}
}

func signed(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	sum := sha256.Sum256(body)
	mac := hmac.New(sha256.New, []byte(os.Getenv("SECRET")))
	mac.Write([]byte("POST\n" + r.URL.RequestURI() + "\n" + r.Header.Get("x-ms-date") + ";" + r.Host + ";" + base64.StdEncoding.EncodeToString(sum[:])))
	got, err := base64.StdEncoding.DecodeString(r.Header.Get("Authorization"))
	if err != nil || !bytes.Equal(got, mac.Sum(nil)) { // want `signature is not compared`
		return
	}
	var cb callback
	if json.Unmarshal(body, &cb) == nil {
		act(cb)
	}
}

func signedText(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	sum := sha256.Sum256(body)
	mac := hmac.New(sha256.New, []byte(os.Getenv("SECRET")))
	mac.Write([]byte("POST\n" + r.URL.RequestURI() + "\n" + r.Header.Get("x-ms-date") + ";" + r.Host + ";" + base64.StdEncoding.EncodeToString(sum[:])))
	ok := base64.StdEncoding.EncodeToString(mac.Sum(nil)) == r.Header.Get("Authorization") // want `signature is not compared`
	if !ok {
		return
	}
	var cb callback
	if json.Unmarshal(body, &cb) == nil {
		act(cb)
	}
}

func main() {
	http.HandleFunc("/a", notEqual)
	http.HandleFunc("/b", negated)
	http.HandleFunc("/c", signed)
	http.HandleFunc("/d", signedText)
	http.ListenAndServe(":8080", nil)
}
