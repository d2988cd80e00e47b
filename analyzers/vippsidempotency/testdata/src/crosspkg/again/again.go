// Package again runs functions again.
package again

import "time"

// Do runs f until it gives no error.
func Do(f func() error) (err error) {
	for range 3 {
		if err = f(); err == nil {
			return nil
		}
		time.Sleep(time.Second)
	}
	return err
}

// Each runs f as often as it gives no error.
func Each(f func() error) error {
	for {
		if err := f(); err != nil {
			return err
		}
	}
}
