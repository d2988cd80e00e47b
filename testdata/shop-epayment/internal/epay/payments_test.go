package epay

import (
	"context"
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"testing"

	"github.com/go-chi/chi/v5"

	"kanelbakeriet.example/butikk/internal/intent"
)

func mock(t *testing.T, seen *createBody) *Client {
	t.Helper()
	r := chi.NewRouter()
	r.Post("/accesstoken/get", func(w http.ResponseWriter, r *http.Request) {
		w.Write([]byte(`{"access_token":"t","expires_in":"3600"}`))
	})
	r.Post("/epayment/v1/payments", func(w http.ResponseWriter, r *http.Request) {
		if err := json.NewDecoder(r.Body).Decode(seen); err != nil {
			t.Error(err)
		}
		w.WriteHeader(http.StatusCreated)
		w.Write([]byte(`{"redirectUrl":"https://landing.example","reference":"kanel-1"}`))
	})
	r.Get("/epayment/v1/payments/{reference}", func(w http.ResponseWriter, r *http.Request) {
		http.Error(w, `{"title":"Not Found"}`, http.StatusNotFound)
	})
	srv := httptest.NewServer(r)
	t.Cleanup(srv.Close)
	return New(srv.URL, Keys{MSN: "123456"})
}

func TestCreate(t *testing.T) {
	var seen createBody
	in := intent.Intent{Reference: "kanel-1", Description: "Boller", Phone: "4791234567", Total: intent.Money{Value: 3990, Currency: "NOK"}}
	if _, err := mock(t, &seen).Create(context.Background(), &in, "https://kanelbakeriet.example/takk"); err != nil {
		t.Fatal(err)
	}
	if seen.Amount.Value != 3990 || seen.Customer.PhoneNumber != "4791234567" {
		t.Errorf("sent %+v", seen)
	}
}

func TestGetUnknown(t *testing.T) {
	_, found, err := mock(t, new(createBody)).Get(context.Background(), "kanel-2")
	if err != nil || found {
		t.Errorf("got %v, %v", found, err)
	}
}
