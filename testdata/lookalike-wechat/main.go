// Command pay takes the money of tourists in a tea house.
package main

import (
	"fmt"
	"log"
	"net/http"
	"os"
	"strconv"

	"tehus.example/pay/douyin"
	"tehus.example/pay/wechat"
)

func main() {
	m := &wechat.Merchant{
		MchID:                os.Getenv("MCH_ID"),
		MerchantSerialNumber: os.Getenv("MCH_SERIAL"),
		CallbackURL:          "https://tehus.example/callback/payments",
	}
	http.HandleFunc("POST /te", func(w http.ResponseWriter, r *http.Request) {
		yuan, err := strconv.ParseFloat(r.FormValue("yuan"), 64)
		if err != nil {
			http.Error(w, "how much?", http.StatusBadRequest)
			return
		}
		url, _ := m.Native(r.Context(), r.FormValue("ref"), yuan)
		fmt.Fprintln(w, url)
	})
	http.HandleFunc("POST /retur", func(w http.ResponseWriter, r *http.Request) {
		_ = douyin.Refund(r.Context(), m.MerchantSerialNumber, r.FormValue("ref"), 28.80)
	})
	http.HandleFunc("POST /callback/payments", wechat.Notify)
	log.Fatal(http.ListenAndServe(":8080", nil))
}
