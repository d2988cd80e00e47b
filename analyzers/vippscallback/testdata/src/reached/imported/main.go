// Command imported imports a package that registers a handler by itself.
package main

import (
	"log"
	"net/http"

	_ "shop/wired" // want "nothing in the program reads the payments of this callback back"
)

func main() { log.Fatal(http.ListenAndServe(":8080", nil)) }
