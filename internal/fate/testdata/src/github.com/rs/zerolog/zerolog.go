// Package zerolog has the shape of the logger of that name.
package zerolog

// Logger begins events.
type Logger struct{}

// Event is a line of the log.
type Event struct{}

func (l *Logger) Info() *Event  { return nil }
func (l *Logger) Fatal() *Event { return nil }

func (e *Event) Int(key string, i int) *Event { return e }
func (e *Event) Err(err error) *Event         { return e }
func (e *Event) Msg(msg string)               {}
