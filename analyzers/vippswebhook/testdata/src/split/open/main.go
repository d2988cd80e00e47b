// A program that wires the handlers up with nothing before them.
package main

import (
	"net/http"
	"os"

	"split/auth"
	"split/web"
)

func main() {
	http.Handle("/vipps/", auth.Logged(web.Routes())) // want `payment callback of eCom is acted on although nothing checks who sent it`
	http.Handle("/admin", auth.Token(os.Getenv("TOKEN"), http.HandlerFunc(admin)))
	http.ListenAndServe(":8080", nil)
}

func admin(w http.ResponseWriter, r *http.Request) {}
