// Package form takes answers and errors in the styles that programs have.
package form

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log"
	"log/slog"
	"net/http"
	"slices"
	"strconv"
	"time"

	"golang.org/x/sync/errgroup"
)

var errBad = errors.New("bad")

var good = map[int]bool{200: true, 201: true}

var goodCodes = []int{200, 201}

func get() (*http.Response, error)    { return nil, errBad }
func getBody() ([]byte, int, error)   { return nil, 0, errBad }
func count(labels ...string)          {}
func retry(f func() error) error      { return f() }
func decode(r io.Reader, v any) error { return json.NewDecoder(r).Decode(v) }

type client struct {
	last *http.Response
	code int
	hook func(*http.Response)
}

func (c *client) get() (*http.Response, error)    { return nil, errBad }
func (c *client) check(resp *http.Response) error { return check(resp) }
func (c *client) note(resp *http.Response)        { log.Print(resp.StatusCode) }
func check(resp *http.Response) error {
	if resp.StatusCode > 299 {
		return errBad
	}
	return nil
}

func inverseRight() error {
	resp, err := get() // status: checked
	if err != nil {
		return err
	}
	if resp.StatusCode == 200 {
		return nil
	}
	return errBad
}

func switchInitRight() error {
	resp, err := get() // status: checked
	if err != nil {
		return err
	}
	switch code := resp.StatusCode; {
	case code >= 400:
		return errBad
	}
	return nil
}

func switchDivisionRight() error {
	resp, err := get() // status: checked
	if err != nil {
		return err
	}
	switch resp.StatusCode / 100 {
	case 2:
		return nil
	default:
		return errBad
	}
}

func globalMapRight() error {
	resp, err := get() // status: checked
	if err != nil {
		return err
	}
	if !good[resp.StatusCode] {
		return errBad
	}
	return nil
}

func mapOkRight(errs map[int]error) error {
	resp, err := get() // status: checked
	if err != nil {
		return err
	}
	if err, bad := errs[resp.StatusCode]; bad {
		return err
	}
	return nil
}

func globalListRight() error {
	resp, err := get() // status: checked
	if err != nil {
		return err
	}
	if !slices.Contains(goodCodes, resp.StatusCode) {
		return errBad
	}
	return nil
}

func sliceOfTextRight() error {
	resp, err := get() // status: checked
	if err != nil {
		return err
	}
	if resp.Status[:1] != "2" {
		return errBad
	}
	return nil
}

func blankCodeBad() error {
	resp, err := get() // status: lost at return nil
	if err != nil {
		return err
	}
	_ = resp.StatusCode
	return nil
}

func blankVariableBad() error {
	resp, err := get() // status: lost at return nil
	if err != nil {
		return err
	}
	code := resp.StatusCode
	_ = code
	return nil
}

func aliasRight() error {
	resp, err := get() // status: checked
	if err != nil {
		return err
	}
	again := resp
	if again.StatusCode != 200 {
		return errBad
	}
	return nil
}

func aliasBad() error {
	resp, err := get() // status: lost at again.Body
	if err != nil {
		return err
	}
	again := resp
	return decode(again.Body, nil)
}

func methodRight(c *client) error {
	resp, err := c.get() // status: checked
	if err != nil {
		return err
	}
	return c.check(resp)
}

func methodBad(c *client) error {
	resp, err := c.get() // status: lost at c.note(resp)
	if err != nil {
		return err
	}
	c.note(resp)
	return nil
}

func literalRight() error {
	ok := func(resp *http.Response) bool { return resp.StatusCode == 200 }
	resp, err := get() // status: checked
	if err != nil {
		return err
	}
	if !ok(resp) {
		return errBad
	}
	return nil
}

func literalBad() error {
	show := func(resp *http.Response) { log.Print(resp.Status) }
	resp, err := get() // status: lost at show(resp)
	if err != nil {
		return err
	}
	show(resp)
	return nil
}

func hookRight(c *client) error {
	resp, err := c.get() // status: unknown
	if err != nil {
		return err
	}
	c.hook(resp)
	return nil
}

func storedRight(c *client) error {
	resp, err := c.get() // status: unknown
	if err != nil {
		return err
	}
	c.last = resp
	return nil
}

func storedAtOnceRight(c *client) (err error) {
	c.last, err = c.get() // status: unknown
	return err
}

func storedCodeRight(c *client) error {
	resp, err := c.get() // status: unknown
	if err != nil {
		return err
	}
	c.code = resp.StatusCode
	return nil
}

type wrapped struct{ *http.Response }

func wrappedRight() (*wrapped, error) {
	resp, err := get() // status: unknown
	if err != nil {
		return nil, err
	}
	return &wrapped{resp}, nil
}

func slogBad() error {
	resp, err := get() // status: lost at return nil
	if err != nil {
		return err
	}
	slog.Info("answer", "status", resp.StatusCode)
	slog.With("status", resp.StatusCode).Info("answer")
	return nil
}

func writtenBad(w io.Writer) error {
	resp, err := get() // status: lost at return nil
	if err != nil {
		return err
	}
	fmt.Fprintf(w, "status %d", resp.StatusCode)
	return nil
}

func countedRight() error {
	resp, err := get() // status: unknown
	if err != nil {
		return err
	}
	count(strconv.Itoa(resp.StatusCode))
	return nil
}

func deferredDrainBad() error {
	resp, err := get() // status: lost at resp.Body
	if err != nil {
		return err
	}
	defer func() {
		io.Copy(io.Discard, resp.Body)
		resp.Body.Close()
	}()
	return decode(resp.Body, nil)
}

func deferredDrainRight() error {
	resp, err := get() // status: checked
	if err != nil {
		return err
	}
	defer func() {
		io.Copy(io.Discard, resp.Body)
		resp.Body.Close()
	}()
	if resp.StatusCode != 200 {
		return errBad
	}
	return decode(resp.Body, nil)
}

func groupRight(ctx context.Context) error {
	g, _ := errgroup.WithContext(ctx)
	g.Go(func() error {
		resp, err := get() // status: checked
		if err != nil {
			return err
		}
		return check(resp)
	})
	return g.Wait()
}

func groupBad(ctx context.Context) error {
	g, _ := errgroup.WithContext(ctx)
	g.Go(func() error {
		resp, err := get() // status: lost at resp.Body
		if err != nil {
			return err
		}
		return decode(resp.Body, nil)
	})
	return g.Wait()
}

func call[T any]() (T, error) {
	var out T
	resp, err := get() // status: lost at resp.Body
	if err != nil {
		return out, err
	}
	return out, decode(resp.Body, &out)
}

func callRight[T any]() (out T, err error) {
	resp, err := get() // status: checked
	if err != nil {
		return out, err
	}
	if resp.StatusCode >= 300 {
		return out, errBad
	}
	err = decode(resp.Body, &out)
	return
}

func retriedRight() error {
	return retry(func() error {
		resp, err := get() // status: checked
		if err != nil {
			return err
		}
		defer resp.Body.Close()
		if resp.StatusCode >= 500 {
			return fmt.Errorf("status %d", resp.StatusCode)
		}
		return nil
	})
}

func passedOnRight(w http.ResponseWriter) {
	resp, err := get() // status: unknown
	if err != nil {
		http.Error(w, "x", 502)
		return
	}
	http.Error(w, "x", resp.StatusCode)
}

func copyAnswer(w http.ResponseWriter, resp *http.Response) {
	for k, v := range resp.Header {
		w.Header()[k] = v
	}
	w.WriteHeader(resp.StatusCode)
	io.Copy(w, resp.Body)
}

func copiedRight(w http.ResponseWriter) {
	resp, err := get() // status: unknown
	if err != nil {
		http.Error(w, "x", 502)
		return
	}
	copyAnswer(w, resp)
}

func copyBody(w http.ResponseWriter, resp *http.Response) { io.Copy(w, resp.Body) }

func copiedBad(w http.ResponseWriter) {
	resp, err := get() // status: lost at copyBody(w, resp)
	if err != nil {
		http.Error(w, "x", 502)
		return
	}
	copyBody(w, resp)
}

func readRight() ([]byte, error) {
	body, code, err := getBody() // status: checked
	if err != nil || code >= 300 {
		return nil, errors.Join(err, errBad)
	}
	return body, nil
}

func readBad() ([]byte, error) {
	body, code, err := getBody() // status: lost at return body, nil
	if err != nil {
		return nil, err
	}
	log.Printf("%d", code)
	return body, nil
}

type answer struct {
	body []byte
	code int
}

func readIntoStructRight() (answer, error) {
	body, code, err := getBody() // status: unknown
	return answer{body, code}, err
}

type client2 interface {
	Get() (*http.Response, error)
}

func throughInterfaceBad(c client2) error {
	resp, err := c.Get() // status: lost at resp.Body
	if err != nil {
		return err
	}
	return decode(resp.Body, nil)
}

func throughValueBad() error {
	getIt := (&client{}).get
	resp, err := getIt() // status: lost at resp.Body
	if err != nil {
		return err
	}
	return decode(resp.Body, nil)
}

func waitedRight(ctx context.Context) (err error) {
	var resp *http.Response
	for wait := time.Second; ; wait *= 2 {
		if resp, err = get(); err == nil && resp.StatusCode != 429 { // status: checked
			break
		}
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(wait):
		}
	}
	return err
}

func bothChecksRight() error {
	resp, err := get() // status: checked
	switch {
	case errors.Is(err, context.Canceled):
		return nil
	case err != nil:
		return err
	case resp.StatusCode == 404:
		return nil
	case resp.StatusCode >= 300:
		return errBad
	}
	return nil
}

func unlessErrorRight() (state string) {
	if resp, err := get(); err == nil { // status: checked
		defer resp.Body.Close()
		if resp.StatusCode == 200 {
			state = "ok"
		}
	}
	return
}

func unlessErrorBad() (state string) {
	if resp, err := get(); err == nil { // status: lost at resp.Body
		defer resp.Body.Close()
		if decode(resp.Body, &state) == nil {
			return state
		}
	}
	return
}

func errorTextRight() error {
	resp, err := get() // status: checked
	if err != nil {
		return err
	}
	if text := http.StatusText(resp.StatusCode); text != "OK" {
		return errors.New(text)
	}
	return nil
}

func channelOfBothRight(out chan<- answer) {
	body, code, err := getBody() // status: unknown
	if err != nil {
		return
	}
	out <- answer{body, code}
}

func minimum() error {
	resp, err := get() // status: checked
	if err != nil {
		return err
	}
	if max(resp.StatusCode, 299) > 299 {
		return errBad
	}
	return nil
}

func boundHelperRight(c *client) error {
	test := c.check
	resp, err := get() // status: checked
	if err != nil {
		return err
	}
	return test(resp)
}

func boundHelperBad(c *client) error {
	note := c.note
	resp, err := get() // status: lost at note(resp)
	if err != nil {
		return err
	}
	note(resp)
	return nil
}

func expressionRight(c *client) error {
	resp, err := (*client).get(c) // status: checked
	if err != nil {
		return err
	}
	return (*client).check(c, resp)
}

func fieldRight(c struct{ check func(*http.Response) error }) error {
	resp, err := get() // status: unknown
	if err != nil {
		return err
	}
	return c.check(resp)
}

func boundCodes(c *client) error {
	test := c.check
	resp, err := get() // codes: 200+ by resp.StatusCode > 299 201+ 404- 500-
	if err != nil {
		return err
	}
	return test(resp)
}

func listInLoopRight(bad []int) error {
	for range 3 {
		resp, err := get() // status: checked
		if err != nil {
			return err
		}
		for _, code := range bad {
			if resp.StatusCode == code {
				return errBad
			}
		}
	}
	return nil
}

func listInLoopBad(bad []int) error {
	for range 3 {
		resp, err := get() // status: lost at get()
		if err != nil {
			return err
		}
		for range bad {
			log.Print(resp.StatusCode)
		}
	}
	return nil
}

func hooksInLoopRight(hooks []func(*http.Response)) error {
	for range 3 {
		resp, err := get() // status: unknown
		if err != nil {
			return err
		}
		for _, hook := range hooks {
			hook(resp)
		}
	}
	return nil
}
