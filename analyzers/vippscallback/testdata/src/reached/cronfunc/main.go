// Command cronfunc hands a method value to a scheduler.
package main

import (
	"context"
	"log"
	"net/http"

	"github.com/robfig/cron/v3"
	"shop/hooks"
	"shop/vipps"
)

type shop struct{ c *vipps.Client }

func (s *shop) pollOnce() { log.Print(s.c.Get(context.Background(), "ordre-1")) }

func main() {
	mux := http.NewServeMux()
	s := &shop{vipps.New("https://api.vipps.no")}
	c := cron.New()
	if _, err := c.AddFunc("@every 1m", s.pollOnce); err != nil {
		log.Fatal(err)
	}
	c.Start()
	(&hooks.Hooks{}).Routes(mux) // read back
	log.Fatal(http.ListenAndServe(":8080", mux))
}
