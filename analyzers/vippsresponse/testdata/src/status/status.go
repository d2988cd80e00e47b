// Package status looks at the status of answers, or does not.
package status

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log"
	"net/http"
	"strings"
)

type payment struct {
	Reference string `json:"reference"`
	State     string `json:"state"`
}

func request(method, path string) (*http.Request, error) {
	return http.NewRequest(method, "https://api.vipps.no"+path, strings.NewReader("{}"))
}

func NeverRead(ref string) (p payment, err error) {
	resp, err := http.Get("https://api.vipps.no/epayment/v1/payments/" + ref) // want `status of a Vipps answer is never checked \(a state that was never read is acted on\); check it before the answer is used: .*GET /epayment/v1/payments/\{reference\}\), success is 200`
	if err != nil {
		return p, err
	}
	defer resp.Body.Close()
	err = json.NewDecoder(resp.Body).Decode(&p)
	return p, err
}

func Checked(ref string) (p payment, err error) {
	resp, err := http.Get("https://api.vipps.no/epayment/v1/payments/" + ref)
	if err != nil {
		return p, err
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		return p, errors.New(resp.Status)
	}
	err = json.NewDecoder(resp.Body).Decode(&p)
	return p, err
}

func OnlyPrinted(ref string) error {
	req, err := request("POST", "/epayment/v1/payments/"+ref+"/cancel")
	if err != nil {
		return err
	}
	resp, err := http.DefaultClient.Do(req) // want `status of a Vipps answer is never checked \(money that is still reserved looks released\)`
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	log.Println("cancelled", ref, resp.StatusCode)
	return nil
}

func PrintedAndChecked(ref string) error {
	req, err := request("POST", "/epayment/v1/payments/"+ref+"/cancel")
	if err != nil {
		return err
	}
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	log.Println("cancelled", ref, resp.StatusCode)
	if resp.StatusCode >= 400 {
		return fmt.Errorf("cancel %s: %d", ref, resp.StatusCode)
	}
	return nil
}

// ReadFirst reads the body before it looks, which is right.
func ReadFirst(ref string) ([]byte, error) {
	resp, err := http.Get("https://api.vipps.no/epayment/v1/payments/" + ref)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	body, err := io.ReadAll(resp.Body)
	if err != nil {
		return nil, err
	}
	if resp.StatusCode/100 != 2 {
		return nil, fmt.Errorf("%s: %s", resp.Status, body)
	}
	return body, nil
}

func Switched(ref string) (bool, error) {
	resp, err := http.Get("https://api.vipps.no/epayment/v1/payments/" + ref)
	if err != nil {
		return false, err
	}
	defer resp.Body.Close()
	switch resp.StatusCode {
	case http.StatusOK:
		return true, nil
	case http.StatusNotFound:
		return false, nil
	default:
		return false, errors.New(resp.Status)
	}
}

func ok(resp *http.Response) bool { return resp.StatusCode >= 200 && resp.StatusCode < 300 }

func ByHelper(ref string) error {
	resp, err := http.Get("https://api.vipps.no/epayment/v1/payments/" + ref)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if !ok(resp) {
		return errors.New("no such payment")
	}
	return nil
}

func OnOneWay(ref string, strict bool) (p payment, err error) {
	resp, err := http.Get("https://api.vipps.no/epayment/v1/payments/" + ref) // want "status of a Vipps answer is never checked"
	if err != nil {
		return p, err
	}
	defer resp.Body.Close()
	if strict {
		if resp.StatusCode != 200 {
			return p, errors.New(resp.Status)
		}
	}
	err = json.NewDecoder(resp.Body).Decode(&p)
	return p, err
}

// HandedOn leaves the status to its callers.
func HandedOn(ref string) (*http.Response, error) {
	return http.Get("https://api.vipps.no/epayment/v1/payments/" + ref)
}

// Neither makes two mistakes in one line.
func Neither(ref string) (p payment) {
	resp, _ := http.Get("https://api.vipps.no/epayment/v1/payments/" + ref) // want "error of a Vipps call is dropped" "status of a Vipps answer is never checked"
	defer resp.Body.Close()
	if err := json.NewDecoder(resp.Body).Decode(&p); err != nil {
		log.Print(err)
	}
	return p
}

// Passed is given on as it is.
func Passed(w http.ResponseWriter, r *http.Request) {
	resp, err := http.Get("https://api.vipps.no/epayment/v1/payments/" + r.PathValue("ref"))
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadGateway)
		return
	}
	defer resp.Body.Close()
	w.WriteHeader(resp.StatusCode)
	if _, err := io.Copy(w, resp.Body); err != nil {
		log.Print(err)
	}
}

// Ignored is a health check that wants to know about the network only.
func Ignored() error {
	//vippslint:ignore vippsresponse/status-unchecked any answer will do
	resp, err := http.Get("https://api.vipps.no/epayment/v1/payments/none")
	if err != nil {
		return err
	}
	return resp.Body.Close()
}
