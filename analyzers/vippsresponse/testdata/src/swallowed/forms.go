package swallowed

import (
	"context"
	"errors"
	"fmt"
	"os"
	"sync"
	"testing"
)

func EmptyElse(ref string) {
	if err := capture(ref); err == nil { // want "error of a Vipps call is tested and then lost"
		ship(ref)
	} else {
	}
}

func EmptyCase(ref string) {
	err := capture(ref) // want "error of a Vipps call is tested and then lost"
	switch {
	case err != nil:
	default:
		ship(ref)
	}
}

func MadeNil(ref string) error {
	err := capture(ref) // want "error of a Vipps call is tested and then lost"
	if err != nil {
		err = nil
	}
	return err
}

func OnlyBlank(ref string) {
	if err := capture(ref); err != nil { // want "error of a Vipps call is tested and then lost"
		_ = err
	}
	ship(ref)
}

func FalseAndNil(ref string) (bool, error) {
	if err := capture(ref); err != nil { // want "error of a Vipps call is tested and then lost"
		return false, nil
	}
	return true, nil
}

func InAClosure(run func(func() error), ref string) {
	run(func() error {
		if err := capture(ref); err != nil { // want "error of a Vipps call is tested and then lost"
			return nil
		}
		return ship(ref)
	})
}

// Else does something about the error alone.
func Else(ref string) error {
	if err := capture(ref); err == nil {
		ship(ref)
	} else {
		return err
	}
	return nil
}

func Case(ref string) {
	err := capture(ref)
	switch {
	case errors.Is(err, context.Canceled):
	case err != nil:
		fmt.Fprintln(os.Stderr, err)
	}
}

type shop struct {
	mu     sync.Mutex
	failed int
	last   error
}

func (s *shop) Counted(ref string) {
	if err := capture(ref); err != nil {
		s.mu.Lock()
		s.failed++
		s.mu.Unlock()
	}
}

func (s *shop) Stored(ref string) {
	if err := capture(ref); err != nil {
		s.last = err
		return
	}
	ship(ref)
}

// A counter is one of somebody's metrics.
type counter interface{ Inc() }

func Measured(c counter, ref string) {
	if err := capture(ref); err != nil {
		c.Inc()
	}
}

func Must(t testing.TB, ref string) {
	if err := capture(ref); err != nil {
		t.Fatalf("capture: %v", err)
	}
}

func Exits(ref string) {
	if err := capture(ref); err != nil {
		os.Exit(1)
	}
}

func Alarm(alarm func(ref string), ref string) {
	if err := capture(ref); err != nil {
		alarm(ref)
	}
}

// Fallback gives what it knew before.
func Fallback(ref, known string) (string, error) {
	s, err := state(ref)
	if err != nil {
		return known, nil
	}
	return s, nil
}

// Deferred is kept by what runs at the end.
func Deferred(ref string) (ok bool) {
	var err error
	defer func() {
		if err != nil {
			fmt.Fprintln(os.Stderr, err)
		}
	}()
	if err = capture(ref); err != nil {
		return false
	}
	return true
}
