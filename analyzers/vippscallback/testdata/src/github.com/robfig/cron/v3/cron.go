// Package cron stands in for the scheduler of that name.
package cron

type Job interface{ Run() }

type Cron struct{}

func New() *Cron { return &Cron{} }

func (*Cron) AddFunc(spec string, cmd func()) (int, error) { return 0, nil }
func (*Cron) AddJob(spec string, cmd Job) (int, error)     { return 0, nil }
func (*Cron) Start()                                       {}
