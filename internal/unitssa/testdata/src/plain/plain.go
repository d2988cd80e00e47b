// Package plain has nothing to follow.
package plain

import "strings"

var names = strings.Fields("a b")

// bare first
func first() string { return names[0] }
