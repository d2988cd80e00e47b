package form

import (
	"context"
	"errors"
	"fmt"
	"log"
	"sync"

	"golang.org/x/sync/errgroup"
)

func getErr() error                   { return errBad }
func getText() (string, error)        { return "", errBad }
func getOne[T any](string) (T, error) { var x T; return x, errBad }
func must[T any](x T, err error) T    { return x }
func orPanic[T any](x T, err error) T {
	if err != nil {
		panic(err)
	}
	return x
}
func other() error { return nil }

type apiErr struct{ code int }

func (*apiErr) Error() string { return "bad" }

type outcome struct {
	text string
	err  error
}

func joinRight() error {
	a := getErr() // error: checked
	b := other()
	return errors.Join(a, b)
}

func joinDeferRight() (err error) {
	defer func() { err = errors.Join(err, other()) }()
	err = getErr() // error: unknown
	return err
}

func joinInDeferRight() (err error) {
	defer func() {
		err = errors.Join(err, getErr()) // error: checked
	}()
	return other()
}

func deferIfRight() (err error) {
	defer func() {
		if e := getErr(); e != nil && err == nil { // error: checked
			err = e
		}
	}()
	return other()
}

func deferBlankBad() (err error) {
	defer func() {
		_ = getErr() // error: lost at }
	}()
	return other()
}

func intoSliceRight(n int) error {
	errs := make([]error, n)
	for i := range n {
		errs[i] = getErr() // error: unknown
	}
	return errors.Join(errs...)
}

func intoMapRight(ids []string) map[string]error {
	errs := map[string]error{}
	for _, id := range ids {
		errs[id] = getErr() // error: checked
	}
	return errs
}

func intoStructRight() outcome {
	text, err := getText() // error: unknown
	return outcome{text, err}
}

func sentStructRight(ch chan outcome) {
	text, err := getText() // error: unknown
	ch <- outcome{text: text, err: err}
}

func sentStructBad(ch chan outcome) {
	text, _ := getText() // error: lost at }
	ch <- outcome{text: text}
}

func goroutineRight() error {
	ch := make(chan error, 1)
	go func() {
		ch <- getErr() // error: checked
	}()
	return <-ch
}

func goroutineBad() {
	go func() {
		getErr() // error: lost at }
	}()
}

func errgroupRight(ids []string) error {
	var g errgroup.Group
	for range ids {
		g.Go(func() error {
			return getErr() // error: handed on 0
		})
	}
	return g.Wait()
}

func errgroupValueRight() error {
	var g errgroup.Group
	g.Go(getErr)
	return g.Wait()
}

func errgroupBad() error {
	var g errgroup.Group
	g.Go(func() error {
		getErr() // error: lost at return nil
		return nil
	})
	return g.Wait()
}

func onceRight(once *sync.Once) (err error) {
	once.Do(func() {
		err = getErr() // error: unknown
	})
	return err
}

func waitGroupRight(wg *sync.WaitGroup, mu *sync.Mutex) error {
	var errs []error
	wg.Go(func() {
		if err := getErr(); err != nil { // error: checked
			mu.Lock()
			errs = append(errs, err)
			mu.Unlock()
		}
	})
	wg.Wait()
	return errors.Join(errs...)
}

func genericRight() (string, error) {
	s, err := getOne[string]("x") // error: handed on 1
	return s, err
}

func genericBad() string {
	s, _ := getOne[string]("x") // error: lost at return s
	return s
}

func mustBad() string {
	return must(getText()) // error: lost at return must(getText())
}

func mustRight() string {
	return orPanic(getText()) // error: checked
}

func asRight() (string, error) {
	text, err := getText() // error: checked
	var e *apiErr
	if errors.As(err, &e) && e.code == 404 {
		return "", nil
	}
	return text, err
}

func shadowedBad(deep bool) error {
	text, err := getText() // error: lost at return nil
	if deep {
		if text, err := getText(); err != nil { // error: checked
			log.Print(text, err)
		}
		return nil
	}
	log.Print(text)
	return err
}

func globalRight() {
	lastErr = getErr() // error: unknown
}

var lastErr error

func pointerRight(out *error) {
	*out = getErr() // error: unknown
}

func closureReturnedRight() func() error {
	err := getErr() // error: unknown
	return func() error { return err }
}

func contextRight(ctx context.Context) error {
	err := getErr() // error: checked
	if ctx.Err() != nil {
		return fmt.Errorf("stopped: %w", ctx.Err())
	}
	if err != nil {
		return err
	}
	return nil
}

func namedNakedRight() (text string, err error) {
	if text, err = getText(); text == "" { // error: handed on 1
		return
	}
	return
}

func namedNakedBad() (text string, err error) {
	text, err = getText() // error: lost at return text, other()
	return text, other()
}

func retryLastRight() (err error) {
	for range 3 {
		if err = getErr(); err == nil { // error: checked
			return nil
		}
	}
	return err
}

func retryBlindBad() (err error) {
	for range 3 {
		err = getErr() // error: lost at getErr()
	}
	return
}

func eitherBad(fast bool) error {
	err := getErr() // error: lost at return err
	if fast {
		err = other()
	}
	return err
}

func eitherRight(fast bool) error {
	var err error
	if fast {
		err = getErr() // error: handed on 0
	} else {
		err = other()
	}
	return err
}

func yieldRight(yield func(string, error) bool) {
	text, err := getText() // error: checked
	yield(text, err)
}

func iteratorRight() func(func(string, error) bool) {
	return func(yield func(string, error) bool) {
		if !yield(getText()) { // error: checked
			return
		}
	}
}

func selectBad(done chan bool) {
	err := getErr() // error: lost at }
	select {
	case <-done:
		log.Print(err)
	default:
	}
}

func textRight() string {
	err := getErr() // error: checked
	return fmt.Sprint(err)
}

func comparedRight() bool {
	return getErr() == nil // error: checked
}

func negatedRight() bool {
	err := getErr() // error: checked
	failed := !(err == nil)
	return failed
}

func typeSwitchRight() int {
	switch err := getErr(); err := err.(type) { // error: checked
	case nil:
		return 0
	case *apiErr:
		return err.code
	}
	return 1
}

func methodExprRight(t interface{ Log(...any) }) {
	t.Log(getErr()) // error: checked
}

func recovered() (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("panic: %v", r)
		}
	}()
	err = getErr() // error: handed on 0
	return err
}

func labelledBad(ids []string) error {
	var err error
next:
	for range ids {
		for range ids {
			err = getErr() // error: lost at getErr()
			continue next
		}
	}
	return err
}
