// Command nettbutikk sells yarn by post.
package main

import (
	"log"
	"net/http"
	"os"

	"garnbua.example/nettbutikk/ordre"
	"garnbua.example/nettbutikk/vipps"
	"garnbua.example/nettbutikk/web"
)

func main() {
	vipps.Setup(os.Getenv("VIPPS_URL"), os.Getenv("VIPPS_TOKEN"), os.Getenv("VIPPS_KEY"))
	web.HookSecret = os.Getenv("VIPPS_HOOK_SECRET")
	ordre.Open()

	http.HandleFunc("GET /{$}", web.Forside)
	http.HandleFunc("POST /kjop", web.Kjop)
	http.HandleFunc("GET /takk", web.Takk)
	http.HandleFunc("POST /hooks/vipps", web.Hook) // want:vippscallback/no-polling
	log.Fatal(http.ListenAndServe(":8080", nil))
}
