// Package right puts something else behind an interface of another package.
package right

import (
	"errors"

	"interfaces/port"
)

type cash struct{}

func (cash) Capture(string) error { return errors.New("no change") }
func (cash) Refund(string) error  { return nil }

func Run(ref string) { port.Ship(cash{}, ref) }
