// Command variable reads back in a function of a package variable.
package main

import (
	"context"
	"log"
	"net/http"

	"shop/hooks"
	"shop/vipps"
)

var jobs = map[string]func(){"poll": poll}

func poll() { log.Print(vipps.New("https://api.vipps.no").Get(context.Background(), "ordre-1")) }

func main() {
	mux := http.NewServeMux()
	for _, job := range jobs {
		go job()
	}
	(&hooks.Hooks{}).Routes(mux) // read back
	log.Fatal(http.ListenAndServe(":8080", mux))
}
