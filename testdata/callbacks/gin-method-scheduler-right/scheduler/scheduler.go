// Package scheduler runs tasks again and again.
package scheduler

import (
	"context"
	"log"
	"time"
)

// A Task is one thing to do.
type Task struct {
	Name  string
	Every time.Duration
	Run   func(context.Context) error
}

type Scheduler struct{ tasks []Task }

func (s *Scheduler) Add(t Task) { s.tasks = append(s.tasks, t) }

// Start runs every task in a goroutine of its own.
func (s *Scheduler) Start(ctx context.Context) {
	for _, t := range s.tasks {
		go func() {
			for {
				select {
				case <-ctx.Done():
					return
				case <-time.After(t.Every):
				}
				if err := t.Run(ctx); err != nil {
					log.Printf("%s: %v", t.Name, err)
				}
			}
		}()
	}
}
