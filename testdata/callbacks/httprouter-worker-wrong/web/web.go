// Package web answers browsers and MobilePay.
package web

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"io"
	"net/http"

	"github.com/julienschmidt/httprouter"

	"saippua.example/verkkokauppa/orders"
)

type App struct {
	Orders *orders.Store
	Secret string
}

func (a *App) Front(w http.ResponseWriter, r *http.Request, _ httprouter.Params) {
	fmt.Fprintln(w, "Saippuaa!")
}

func (a *App) Order(w http.ResponseWriter, r *http.Request, ps httprouter.Params) {
	fmt.Fprintln(w, a.Orders.Status(ps.ByName("id")))
}

// Notify takes the webhook of one of our shops.
func (a *App) Notify(w http.ResponseWriter, r *http.Request, ps httprouter.Params) {
	b, err := io.ReadAll(r.Body)
	if err != nil {
		http.Error(w, "body", 400)
		return
	}
	if a.Secret == "" || !hmac.Equal([]byte(r.Header.Get("Authorization")), []byte(signature(a.Secret, r, b))) {
		http.Error(w, "signature", 401)
		return
	}
	var msg struct {
		Msn, Reference, PspReference, Name string
		Success                            bool
	}
	if err := json.Unmarshal(b, &msg); err != nil {
		http.Error(w, "json", 400)
		return
	}
	if msg.Name == "AUTHORIZED" && msg.Success {
		if err := a.Orders.Put(msg.Reference, "paid"); err != nil {
			http.Error(w, "store", 500)
			return
		}
	}
	fmt.Fprintln(w, "ok", ps.ByName("shop"))
}

func signature(secret string, r *http.Request, body []byte) string {
	hash := sha256.Sum256(body)
	mac := hmac.New(sha256.New, []byte(secret))
	fmt.Fprintf(mac, "%s\n%s\n%s;%s;%s", r.Method, r.URL.RequestURI(), r.Header.Get("x-ms-date"), r.Host, base64.StdEncoding.EncodeToString(hash[:]))
	return "HMAC-SHA256 SignedHeaders=x-ms-date;host;x-ms-content-sha256&Signature=" + base64.StdEncoding.EncodeToString(mac.Sum(nil))
}
