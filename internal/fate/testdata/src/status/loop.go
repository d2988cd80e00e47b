package status

import (
	"bytes"
	"context"
	"errors"
	"io"
	"net/http"
	"time"
)

func retryRight() error {
	var resp *http.Response
	var err error
	for i := 0; i < 3; i++ {
		resp, err = get() // status: checked
		if err == nil && resp.StatusCode < 500 {
			break
		}
		time.Sleep(time.Second)
	}
	if err != nil {
		return err
	}
	return nil
}

func retryThenCheckRight() error {
	var resp *http.Response
	var err error
	for i := 0; i < 3; i++ {
		resp, err = get() // status: checked
		if err == nil {
			break
		}
	}
	if err != nil {
		return err
	}
	if resp.StatusCode != 200 {
		return errBad
	}
	return nil
}

func retryThenNothingBad() error {
	var resp *http.Response
	var err error
	for i := 0; i < 3; i++ {
		resp, err = get() // status: lost at resp.Body
		if err == nil {
			break
		}
	}
	if err != nil {
		return err
	}
	_, err = io.ReadAll(resp.Body)
	return err
}

func eachBad(ids []string) error {
	for range ids {
		resp, err := get() // status: lost at get()
		if err != nil {
			return err
		}
		resp.Body.Close()
	}
	return nil
}

func eachRight(ids []string) error {
	for range ids {
		resp, err := get() // status: checked
		if err != nil {
			return err
		}
		resp.Body.Close()
		if resp.StatusCode != 204 {
			return errBad
		}
	}
	return nil
}

func untilRight(ctx context.Context) error {
	for {
		resp, err := get() // status: checked
		if err != nil {
			return err
		}
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(time.Second):
		}
		if resp.StatusCode == 200 {
			return nil
		}
	}
}

func gotoRight() error {
again:
	resp, err := get() // status: checked
	if err != nil {
		goto again
	}
	if resp.StatusCode == 429 {
		goto again
	}
	return nil
}

func gotoBad() error {
	n := 0
again:
	resp, err := get() // status: lost at get()
	if err != nil {
		return err
	}
	resp.Body.Close()
	if n++; n < 3 {
		goto again
	}
	panic("three times")
}

func labelsRight() error {
outer:
	for {
		for {
			resp, err := get() // status: checked
			if err != nil {
				continue outer
			}
			if resp.Status == "200 OK" {
				break outer
			}
		}
	}
	return nil
}

// The loop ends with the input's end, so this end is no failure.
func readLoopBad() error {
	resp, err := get() // status: lost at resp.Body
	if err != nil {
		return err
	}
	var b bytes.Buffer
	for {
		if _, err := io.CopyN(&b, resp.Body, 10); err == io.EOF {
			break
		} else if err != nil {
			return err
		}
	}
	return nil
}

func readLoopRight() error {
	resp, err := get() // status: checked
	if err != nil {
		return err
	}
	var b bytes.Buffer
	for {
		if _, err := io.CopyN(&b, resp.Body, 10); err == io.EOF {
			break
		} else if errors.Is(err, context.Canceled) {
			return nil
		} else if err != nil {
			return err
		}
	}
	if resp.StatusCode != 200 {
		return errBad
	}
	return nil
}
