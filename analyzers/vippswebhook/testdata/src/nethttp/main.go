// A shop that takes webhooks with net/http and checks nothing.
package main

import (
	"encoding/json"
	"io"
	"log"
	"net/http"
)

type event struct {
	MSN       string `json:"msn"`
	Reference string `json:"reference"`
	PSP       string `json:"pspReference"`
	Name      string `json:"name"`
	Success   bool   `json:"success"`
	Amount    struct {
		Value int64 `json:"value"`
	} `json:"amount"`
}

type shop struct{ paid map[string]int64 }

func (s *shop) markPaid(ref string, value int64) { s.paid[ref] = value }

func (s *shop) direct(w http.ResponseWriter, r *http.Request) {
	var ev event
	if err := json.NewDecoder(r.Body).Decode(&ev); err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	log.Println(ev.Name)
	if ev.Success { // only what is done counts
		s.markPaid(ev.Reference, ev.Amount.Value) // want `payment callback of ePayment is acted on although nothing checks who sent it`
	}
}

func (s *shop) throughHelpers(w http.ResponseWriter, r *http.Request) {
	ev, err := parse(r)
	if err != nil {
		return
	}
	s.handle(ev) // want `nothing checks who sent it`
}

func parse(r *http.Request) (*event, error) {
	body, err := io.ReadAll(r.Body)
	if err != nil {
		return nil, err
	}
	var ev event
	if err := json.Unmarshal(body, &ev); err != nil {
		return nil, err
	}
	return &ev, nil
}

func (s *shop) handle(ev *event) {
	if ev.Success {
		s.markPaid(ev.Reference, ev.Amount.Value)
	}
}

// logsHeader reads the header, but only to log it.
func (s *shop) logsHeader(w http.ResponseWriter, r *http.Request) {
	log.Println(r.Header.Get("Authorization"), r.Header.Get("Content-Type"))
	if r.Header.Get("Authorization") == "" {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	var ev event
	_ = json.NewDecoder(r.Body).Decode(&ev)
	s.markPaid(ev.Reference, ev.Amount.Value) // want `nothing checks who sent it`
}

// onlyLogs does nothing with what it is told.
func (s *shop) onlyLogs(w http.ResponseWriter, r *http.Request) {
	var ev event
	_ = json.NewDecoder(r.Body).Decode(&ev)
	log.Printf("%s %v", ev.Reference, ev.Success)
}

// factory makes a handler.
func (s *shop) factory() http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		var ev event
		_ = json.NewDecoder(r.Body).Decode(&ev)
		go func() { // want `nothing checks who sent it`
			s.markPaid(ev.Reference, ev.Amount.Value)
		}()
	}
}

func logging(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		log.Println(r.Method, r.URL.Path, r.Header.Get("User-Agent"))
		next.ServeHTTP(w, r)
	})
}

func admin(next http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if _, pass, ok := r.BasicAuth(); !ok || pass != adminPassword() {
			w.WriteHeader(http.StatusUnauthorized)
			return
		}
		next(w, r)
	}
}

func adminPassword() string { return "x" }

func main() {
	s := &shop{paid: map[string]int64{}}
	mux := http.NewServeMux()
	mux.HandleFunc("POST /a", s.direct)
	mux.HandleFunc("POST /b", s.throughHelpers)
	mux.HandleFunc("POST /c", s.logsHeader)
	mux.HandleFunc("POST /d", s.onlyLogs)
	mux.Handle("POST /e", s.factory())
	mux.HandleFunc("/admin", admin(func(w http.ResponseWriter, r *http.Request) {}))
	log.Fatal(http.ListenAndServe(":8080", logging(mux)))
}
