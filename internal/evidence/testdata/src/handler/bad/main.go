// A program with its handler in main and nothing that reads back.
package main

import (
	"encoding/json"
	"log"
	"net/http"

	"handler/hooks"
)

func callback(w http.ResponseWriter, r *http.Request) {
	var cb hooks.Callback
	if err := json.NewDecoder(r.Body).Decode(&cb); err != nil {
		http.Error(w, "bad body", http.StatusBadRequest)
		return
	}
	log.Print(cb.OrderID)
}

func routes(mux *http.ServeMux) {
	mux.HandleFunc("/vipps/v2/payments/", callback)                                        // want `unread ecom-callback, call GET /ecomm/v2/payments/{orderId}/details`
	mux.HandleFunc("/literal/v2/payments/", func(w http.ResponseWriter, r *http.Request) { // want `unread ecom-callback`
		var cb hooks.Callback
		if err := json.NewDecoder(r.Body).Decode(&cb); err != nil {
			http.Error(w, "bad body", http.StatusBadRequest)
		}
	})
}

// factory gives a handler; it is registered where the factory is called.
func factory(name string) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		var cb hooks.Callback
		if err := json.NewDecoder(r.Body).Decode(&cb); err != nil {
			http.Error(w, name, http.StatusBadRequest)
		}
	}
}

func main() {
	mux := http.NewServeMux()
	mux.Handle("/made/v2/payments/", factory("bad body")) // want `unread ecom-callback`
	routes(mux)
	log.Fatal(http.ListenAndServe(":8080", mux))
}
