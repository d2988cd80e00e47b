// Package ship sends parcels for sessions that are paid.
package ship

import (
	"crypto/subtle"
	"encoding/json"
	"log/slog"
	"net/http"
	"sync"
	"time"

	"vinterklaer.example/lager/vippscheckout"
)

// A Desk knows the orders.
type Desk struct {
	token  string
	reader vippscheckout.Reader

	mu      sync.Mutex
	waiting map[string]bool
}

func NewDesk(token string, reader vippscheckout.Reader) *Desk {
	return &Desk{token: token, reader: reader, waiting: map[string]bool{}}
}

// Checkout is told by Vipps that a session has ended.
func (d *Desk) Checkout(w http.ResponseWriter, r *http.Request) {
	if d.token == "" || subtle.ConstantTimeCompare([]byte(r.Header.Get("Authorization")), []byte(d.token)) != 1 {
		http.Error(w, "unknown sender", http.StatusUnauthorized)
		return
	}
	var s vippscheckout.Session
	if err := json.NewDecoder(r.Body).Decode(&s); err != nil {
		http.Error(w, "not a session", http.StatusBadRequest)
		return
	}
	d.ended(s)
	w.WriteHeader(http.StatusAccepted)
}

func (d *Desk) ended(s vippscheckout.Session) {
	switch s.SessionState {
	case "PaymentSuccessful":
		slog.Info("ship", "reference", s.Reference)
	case "PaymentTerminated", "SessionExpired":
		slog.Info("put back", "reference", s.Reference)
	default:
		return
	}
	d.mu.Lock()
	delete(d.waiting, s.Reference)
	d.mu.Unlock()
}

// Late asks for the sessions of which nobody has told us.
func (d *Desk) Late(every time.Duration) {
	for range time.Tick(every) {
		d.mu.Lock()
		var refs []string
		for ref := range d.waiting {
			refs = append(refs, ref)
		}
		d.mu.Unlock()
		for _, ref := range refs {
			s, err := d.reader.Read(ref)
			if err != nil {
				slog.Error("late", "reference", ref, "error", err)
				continue
			}
			d.ended(*s)
		}
	}
}
