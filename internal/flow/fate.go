package flow

import "golang.org/x/tools/go/ssa"

// A Fate is what becomes of an answer or an error that a call gave.
type Fate int

// The fates.
const (
	FateUnknown Fate = iota // not understood, or handed to code that is not: counts as seen to
	Checked                 // something depends on it on every way that goes on
	HandedOn                // it goes to the caller as result Result
	Lost                    // on some way nothing looks at it
)

// An Outcome is a fate with its place.
type Outcome struct {
	Fate   Fate
	Result int    // HandedOn: the result's index
	At     Place  // Lost: where the way ends: the first use of the body, the return, the next round of the loop
	Way    []Step // Lost: from the call to At
}

// StatusFate follows the response that call gives as result resp, from the
// call to the ends of the function, leaving out the ways on which result err
// (-1: none) is not nil or the response is nil. resp is the index of a
// *http.Response, or of an int that is its status code.
func (r *Result) StatusFate(call ssa.CallInstruction, resp, err int) Outcome { panic("not yet") }

// ErrorFate follows the error that call gives as result err.
func (r *Result) ErrorFate(call ssa.CallInstruction, err int) Outcome { panic("not yet") }
