// A shop with httprouter.
package main

import (
	"encoding/json"
	"net/http"
	"os"

	"github.com/julienschmidt/httprouter"
)

type callback struct {
	MSN     string `json:"merchantSerialNumber"`
	OrderID string `json:"orderId"`
	Info    struct {
		Status string `json:"status"`
	} `json:"transactionInfo"`
}

var orders = map[string]string{}

func act(cb callback) { orders[cb.OrderID] = cb.Info.Status }

func open(w http.ResponseWriter, r *http.Request, p httprouter.Params) {
	var cb callback
	if json.NewDecoder(r.Body).Decode(&cb) == nil {
		act(cb) // want `nothing checks who sent it`
	}
}

func closed(w http.ResponseWriter, r *http.Request, p httprouter.Params) {
	if _, password, ok := r.BasicAuth(); !ok || password != os.Getenv("PASSWORD") {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	var cb callback
	if json.NewDecoder(r.Body).Decode(&cb) == nil {
		act(cb)
	}
}

func main() {
	r := httprouter.New()
	r.POST("/open/v2/payments/:orderId", open)
	r.POST("/closed/v2/payments/:orderId", closed)
	http.ListenAndServe(":8080", r)
}
