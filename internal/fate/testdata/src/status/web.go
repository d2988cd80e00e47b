package status

import (
	"fmt"
	"io"
	"net/http"
	"net/http/httputil"
)

func proxyRight(w http.ResponseWriter, r *http.Request) {
	resp, err := get() // status: unknown
	if err != nil {
		http.Error(w, err.Error(), 502)
		return
	}
	w.WriteHeader(resp.StatusCode)
	io.Copy(w, resp.Body)
}

func proxyBad(w http.ResponseWriter, r *http.Request) {
	resp, err := get() // status: lost at resp.Body
	if err != nil {
		http.Error(w, err.Error(), 502)
		return
	}
	io.Copy(w, resp.Body)
}

func answerRight(w http.ResponseWriter, r *http.Request) {
	resp, err := get() // status: checked
	if err != nil {
		http.Error(w, "x", 502)
		return
	}
	if resp.ContentLength == 0 {
		http.Error(w, "empty", http.StatusBadGateway)
		return
	}
	if resp.StatusCode != 200 {
		w.WriteHeader(502)
		return
	}
	fmt.Fprint(w, "ok")
}

func dumpRight() error {
	resp, err := get() // status: unknown
	if err != nil {
		return err
	}
	b, err := httputil.DumpResponse(resp, true)
	if err != nil {
		return err
	}
	return fmt.Errorf("%s", b)
}

func writeRight(w io.Writer) error {
	resp, err := get() // status: unknown
	if err != nil {
		return err
	}
	return resp.Write(w)
}

func sendRight(ch chan *http.Response) error {
	resp, err := get() // status: unknown
	if err != nil {
		return err
	}
	ch <- resp
	return nil
}

func selectRight(ch chan int, done chan bool) error {
	resp, err := get() // status: unknown
	if err != nil {
		return err
	}
	select {
	case ch <- resp.StatusCode:
	case <-done:
	}
	return nil
}

func keepRight(all []*http.Response) ([]*http.Response, error) {
	resp, err := get() // status: unknown
	if err != nil {
		return nil, err
	}
	all = append(all, resp)
	return all, nil
}

type apiError struct {
	code int
	body string
}

func (e *apiError) Error() string { return e.body }

func apiErrorRight() error {
	resp, err := get() // status: unknown
	if err != nil {
		return err
	}
	b, _ := io.ReadAll(resp.Body)
	return &apiError{code: resp.StatusCode, body: string(b)}
}

type result struct {
	code int
	body []byte
}

func savedRight() (result, error) {
	resp, err := get() // status: unknown
	if err != nil {
		return result{}, err
	}
	var r result
	r.body, _ = io.ReadAll(resp.Body)
	r.code = resp.StatusCode
	return r, nil
}

func savedBad() (result, error) {
	resp, err := get() // status: lost at resp.Body
	if err != nil {
		return result{}, err
	}
	var r result
	r.body, _ = io.ReadAll(resp.Body)
	return r, nil
}

func getStatus() ([]byte, int, error) { return nil, 0, nil }

func codeRight() error {
	_, code, err := getStatus() // status: checked
	if err != nil {
		return err
	}
	if code != 200 {
		return errBad
	}
	return nil
}

func codeBad() ([]byte, error) {
	b, _, err := getStatus() // status: lost at return b, nil
	if err != nil {
		return nil, err
	}
	return b, nil
}

func codeHandedOn() ([]byte, int, error) {
	return getStatus() // status: handed on 1
}

func failed(w http.ResponseWriter, err error) bool { return err != nil && w != nil }

func helperTestsErrorRight(w http.ResponseWriter) {
	resp, err := get() // status: checked
	if failed(w, err) {
		return
	}
	b, err := io.ReadAll(resp.Body)
	if failed(w, err) || len(b) == 0 && !failed(w, err) {
		return
	}
	if resp.StatusCode != 200 {
		panic("x")
	}
}

func helperTestsErrorBad(w http.ResponseWriter) {
	resp, err := get() // status: lost at resp.Body
	if failed(w, err) {
		return
	}
	io.Copy(w, resp.Body)
}

func givesUpRight(w http.ResponseWriter, stopping bool) {
	resp, err := get() // status: checked
	if err != nil {
		panic(err)
	}
	if stopping {
		return
	}
	if resp.StatusCode != 200 {
		panic("x")
	}
}

func givesUpBad(w http.ResponseWriter, stopping bool) {
	resp, err := get() // status: lost at }
	if err != nil {
		panic(err)
	}
	if stopping && resp.StatusCode != 200 {
		return
	}
}
