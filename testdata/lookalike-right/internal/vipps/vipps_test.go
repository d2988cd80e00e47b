package vipps

import (
	"context"
	"encoding/json"
	"math"
	"net/http"
	"net/http/httptest"
	"testing"

	"fjellbok.example/butikk/internal/order"
)

// server plays Vipps: its routes are not requests.
func server(t *testing.T) (*Client, *[]int64) {
	t.Helper()
	var values []int64
	mux := http.NewServeMux()
	mux.HandleFunc("POST /accesstoken/get", func(w http.ResponseWriter, r *http.Request) {
		w.Write([]byte(`{"access_token":"x","expires_in":"60"}`))
	})
	mux.HandleFunc("POST /epayment/v1/payments/{ref}/capture", func(w http.ResponseWriter, r *http.Request) {
		var in struct {
			ModificationAmount struct {
				Value float64 `json:"value"` // as loosely as Vipps reads it
			} `json:"modificationAmount"`
		}
		if err := json.NewDecoder(r.Body).Decode(&in); err != nil || in.ModificationAmount.Value != math.Trunc(in.ModificationAmount.Value) {
			http.Error(w, `{"code":4040}`, http.StatusBadRequest)
			return
		}
		values = append(values, int64(in.ModificationAmount.Value))
		w.Write([]byte(`{}`))
	})
	mux.HandleFunc("GET /epayment/v1/payments/{ref}", func(w http.ResponseWriter, r *http.Request) {
		w.Write([]byte(`{"state":"AUTHORIZED","amount":{"currency":"NOK","value":1990}}`))
	})
	srv := httptest.NewServer(mux)
	t.Cleanup(srv.Close)
	return &Client{URL: srv.URL, HC: srv.Client()}, &values
}

func TestCapture(t *testing.T) {
	c, values := server(t)
	o := order.Order{Ref: "fb-1", Books: []order.Book{{ISBN: "978", Price: 19.99, Count: 1}}}
	if err := c.Capture(context.Background(), "fb-1", o.Bill().Whole); err != nil {
		t.Fatal(err)
	}
	if len(*values) != 1 || (*values)[0] != 1999 {
		t.Errorf("captured %v", *values)
	}
}

func TestState(t *testing.T) {
	c, _ := server(t)
	if s, err := c.State(context.Background(), "fb-1"); err != nil || s != "AUTHORIZED" {
		t.Errorf("%q, %v", s, err)
	}
}
