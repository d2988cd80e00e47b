// Command afterfunc reads back once, later.
package main

import (
	"context"
	"log"
	"net/http"
	"time"

	"shop/hooks"
	"shop/vipps"
)

func main() {
	mux := http.NewServeMux()
	c := vipps.New("https://api.vipps.no")
	mux.HandleFunc("/buy", func(w http.ResponseWriter, r *http.Request) {
		ref := r.FormValue("ref")
		time.AfterFunc(5*time.Second, func() { log.Print(c.Get(context.Background(), ref)) })
	})
	(&hooks.Hooks{}).Routes(mux) // read back
	log.Fatal(http.ListenAndServe(":8080", mux))
}
