package vippsresponse

import (
	"slices"

	"github.com/vippslint/vippslint/internal/evidence"
	"github.com/vippslint/vippslint/internal/fate"
	"github.com/vippslint/vippslint/internal/place"
	"github.com/vippslint/vippslint/internal/vippsapi"
)

// A division is a mistake in how a program divides the codes of an answer: one
// of the lists is empty.
type division struct {
	refused []int       // documented successes that are taken for failures
	passed  []int       // failures that are taken for success
	at      place.Place // the comparison
}

// Successes that are asked for beside the documented ones, to see whether the
// program takes any code for success.
var commonSuccesses = []int{200, 201, 202, 204}

// divide finds the mistakes in how a call's status is looked at. A program that
// takes no code of 2xx for success asks another question ("is this reference
// free?"), and is left alone.
func divide(f fates, c *evidence.Call, result int) []division {
	ops := meant(c.Ops)
	fates := byCode(f.CodeFates(c.Instr, result, c.Err, codesOf(ops)))
	accepts := false
	for code, taken := range fates {
		accepts = accepts || code < 300 && taken.Fate == fate.CodeSuccess
	}
	if !accepts {
		return nil
	}
	var found []division
	if codes := refused(fates, ops); len(codes) > 0 {
		if at := fates[codes[0]].At; at.Position.IsValid() {
			found = append(found, division{refused: codes, at: at})
		}
	}
	if codes := passed(fates); len(codes) > 0 {
		if at, ok := firstFailure(fates); ok {
			found = append(found, division{passed: codes, at: at})
		}
	}
	return found
}

// codesOf lists all codes that matter for a call, ascending.
func codesOf(ops []*vippsapi.Operation) []int {
	codes := slices.Clone(commonSuccesses)
	for _, op := range ops {
		codes = append(codes, op.Success...)
	}
	for _, f := range vippsapi.Failures() {
		codes = append(codes, f.Code)
	}
	slices.Sort(codes)
	return slices.Compact(codes)
}

func byCode(list []fate.CodeFate) map[int]fate.CodeFate {
	fates := map[int]fate.CodeFate{}
	for _, f := range list {
		fates[f.Code] = f
	}
	return fates
}

// refused lists the documented successes that the program takes for failures,
// ascending. Where the call may be several operations, each has to have one:
// the program may know which it made.
func refused(fates map[int]fate.CodeFate, ops []*vippsapi.Operation) []int {
	var all []int
	for _, op := range ops {
		n := len(all)
		for _, code := range op.Success {
			if fates[code].Fate == fate.CodeFailure {
				all = append(all, code)
			}
		}
		if len(all) == n {
			return nil
		}
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// passed lists the failures that the program takes for success: those of a
// cause that never is one, where all of the same cause are. A code alone may be
// handled on purpose.
func passed(fates map[int]fate.CodeFate) []int {
	var all []int
	for _, cause := range []vippsapi.Cause{vippsapi.Refused, vippsapi.Down} {
		var codes []int
		whole := true
		for _, f := range vippsapi.Failures() {
			if f.Cause != cause {
				continue
			}
			codes = append(codes, f.Code)
			whole = whole && fates[f.Code].Fate == fate.CodeSuccess
		}
		if whole {
			all = append(all, codes...)
		}
	}
	return all
}

// firstFailure is the comparison that decides what the program takes for a
// failure: the one for the lowest code of 4xx or 5xx.
func firstFailure(fates map[int]fate.CodeFate) (place.Place, bool) {
	for _, f := range vippsapi.Failures() {
		if taken := fates[f.Code]; taken.Fate == fate.CodeFailure && taken.At.Position.IsValid() {
			return taken.At, true
		}
	}
	return place.Place{}, false
}
