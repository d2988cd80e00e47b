// Package code looks at statuses, too narrowly or not.
package code

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log"
	"net/http"
	"slices"
)

var errBad = errors.New("bad")

func get() (*http.Response, error)    { return nil, errBad }
func getStatus() ([]byte, int, error) { return nil, 0, errBad }
func work() bool                      { return false }

func only200() error {
	resp, err := get() // codes: 200+ by resp.StatusCode != 200 201- 404- 500-
	if err != nil {
		return err
	}
	if resp.StatusCode != 200 {
		return errBad
	}
	return nil
}

func each2xx() error {
	resp, err := get() // codes: 200+ by resp.StatusCode/100 != 2 201+ 404- 500-
	if err != nil {
		return err
	}
	if resp.StatusCode/100 != 2 {
		return fmt.Errorf("status %d", resp.StatusCode)
	}
	return nil
}

func below500() error {
	resp, err := get() // codes: 200+ by resp.StatusCode >= 500 201+ 404+ 500-
	if err != nil {
		return err
	}
	if resp.StatusCode >= 500 {
		return errBad
	}
	return nil
}

func only404() error {
	resp, err := get() // codes: 200+ by resp.StatusCode == http.StatusNotFound 201+ 404- 500+
	if err != nil {
		return err
	}
	if resp.StatusCode == http.StatusNotFound {
		return errBad
	}
	return json.NewDecoder(resp.Body).Decode(&struct{}{})
}

func from400() error {
	resp, err := get() // codes: 200+ by resp.StatusCode >= 400 201+ 404- 500-
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if resp.StatusCode >= 400 {
		b, err := io.ReadAll(resp.Body)
		if err != nil {
			return err
		}
		return fmt.Errorf("%s", b)
	}
	return nil
}

func rangeOfCodes() error {
	resp, err := get() // codes: 200+ by resp.StatusCode < 300 201+ 404- 500-
	if err != nil {
		return err
	}
	if ok := resp.StatusCode >= 200 && resp.StatusCode < 300; !ok {
		return errBad
	}
	return nil
}

func switched() error {
	resp, err := get() // codes: 200+ by 200 201- by 404 404- 500-
	if err != nil {
		return err
	}
	switch resp.StatusCode {
	case 200:
		return nil
	case 404:
		return errBad
	}
	return errors.New(resp.Status)
}

// A failure that is named is meant.
func named404() error {
	resp, err := get() // codes: 200+ by resp.StatusCode == 200 201- by resp.StatusCode == 404 404? 500-
	if err != nil {
		return err
	}
	if resp.StatusCode == 200 || resp.StatusCode == 404 {
		return nil
	}
	return errBad
}

// A success that is named is meant as well.
func named201() error {
	resp, err := get() // codes: 200+ by resp.StatusCode >= 300 201? 404- 500-
	if err != nil {
		return err
	}
	if resp.StatusCode == 201 {
		return errBad
	}
	if resp.StatusCode >= 300 {
		return errBad
	}
	return nil
}

func listed() error {
	resp, err := get() // codes: 200+ by slices.Contains([]int{200, 202}, resp.StatusCode) 201- 404- 500-
	if err != nil {
		return err
	}
	if !slices.Contains([]int{200, 202}, resp.StatusCode) {
		return errBad
	}
	return nil
}

func checkStatus(resp *http.Response) error {
	if resp.StatusCode != http.StatusOK {
		return fmt.Errorf("status %s", resp.Status)
	}
	return nil
}

func byHelper() error {
	resp, err := get() // codes: 200+ by resp.StatusCode != http.StatusOK 201- 404- 500-
	if err != nil {
		return err
	}
	if err := checkStatus(resp); err != nil {
		return err
	}
	return nil
}

func byHelperAtTheEnd() error {
	resp, err := get() // codes: 200+ by resp.StatusCode != http.StatusOK 201- 404- 500-
	if err != nil {
		return err
	}
	return checkStatus(resp)
}

func ok(code int) bool { return code >= 200 && code <= 299 }

func byHelperOfCode() error {
	resp, err := get() // codes: 200+ by code <= 299 201+ 404- 500-
	if err != nil {
		return err
	}
	if !ok(resp.StatusCode) {
		return errBad
	}
	return nil
}

func expect(resp *http.Response, codes ...int) error {
	if !slices.Contains(codes, resp.StatusCode) {
		return errBad
	}
	return nil
}

func want(resp *http.Response, code int) error {
	if resp.StatusCode != code {
		return errBad
	}
	return nil
}

func byHelperWithCodes() error {
	resp, err := get() // codes: 200+ by expect(resp, 200, 204) 201- 404- 500-
	if err != nil {
		return err
	}
	if err := expect(resp, 200, 204); err != nil {
		return err
	}
	return nil
}

func byHelperWithCode() error {
	resp, err := get() // codes: 200- by want(resp, 201) 201+ 404- 500-
	if err != nil {
		return err
	}
	if err := want(resp, 201); err != nil {
		return fmt.Errorf("create: %w", err)
	}
	return nil
}

type apiError struct{ code int }

func (e *apiError) Error() string { return "bad" }

func typedError() error {
	resp, err := get() // codes: 200+ by resp.StatusCode != 200 201- 404- 500-
	if err != nil {
		return err
	}
	if resp.StatusCode != 200 {
		return &apiError{code: resp.StatusCode}
	}
	return nil
}

func newError(resp *http.Response) error { return &apiError{resp.StatusCode} }

func madeError() error {
	resp, err := get() // codes: 200+ by resp.StatusCode >= 400 201+ 404- 500-
	if err != nil {
		return err
	}
	if resp.StatusCode >= 400 {
		return newError(resp)
	}
	return nil
}

func code() ([]byte, error) {
	b, code, err := getStatus() // codes: 200+ by code != 200 201- 404- 500-
	if err != nil {
		return nil, err
	}
	if code != 200 {
		return nil, errBad
	}
	return b, nil
}

func codeWithError() ([]byte, error) {
	b, code, err := getStatus() // codes: 200+ by code < 500 201+ 404+ 500-
	if err == nil && code < 500 {
		return b, nil
	}
	return nil, errBad
}

func handedOn() (int, error) {
	resp, err := get() // codes: 200? 201? 404? 500- by resp.StatusCode >= 500
	if err != nil {
		return 0, err
	}
	if resp.StatusCode >= 500 {
		return 0, errBad
	}
	return resp.StatusCode, nil
}

func unchecked() error {
	resp, err := get() // codes: 200? 201? 404? 500?
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// What is logged is not taken for a success.
func loggedOnly() {
	resp, err := get() // codes: 200+ by resp.StatusCode >= 400 201+ 404? 500?
	if err != nil {
		return
	}
	if resp.StatusCode >= 400 {
		log.Print("refused")
	} else {
		log.Print("paid")
	}
}

// The body may tell of the failure.
func bodyTells() error {
	resp, err := get() // codes: 200+ by resp.StatusCode >= 500 201+ 404? 500-
	if err != nil {
		return err
	}
	if resp.StatusCode >= 500 {
		return errBad
	}
	var out struct{ Title string }
	if err := json.NewDecoder(resp.Body).Decode(&out); err != nil {
		return err
	}
	if out.Title != "" {
		return errBad
	}
	return nil
}

func truth() bool {
	resp, err := get() // codes: 200+ by resp.StatusCode == 200 201? 404? 500?
	return err == nil && resp.StatusCode == 200
}

func truthOfMost() bool {
	resp, err := get() // codes: 200+ by resp.StatusCode >= 500 201+ 404+ 500?
	if err != nil || resp.StatusCode >= 500 {
		return false
	}
	return true
}

func retried() error {
	var last error
	for range 3 {
		resp, err := get() // codes: 200+ by resp.StatusCode != 200 201- 404- 500-
		if err != nil {
			last = err
			continue
		}
		if resp.StatusCode != 200 {
			last = errBad
			continue
		}
		return nil
	}
	return last
}

func answered(w http.ResponseWriter, r *http.Request) {
	resp, err := get() // codes: 200+ by resp.StatusCode != 200 201- 404- 500-
	if err != nil {
		http.Error(w, "x", 502)
		return
	}
	if resp.StatusCode != 200 {
		http.Error(w, "refused", http.StatusBadGateway)
		return
	}
	fmt.Fprint(w, "paid")
}

func passedOn(w http.ResponseWriter, r *http.Request) {
	resp, err := get() // codes: 200? 201? 404? 500?
	if err != nil {
		http.Error(w, "x", 502)
		return
	}
	w.WriteHeader(resp.StatusCode)
}

func panics() {
	resp, err := get() // codes: 200+ by resp.StatusCode != 200 201- 404- 500-
	if err != nil {
		panic(err)
	}
	if resp.StatusCode != 200 {
		log.Fatal(resp.Status)
	}
}

func byText() error {
	resp, err := get() // codes: 200? 201? 404? 500?
	if err != nil {
		return err
	}
	if resp.Status != "200 OK" {
		return errBad
	}
	return nil
}

func unknownTo(f func(int) bool) error {
	resp, err := get() // codes: 200? 201? 404? 500?
	if err != nil {
		return err
	}
	if !f(resp.StatusCode) {
		return errBad
	}
	return nil
}

func byMap(good map[int]bool) error {
	resp, err := get() // codes: 200? 201? 404? 500?
	if err != nil {
		return err
	}
	if !good[resp.StatusCode] {
		return errBad
	}
	return nil
}

func retriedOnLimit() error {
	for {
		resp, err := get() // codes: 200+ by resp.StatusCode >= 300 201+ 404- 500-
		if err != nil {
			return err
		}
		if resp.StatusCode == 429 {
			continue
		}
		if resp.StatusCode >= 300 {
			return errBad
		}
		return nil
	}
}

// It fails for another reason, whatever the code.
func otherReason() error {
	resp, err := get() // codes: 200+ by resp.StatusCode != 200 201- 404- 500-
	if err != nil {
		return err
	}
	if work() {
		return errBad
	}
	if resp.StatusCode != 200 {
		return errBad
	}
	return nil
}

func truthBelow500() bool {
	resp, err := get() // codes: 200+ by resp.StatusCode < 500 201+ 404+ 500?
	return err == nil && resp.StatusCode < 500
}

// Nothing fails here, so nobody knows what is taken for a failure.
func neverFails() {
	for range 3 {
		resp, err := get() // codes: 200+ by resp.StatusCode == 200 201+ 404? 500?
		if err != nil {
			continue
		}
		if resp.StatusCode == 200 {
			log.Print("paid")
			break
		}
	}
}

func bareReturnUnless200() {
	resp, err := get() // codes: 200+ by resp.StatusCode != 200 201? 404? 500?
	if err != nil {
		return
	}
	if resp.StatusCode != 200 {
		return
	}
	log.Print("paid")
}

func bareReturn() {
	resp, err := get() // codes: 200+ by resp.StatusCode == 404 201+ 404? 500+
	if err != nil {
		return
	}
	if resp.StatusCode == 404 {
		return
	}
	log.Print("paid")
}
