// Package swallow tests errors and loses them, or keeps them.
package swallow

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io"
	"log"
	"os"
	"sync"
	"sync/atomic"
	"testing"
	"time"
)

var (
	errBad  = errors.New("bad")
	errNone = errors.New("none")
)

type payment struct {
	ID, State string
	Paid      bool
}

func get() error                          { return errBad }
func getPayment() (*payment, error)       { return nil, errBad }
func getItem(id string) (*payment, error) { return nil, errBad }
func ship(*payment) error                 { return nil }
func markFailed(id string)                {}
func other() error                        { return errBad }
func backoff(n int)                       {}
func wrap(err error) error                { return fmt.Errorf("x: %w", err) }
func isGone(err error) bool               { return err == errNone }

func emptyBad() {
	if err := get(); err != nil { // swallow: lost at err != nil
	}
}

func emptyThenBad() (*payment, error) {
	p, err := getPayment() // swallow: lost at err != nil
	if err != nil {
	}
	return p, nil
}

func emptyThenReturnedRight() (*payment, error) {
	p, err := getPayment() // swallow: checked
	if err != nil {
	}
	return p, err
}

func emptyCommentBad() string {
	p, err := getPayment() // swallow: lost at err != nil
	if err != nil {
		// can't happen
	}
	return p.State
}

func emptyElseBad() {
	if err := get(); err == nil { // swallow: lost at err == nil
		log.Print("fine")
	} else {
	}
}

func elseRight() {
	if err := get(); err == nil { // swallow: checked
		log.Print("fine")
	} else {
		log.Print(err)
	}
}

func noElseRight() {
	if err := get(); err == nil { // swallow: unknown
		log.Print("fine")
	}
}

func noElseNotRight() {
	if err := get(); !(err != nil) { // swallow: unknown
		log.Print("fine")
	}
}

func noElseAndRight() error {
	p, err := getPayment() // swallow: unknown
	if err == nil && p.Paid {
		return ship(p)
	}
	return nil
}

func emptyCaseBad() {
	err := get() // swallow: lost at err != nil
	switch {
	case err != nil:
	default:
		log.Print("fine")
	}
}

func returnNilBad() error {
	if err := get(); err != nil { // swallow: lost at err != nil
		return nil
	}
	return nil
}

func returnErrRight() error {
	if err := get(); err != nil { // swallow: checked
		return err
	}
	return nil
}

func returnWrappedRight() error {
	if err := get(); err != nil { // swallow: checked
		return wrap(err)
	}
	return nil
}

func returnOtherRight() error {
	if err := get(); err != nil { // swallow: checked
		return errBad
	}
	return nil
}

func returnFreshRight() error {
	if err := get(); err != nil { // swallow: checked
		return errors.New("capture failed")
	}
	return nil
}

func zeroBad() (*payment, error) {
	p, err := getPayment() // swallow: lost at err != nil
	if err != nil {
		return nil, nil
	}
	return p, nil
}

func zeroBehindPointerBad() (*payment, error) {
	p, err := getPayment() // swallow: lost at err != nil
	if err != nil {
		return &payment{}, nil
	}
	return p, nil
}

func tellingRight() (*payment, error) {
	p, err := getPayment() // swallow: checked
	if err != nil {
		return &payment{State: "FAILED"}, nil
	}
	return p, nil
}

func zeroStructBad() (payment, error) {
	p, err := getPayment() // swallow: lost at err != nil
	if err != nil {
		return payment{}, nil
	}
	return *p, nil
}

func falseBad() (bool, error) {
	p, err := getPayment() // swallow: lost at err != nil
	if err != nil {
		return false, nil
	}
	return p.Paid, nil
}

func stateRight() (payment, error) {
	p, err := getPayment() // swallow: checked
	if err != nil {
		return payment{State: "failed"}, nil
	}
	return *p, nil
}

func wrongWayRoundBad() error {
	err := get() // swallow: lost at err == nil
	if err == nil {
		return ship(nil)
	} else {
		return nil
	}
}

// What is called there may do anything.
func otherCalledRight() error {
	if err := get(); err != nil { // swallow: checked
		return other()
	}
	return nil
}

func falseWithoutErrorRight() bool {
	p, err := getPayment() // swallow: checked
	if err != nil {
		return false
	}
	return p.Paid
}

func nilWithoutErrorRight() *payment {
	p, err := getPayment() // swallow: checked
	if err != nil {
		return nil
	}
	return p
}

func bareBad() {
	if err := get(); err != nil { // swallow: lost at err != nil
		return
	}
	log.Print("fine")
}

func bareLoggedRight() {
	if err := get(); err != nil { // swallow: checked
		log.Print("capture failed")
		return
	}
	log.Print("fine")
}

func bareCountedRight(o *payment, failures *int) {
	if err := get(); err != nil { // swallow: checked
		*failures++
		return
	}
}

func bareStoredRight(o *payment) {
	if err := get(); err != nil { // swallow: checked
		o.State = "failed"
		return
	}
}

func bareClosedBad(f *os.File, mu *sync.Mutex) {
	if err := get(); err != nil { // swallow: lost at err != nil
		f.Close()
		mu.Unlock()
		return
	}
	log.Print("fine")
}

func markedRight(id string) error {
	if err := get(); err != nil { // swallow: checked
		markFailed(id)
		return nil
	}
	return nil
}

func rollbackBad(tx *sql.Tx) error {
	if err := get(); err != nil { // swallow: lost at err != nil
		tx.Rollback()
		return nil
	}
	return tx.Commit()
}

func rollbackRight(tx *sql.Tx) error {
	if err := get(); err != nil { // swallow: checked
		tx.Rollback()
		return err
	}
	return tx.Commit()
}

func sentRight(failed chan string, id string) {
	if err := get(); err != nil { // swallow: checked
		failed <- id
		return
	}
}

func panicRight() {
	if err := get(); err != nil { // swallow: checked
		panic("no capture")
	}
}

func exitRight() {
	if err := get(); err != nil { // swallow: checked
		os.Exit(1)
	}
}

func printRight() {
	if err := get(); err != nil { // swallow: checked
		fmt.Fprintln(os.Stderr, "failed")
	}
}

func fatalRight(t *testing.T) {
	if err := get(); err != nil { // swallow: checked
		t.Fatal("x")
	}
}

func setNilBad() error {
	err := get() // swallow: lost at err != nil
	if err != nil {
		err = nil
	}
	return err
}

func setOtherRight() error {
	err := get() // swallow: checked
	if err != nil {
		err = errBad
	}
	return err
}

func flagRight() bool {
	ok := true
	if err := get(); err != nil { // swallow: checked
		ok = false
	}
	return ok
}

func defaultRight() (string, error) {
	state := "unknown"
	p, err := getPayment() // swallow: checked
	if err != nil {
		state = "failed"
	} else {
		state = p.State
	}
	return state, nil
}

func isRight() error {
	if err := get(); err != nil { // swallow: checked
		if errors.Is(err, errNone) {
			return nil
		}
		return err
	}
	return nil
}

func isFirstRight() error {
	err := get() // swallow: checked
	if errors.Is(err, errNone) {
		return nil
	}
	if err != nil {
		return err
	}
	return nil
}

func isOwnRight() error {
	err := get() // swallow: checked
	if err != nil && !isGone(err) {
		return err
	}
	return nil
}

func cancelledRight(ctx context.Context) error {
	if err := get(); err != nil { // swallow: checked
		if ctx.Err() != nil {
			return nil
		}
		return err
	}
	return nil
}

func orRight() error {
	p, err := getPayment() // swallow: checked
	if err != nil || !p.Paid {
		return errBad
	}
	return nil
}

func orBad() error {
	p, err := getPayment() // swallow: lost at err != nil
	if err != nil || !p.Paid {
		return nil
	}
	return ship(p)
}

func orMarkedRight(id string) error {
	p, err := getPayment() // swallow: checked
	if err != nil || !p.Paid {
		markFailed(id)
		return nil
	}
	return ship(p)
}

func keptAsTruthRight() bool {
	err := get() // swallow: unknown
	ok := err == nil
	return ok
}

func namedBad() (p *payment, err error) {
	p, err = getPayment() // swallow: lost at err != nil
	if err != nil {
		return nil, nil
	}
	return
}

func namedRight() (p *payment, err error) {
	p, err = getPayment() // swallow: checked
	if err != nil {
		return
	}
	return
}

func namedJoinRight() (err error) {
	defer func() { err = errors.Join(err, other()) }()
	err = get() // swallow: unknown
	if err != nil {
		return
	}
	return nil
}

func deferLogRight() (err error) {
	defer func() {
		if err != nil {
			log.Print(err)
		}
	}()
	if err = get(); err != nil { // swallow: unknown
		return err
	}
	return nil
}

func goroutineBad(wg *sync.WaitGroup) {
	wg.Go(func() {
		if err := get(); err != nil { // swallow: lost at err != nil
			return
		}
	})
}

func goroutineRight(wg *sync.WaitGroup) error {
	var first error
	wg.Go(func() {
		if err := get(); err != nil { // swallow: checked
			first = err
		}
	})
	wg.Wait()
	return first
}

func goroutineCountRight(wg *sync.WaitGroup) int {
	n := 0
	wg.Go(func() {
		if err := get(); err != nil { // swallow: checked
			n++
		}
	})
	wg.Wait()
	return n
}

func sleepBad() {
	if err := get(); err != nil { // swallow: lost at err != nil
		time.Sleep(time.Second)
	}
	markFailed("x")
}

func fallbackRight(cached *payment) (*payment, error) {
	p, err := getPayment() // swallow: checked
	if err != nil {
		p = cached
	}
	return p, nil
}

func shadowedFallbackBad(cached *payment) (*payment, error) {
	p, err := getPayment() // swallow: lost at err != nil
	if err != nil {
		p := cached
		_ = p
	}
	return p, nil
}

func mapRight(failed *sync.Map, id string) {
	if err := get(); err != nil { // swallow: checked
		failed.Store(id, true)
	}
}

func writtenRight(w io.Writer) {
	if err := get(); err != nil { // swallow: checked
		io.WriteString(w, "failed")
	}
}

func laterRight(again func()) {
	if err := get(); err != nil { // swallow: checked
		time.AfterFunc(time.Minute, again)
	}
}

func atomicRight(failed *atomic.Int64) {
	if err := get(); err != nil { // swallow: checked
		failed.Add(1)
	}
}
