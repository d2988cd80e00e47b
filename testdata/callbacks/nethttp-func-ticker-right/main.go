// Command nettbutikk sells yarn by post.
package main

import (
	"log"
	"net/http"
	"os"
	"time"

	"garnbua.example/nettbutikk/ordre"
	"garnbua.example/nettbutikk/vipps"
	"garnbua.example/nettbutikk/web"
)

func main() {
	vipps.Setup(os.Getenv("VIPPS_URL"), os.Getenv("VIPPS_TOKEN"), os.Getenv("VIPPS_KEY"))
	web.HookSecret = os.Getenv("VIPPS_HOOK_SECRET")
	ordre.Open()

	go func() {
		for range time.Tick(5 * time.Second) {
			for _, ref := range ordre.Waiting() {
				state, err := vipps.State(ref)
				if err != nil {
					log.Print(err)
					continue
				}
				switch state {
				case "AUTHORIZED":
					ordre.Set(ref, "betalt")
				case "ABORTED", "EXPIRED", "TERMINATED":
					ordre.Set(ref, "avbrutt")
				}
			}
		}
	}()

	http.HandleFunc("GET /{$}", web.Forside)
	http.HandleFunc("POST /kjop", web.Kjop)
	http.HandleFunc("GET /takk", web.Takk)
	http.HandleFunc("POST /hooks/vipps", web.Hook)
	log.Fatal(http.ListenAndServe(":8080", nil))
}
