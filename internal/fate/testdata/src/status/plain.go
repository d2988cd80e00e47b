// Package status asks for a response in many ways.
package status

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log"
	"net/http"
	"slices"
	"strings"
)

type payment struct{ State string }

var errBad = errors.New("bad")

func get() (*http.Response, error) { return nil, nil }

func plainRight() (*payment, error) {
	resp, err := get() // status: checked
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		return nil, errBad
	}
	var p payment
	return &p, json.NewDecoder(resp.Body).Decode(&p)
}

func plainBad() (*payment, error) {
	resp, err := get() // status: lost at resp.Body
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	var p payment
	return &p, json.NewDecoder(resp.Body).Decode(&p)
}

func readFirstRight() ([]byte, error) {
	resp, err := get() // status: checked
	if err != nil {
		return nil, err
	}
	b, err := io.ReadAll(resp.Body)
	if err != nil {
		return nil, err
	}
	if resp.StatusCode >= 400 {
		return nil, fmt.Errorf("%s", b)
	}
	return b, nil
}

func readFirstBad() ([]byte, error) {
	resp, err := get() // status: lost at resp.Body
	if err != nil {
		return nil, err
	}
	b, err := io.ReadAll(resp.Body)
	if err != nil {
		return nil, err
	}
	if len(b) == 0 {
		return nil, errBad
	}
	return b, nil
}

func readFirstNoErrorRight() string {
	resp, err := get() // status: checked
	if err != nil {
		return ""
	}
	b, err := io.ReadAll(resp.Body)
	if err != nil || len(b) == 0 {
		return ""
	}
	if resp.StatusCode != 200 {
		return ""
	}
	return string(b)
}

func andRight() bool {
	resp, err := get() // status: checked
	return err == nil && resp.StatusCode == 200
}

func andBad() bool {
	resp, err := get() // status: lost at return err == nil && resp.ContentLength > 0
	return err == nil && resp.ContentLength > 0
}

func andThenRight() {
	resp, err := get() // status: checked
	if err == nil && resp.StatusCode == 200 {
		log.Print("paid")
	}
}

func orRight() error {
	resp, err := get() // status: checked
	if err != nil || resp.StatusCode != 200 {
		return errBad
	}
	return nil
}

func orPhiRight() error {
	resp, err := get() // status: checked
	failed := err != nil || resp.StatusCode/100 != 2
	if failed {
		return errBad
	}
	return nil
}

func orPhiBad() error {
	resp, err := get() // status: lost at resp.Body
	failed := err != nil || resp.Body == nil
	if failed {
		return errBad
	}
	return nil
}

func flagRight() error {
	resp, err := get() // status: checked
	ok := false
	if err == nil {
		ok = resp.StatusCode < 300
	}
	if !ok {
		return errBad
	}
	return nil
}

func elseIfRight() error {
	if resp, err := get(); err != nil { // status: checked
		return err
	} else if resp.StatusCode/100 != 2 {
		return errBad
	}
	return nil
}

func elseBad() error {
	if resp, err := get(); err != nil { // status: lost at resp.Body
		return err
	} else if _, err := io.Copy(io.Discard, resp.Body); err != nil {
		return err
	}
	return nil
}

func switchRight() error {
	resp, err := get() // status: checked
	if err != nil {
		return err
	}
	switch resp.StatusCode {
	case 200, 201:
		return nil
	case 404:
		return errBad
	}
	return errBad
}

func switchTrueRight() error {
	resp, err := get() // status: checked
	switch {
	case err != nil:
		return err
	case resp.StatusCode >= 500:
		return errBad
	}
	return nil
}

func switchTrueBad() error {
	resp, err := get() // status: lost at return nil
	switch {
	case err != nil:
		return err
	case resp.Header.Get("X") != "":
		return errBad
	}
	return nil
}

func textRight() error {
	resp, err := get() // status: checked
	if err != nil {
		return err
	}
	if !strings.HasPrefix(resp.Status, "2") {
		return errBad
	}
	return nil
}

func mapRight(known map[int]bool) error {
	resp, err := get() // status: checked
	if err != nil {
		return err
	}
	if !known[resp.StatusCode] {
		return errBad
	}
	return nil
}

func listRight() error {
	resp, err := get() // status: checked
	if err != nil {
		return err
	}
	if slices.Contains([]int{200, 202}, resp.StatusCode) {
		return nil
	}
	return errBad
}

// The list is taken not to be empty.
func loopOverCodesRight(bad []int) error {
	resp, err := get() // status: checked
	if err != nil {
		return err
	}
	for _, code := range bad {
		if resp.StatusCode == code {
			return errBad
		}
	}
	return nil
}

func printBad() error {
	resp, err := get() // status: lost at return nil
	if err != nil {
		return err
	}
	log.Printf("status %d %s", resp.StatusCode, resp.Status)
	fmt.Println(resp)
	s := fmt.Sprintf("status %d", resp.StatusCode)
	log.Print(s)
	return nil
}

func printRight() error {
	resp, err := get() // status: checked
	if err != nil {
		return err
	}
	s := fmt.Sprintf("%d", resp.StatusCode)
	log.Print(s)
	if s != "200" {
		return errors.New(s)
	}
	return nil
}

func onSomeWayBad(strict bool) error {
	resp, err := get() // status: lost at return nil
	if err != nil {
		return err
	}
	if strict {
		if resp.StatusCode != 200 {
			return errBad
		}
	}
	return nil
}

// Both tests ask the same, so no way is without a check.
func sameConditionRight(dry bool) error {
	skip := dry && len(errBad.Error()) > 0
	resp, err := get() // status: checked
	if err != nil {
		return err
	}
	if !skip && resp.StatusCode != 200 {
		return errBad
	}
	if skip {
		panic("dry")
	}
	return nil
}

func blankBad() error {
	_, err := get() // status: lost at return err
	return err
}

func statementBad() {
	get() // status: lost at }
}

func goBad() {
	go get() // status: lost at go get()
}

func panicRight() {
	resp, err := get() // status: checked
	if err != nil {
		panic(err)
	}
	if resp.Header == nil {
		log.Fatal("no headers")
	}
	if resp.StatusCode != 200 {
		panic(resp.Status)
	}
}

func neverBack() { log.Fatal("x") }

func ownFatalRight() {
	resp, err := get() // status: checked
	if err != nil {
		neverBack()
	}
	if resp.Header == nil {
		neverBack()
		return
	}
	if resp.StatusCode != 200 {
		neverBack()
	}
}

func handOnRight() (*http.Response, error) {
	return get() // status: handed on 0
}

func handOnTestedRight() (*payment, *http.Response, error) {
	resp, err := get() // status: handed on 1
	if err != nil {
		return nil, nil, err
	}
	return nil, resp, nil
}

func handStatusOnRight() ([]byte, int, error) {
	resp, err := get() // status: handed on 1
	if err != nil {
		return nil, 0, err
	}
	b, err := io.ReadAll(resp.Body)
	if err != nil {
		return nil, 0, err
	}
	return b, resp.StatusCode, nil
}

func handBodyOnBad() (io.ReadCloser, error) {
	resp, err := get() // status: lost at resp.Body
	if err != nil {
		return nil, err
	}
	return resp.Body, nil
}

func onlyWhereGoodBad() error {
	resp, err := get() // status: lost at resp.Body
	if err == nil {
		io.Copy(io.Discard, resp.Body)
	}
	return err
}

func nilResponseRight() error {
	resp, err := get() // status: checked
	if err != nil {
		return err
	}
	if resp == nil {
		return nil
	}
	if resp.StatusCode > 299 {
		return errBad
	}
	return nil
}
