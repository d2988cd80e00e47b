// Package reading decodes and reads answers of Vipps'.
package reading

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"log"
	"net/http"
)

const payments = "https://api.vipps.no/epayment/v1/payments/"

type payment struct {
	State string `json:"state"`
}

func decoder(ref string) (p payment, err error) {
	resp, err := http.Get(payments + ref) // want `GET /epayment/v1/payments/{reference} answer 0 -1 1`
	if err != nil {
		return p, err
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		var problem struct{ Title string }
		_ = json.NewDecoder(resp.Body).Decode(&problem)
		return p, errors.New(problem.Title)
	}
	json.NewDecoder(resp.Body).Decode(&p) // want `Decoder.Decode decodes 0`
	return p, nil
}

// limited reads through other readers.
func limited(ref string) (p payment, err error) {
	resp, err := http.Get(payments + ref) // want `answer 0 -1 1`
	if err != nil {
		return p, err
	}
	defer resp.Body.Close()
	if resp.StatusCode/100 != 2 {
		return p, errors.New(resp.Status)
	}
	dec := json.NewDecoder(io.LimitReader(resp.Body, 1<<20))
	dec.DisallowUnknownFields()
	err = dec.Decode(&p) // want `Decoder.Decode decodes 0`
	return p, err
}

// readAll hands its bytes to json, whose error is looked at.
func readAll(ref string) (p payment, err error) {
	resp, err := http.Get(payments + ref) // want `answer 0 -1 1`
	if err != nil {
		return p, err
	}
	defer resp.Body.Close()
	if resp.StatusCode >= 400 {
		text, _ := io.ReadAll(resp.Body)
		return p, fmt.Errorf("vipps: %s", text)
	}
	text, _ := io.ReadAll(resp.Body)
	err = json.Unmarshal(text, &p) // want `json.Unmarshal decodes 0`
	return p, err
}

// readAllDropped looks at no error.
func readAllDropped(ref string) (p payment) {
	resp, err := http.Get(payments + ref) // want `answer 0 -1 1`
	if err != nil {
		return p
	}
	defer resp.Body.Close()
	switch resp.StatusCode {
	case http.StatusOK:
	default:
		text, _ := io.ReadAll(resp.Body)
		log.Printf("%s", text)
		return p
	}
	text, _ := io.ReadAll(resp.Body) // want `io.ReadAll reads 1`
	json.Unmarshal(text, &p)         // want `json.Unmarshal decodes 0`
	return p
}

func asText(ref string) (string, error) {
	resp, err := http.Get(payments + ref) // want `answer 0 -1 1`
	if err != nil {
		return "", err
	}
	defer resp.Body.Close()
	if resp.StatusCode != 200 {
		return "", errors.New(resp.Status)
	}
	text, _ := io.ReadAll(resp.Body) // want `io.ReadAll reads 1`
	return string(text), nil
}

// drained throws away what it reads.
func drained(ref string) error {
	resp, err := http.Get(payments + ref) // want `answer 0 -1 1`
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	io.Copy(io.Discard, resp.Body)
	if resp.StatusCode != 200 {
		return errors.New(resp.Status)
	}
	return nil
}

// unused decodes to see whether it is JSON at all.
func unused(ref string) error {
	resp, err := http.Get(payments + ref) // want `answer 0 -1 1`
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if resp.StatusCode != 200 {
		return errors.New(resp.Status)
	}
	var p payment
	json.NewDecoder(resp.Body).Decode(&p)
	return nil
}

func buffered(ref string) (string, error) {
	resp, err := http.Get(payments + ref) // want `answer 0 -1 1`
	if err != nil {
		return "", err
	}
	defer resp.Body.Close()
	if resp.StatusCode != 200 {
		return "", errors.New(resp.Status)
	}
	var buf bytes.Buffer
	buf.ReadFrom(resp.Body) // want `Buffer.ReadFrom reads 1`
	return buf.String(), nil
}

func copied(ref string) (p payment) {
	resp, err := http.Get(payments + ref) // want `answer 0 -1 1`
	if err != nil || resp.StatusCode != 200 {
		return p
	}
	defer resp.Body.Close()
	buf := new(bytes.Buffer)
	io.Copy(buf, resp.Body)             // want `io.Copy reads 1`
	_ = json.NewDecoder(buf).Decode(&p) // want `Decoder.Decode decodes 0`
	return p
}

// fetch hands the body on; it looks at the status itself.
func fetch(ref string) ([]byte, error) {
	resp, err := http.Get(payments + ref) // want `answer 0 -1 1`
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	if resp.StatusCode != 200 {
		return nil, errors.New(resp.Status)
	}
	return io.ReadAll(resp.Body) // want `io.ReadAll reads 1`
}

func state(ref string) (string, error) {
	text, err := fetch(ref) // want `GET /epayment/v1/payments/{reference} answer -1 -1 1`
	if err != nil {
		return "", err
	}
	var p payment
	_ = json.Unmarshal(text, &p) // want `json.Unmarshal decodes 0`
	return p.State, nil
}

// decode is given answers of Vipps' and others'.
func decode(resp *http.Response, out any) error {
	defer resp.Body.Close()
	if err := check(resp); err != nil {
		return err
	}
	return json.NewDecoder(resp.Body).Decode(out) // want `Decoder.Decode decodes 0`
}

func check(resp *http.Response) error {
	if resp.StatusCode >= 300 {
		body, _ := io.ReadAll(resp.Body)
		return fmt.Errorf("%s: %s", resp.Status, body)
	}
	return nil
}

func decoded(ref string) (p payment, err error) {
	resp, err := http.Get(payments + ref) // want `answer 0 -1 1`
	if err != nil {
		return p, err
	}
	decode(resp, &p) // want `reading.decode decodes 0`
	return p, nil
}

func decodedElsewhere() (p payment, err error) {
	resp, err := http.Get("https://api.bring.com/tracking")
	if err != nil {
		return p, err
	}
	decode(resp, &p)
	json.NewDecoder(resp.Body).Decode(&p)
	return p, nil
}

func otherFormat(ref string) (p payment) {
	resp, err := http.Get(payments + ref) // want `answer 0 -1 1`
	if err != nil {
		return p
	}
	defer resp.Body.Close()
	xml.NewDecoder(resp.Body).Decode(&p)
	return p
}

func made(method, ref string) error {
	req, err := http.NewRequest(method, payments+ref, nil) // want `http.NewRequest makes 1`
	req.Header.Set("Accept", "application/json")
	resp, err := http.DefaultClient.Do(req) // want `answer 0 -1 1`
	if err != nil {
		return err
	}
	return check(resp)
}

func madeOfConstants() error {
	req, _ := http.NewRequest("GET", payments+"acme-shop-1", nil)
	resp, err := http.DefaultClient.Do(req) // want `answer 0 -1 1`
	if err != nil {
		return err
	}
	return check(resp)
}

// builder makes the requests of two functions.
func builder(method, path string) (*http.Request, error) {
	return http.NewRequest(method, "https://api.vipps.no"+path, nil) // want `http.NewRequest makes 1`
}

func built(ref string) error {
	req, err := builder("GET", "/epayment/v1/payments/"+ref) // want `reading.builder makes 1`
	if err != nil {
		return err
	}
	resp, err := http.DefaultClient.Do(req) // want `GET /epayment/v1/payments/{reference} answer 0 -1 1`
	if err != nil {
		return err
	}
	return check(resp)
}

func builtToo(ref string) error {
	req, err := builder("POST", "/epayment/v1/payments/"+ref+"/cancel") // want `reading.builder makes 1`
	if err != nil {
		return err
	}
	resp, err := http.DefaultClient.Do(req) // want `POST /epayment/v1/payments/{reference}/cancel answer 0 -1 1`
	if err != nil {
		return err
	}
	return check(resp)
}
