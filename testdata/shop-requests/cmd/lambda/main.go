// Command lambda is a server in which each request gets a token of its own.
package main

import (
	"encoding/json"
	"fmt"
	"log"
	"net/http"
	"os"
)

type vippsAPI struct{ client *http.Client }

func (v vippsAPI) token() string {
	req, err := http.NewRequest(http.MethodPost, "https://api.vipps.no/accessToken/get", nil)
	if err != nil {
		log.Println(err)
		return ""
	}
	req.Header.Set("client_id", os.Getenv("A"))
	req.Header.Set("client_secret", os.Getenv("B"))
	req.Header.Set("Ocp-Apim-Subscription-Key", os.Getenv("C"))
	resp, err := v.client.Do(req)
	if err != nil {
		log.Println(err)
		return ""
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		log.Println("token", resp.Status)
		return ""
	}
	var t struct {
		AccessToken string `json:"access_token"`
	}
	if err := json.NewDecoder(resp.Body).Decode(&t); err != nil {
		log.Println(err)
	}
	fmt.Println("token:", t.AccessToken) // want:vippssecret/logged
	return t.AccessToken
}

func (v vippsAPI) request(method, path string) (*http.Request, error) {
	req, err := http.NewRequest(method, "https://api.vipps.no"+path, nil)
	if err != nil {
		return nil, err
	}
	req.Header.Set("Authorization", "Bearer "+v.token()) // want:vippstoken/per-request
	req.Header.Set("Ocp-Apim-Subscription-Key", os.Getenv("C"))
	req.Header.Set("Merchant-Serial-Number", os.Getenv("D"))
	return req, nil
}

func (v vippsAPI) status(ref string) (string, error) {
	req, err := v.request(http.MethodGet, "/epayment/v1/payments/"+ref)
	if err != nil {
		return "", err
	}
	resp, err := v.client.Do(req)
	if err != nil {
		return "", err
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		return "", fmt.Errorf("read: %s", resp.Status)
	}
	var p struct {
		State string `json:"state"`
	}
	err = json.NewDecoder(resp.Body).Decode(&p)
	return p.State, err
}

func main() {
	v := vippsAPI{http.DefaultClient}
	http.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		s, err := v.status(r.FormValue("ref"))
		if err != nil {
			http.Error(w, err.Error(), 502)
			return
		}
		fmt.Fprintln(w, s)
	})
	log.Fatal(http.ListenAndServe(":8081", nil))
}
