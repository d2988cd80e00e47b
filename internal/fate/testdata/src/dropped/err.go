// Package dropped asks for errors in many ways.
package dropped

import (
	"context"
	"errors"
	"fmt"
	"log"
	"net/http"
	"sync"
)

func get() error               { return http.ErrAbortHandler }
func getBoth() (string, error) { return "", http.ErrAbortHandler }
func other() error             { return nil }

func returned() error {
	return get() // error: handed on 0
}

func returnedSecond() (string, error) {
	s, err := getBoth() // error: handed on 1
	return s, err
}

func testedRight() error {
	if err := get(); err != nil { // error: checked
		return err
	}
	return nil
}

func emptyBranchIsRead() {
	if err := get(); err != nil { // error: checked
	}
}

func wrappedRight() error {
	_, err := getBoth() // error: checked
	return fmt.Errorf("x: %w", err)
}

func loggedRight() {
	log.Print(get()) // error: checked
}

func statementBad() {
	get() // error: lost at }
}

func blankBad() string {
	s, _ := getBoth() // error: lost at return s
	return s
}

func blankAssignBad() error {
	err := get() // error: lost at return nil
	_ = err
	return nil
}

func blankOnlyBad() error {
	_ = get() // error: lost at return nil
	return nil
}

func goBad() {
	go get() // error: lost at go get()
}

func deferBad() {
	defer get() // error: lost at defer get()
}

func overwrittenBad() error {
	err := get() // error: lost at return err
	err = other()
	return err
}

func overwrittenRight() error {
	err := get() // error: checked
	if err != nil {
		return err
	}
	err = other()
	return err
}

func someWayBad(quick bool) error {
	s, err := getBoth() // error: lost at return nil
	if quick {
		log.Print(s)
		return nil
	}
	return err
}

func someWayRight(quick bool) error {
	s, err := getBoth() // error: handed on 0
	if s == "" {
		return errors.New("empty")
	}
	return err
}

func loopBad(n int) (err error) {
	for range n {
		err = get() // error: lost at get()
	}
	return err
}

func loopRight(n int) error {
	var err error
	for range n {
		if err = get(); err == nil { // error: checked
			break
		}
	}
	return err
}

func collectedRight(n int) error {
	var errs []error
	for range n {
		errs = append(errs, get()) // error: checked
	}
	return errors.Join(errs...)
}

func sentRight(errCh chan error) {
	errCh <- get() // error: checked
}

func selectedRight(errCh chan error, done chan bool) {
	err := get() // error: checked
	select {
	case errCh <- err:
	case <-done:
	}
}

func storedRight(o *struct{ err error }) {
	o.err = get() // error: unknown
}

type group struct{}

func (*group) Go(f func() error) {}

func groupRight(g *group) {
	g.Go(func() error {
		return get() // error: handed on 0
	})
}

func groupBad(wg *sync.WaitGroup) {
	wg.Go(func() {
		_ = get() // error: lost at }
	})
}

func capturedRight(wg *sync.WaitGroup) error {
	var err error
	wg.Go(func() {
		err = get() // error: unknown
	})
	wg.Wait()
	return err
}

func capturedBad(wg *sync.WaitGroup) error {
	var err error
	wg.Go(func() {
		err = get() // error: lost at }
	})
	wg.Wait()
	_ = err
	return nil
}

func namedRight() (err error) {
	err = get() // error: handed on 0
	return
}

func namedJoinRight() (err error) {
	defer func() { err = errors.Join(err, other()) }()
	err = get() // error: unknown
	return
}

func namedDeferRight() (err error) {
	defer other()
	err = get() // error: handed on 0
	return
}

func namedDeferBad() (s string, err error) {
	defer other()
	s, err = getBoth() // error: lost at return
	err = nil
	return
}

func addressRight(see func(*error)) {
	err := get() // error: unknown
	see(&err)
}

func asRight() bool {
	err := get() // error: checked
	var p *problem
	return errors.As(err, &p)
}

type problem struct{}

func (*problem) Error() string { return "" }

func getProblem() *problem { _ = http.NoBody; return nil }

func concreteRight() error {
	if p := getProblem(); p != nil { // error: checked
		return p
	}
	return nil
}

func concreteBad() error {
	getProblem() // error: lost at return nil
	return nil
}

func drop(error) {}

func ignoredBad() {
	drop(get()) // error: lost at }
}

func anyRight() {
	log.Println("x", get()) // error: checked
}

func switchRight() int {
	switch err := get().(type) { // error: checked
	case *problem:
		return 1
	default:
		_ = err
	}
	return 0
}

func panicRight() {
	err := get() // error: checked
	panic(err)
}

func doneRight(ctx context.Context, ch chan error) {
	err := get() // error: checked
	select {
	case <-ctx.Done():
		return
	case ch <- err:
	}
}

func doneFirstRight(ctx context.Context, ch chan error) bool {
	err := get() // error: checked
	select {
	case <-ctx.Done():
		return true
	default:
		ch <- err
	}
	return false
}

func doneFirstBad(done chan bool, ch chan error) bool {
	err := get() // error: lost at return true
	select {
	case <-done:
		return true
	default:
		ch <- err
	}
	return false
}

func getCode() (int, error) { return 0, http.ErrAbortHandler }

func codeDecides() (err error) {
	var code int
	code, err = getCode() // error: checked
	if code == 204 {
		err = nil
	} else if err == nil {
		err = fmt.Errorf("code %d", code)
	}
	return
}

func codeDecidesBlank() bool {
	code, _ := getCode() // error: lost at return true
	if code != 200 {
		return false
	}
	return true
}

func codeIsPrinted() error {
	code, err := getCode() // error: lost at return err
	log.Println(code)
	err = other()
	return err
}

func contextAskedBetween(ctx context.Context) error {
	err := get() // error: lost at return nil
	if ctx.Err() != nil {
		return err
	}
	return nil
}

func contextAskedFirst(ctx context.Context) error {
	err := get() // error: handed on 0
	if ctx.Err() != nil {
		return ctx.Err()
	}
	return err
}
