// A program that asks first and then calls the handler of another package.
package main

import (
	"net/http"
	"os"

	"split/auth"
	"split/web"
)

func main() {
	http.HandleFunc("/vipps", func(w http.ResponseWriter, r *http.Request) {
		if auth.Valid(r, os.Getenv("TOKEN")) {
			web.Callback(w, r)
		}
	})
	http.ListenAndServe(":8080", nil)
}
