// Command otherfamily reads agreements back, and takes events of payments.
package main

import (
	"context"
	"log"
	"net/http"

	"shop/hooks"
	"shop/vipps"
)

func main() {
	mux := http.NewServeMux()
	go func() { log.Print(vipps.New("https://api.vipps.no").Agreement(context.Background(), "agr_1")) }()
	(&hooks.Hooks{}).Routes(mux) // want "nothing in the program reads the payments of this callback back"
	log.Fatal(http.ListenAndServe(":8080", mux))
}
