// Package cron stands for the library.
package cron

// A Cron runs functions at times.
type Cron struct{}

// AddFunc adds one.
func (c *Cron) AddFunc(spec string, cmd func()) (int, error) { return 0, nil }
