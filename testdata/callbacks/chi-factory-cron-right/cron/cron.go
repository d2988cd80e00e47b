// Package cron runs functions at times.
package cron

import (
	"strings"
	"time"
)

type entry struct {
	every time.Duration
	run   func()
}

// A Cron is a list of jobs.
type Cron struct{ entries []entry }

func New() *Cron { return &Cron{} }

// AddFunc adds a job: "@daily", "@hourly", or "@every" and a duration.
func (c *Cron) AddFunc(spec string, job func()) {
	every := 24 * time.Hour
	if spec == "@hourly" {
		every = time.Hour
	} else if rest, ok := strings.CutPrefix(spec, "@every "); ok {
		d, err := time.ParseDuration(rest)
		if err != nil {
			panic(err)
		}
		every = d
	}
	c.entries = append(c.entries, entry{every, job})
}

// Start runs the jobs, each in a goroutine.
func (c *Cron) Start() {
	for _, e := range c.entries {
		go func(e entry) {
			for range time.NewTicker(e.every).C {
				e.run()
			}
		}(e)
	}
}
