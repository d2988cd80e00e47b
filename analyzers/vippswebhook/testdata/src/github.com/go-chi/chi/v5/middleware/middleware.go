package middleware

import "net/http"

func Logger(next http.Handler) http.Handler    { return next }
func Recoverer(next http.Handler) http.Handler { return next }
func BasicAuth(realm string, creds map[string]string) func(http.Handler) http.Handler {
	return nil
}
