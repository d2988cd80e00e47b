// Command cronjob hands a job to a scheduler behind its interface.
package main

import (
	"context"
	"log"
	"net/http"

	"github.com/robfig/cron/v3"
	"shop/hooks"
	"shop/vipps"
)

type job struct{ c *vipps.Client }

func (j job) Run() { log.Print(j.c.Get(context.Background(), "ordre-1")) }

func main() {
	mux := http.NewServeMux()
	c := cron.New()
	if _, err := c.AddJob("@every 1m", job{vipps.New("https://api.vipps.no")}); err != nil {
		log.Fatal(err)
	}
	c.Start()
	(&hooks.Hooks{}).Routes(mux) // read back
	log.Fatal(http.ListenAndServe(":8080", mux))
}
