// Command handedon gives the path to code behind an interface.
package main

import (
	"context"
	"log"
	"net/http"

	"shop/hooks"
)

type getter interface {
	JSON(ctx context.Context, path string, into any) error
}

func poll(g getter) {
	var out struct{ State string }
	log.Print(g.JSON(context.Background(), "/epayment/v1/payments/"+"ordre-1", &out), out)
}

func main() {
	mux := http.NewServeMux()
	go poll(nil)
	(&hooks.Hooks{}).Routes(mux) // read back
	log.Fatal(http.ListenAndServe(":8080", mux))
}
