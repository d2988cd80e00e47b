package vippsapi

import (
	"slices"
	"strings"
)

// Nearest returns the one of known that text is most likely a slip of: the same
// but for letter case, or at most slips letters away. It gives "" where text is
// known itself, where none is so near, or two are.
func Nearest(text string, known []string, slips int) string {
	best, at := "", slips+1
	for _, k := range known {
		if k == text {
			return ""
		}
		d := 0
		if !strings.EqualFold(k, text) {
			d = distance(strings.ToLower(text), strings.ToLower(k))
			if 3*d >= len(text) {
				continue // a third of a short word makes another word
			}
		}
		switch {
		case d < at:
			best, at = k, d
		case d == at:
			best = ""
		}
	}
	if at > slips {
		return ""
	}
	return best
}

// A Slip is a name in a body that an operation does not have, and the one that
// was most likely meant. Both are JSON paths.
type Slip struct{ Path, Want string }

// Slips lists the names of a body that are one letter, or the letter case, away
// from one which the operation has in the same object and the body lacks. names
// are as MatchBody takes them.
func (o *Operation) Slips(names []string) []Slip {
	var found []Slip
	for _, name := range names {
		if o.Field(name) != nil {
			continue
		}
		parent := name[:strings.LastIndexByte(name, '.')+1]
		var missing []string
		for _, f := range o.Fields {
			own, ok := strings.CutPrefix(f.Path, parent)
			if !ok || strings.ContainsAny(own, ".[") {
				continue
			}
			if _, has := slices.BinarySearch(names, f.Path); !has {
				missing = append(missing, own)
			}
		}
		if want := Nearest(name[len(parent):], missing, 1); want != "" {
			found = append(found, Slip{name, parent + want})
		}
	}
	return found
}
