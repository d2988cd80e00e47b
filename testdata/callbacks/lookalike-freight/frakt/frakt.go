// Package frakt knows what freight costs.
package frakt

import (
	"encoding/json"
	"log"
	"net/http"

	"github.com/gorilla/mux"
)

// Details answers eCom.
type Details struct{}

type address struct {
	AddressID    int    `json:"addressId"`
	AddressLine1 string `json:"addressLine1"`
	AddressLine2 string `json:"addressLine2"`
	City         string `json:"city"`
	Country      string `json:"country"`
	PostCode     string `json:"postCode"`
}

type method struct {
	IsDefault        string  `json:"isDefault"`
	Priority         int     `json:"priority"`
	ShippingCost     float64 `json:"shippingCost"`
	ShippingMethod   string  `json:"shippingMethod"`
	ShippingMethodID string  `json:"shippingMethodId"`
}

func (Details) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	var a address
	if err := json.NewDecoder(r.Body).Decode(&a); err != nil {
		http.Error(w, "no address", http.StatusBadRequest)
		return
	}
	cost := 79.50
	if len(a.PostCode) == 4 && a.PostCode[0] == '9' {
		cost = 149
	}
	write(w, map[string]any{
		"addressId": a.AddressID, "orderId": mux.Vars(r)["orderId"],
		"shippingDetails": []method{{"Y", 1, cost, "Posten", "posten"}, {"N", 2, cost + 40, "Hjem", "hjem"}},
	})
}

// Groups answers ePayment Express.
func Groups(w http.ResponseWriter, r *http.Request) {
	var q struct {
		Reference    string `json:"reference"`
		AddressLine1 string
		City         string
		PostCode     string
		Country      string
	}
	if err := json.NewDecoder(r.Body).Decode(&q); err != nil {
		http.Error(w, "no address", http.StatusBadRequest)
		return
	}
	type option struct {
		ID     string         `json:"id"`
		Amount map[string]any `json:"amount"`
		Name   string         `json:"name"`
	}
	write(w, map[string]any{"groups": []map[string]any{
		{"type": "HOME_DELIVERY", "options": []option{{"hjem", map[string]any{"currency": "NOK", "value": 9900}, "Hjem til " + q.City}}},
	}})
}

func write(w http.ResponseWriter, v any) {
	w.Header().Set("Content-Type", "application/json")
	if err := json.NewEncoder(w).Encode(v); err != nil {
		log.Print(err)
	}
}
