// Command unused has a function that reads back and that nothing mentions.
package main

import (
	"context"
	"log"
	"net/http"

	"shop/hooks"
	"shop/vipps"
)

func status(ref string) (string, error) {
	return vipps.New("https://api.vipps.no").Poll(context.Background(), ref)
}

func unusedToo() { _, _ = status("ordre-1") }

func main() {
	mux := http.NewServeMux()
	log.Print(vipps.New("https://api.vipps.no").Create(context.Background(), "ordre-1", 19900))
	(&hooks.Hooks{}).Routes(mux) // want "nothing in the program reads the payments of this callback back"
	log.Fatal(http.ListenAndServe(":8080", mux))
}
