package main

import (
	"crypto/subtle"
	"net/http"

	"github.com/gorilla/mux"
)

func withToken(token string) mux.MiddlewareFunc {
	return func(next http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			if subtle.ConstantTimeCompare([]byte(r.Header.Get("Authorization")), []byte(token)) == 1 {
				next.ServeHTTP(w, r)
			} else {
				http.Error(w, "no", http.StatusUnauthorized)
			}
		})
	}
}
