// Package web has the pages.
package web

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"strconv"
	"time"

	"garnbua.example/nettbutikk/ordre"
	"garnbua.example/nettbutikk/vipps"
)

// HookSecret came with the registration of the webhook.
var HookSecret string

func Forside(w http.ResponseWriter, r *http.Request) {
	fmt.Fprintln(w, "Garn fra hele landet")
}

func Kjop(w http.ResponseWriter, r *http.Request) {
	ref := "garn-" + strconv.FormatInt(time.Now().UnixMilli(), 36)
	url, err := vipps.Pay(ref, 24900, "https://garnbua.example/takk?ref="+ref)
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadGateway)
		return
	}
	ordre.Set(ref, "venter")
	http.Redirect(w, r, url, http.StatusSeeOther)
}

// Takk is where the customer comes back to.
func Takk(w http.ResponseWriter, r *http.Request) {
	fmt.Fprintln(w, "Takk!", ordre.Get(r.FormValue("ref")))
}

// Hook takes what Vipps tells of payments.
func Hook(w http.ResponseWriter, r *http.Request) {
	raw, err := io.ReadAll(r.Body)
	if err != nil {
		http.Error(w, "?", http.StatusBadRequest)
		return
	}
	hash := sha256.Sum256(raw)
	text := fmt.Sprintf("POST\n%s\n%s;%s;%s", r.URL.RequestURI(), r.Header.Get("x-ms-date"), r.Host, base64.StdEncoding.EncodeToString(hash[:]))
	mac := hmac.New(sha256.New, []byte(HookSecret))
	mac.Write([]byte(text))
	sign := "HMAC-SHA256 SignedHeaders=x-ms-date;host;x-ms-content-sha256&Signature=" + base64.StdEncoding.EncodeToString(mac.Sum(nil))
	if !hmac.Equal([]byte(sign), []byte(r.Header.Get("Authorization"))) {
		http.Error(w, "not from Vipps", http.StatusUnauthorized)
		return
	}
	var h struct {
		MSN          string `json:"msn"`
		Reference    string `json:"reference"`
		PSPReference string `json:"pspReference"`
		Name         string `json:"name"`
		Success      bool   `json:"success"`
		Timestamp    string `json:"timestamp"`
	}
	if err := json.Unmarshal(raw, &h); err != nil {
		http.Error(w, "?", http.StatusBadRequest)
		return
	}
	if h.Success && h.Name == "AUTHORIZED" {
		ordre.Set(h.Reference, "betalt")
	}
}
