// Package steady has loops that poll, through helpers of any depth, beside loops
// that do not.
package steady

import (
	"context"
	"encoding/json"
	"log"
	"net/http"
	"time"

	"pay"
)

type Reader interface {
	Payment(ctx context.Context, reference string) (*pay.Payment, error)
}

type Worker struct {
	client *pay.Client
	reader Reader
	queue  chan string
	refs   []string
	next   int
	ref    string
}

func New(c *pay.Client, ref string) *Worker {
	return &Worker{client: c, reader: c, queue: make(chan string), ref: ref}
}

func (w *Worker) done(ctx context.Context, ref string) (bool, error) {
	p, err := w.client.Payment(ctx, ref)
	if err != nil {
		return false, err
	}
	return p.State != pay.Created, nil
}

func (w *Worker) deeper(ctx context.Context, ref string) (bool, error) { return w.done(ctx, ref) }

func (w *Worker) deep(ctx context.Context, ref string) error {
	for {
		done, err := w.deeper(ctx, ref) // want `read again every 1s .*: Worker.deeper`
		if err != nil || done {
			return err
		}
		time.Sleep(time.Second)
	}
}

func (w *Worker) deepRight(ctx context.Context, ref string) error {
	for {
		done, err := w.deeper(ctx, ref)
		if err != nil || done {
			return err
		}
		time.Sleep(5 * time.Second)
	}
}

// check keeps the answer to itself.
func (w *Worker) check(ctx context.Context, ref string) {
	p, err := w.client.Payment(ctx, ref)
	if err != nil {
		log.Print(err)
		return
	}
	log.Print(p.State)
}

func (w *Worker) checks(ctx context.Context, ref string) {
	for {
		time.Sleep(time.Second)
		w.check(ctx, ref) // want `read again every 1s`
	}
}

func (w *Worker) checksRight(ctx context.Context, ref string) {
	for {
		time.Sleep(3 * time.Second)
		w.check(ctx, ref)
	}
}

func (w *Worker) through(ctx context.Context, ref string) error {
	for {
		p, err := w.reader.Payment(ctx, ref) // want `read again every 1s .*: Client.Payment|Reader.Payment`
		if err != nil || p.State != pay.Created {
			return err
		}
		time.Sleep(time.Second)
	}
}

func (w *Worker) throughRight(ctx context.Context, ref string) error {
	for {
		p, err := w.reader.Payment(ctx, ref)
		if err != nil || p.State != pay.Created {
			return err
		}
		time.Sleep(2 * time.Second)
	}
}

func (w *Worker) literal(ctx context.Context, ref string) error {
	read := func() (bool, error) { return w.done(ctx, ref) }
	for {
		done, err := read() // want `read again every 1s`
		if err != nil || done {
			return err
		}
		time.Sleep(time.Second)
	}
}

func (w *Worker) background(ref string) {
	go func() {
		for {
			p, err := w.client.Payment(context.Background(), ref) // want `read again every 1s`
			if err != nil || p.State != pay.Created {
				return
			}
			time.Sleep(time.Second)
		}
	}()
}

func (w *Worker) backgroundRight(ref string) {
	go func() {
		for {
			p, err := w.client.Payment(context.Background(), ref)
			if err != nil || p.State != pay.Created {
				return
			}
			time.Sleep(2 * time.Second)
		}
	}()
}

// The reference stands in a field that is set once.
func (w *Worker) own(ctx context.Context) error {
	for {
		p, err := w.client.Payment(ctx, w.ref) // want `read again every 1s`
		if err != nil || p.State != pay.Created {
			return err
		}
		time.Sleep(time.Second)
	}
}

// Plain net/http.
func (w *Worker) plain(ctx context.Context, ref string) (string, error) {
	for {
		req, err := http.NewRequestWithContext(ctx, http.MethodGet, "https://api.vipps.no/epayment/v1/payments/"+ref, nil)
		if err != nil {
			return "", err
		}
		resp, err := http.DefaultClient.Do(req) // want `read again every 1s .*: Client.Do`
		if err != nil {
			return "", err
		}
		var p struct {
			State string `json:"state"`
		}
		err = json.NewDecoder(resp.Body).Decode(&p)
		resp.Body.Close()
		if err != nil {
			return "", err
		}
		if p.State != "CREATED" {
			return p.State, nil
		}
		time.Sleep(time.Second)
	}
}

// Each order is read once.
func (w *Worker) orders(ctx context.Context, refs []string) {
	for _, ref := range refs {
		if _, err := w.client.Payment(ctx, ref); err != nil {
			log.Print(err)
		}
		time.Sleep(100 * time.Millisecond)
	}
}

func (w *Worker) byIndex(ctx context.Context) {
	for i := 0; i < len(w.refs); i++ {
		if _, err := w.client.Payment(ctx, w.refs[i]); err != nil {
			log.Print(err)
		}
	}
}

func (w *Worker) fromQueue(ctx context.Context) {
	for ref := range w.queue {
		if _, err := w.client.Payment(ctx, ref); err != nil {
			log.Print(err)
		}
	}
}

// step takes another order each time.
func (w *Worker) step(ctx context.Context) error {
	ref := w.pop()
	_, err := w.client.Payment(ctx, ref)
	return err
}

func (w *Worker) pop() string {
	ref := w.refs[0]
	w.refs = w.refs[1:]
	return ref
}

func (w *Worker) steps(ctx context.Context) {
	for len(w.refs) > 0 {
		if err := w.step(ctx); err != nil {
			log.Print(err)
		}
		time.Sleep(100 * time.Millisecond)
	}
}

func (w *Worker) cursor(ctx context.Context) {
	for w.next < len(w.refs) {
		if _, err := w.client.Payment(ctx, w.refs[w.next]); err != nil {
			log.Print(err)
		}
		w.next++
		time.Sleep(100 * time.Millisecond)
	}
}

// all reads each order once, so its caller polls nothing that is known.
func (w *Worker) all(ctx context.Context) error {
	for _, ref := range w.refs {
		if _, err := w.client.Payment(ctx, ref); err != nil {
			return err
		}
	}
	return nil
}

func (w *Worker) rounds(ctx context.Context) {
	for {
		if err := w.all(ctx); err != nil {
			log.Print(err)
		}
		time.Sleep(time.Second)
	}
}

// It tries again what failed, and ends with the first answer.
func (w *Worker) again(ctx context.Context, ref string) (p *pay.Payment, err error) {
	for range 3 {
		p, err = w.client.Payment(ctx, ref)
		if err == nil {
			return p, nil
		}
		time.Sleep(200 * time.Millisecond)
	}
	return nil, err
}

func (w *Worker) againPlain(ctx context.Context, url, ref string) error {
	for {
		req, err := http.NewRequestWithContext(ctx, http.MethodGet, "https://api.vipps.no/epayment/v1/payments/"+ref, nil)
		if err != nil {
			return err
		}
		resp, err := http.DefaultClient.Do(req)
		if err != nil {
			return err
		}
		resp.Body.Close()
		if resp.StatusCode == http.StatusOK {
			return nil
		}
		time.Sleep(time.Second)
	}
}

// What is sent is not read back.
func (w *Worker) captures(ctx context.Context, ref string) error {
	for {
		if err := w.client.Capture(ctx, ref, 89900); err != nil {
			return err
		}
		time.Sleep(time.Second)
	}
}
