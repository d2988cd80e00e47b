// Package hooks takes the callbacks of Vipps.
package hooks

import (
	"encoding/json"
	"io"
	"net/http"
)

// Callback is what eCom sends when a payment has ended.
type Callback struct {
	MerchantSerialNumber string `json:"merchantSerialNumber"`
	OrderID              string `json:"orderId"`
	TransactionInfo      struct {
		Amount        int64  `json:"amount"`
		Status        string `json:"status"`
		TimeStamp     string `json:"timeStamp"`
		TransactionID string `json:"transactionId"`
	} `json:"transactionInfo"`
}

// A Server keeps what was paid.
type Server struct{ paid map[string]bool }

// New makes a server.
func New() *Server { return &Server{paid: map[string]bool{}} }

// Routes registers the handlers.
func (s *Server) Routes(mux *http.ServeMux) {
	mux.HandleFunc("/vipps/v2/payments/", s.callback)
}

func (s *Server) callback(w http.ResponseWriter, r *http.Request) {
	body, err := io.ReadAll(r.Body)
	if err != nil {
		http.Error(w, "bad body", http.StatusBadRequest)
		return
	}
	cb, err := parse(body)
	if err != nil {
		http.Error(w, "bad body", http.StatusBadRequest)
		return
	}
	s.paid[cb.OrderID] = cb.TransactionInfo.Status == "RESERVED"
}

func parse(body []byte) (*Callback, error) {
	var cb Callback
	if err := json.Unmarshal(body, &cb); err != nil {
		return nil, err
	}
	return &cb, nil
}

// Handler is a factory.
func (s *Server) Handler() http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		var cb Callback
		if err := json.NewDecoder(r.Body).Decode(&cb); err != nil {
			http.Error(w, "bad body", http.StatusBadRequest)
			return
		}
		s.paid[cb.OrderID] = true
	}
}

// A Hook is a handler itself.
type Hook struct{}

// ServeHTTP takes a callback.
func (Hook) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	var cb Callback
	if err := json.NewDecoder(r.Body).Decode(&cb); err != nil {
		http.Error(w, "bad body", http.StatusBadRequest)
	}
}
