// Command assembled reads back by a path that it puts together.
package main

import (
	"log"
	"net/http"
	"os"

	"shop/hooks"
)

type api struct{ base, area string }

func (a api) get(kind, ref string) (*http.Response, error) {
	return http.Get(a.base + "/" + a.area + "/" + kind + "/" + ref)
}

func main() {
	mux := http.NewServeMux()
	a := api{os.Getenv("BASE"), os.Getenv("AREA")}
	go func() { log.Print(a.get("payments", "ordre-1")) }()
	(&hooks.Hooks{}).Routes(mux) // read back
	log.Fatal(http.ListenAndServe(":8080", mux))
}
