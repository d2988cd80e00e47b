// A program with a check around the whole server.
package main

import (
	"net/http"
	"os"

	"split/auth"
	"split/web"
)

func main() {
	mux := http.NewServeMux()
	mux.HandleFunc("/vipps", web.Callback)
	mux.Handle("/vipps/", web.Routes())
	http.ListenAndServe(":8080", auth.Token(os.Getenv("TOKEN"), mux))
}
