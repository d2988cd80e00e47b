package vippsapi

// Hole stands in a text for a part whose value is not known: any text, of any
// length, slashes included.
const Hole = "\x00"

// Strength says how far a piece of evidence goes.
type Strength int

// The strengths of evidence.
const (
	None   Strength = iota
	Weak            // counts only together with strong evidence
	Strong          // decides by itself
)
