// Package cell keeps responses in variables that closures share.
package cell

import (
	"encoding/json"
	"errors"
	"io"
	"log"
	"net/http"
)

func get() (*http.Response, error) { return nil, nil }

var errBad = errors.New("bad")

func deferredCloseRight() error {
	resp, err := get() // status: checked
	if err != nil {
		return err
	}
	defer func() { _ = resp.Body.Close() }()
	if resp.StatusCode != 200 {
		return errBad
	}
	return nil
}

func deferredCloseBad() error {
	resp, err := get() // status: lost at resp.Body
	if err != nil {
		return err
	}
	defer func() {
		if err := resp.Body.Close(); err != nil {
			log.Print(err)
		}
	}()
	var x any
	return json.NewDecoder(resp.Body).Decode(&x)
}

func deferredLogBad() error {
	resp, err := get() // status: lost at return nil
	if err != nil {
		return err
	}
	defer func() { log.Print(resp.Status) }()
	return nil
}

func deferredCheckRight() (err error) {
	var resp *http.Response
	defer func() {
		if resp != nil && resp.StatusCode >= 400 {
			err = errBad
		}
	}()
	resp, err = get() // status: unknown
	return err
}

func deferredLaterRight() (err error) {
	resp, err := get() // status: unknown
	if err != nil {
		return err
	}
	defer func() {
		if resp.StatusCode >= 400 {
			err = errors.Join(err, errBad)
		}
	}()
	_, err = io.ReadAll(resp.Body)
	return err
}

func namedJoinRight() (err error) {
	resp, err := get() // status: checked
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, resp.Body.Close()) }()
	if resp.StatusCode != 200 {
		return errBad
	}
	return nil
}

func namedJoinBad() (err error) {
	resp, err := get() // status: lost at resp.Body
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, resp.Body.Close()) }()
	_, err = io.ReadAll(resp.Body)
	return
}

func namedRecoverRight() (b []byte, err error) {
	defer recoverer()
	resp, err := get() // status: checked
	if err != nil {
		return nil, err
	}
	b, err = io.ReadAll(resp.Body)
	if err != nil {
		return
	}
	if resp.StatusCode != 200 {
		err = errBad
	}
	return
}

func recoverer() {}

func namedFailRight() (b []byte, err error) {
	defer recoverer()
	resp, err := get() // status: checked
	if err != nil {
		return
	}
	if b, err = io.ReadAll(resp.Body); len(b) == 0 {
		err = errBad
		return
	}
	if resp.StatusCode != 200 {
		err = errBad
	}
	return
}

func retryWithClosureRight(retry func(func() error) error) error {
	var resp *http.Response
	err := retry(func() (err error) {
		resp, err = get() // status: unknown
		return err
	})
	if err != nil {
		return err
	}
	if resp.StatusCode != 200 {
		return errBad
	}
	return nil
}

func checkInClosureRight() error {
	resp, err := get() // status: unknown
	if err != nil {
		return err
	}
	check := func() error {
		if resp.StatusCode != 200 {
			return errBad
		}
		return nil
	}
	return check()
}

func closureArgumentRight() error {
	resp, err := get() // status: checked
	if err != nil {
		return err
	}
	check := func(r *http.Response) error {
		if r.StatusCode != 200 {
			return errBad
		}
		return nil
	}
	return check(resp)
}

func closureArgumentBad() error {
	resp, err := get() // status: lost at defer func(r *http.Response) { r.Body.Close() }(resp)
	if err != nil {
		return err
	}
	defer func(r *http.Response) { r.Body.Close() }(resp)
	return nil
}

func nestedBad() error {
	resp, err := get() // status: lost at return nil
	if err != nil {
		return err
	}
	defer func() {
		func() { resp.Body.Close() }()
	}()
	return nil
}

func nestedRight() error {
	resp, err := get() // status: unknown
	if err != nil {
		return err
	}
	defer func() {
		func() {
			if resp.StatusCode > 300 {
				panic("x")
			}
		}()
	}()
	return nil
}

func addressRight(fill func(**http.Response)) error {
	var resp *http.Response
	fill(&resp)
	resp, err := get() // status: unknown
	if err != nil {
		return err
	}
	fill(&resp)
	return nil
}

func reusedBad() error {
	resp, err := get() // status: lost at resp.Body
	if err != nil {
		return err
	}
	io.Copy(io.Discard, resp.Body)
	resp, err = other()
	if err != nil {
		return err
	}
	defer func() { resp.Body.Close() }()
	if resp.StatusCode != 200 {
		return errBad
	}
	return nil
}

func other() (*http.Response, error) { return nil, nil }
