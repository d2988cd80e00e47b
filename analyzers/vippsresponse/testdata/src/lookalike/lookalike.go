// Package lookalike drops the answers of others and keeps those of Vipps.
package lookalike

import (
	"encoding/json"
	"errors"
	"net/http"
	"strings"
)

// Azure has the subscription key as well.
func Azure(key string) (out map[string]any) {
	req, _ := http.NewRequest("GET", "https://shop.azure-api.net/stock", nil)
	req.Header.Set("Ocp-Apim-Subscription-Key", key)
	resp, _ := http.DefaultClient.Do(req)
	defer resp.Body.Close()
	json.NewDecoder(resp.Body).Decode(&out)
	return out
}

func Swish() {
	http.Post("https://cpc.getswish.net/swish-cpcapi/api/v1/paymentrequests", "application/json", strings.NewReader("{}"))
}

// Mock serves the routes of Vipps to tests.
func Mock() *http.ServeMux {
	mux := http.NewServeMux()
	mux.HandleFunc("/epayment/v1/payments/", func(w http.ResponseWriter, r *http.Request) {
		json.NewEncoder(w).Encode(map[string]string{"state": "AUTHORIZED"})
	})
	return mux
}

func ping(url string) error {
	resp, err := http.Get(url)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func Own() { ping("https://shop.example/health") }

func Vipps(ref string) error {
	resp, err := http.Get("https://api.vipps.no/epayment/v1/payments/" + ref)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		return errors.New(resp.Status)
	}
	return nil
}
