// Package applog logs for the whole program.
package applog

import "os"

// Infof logs.
func Infof(format string, args ...any) { write(format, args) }

// Secretf says where to look for a text.
func Secretf(format string, args ...any) string { return format }

func write(format string, args []any) {
	if len(args) > 0 {
		os.Stderr.WriteString(format)
	}
}
