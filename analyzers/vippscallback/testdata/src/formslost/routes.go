package main

import (
	"context"
	"encoding/json"
	"io"
	"log"
	"net/http"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"

	"shop/hooks"
)

type server struct{ seen map[string]bool }

func (s *server) method(w http.ResponseWriter, r *http.Request) {
	body, err := io.ReadAll(r.Body)
	if err != nil {
		http.Error(w, "no body", http.StatusBadRequest)
		return
	}
	e, ok := decode(w, r, body)
	if ok {
		s.seen[e.Reference] = true
	}
}

// decode looks like a handler and is the helper of one.
func decode(w http.ResponseWriter, _ *http.Request, body []byte) (e hooks.Event, ok bool) {
	if err := json.Unmarshal(body, &e); err != nil {
		http.Error(w, "not an event", http.StatusBadRequest)
		return e, false
	}
	return e, true
}

type asType struct{}

func (asType) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if _, err := parse[hooks.Event](r); err != nil {
		http.Error(w, "not an event", http.StatusBadRequest)
	}
}

// parse is a helper for any type.
func parse[T any](r *http.Request) (T, error) {
	var v T
	err := json.NewDecoder(r.Body).Decode(&v)
	return v, err
}

func factory(prefix string) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		var e hooks.Event
		if err := json.NewDecoder(r.Body).Decode(&e); err != nil {
			log.Print(prefix, err)
		}
	}
}

func (s *server) made() http.Handler { return logged(http.HandlerFunc(s.behindMade)) }

func (s *server) behindMade(w http.ResponseWriter, r *http.Request) {
	if _, err := parse[hooks.Event](r); err != nil {
		log.Print(err)
	}
}

func logged(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		log.Print(r.URL)
		next.ServeHTTP(w, r)
	})
}

// JSON makes a handler of a function that takes what was sent.
func JSON[T any](take func(context.Context, T) error) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		var v T
		if err := json.NewDecoder(r.Body).Decode(&v); err != nil {
			http.Error(w, "no JSON", http.StatusBadRequest)
			return
		}
		if err := take(r.Context(), v); err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
		}
	}
}

func take(_ context.Context, e hooks.Event) error { log.Print(e.Name); return nil }

type contact struct {
	Email string `json:"email"`
}

func takeContact(_ context.Context, c contact) error { log.Print(c.Email); return nil }

// taker is a handler behind an interface of the shop's own.
type taker interface {
	Take(w http.ResponseWriter, r *http.Request)
}

type vippsTaker struct{}

func (*vippsTaker) Take(w http.ResponseWriter, r *http.Request) {
	var e hooks.Event
	if err := json.NewDecoder(r.Body).Decode(&e); err != nil {
		log.Print(err)
	}
}

type routed struct{ s *server }

func (x routed) Routes(mux *http.ServeMux) {
	mux.HandleFunc("/routes", x.s.inRoutes) // want "nothing in the program reads the payments of this callback back"
}

func (s *server) inRoutes(w http.ResponseWriter, r *http.Request) {
	if _, err := parse[hooks.Event](r); err != nil {
		log.Print(err)
	}
}

// handler is the shop's own kind of handler.
type handler func(r *http.Request) (int, error)

func (h handler) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	code, err := h(r)
	if err != nil {
		log.Print(err)
	}
	w.WriteHeader(code)
}

func (s *server) own(r *http.Request) (int, error) {
	if _, err := parse[hooks.Event](r); err != nil {
		return http.StatusBadRequest, err
	}
	return http.StatusOK, nil
}

// byName knows the events by their names; its own type has too few of them.
func byName(w http.ResponseWriter, r *http.Request) {
	var e struct {
		Name      string `json:"name"`
		Reference string `json:"reference"`
	}
	if err := json.NewDecoder(r.Body).Decode(&e); err != nil {
		http.Error(w, "not an event", http.StatusBadRequest)
		return
	}
	switch e.Name {
	case "epayments.payment.authorized.v1":
		log.Print("paid ", e.Reference)
	}
}

// signed knows them by their signature.
func signed(w http.ResponseWriter, r *http.Request) {
	if r.Header.Get("X-Ms-Content-Sha256") == "" {
		http.Error(w, "not signed", http.StatusUnauthorized)
		return
	}
	var e struct {
		Name      string `json:"name"`
		Reference string `json:"reference"`
		MSN       string `json:"msn"`
		Success   bool   `json:"success"`
	}
	if err := json.NewDecoder(r.Body).Decode(&e); err != nil {
		http.Error(w, "not an event", http.StatusBadRequest)
	}
}

func onAPI(_ context.Context, req events.APIGatewayProxyRequest) (events.APIGatewayProxyResponse, error) {
	var e hooks.Event
	if err := json.Unmarshal([]byte(req.Body), &e); err != nil {
		return events.APIGatewayProxyResponse{StatusCode: http.StatusBadRequest}, nil
	}
	return events.APIGatewayProxyResponse{StatusCode: http.StatusOK}, nil
}

func onEvent(_ context.Context, e hooks.Event) error { log.Print(e.Name); return nil }

type envelope struct {
	Body string `json:"body"`
}

func onEnvelope(in envelope) error {
	var e hooks.Event
	return json.Unmarshal([]byte(in.Body), &e)
}

// source gives one value after the other. Its method has no body, and its type
// argument has methods.
type source[T any] interface{ Next() T }

func each(next func() *server) { _ = next }

func drain(s source[*server]) { each(s.Next) }

func routes() {
	drain(nil)
	s := &server{map[string]bool{}}
	mux := http.NewServeMux()
	mux.HandleFunc("/method", s.method)                                           // want "nothing in the program reads the payments of this callback back"
	mux.Handle("/type", asType{})                                                 // want "nothing in the program reads the payments of this callback back"
	mux.HandleFunc("/factory", factory("vipps"))                                  // want "nothing in the program reads the payments of this callback back"
	mux.Handle("/made", s.made())                                                 // want "nothing in the program reads the payments of this callback back"
	mux.Handle("/middleware", logged(http.HandlerFunc((&hooks.Hooks{}).Payment))) // want "nothing in the program reads the payments of this callback back"
	mux.HandleFunc("/json", JSON(take))                                           // want "nothing in the program reads the payments of this callback back"
	mux.HandleFunc("/contact", JSON(takeContact))
	var t taker = &vippsTaker{} // want "nothing in the program reads the payments of this callback back"
	mux.HandleFunc("/interface", t.Take)
	mux.HandleFunc("/closure", func(w http.ResponseWriter, r *http.Request) { // want "nothing in the program reads the payments of this callback back"
		if _, err := parse[hooks.Event](r); err != nil {
			log.Print(err)
		}
	})
	routed{s}.Routes(mux)
	mux.Handle("/own", handler(s.own)) // want "nothing in the program reads the payments of this callback back"
	for _, route := range []struct {
		path   string
		handle http.HandlerFunc
	}{
		{"/byname", byName}, // want "nothing in the program reads the payments of this callback back"
		{"/signed", signed}, // want "nothing in the program reads the payments of this callback back"
	} {
		mux.HandleFunc(route.path, route.handle)
	}
	lambda.Start(onAPI)      // want "nothing in the program reads the payments of this callback back"
	lambda.Start(onEvent)    // want "nothing in the program reads the payments of this callback back"
	lambda.Start(onEnvelope) // want "nothing in the program reads the payments of this callback back"
	log.Fatal(http.ListenAndServe(":8080", mux))
}
