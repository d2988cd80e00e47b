// Command generic reads back in a generic function.
package main

import (
	"context"
	"log"
	"net/http"

	"shop/hooks"
	"shop/vipps"
)

func watch[T interface {
	Get(ctx context.Context, ref string) (*vipps.Payment, error)
}](c T) {
	log.Print(c.Get(context.Background(), "ordre-1"))
}

func main() {
	mux := http.NewServeMux()
	go watch(vipps.New("https://api.vipps.no"))
	(&hooks.Hooks{}).Routes(mux) // read back
	log.Fatal(http.ListenAndServe(":8080", mux))
}
