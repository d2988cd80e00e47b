// Command unknown reads back an address that nobody knows before it runs.
package main

import (
	"log"
	"net/http"
	"os"

	"shop/hooks"
)

func main() {
	mux := http.NewServeMux()
	go func() { log.Print(http.Get(os.Getenv("STATUS_URL"))) }()
	(&hooks.Hooks{}).Routes(mux) // read back
	log.Fatal(http.ListenAndServe(":8080", mux))
}
