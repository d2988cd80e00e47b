// A program that wires the handlers up behind a check.
package main

import (
	"net/http"
	"os"

	"split/auth"
	"split/web"
)

func main() {
	http.Handle("/vipps/", auth.Token(os.Getenv("TOKEN"), web.Routes()))
	http.Handle("/read", &web.Reader{Refs: make(chan string)}) // want `nothing checks who sent it`
	http.ListenAndServe(":8080", nil)
}
