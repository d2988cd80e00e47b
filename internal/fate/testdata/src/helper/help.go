// Package helper hands responses to helpers.
package helper

import (
	"io"
	"net/http"

	"helper/lib"
)

func get() (*http.Response, error) { return nil, nil }

func checkedElsewhereRight() error {
	resp, err := get() // status: checked
	if err != nil {
		return err
	}
	if err := lib.Check(resp); err != nil {
		return err
	}
	return nil
}

func checkedElsewhereTail() error {
	resp, err := get() // status: checked
	if err != nil {
		return err
	}
	return lib.CheckDeep(resp)
}

func checkDroppedBad() error {
	resp, err := get() // status: lost at resp.Body
	if err != nil {
		return err
	}
	lib.CheckDeep(resp)
	_, err = io.ReadAll(resp.Body)
	return err
}

func checkBlankBad() error {
	resp, err := get() // status: lost at return nil
	if err != nil {
		return err
	}
	_ = lib.CheckTail(resp)
	return nil
}

func checkDeferredBad() error {
	resp, err := get() // status: lost at return nil
	if err != nil {
		return err
	}
	defer lib.Check(resp)
	return nil
}

func codeElsewhereRight() error {
	resp, err := get() // status: checked
	if err != nil {
		return err
	}
	return lib.CheckCode(resp.StatusCode)
}

func mustRight() error {
	resp, err := get() // status: checked
	if err != nil {
		return err
	}
	lib.Must(resp)
	return nil
}

func logBadRight() {
	resp, err := get() // status: checked
	if err != nil {
		return
	}
	var x any
	lib.LogBad(resp, &x)
}

func decodeOnlyBad() error {
	resp, err := get() // status: lost at lib.DecodeOnly(resp, &x)
	if err != nil {
		return err
	}
	var x any
	return lib.DecodeOnly(resp, &x)
}

func closedElsewhereRight() error {
	resp, err := get() // status: checked
	if err != nil {
		return err
	}
	defer lib.Close(resp)
	if resp.StatusCode != 200 {
		return io.ErrUnexpectedEOF
	}
	return nil
}

func sameRight() error {
	resp, err := get() // status: checked
	if err != nil {
		return err
	}
	again := lib.Same(resp)
	if again.StatusCode != 200 {
		return io.ErrUnexpectedEOF
	}
	return nil
}

func sameBad() error {
	resp, err := get() // status: lost at again.Body
	if err != nil {
		return err
	}
	again := lib.Same(resp)
	_, err = io.ReadAll(again.Body)
	return err
}

func codeRight() error {
	resp, err := get() // status: checked
	if err != nil {
		return err
	}
	if _, code := lib.Code(resp); code != 200 {
		return io.ErrUnexpectedEOF
	}
	return nil
}

func codeBad() (string, error) {
	resp, err := get() // status: lost at return text, nil
	if err != nil {
		return "", err
	}
	text, _ := lib.Code(resp)
	return text, nil
}

func codeHandedOn() (string, int, error) {
	resp, err := get() // status: handed on 1
	if err != nil {
		return "", 0, err
	}
	text, code := lib.Code(resp)
	return text, code, nil
}

func partlyRight() error {
	resp, err := get() // status: unknown
	if err != nil {
		return err
	}
	return lib.Partly(resp, true)
}

func keepRight() error {
	resp, err := get() // status: unknown
	if err != nil {
		return err
	}
	lib.Keep(resp)
	return nil
}

func methodRight(c *lib.Client) error {
	resp, err := c.Get() // status: checked
	if err != nil {
		return err
	}
	return c.Check(resp)
}

func methodValueRight(c *lib.Client) error {
	resp, err := c.Get() // status: checked
	if err != nil {
		return err
	}
	check := c.Check
	return check(resp)
}

func genericRight() (string, error) {
	resp, err := get() // status: checked
	if err != nil {
		return "", err
	}
	return lib.Into("x", resp)
}

func genericBad() (string, error) {
	resp, err := get() // status: lost at return s, nil
	if err != nil {
		return "", err
	}
	s, _ := lib.Into("x", resp)
	return s, nil
}

func local[T any](get func() (*http.Response, error), out T) (T, error) {
	resp, err := ask(get)
	if err != nil {
		return out, err
	}
	if resp.StatusCode != 200 {
		return out, io.ErrUnexpectedEOF
	}
	return out, nil
}

func ask(f func() (*http.Response, error)) (*http.Response, error) {
	return f()
}

// Two helpers that call each other come to an end.
func pingRight() error {
	resp, err := get() // status: unknown
	if err != nil {
		return err
	}
	return ping(resp, 3)
}

func ping(resp *http.Response, n int) error {
	if n == 0 {
		return nil
	}
	return pong(resp, n-1)
}

func pong(resp *http.Response, n int) error { return ping(resp, n) }

func bothRight() error {
	resp, err := lib.Both(get()) // status: checked
	if err != nil {
		return err
	}
	_, err = io.ReadAll(resp.Body)
	return err
}

func bothBad() error {
	resp, _ := lib.Both(get()) // status: lost at return err
	_, err := io.ReadAll(resp.Body)
	return err
}

func mustSendRight() error {
	resp := lib.MustSend(get()) // status: checked
	if resp.StatusCode != 200 {
		return io.ErrUnexpectedEOF
	}
	return nil
}

func mustSendBad() error {
	resp := lib.MustSend(get()) // status: lost at resp.Body
	_, err := io.ReadAll(resp.Body)
	return err
}

func each(ids func(func(string) bool)) error {
	for range ids {
		resp, err := get() // status: checked
		if err != nil {
			return err
		}
		if resp.Header == nil {
			return io.ErrUnexpectedEOF
		}
		if resp.StatusCode != 200 {
			break
		}
	}
	return nil
}

func eachBad(ids func(func(string) bool)) error {
	for range ids {
		resp, err := get() // status: lost at resp.Body
		if err != nil {
			return err
		}
		io.Copy(io.Discard, resp.Body)
	}
	return nil
}
