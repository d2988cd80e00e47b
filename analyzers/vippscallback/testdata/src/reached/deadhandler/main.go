// Command deadhandler has a handler that nobody registers.
package main

import (
	"log"
	"net/http"

	"shop/hooks"
)

func old(mux *http.ServeMux) { (&hooks.Hooks{}).Routes(mux) }

func main() { log.Fatal(http.ListenAndServe(":8080", nil)) }
