// Package lookalike has right code that looks like polling too fast, like a
// state that never comes, and like a loop without an end.
package lookalike

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"flag"
	"log"
	"math/rand"
	"net/http"
	"os"
	"strconv"
	"time"

	"pay"
)

type Shop struct {
	client  *pay.Client
	db      *sql.DB
	limiter Limiter
	opts    Options
	log     func(string)
}

type Limiter interface {
	Wait(ctx context.Context) error
}

type Options struct{ Interval time.Duration }

var errBusy = errors.New("busy")

// A failed read is tried again soon; the first answer ends the loop.
func (s *Shop) retryIs(ctx context.Context, ref string) (*pay.Payment, error) {
	for {
		p, err := s.client.Payment(ctx, ref)
		if !errors.Is(err, errBusy) {
			return p, err
		}
		time.Sleep(200 * time.Millisecond)
	}
}

func retryable(err error) bool {
	return errors.Is(err, errBusy) || errors.Is(err, os.ErrDeadlineExceeded)
}

func (s *Shop) retryHelper(ctx context.Context, ref string) (*pay.Payment, error) {
	for {
		p, err := s.client.Payment(ctx, ref)
		if !retryable(err) {
			return p, err
		}
		time.Sleep(200 * time.Millisecond)
	}
}

func (s *Shop) retryCount(ctx context.Context, ref string) (p *pay.Payment, err error) {
	err = errBusy
	for i := 0; i < 5 && err != nil; i++ {
		p, err = s.client.Payment(ctx, ref)
		time.Sleep(100 * time.Millisecond)
	}
	return p, err
}

func (s *Shop) retryNil(ctx context.Context, ref string) *pay.Payment {
	for {
		p, _ := s.client.Payment(ctx, ref)
		if p != nil {
			return p
		}
		time.Sleep(100 * time.Millisecond)
	}
}

func (s *Shop) retryFlag(ctx context.Context, ref string) (p *pay.Payment) {
	ok := false
	for !ok {
		var err error
		p, err = s.client.Payment(ctx, ref)
		ok = err == nil
		time.Sleep(100 * time.Millisecond)
	}
	return p
}

// The limiter says when.
func (s *Shop) limited(ctx context.Context, ref string) error {
	for {
		if err := s.limiter.Wait(ctx); err != nil {
			return err
		}
		p, err := s.client.Payment(ctx, ref)
		if err != nil {
			return err
		}
		if p.State != pay.Created {
			return nil
		}
	}
}

// The pause comes from outside.
func (s *Shop) options(ctx context.Context, ref string) error {
	for {
		p, err := s.client.Payment(ctx, ref)
		if err != nil || p.State != pay.Created {
			return err
		}
		time.Sleep(s.opts.Interval)
	}
}

var pause = flag.Duration("pause", time.Second, "between two reads")

func (s *Shop) flags(ctx context.Context, ref string) error {
	for {
		p, err := s.client.Payment(ctx, ref)
		if err != nil || p.State != pay.Created {
			return err
		}
		time.Sleep(*pause)
	}
}

// Seconds is for main to set.
var Seconds = time.Second

func (s *Shop) exported(ctx context.Context, ref string) error {
	for {
		p, err := s.client.Payment(ctx, ref)
		if err != nil || p.State != pay.Created {
			return err
		}
		time.Sleep(Seconds)
	}
}

func (s *Shop) environment(ctx context.Context, ref string) error {
	n, err := strconv.Atoi(os.Getenv("PAUSE"))
	if err != nil {
		return err
	}
	for {
		p, err := s.client.Payment(ctx, ref)
		if err != nil || p.State != pay.Created {
			return err
		}
		time.Sleep(time.Duration(n) * time.Second)
	}
}

// Wait is called with what others like.
func (s *Shop) Wait(ctx context.Context, ref string, every time.Duration) error {
	for {
		p, err := s.client.Payment(ctx, ref)
		if err != nil || p.State != pay.Created {
			return err
		}
		time.Sleep(every)
	}
}

func (s *Shop) waitsSecond(ctx context.Context, ref string) error {
	return s.Wait(ctx, ref, time.Second)
}

func (s *Shop) given(ctx context.Context, ref string, every time.Duration) error {
	for {
		p, err := s.client.Payment(ctx, ref) // want `read again every 1s`
		if err != nil || p.State != pay.Created {
			return err
		}
		time.Sleep(every)
	}
}

func (s *Shop) givesSecond(ctx context.Context, ref string) error {
	return s.given(ctx, ref, time.Second)
}

func (s *Shop) slowly(ctx context.Context, ref string, every time.Duration) error {
	for {
		p, err := s.client.Payment(ctx, ref)
		if err != nil || p.State != pay.Created {
			return err
		}
		time.Sleep(every)
	}
}

func (s *Shop) slowlyTwo(ctx context.Context, ref string) error {
	return s.slowly(ctx, ref, 2*time.Second)
}

// A pause with some chance in it.
func (s *Shop) jitter(ctx context.Context, ref string) error {
	for {
		p, err := s.client.Payment(ctx, ref)
		if err != nil || p.State != pay.Created {
			return err
		}
		time.Sleep(time.Second + time.Duration(rand.Intn(4000))*time.Millisecond)
	}
}

// Each order of a list, with a right loop for each.
func (s *Shop) each(ctx context.Context, refs []string) error {
	for _, ref := range refs {
		for {
			p, err := s.client.Payment(ctx, ref)
			if err != nil {
				return err
			}
			if p.State != pay.Created {
				break
			}
			time.Sleep(2 * time.Second)
		}
	}
	return nil
}

// One read for each line of an order.
func (s *Shop) lines(ctx context.Context, ref string, lines []int64) error {
	for range lines {
		p, err := s.client.Payment(ctx, ref)
		if err != nil {
			return err
		}
		if p.State != pay.Authorized {
			return errBusy
		}
	}
	return nil
}

// The next order comes out of the database.
func (s *Shop) rows(ctx context.Context) error {
	rows, err := s.db.QueryContext(ctx, "SELECT reference FROM orders")
	if err != nil {
		return err
	}
	defer rows.Close()
	var ref string
	for rows.Next() {
		if err := rows.Scan(&ref); err != nil {
			return err
		}
		p, err := s.client.Payment(ctx, ref)
		if err != nil {
			return err
		}
		log.Print(p.State)
		time.Sleep(100 * time.Millisecond)
	}
	return rows.Err()
}

// The state in the database is the shop's own.
type row struct {
	Reference string `json:"reference"`
	State     string `json:"state"`
}

func (s *Shop) fromVipps(ctx context.Context, url, ref string) (*row, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, "https://api.vipps.no/epayment/v1/payments/"+ref, nil)
	if err != nil {
		return nil, err
	}
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		return nil, errors.New(resp.Status)
	}
	var r row
	if err := json.NewDecoder(resp.Body).Decode(&r); err != nil {
		return nil, err
	}
	return &r, nil
}

func (s *Shop) fromDatabase(ctx context.Context, ref string) (*row, error) {
	var r row
	err := s.db.QueryRowContext(ctx, "SELECT reference, state FROM orders WHERE reference = ?", ref).Scan(&r.Reference, &r.State)
	return &r, err
}

func (s *Shop) shipped(ctx context.Context, ref string) (bool, error) {
	r, err := s.fromDatabase(ctx, ref)
	if err != nil {
		return false, err
	}
	return r.State == "SHIPPED", nil
}

// A list in pages.
func (s *Shop) pages(ctx context.Context, id string) error {
	for page := 1; ; page++ {
		req, err := http.NewRequestWithContext(ctx, http.MethodGet, "https://api.vipps.no/recurring/v3/agreements?pageNumber="+strconv.Itoa(page), nil)
		if err != nil {
			return err
		}
		resp, err := http.DefaultClient.Do(req)
		if err != nil {
			return err
		}
		var list []pay.Agreement
		err = json.NewDecoder(resp.Body).Decode(&list)
		resp.Body.Close()
		if err != nil || len(list) == 0 {
			return err
		}
		for _, a := range list {
			log.Print(a.Status)
		}
		time.Sleep(100 * time.Millisecond)
	}
}

// One charge of many is waited for: others may fail.
func (s *Shop) any(ctx context.Context, id string) error {
	for {
		req, err := http.NewRequestWithContext(ctx, http.MethodGet, "https://api.vipps.no/recurring/v3/agreements/"+id+"/charges", nil)
		if err != nil {
			return err
		}
		resp, err := http.DefaultClient.Do(req)
		if err != nil {
			return err
		}
		var list []pay.Charge
		err = json.NewDecoder(resp.Body).Decode(&list)
		resp.Body.Close()
		if err != nil {
			return err
		}
		for _, c := range list {
			if c.Status == "CHARGED" {
				return nil
			}
		}
		time.Sleep(2 * time.Second)
	}
}

// A flag that somebody else sets ends the loop.
func (s *Shop) stopped(ctx context.Context, ref string, stop *bool) error {
	for !*stop {
		p, err := s.client.Payment(ctx, ref)
		if err != nil {
			return err
		}
		if p.State == pay.Authorized {
			return nil
		}
		time.Sleep(2 * time.Second)
	}
	return nil
}

// What is done on an answer may end the loop.
func (s *Shop) saves(ctx context.Context, ref string) error {
	for {
		p, err := s.client.Payment(ctx, ref)
		if err != nil {
			return err
		}
		done, err := s.save(p)
		if err != nil || done {
			return err
		}
		if p.State == pay.Authorized {
			return nil
		}
		time.Sleep(2 * time.Second)
	}
}

func (s *Shop) save(p *pay.Payment) (bool, error) { return p.State != pay.Created, nil }

// An event goes on to the worker.
type Gateway interface {
	Payment(ctx context.Context, reference string) (*pay.Payment, error)
}

// It may be a fake, or one that waits by itself: the name says so.
type Waiter interface {
	WaitForChange(ctx context.Context, reference string) (*pay.Payment, error)
}

func waits(ctx context.Context, w Waiter, ref string) error {
	for {
		p, err := w.WaitForChange(ctx, ref)
		if err != nil || p.State != pay.Created {
			return err
		}
	}
}
