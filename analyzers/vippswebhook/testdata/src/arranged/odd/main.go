// A check by what the body says first, a worker that checks, a secret in the path, and a switch for tests.
package main

import (
	"crypto/subtle"
	"encoding/json"
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

func valid(r *http.Request) bool {
	return subtle.ConstantTimeCompare([]byte(r.Header.Get("Authorization")), []byte(os.Getenv("TOKEN"))) == 1
}

type job struct {
	header http.Header
	body   callback
}

var jobs = make(chan job)

func queued(w http.ResponseWriter, r *http.Request) {
	var cb callback
	if json.NewDecoder(r.Body).Decode(&cb) == nil {
		jobs <- job{r.Header, cb}
	}
}

func filtered(w http.ResponseWriter, r *http.Request) {
	var cb callback
	if json.NewDecoder(r.Body).Decode(&cb) != nil || cb.Info.Status != "RESERVED" {
		w.WriteHeader(http.StatusOK)
		return
	}
	if !valid(r) {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	act(cb)
}

func inPath(w http.ResponseWriter, r *http.Request) {
	if r.PathValue("token") != os.Getenv("TOKEN") {
		return
	}
	var cb callback
	if json.NewDecoder(r.Body).Decode(&cb) == nil {
		act(cb)
	}
}

var insecure = os.Getenv("INSECURE") != ""

func switched(w http.ResponseWriter, r *http.Request) {
	if r.Header.Get("Authorization") == "" && !insecure {
		return
	}
	if !insecure && !valid(r) {
		return
	}
	var cb callback
	if json.NewDecoder(r.Body).Decode(&cb) == nil {
		act(cb)
	}
}

func main() {
	http.HandleFunc("/a", queued)
	http.HandleFunc("/b", filtered)
	http.HandleFunc("/c/{token}", inPath)
	http.HandleFunc("/d", switched)
	http.ListenAndServe(":8080", nil)
}
