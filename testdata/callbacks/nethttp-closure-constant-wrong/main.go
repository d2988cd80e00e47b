// Kiosk sells chocolate.
package main

import (
	"crypto/subtle"
	"encoding/json"
	"log"
	"net/http"
	"os"
	"strings"
	"time"

	"sjokolade.example/kiosk/ecom"
)

func main() {
	client := ecom.Client{Bearer: os.Getenv("BEARER"), Key: os.Getenv("OCP_APIM_KEY")}
	open := make(chan string, 100)

	http.HandleFunc("/kjop", func(w http.ResponseWriter, r *http.Request) {
		id := "sjoko-" + r.FormValue("nr")
		url, err := client.Initiate(id, 4900)
		if err != nil {
			http.Error(w, err.Error(), http.StatusBadGateway)
			return
		}
		open <- id
		http.Redirect(w, r, url, http.StatusSeeOther)
	})
	http.HandleFunc("/vipps/v2/payments/", func(w http.ResponseWriter, r *http.Request) {
		if subtle.ConstantTimeCompare([]byte(r.Header.Get("Authorization")), []byte(ecom.AuthToken)) != 1 {
			http.Error(w, "no", http.StatusUnauthorized)
			return
		}
		id := strings.TrimPrefix(r.URL.Path, "/vipps/v2/payments/")
		var b ecom.Callback
		if err := json.NewDecoder(r.Body).Decode(&b); err != nil || b.OrderID != id {
			http.Error(w, "no", http.StatusBadRequest)
			return
		}
		log.Print(id, ": ", b.TransactionInfo.Status)
	})
	go func() {
		for id := range open {
			time.Sleep(5 * time.Second)
			reserved, err := client.Reserved(id)
			if err != nil {
				log.Print(err)
			}
			if !reserved {
				open <- id
				continue
			}
			log.Print(id, " is paid")
		}
	}()
	log.Fatal(http.ListenAndServe(":8080", nil))
}
