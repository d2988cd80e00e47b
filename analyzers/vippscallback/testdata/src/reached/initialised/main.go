// Command initialised imports a package that reads back as soon as it is imported.
package main

import (
	"log"
	"net/http"
	_ "shop/polls"

	"shop/hooks"
)

func main() {
	mux := http.NewServeMux()

	(&hooks.Hooks{}).Routes(mux) // read back
	log.Fatal(http.ListenAndServe(":8080", mux))
}
