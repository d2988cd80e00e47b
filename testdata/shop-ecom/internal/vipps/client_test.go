package vipps

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"fjordfiske.example/nettbutikk/internal/betaling"
)

// mockVipps answers as Vipps does; the test sees what was asked for.
func mockVipps(t *testing.T, asked *initiateBody) *Client {
	t.Helper()
	mux := http.NewServeMux()
	mux.HandleFunc("POST /accessToken/get", func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprint(w, `{"access_token":"abc","expires_in":"3600"}`)
	})
	mux.HandleFunc("POST /ecomm/v2/payments", func(w http.ResponseWriter, r *http.Request) {
		if err := json.NewDecoder(r.Body).Decode(asked); err != nil {
			t.Error(err)
		}
		fmt.Fprintf(w, `{"orderId":%q,"url":"https://apitest.vipps.no/dwo-api-application/v1/deeplink"}`, asked.Transaction.OrderID)
	})
	mux.HandleFunc("GET /ecomm/v2/payments/{orderId}/details", func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprintf(w, `{"orderId":%q,"transactionLogHistory":[]}`, r.PathValue("orderId"))
	})
	mux.HandleFunc("POST /ecomm/v2/payments/{orderId}/capture", func(w http.ResponseWriter, r *http.Request) {
		http.Error(w, `[{"errorGroup":"Payment","errorCode":"61"}]`, http.StatusBadRequest)
	})
	srv := httptest.NewServer(mux)
	t.Cleanup(srv.Close)
	return New(Config{Host: srv.URL, MSN: "123456", PublicURL: "https://www.fjordfiske.example"})
}

func TestInitiate(t *testing.T) {
	var asked initiateBody
	c := mockVipps(t, &asked)
	url, err := c.Initiate(context.Background(), betaling.Request{Ref: "ff-1", Minor: 1990, Text: "Sluk", Mobile: "48059528"})
	if err != nil {
		t.Fatal(err)
	}
	if !strings.HasPrefix(url, "https://") || asked.Transaction.Amount != 1990 {
		t.Errorf("got %s, asked for %d øre", url, asked.Transaction.Amount)
	}
}

func TestCaptureRefused(t *testing.T) {
	var asked initiateBody
	c := mockVipps(t, &asked)
	if err := c.Capture(context.Background(), "ff-1", "ff-1-a", 1990); err == nil {
		t.Error("a refused capture gave no error")
	}
}
