// Package stable sends requests again, with another key and with the same one.
package stable

import (
	"bytes"
	crand "crypto/rand"
	"encoding/hex"
	"errors"
	"fmt"
	"math/rand"
	"net/http"
	"strconv"
	"time"

	"github.com/avast/retry-go/v4"
	"github.com/cenkalti/backoff/v4"
	"github.com/google/uuid"
)

const base = "https://api.vipps.no"

func Capture(ref string, body []byte) error {
	for attempt := 0; attempt < 3; attempt++ {
		req, err := http.NewRequest("POST", base+"/epayment/v1/payments/"+ref+"/capture", bytes.NewReader(body))
		if err != nil {
			return err
		}
		req.Header.Set("Idempotency-Key", uuid.NewString()) // want `Idempotency-Key of POST /epayment/v1/payments/{reference}/capture is made anew in each try \(a retry captures twice\); derive the key`
		resp, err := http.DefaultClient.Do(req)
		if err != nil {
			time.Sleep(time.Second)
			continue
		}
		resp.Body.Close()
		if resp.StatusCode < 500 {
			return nil
		}
	}
	return errors.New("no answer")
}

func CaptureRight(ref string, body []byte) error {
	key := uuid.NewString()
	for attempt := 0; attempt < 3; attempt++ {
		req, err := http.NewRequest("POST", base+"/epayment/v1/payments/"+ref+"/capture", bytes.NewReader(body))
		if err != nil {
			return err
		}
		req.Header.Set("Idempotency-Key", key)
		resp, err := http.DefaultClient.Do(req)
		if err != nil {
			time.Sleep(time.Second)
			continue
		}
		resp.Body.Close()
		if resp.StatusCode < 500 {
			return nil
		}
	}
	return errors.New("no answer")
}

// Once is the common form: another key for each call.
func Once(ref string, body []byte) error {
	req, err := http.NewRequest("POST", base+"/epayment/v1/payments/"+ref+"/capture", bytes.NewReader(body))
	if err != nil {
		return err
	}
	req.Header.Set("Idempotency-Key", uuid.New().String())
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func Again(ref string, body []byte) error {
	var err error
	for i := 0; i < 3; i++ {
		err = Once(ref, body) // want `Idempotency-Key of POST /epayment/v1/payments/{reference}/capture is made anew in each try`
		if err == nil {
			break
		}
	}
	return err
}

// All captures other payments in each round.
func All(refs []string, body []byte) error {
	for _, ref := range refs {
		if err := Once(ref, body); err != nil {
			return err
		}
	}
	return nil
}

// First stops at the first payment that can be captured.
func First(refs []string, body []byte) error {
	for _, ref := range refs {
		if err := Once(ref, body); err == nil {
			return nil
		}
	}
	return errors.New("none")
}

type queue struct{ refs []string }

func (q *queue) Next() string { r := q.refs[0]; q.refs = q.refs[1:]; return r }

func Work(q *queue, body []byte) {
	for {
		if err := Once(q.Next(), body); err == nil {
			return
		}
	}
}

func keyed(ref, key string, body []byte) error {
	req, err := http.NewRequest("POST", base+"/epayment/v1/payments/"+ref+"/refund", bytes.NewReader(body))
	if err != nil {
		return err
	}
	req.Header.Set("Idempotency-Key", key)
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func Numbered(ref string, body []byte) error {
	for attempt := 1; ; attempt++ {
		err := keyed(ref, fmt.Sprintf("%s-%d", ref, attempt), body) // want `Idempotency-Key of POST /epayment/v1/payments/{reference}/refund counts the tries, so that each has another key \(a retry refunds twice\)`
		if err == nil || attempt == 3 {
			return err
		}
	}
}

func NumberedByText(ref string, body []byte) error {
	for attempt := range 3 {
		if keyed(ref, ref+strconv.Itoa(attempt), body) == nil { // want `counts the tries`
			return nil
		}
	}
	return errors.New("no answer")
}

func NumberedOrders(refs []string, body []byte) error {
	for i, ref := range refs {
		if keyed(ref, ref+strconv.Itoa(i), body) == nil {
			return nil
		}
	}
	return errors.New("no answer")
}

func Derived(ref string, body []byte) error {
	for range 3 {
		if keyed(ref, "refund-"+ref, body) == nil {
			return nil
		}
	}
	return errors.New("no answer")
}

func newKey() string {
	b := make([]byte, 16)
	if _, err := crand.Read(b); err != nil {
		panic(err)
	}
	return hex.EncodeToString(b)
}

func Random(ref string, body []byte) error {
	for range 3 {
		if keyed(ref, newKey(), body) == nil { // want `made anew in each try`
			return nil
		}
	}
	return errors.New("no answer")
}

func Pseudo(ref string, body []byte) error {
	for range 3 {
		if keyed(ref, fmt.Sprintf("%s-%d", ref, rand.Int63()), body) == nil { // want `made anew in each try`
			return nil
		}
	}
	return errors.New("no answer")
}

func Clock(ref string, body []byte) (err error) {
	for range 3 {
		err = keyed(ref, strconv.FormatInt(time.Now().UnixNano(), 10), body) // want `made anew in each try`
		if err == nil {
			return nil
		}
	}
	return err
}

func Hashed(ref string, body []byte) error {
	for range 3 {
		if keyed(ref, uuid.NewSHA1(uuid.UUID{}, []byte(ref)).String(), body) == nil {
			return nil
		}
	}
	return errors.New("no answer")
}

// Polled asks again where it has succeeded.
func Polled(ref string, body []byte) error {
	for {
		if err := keyed(ref, uuid.NewString(), body); err != nil {
			return err
		}
		time.Sleep(time.Hour)
	}
}

func ByLibrary(ref string, body []byte) error {
	return backoff.Retry(func() error {
		return keyed(ref, uuid.NewString(), body) // want `made anew in each try`
	}, backoff.NewExponentialBackOff())
}

func ByLibraryRight(ref string, body []byte) error {
	key := uuid.NewString()
	return backoff.Retry(func() error {
		return keyed(ref, key, body)
	}, backoff.NewExponentialBackOff())
}

func ByOther(ref string, body []byte) error {
	return retry.Do(func() error {
		return Once(ref, body) // want `made anew in each try`
	}, retry.Attempts(3))
}

func again(n int, f func() error) error {
	var err error
	for range n {
		if err = f(); err == nil {
			return nil
		}
		time.Sleep(time.Second)
	}
	return err
}

func ByOwn(ref string, body []byte) error {
	return again(3, func() error {
		key := uuid.Must(uuid.NewRandom()).String()
		return keyed(ref, key, body) // want `made anew in each try`
	})
}

func ByOwnRight(ref string, body []byte) error {
	key := uuid.Must(uuid.NewRandom()).String()
	return again(3, func() error { return keyed(ref, key, body) })
}

func setHeaders(req *http.Request) {
	req.Header.Set("Content-Type", "application/json")
	req.Header.Set("Idempotency-Key", uuid.NewString()) // want `made anew in each try`
}

func ByHelper(ref string, body []byte) error {
	for range 3 {
		req, err := http.NewRequest("POST", base+"/epayment/v1/payments/"+ref+"/capture", bytes.NewReader(body))
		if err != nil {
			return err
		}
		setHeaders(req)
		resp, err := http.DefaultClient.Do(req)
		if err == nil {
			return resp.Body.Close()
		}
	}
	return errors.New("no answer")
}

func ByHelperRight(ref string, body []byte) error {
	req, err := http.NewRequest("POST", base+"/epayment/v1/payments/"+ref+"/capture", nil)
	if err != nil {
		return err
	}
	setHeaders(req)
	for range 3 {
		resp, err := http.DefaultClient.Do(req)
		if err == nil {
			return resp.Body.Close()
		}
	}
	return errors.New("no answer")
}

func post(method, path string, body []byte) (*http.Response, error) {
	req, err := http.NewRequest(method, base+path, bytes.NewReader(body))
	if err != nil {
		return nil, err
	}
	req.Header.Set("Idempotency-Key", uuid.NewString())
	return http.DefaultClient.Do(req)
}

func ByPost(ref string, body []byte) error {
	for range 3 {
		resp, err := post("POST", "/epayment/v1/payments/"+ref+"/capture", body) // want `made anew in each try`
		if err != nil {
			continue
		}
		return resp.Body.Close()
	}
	return errors.New("no answer")
}

func tries(method, path string, body []byte) (err error) {
	for attempt := 0; attempt < 5; attempt++ {
		if attempt > 0 {
			time.Sleep(time.Duration(attempt) * time.Second)
		}
		err = sendOnce(method, path, body) // want `Idempotency-Key of POST /epayment/v1/payments/{reference}/refund is made anew in each try`
		if err == nil {
			return nil
		}
	}
	return err
}

func sendOnce(method, path string, body []byte) error {
	resp, err := post(method, path, body)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if resp.StatusCode >= 300 {
		return errors.New(resp.Status)
	}
	return nil
}

func Tried(ref string, body []byte) error {
	return tries("POST", "/epayment/v1/payments/"+ref+"/refund", body)
}

// Another takes another key only where it may: that is not judged.
func Another(ref string, body []byte) error {
	key := uuid.NewString()
	for range 3 {
		err := keyed(ref, key, body)
		if err == nil {
			return nil
		}
		if errors.Is(err, errConflict) {
			key = uuid.NewString()
		}
	}
	return errConflict
}

var errConflict = errors.New("conflict")

type rows struct{}

func (r *rows) Scan(to ...any) error { return nil }

// Filled reads the next payment in each round.
func Filled(r *rows, body []byte) {
	for {
		var ref string
		if err := r.Scan(&ref); err != nil {
			continue
		}
		if err := keyed(ref, uuid.NewString(), body); err == nil {
			return
		}
	}
}

// ByDay has the same key all day.
func ByDay(ref string, body []byte) error {
	for range 3 {
		if keyed(ref, ref+time.Now().Format("20060102"), body) == nil {
			return nil
		}
	}
	return errConflict
}

// New starts another payment where one has failed, with a key of its own.
func New(order string, body []byte) error {
	for i := range 3 {
		ref := fmt.Sprintf("%s-%d", order, i)
		if err := keyed(ref, ref, body); err == nil {
			return nil
		}
	}
	for range 3 {
		ref := uuid.NewString()
		if err := keyed(ref, ref, body); err == nil {
			return nil
		}
	}
	for range 3 {
		id := uuid.NewString()
		if err := keyed("order-"+id, "key-"+id, body); err == nil {
			return nil
		}
	}
	return errConflict
}

type attempt struct{ ref, key string }

func (a *attempt) send(body []byte) error { return keyed(a.ref, a.key, body) }

func Attempts(ref string, body []byte) error {
	for {
		a := &attempt{ref, uuid.NewString()}
		if err := a.send(body); err == nil { // want `made anew in each try`
			return nil
		}
		time.Sleep(time.Second)
	}
}

func AttemptsRight(ref string, body []byte) error {
	a := &attempt{ref, uuid.NewString()}
	for {
		if err := a.send(body); err == nil {
			return nil
		}
		time.Sleep(time.Second)
	}
}

func AttemptsNew(body []byte) error {
	for {
		a := &attempt{uuid.NewString(), uuid.NewString()}
		if err := a.send(body); err == nil {
			return nil
		}
		time.Sleep(time.Second)
	}
}
