// Package shop has the pages of the shop.
package shop

import (
	"crypto/rand"
	"crypto/subtle"
	"encoding/json"
	"fmt"
	"net/http"
	"strings"
	"sync"

	"kaffebrenneriet-nord.example/butikk/ecom"
)

// A Store knows which orders are paid.
type Store struct {
	mu   sync.Mutex
	paid map[string]bool
}

func NewStore() *Store { return &Store{paid: make(map[string]bool)} }

func (s *Store) Pay(id string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.paid[id] = true
}

func (s *Store) Paid(id string) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.paid[id]
}

// A Checkout sends the customer to Vipps.
type Checkout struct {
	Store *Store
	API   *ecom.API
}

func (c *Checkout) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	url, err := c.API.Initiate("kn-"+strings.ToLower(rand.Text()[:10]), 18900)
	if err != nil {
		http.Error(w, "Vipps svarer ikke", http.StatusBadGateway)
		return
	}
	http.Redirect(w, r, url, http.StatusFound)
}

// A Callback is told by Vipps what became of a payment.
type Callback struct {
	Store *Store
	Token string
}

func (c *Callback) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if c.Token == "" || subtle.ConstantTimeCompare([]byte(r.Header.Get("Authorization")), []byte(c.Token)) != 1 {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	var body struct {
		MerchantSerialNumber string `json:"merchantSerialNumber"`
		OrderID              string `json:"orderId"`
		TransactionInfo      struct {
			Amount        int    `json:"amount"`
			Status        string `json:"status"`
			TimeStamp     string `json:"timeStamp"`
			TransactionID string `json:"transactionId"`
		} `json:"transactionInfo"`
	}
	if err := json.NewDecoder(r.Body).Decode(&body); err != nil {
		w.WriteHeader(http.StatusBadRequest)
		return
	}
	if body.OrderID != strings.TrimPrefix(r.URL.Path, "/vipps/v2/payments/") {
		w.WriteHeader(http.StatusNotFound)
		return
	}
	switch body.TransactionInfo.Status {
	case "RESERVED", "SALE":
		c.Store.Pay(body.OrderID)
	}
}

// Thanks is the page that the customer comes back to.
type Thanks struct {
	Store *Store
	API   *ecom.API
}

func (t *Thanks) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	id := r.FormValue("order")
	paid := t.Store.Paid(id)
	if !paid {
		var err error
		if paid, err = t.API.Reserved(id); err != nil {
			http.Error(w, "Vipps svarer ikke", http.StatusBadGateway)
			return
		}
	}
	if paid {
		t.Store.Pay(id)
		fmt.Fprintln(w, "Takk, kaffen er på vei.")
		return
	}
	fmt.Fprintln(w, "Vi venter på betalingen.")
}
