// Package readings reads and decodes answers, and makes requests.
package readings

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log"
	"net/http"
	"strings"
)

const base = "https://api.vipps.no/epayment/v1/payments/"

type payment struct {
	State string `json:"state"`
}

func DecodeBare(ref string) (p payment, err error) {
	resp, err := http.Get(base + ref)
	if err != nil {
		return p, err
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		return p, errors.New(resp.Status)
	}
	json.NewDecoder(resp.Body).Decode(&p) // want `error of decoding a Vipps answer is dropped \(an answer of another form looks empty\); return it or log it: .*Decode \(GET /epayment/v1/payments/\{reference\}\)`
	return p, nil
}

func DecodeChecked(ref string) (p payment, err error) {
	resp, err := http.Get(base + ref)
	if err != nil {
		return p, err
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		return p, errors.New(resp.Status)
	}
	if err := json.NewDecoder(resp.Body).Decode(&p); err != nil {
		return p, err
	}
	return p, nil
}

func UnmarshalBlank(ref string) (p payment, err error) {
	resp, err := http.Get(base + ref)
	if err != nil {
		return p, err
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		return p, errors.New(resp.Status)
	}
	body, err := io.ReadAll(resp.Body)
	if err != nil {
		return p, err
	}
	_ = json.Unmarshal(body, &p) // want `error of decoding a Vipps answer is dropped.*json.Unmarshal`
	return p, nil
}

// UnmarshalUnused decodes into what nobody looks at.
func UnmarshalUnused(ref string) error {
	resp, err := http.Get(base + ref)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		return errors.New(resp.Status)
	}
	var p payment
	json.NewDecoder(resp.Body).Decode(&p)
	return nil
}

func BodyBlank(ref string) (string, error) {
	resp, err := http.Get(base + ref)
	if err != nil {
		return "", err
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		return "", errors.New(resp.Status)
	}
	body, _ := io.ReadAll(resp.Body) // want `error of reading a Vipps answer is dropped \(an answer that broke off looks complete\); return it or log it: io.ReadAll`
	return string(body), nil
}

func BodyChecked(ref string) (string, error) {
	resp, err := http.Get(base + ref)
	if err != nil {
		return "", err
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		return "", errors.New(resp.Status)
	}
	body, err := io.ReadAll(resp.Body)
	if err != nil {
		return "", err
	}
	return string(body), nil
}

// BodyOfARefusal reads the text of an error that is returned anyway.
func BodyOfARefusal(ref string) error {
	resp, err := http.Get(base + ref)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		body, _ := io.ReadAll(resp.Body)
		return fmt.Errorf("%s: %s", resp.Status, body)
	}
	return nil
}

// BodyDecoded notices what broke off when it decodes.
func BodyDecoded(ref string) (p payment, err error) {
	resp, err := http.Get(base + ref)
	if err != nil {
		return p, err
	}
	defer resp.Body.Close()
	body, _ := io.ReadAll(resp.Body)
	if resp.StatusCode != http.StatusOK {
		return p, fmt.Errorf("%s: %s", resp.Status, body)
	}
	err = json.Unmarshal(body, &p)
	return p, err
}

// BodyOfBoth reads before it looks, and uses what it read on the good way too.
func BodyOfBoth(ref string) (string, error) {
	resp, err := http.Get(base + ref)
	if err != nil {
		return "", err
	}
	defer resp.Body.Close()
	body, _ := io.ReadAll(resp.Body) // want "error of reading a Vipps answer is dropped"
	if resp.StatusCode != http.StatusOK {
		return "", fmt.Errorf("%s: %s", resp.Status, body)
	}
	return string(body), nil
}

type refusal struct{ body string }

func (r *refusal) Error() string { return r.body }

// BodyOfRefusals reads before it looks, and uses what it read of refusals alone.
func BodyOfRefusals(ref string) error {
	resp, err := http.Get(base + ref)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	body, _ := io.ReadAll(resp.Body)
	if resp.StatusCode != http.StatusOK {
		return &refusal{string(body)}
	}
	return nil
}

// BodyLogged needs no body.
func BodyLogged(ref string) error {
	resp, err := http.Get(base + ref)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		return errors.New(resp.Status)
	}
	body, _ := io.ReadAll(resp.Body)
	log.Printf("answer: %s", body)
	return nil
}

func capture(req *http.Request) error {
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		return errors.New(resp.Status)
	}
	return nil
}

func RequestBlank(ref string) error {
	req, _ := http.NewRequest("POST", base+ref+"/capture", strings.NewReader("{}")) // want `error of making a Vipps request is dropped \(a bad URL gives a request that is nil, and using it panics\); return it or log it: http.NewRequest`
	req.Header.Set("Content-Type", "application/json")
	return capture(req)
}

func RequestOverwritten(ref string) error {
	req, err := http.NewRequest("POST", base+ref+"/capture", strings.NewReader("{}")) // want "error of making a Vipps request is dropped"
	req.Header.Set("Content-Type", "application/json")
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		return errors.New(resp.Status)
	}
	return nil
}

func RequestChecked(ref string) error {
	req, err := http.NewRequest("POST", base+ref+"/capture", strings.NewReader("{}"))
	if err != nil {
		return err
	}
	return capture(req)
}

// RequestOfConstants can't fail.
func RequestOfConstants() error {
	req, _ := http.NewRequest("POST", "https://api.vipps.no/epayment/v1/payments", strings.NewReader("{}"))
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusCreated {
		return errors.New(resp.Status)
	}
	return nil
}

// RequestOfOthers goes elsewhere, and so do the answers.
func RequestOfOthers(id string) (out map[string]any) {
	req, _ := http.NewRequest("GET", "https://shop.example/orders/"+id, nil)
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		log.Print(err)
		return nil
	}
	defer resp.Body.Close()
	body, _ := io.ReadAll(resp.Body)
	json.Unmarshal(body, &out)
	return out
}
