// Package lookalike drops the answers of others and keeps those of Vipps.
package lookalike

import (
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"net/url"
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

// Bing has the subscription key as well.
func Bing(key, query string) (out map[string]any, err error) {
	req, _ := http.NewRequest("GET", "https://api.bing.microsoft.com/v7.0/search?q="+url.QueryEscape(query), nil)
	req.Header.Set("Ocp-Apim-Subscription-Key", key)
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return nil, nil
	}
	defer resp.Body.Close()
	body, _ := io.ReadAll(resp.Body)
	_ = json.Unmarshal(body, &out)
	return out, nil
}

// SMS tells the customer, or not.
func SMS(phone, text string) error {
	resp, err := http.PostForm("https://sms.example.no/send", url.Values{"to": {phone}, "text": {text}})
	if err != nil {
	}
	if resp.StatusCode == http.StatusNotFound {
		return errors.New("no such number")
	}
	return nil
}

// Told drops the answer of the SMS, not that of Vipps.
func Told(ref, phone string) error {
	if err := Vipps(ref); err != nil {
		return err
	}
	_ = SMS(phone, "Thank you for 149 kr")
	return nil
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

// post is used for Vipps and for others.
func post(url, key string) (*http.Response, error) {
	req, err := http.NewRequest("POST", url, strings.NewReader("{}"))
	if err != nil {
		return nil, err
	}
	req.Header.Set("Ocp-Apim-Subscription-Key", key)
	return http.DefaultClient.Do(req)
}

func PostToAzure(key string) (out map[string]any) {
	resp, _ := post("https://shop.azure-api.net/orders", key)
	defer resp.Body.Close()
	json.NewDecoder(resp.Body).Decode(&out)
	return out
}

func PostToVipps(key string) (out map[string]any, err error) {
	resp, err := post("https://api.vipps.no/epayment/v1/payments", key)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusCreated {
		return nil, errors.New(resp.Status)
	}
	err = json.NewDecoder(resp.Body).Decode(&out)
	return out, err
}
