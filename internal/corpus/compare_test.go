package corpus

import (
	"fmt"
	"slices"
)

// A finding is a place with what the driver said there.
type finding struct {
	Place
	column  int
	message string
	fixable bool // told by go vet only
}

// places are those of the findings.
func places(findings []finding) []Place {
	var all []Place
	for _, f := range findings {
		all = append(all, f.Place)
	}
	return all
}

// compare returns what differs, a line for each difference, sorted: marks
// without a finding and findings without a mark. It counts: a mark stands for
// one finding.
func compare(marks []Place, findings []finding) []string {
	left := make(map[Place]int)
	for _, m := range marks {
		left[m]++
	}
	var differ []string
	for _, f := range findings {
		if left[f.Place] > 0 {
			left[f.Place]--
		} else {
			differ = append(differ, fmt.Sprintf("%v: surplus: %s", f.Place, f.message))
		}
	}
	for m, n := range left {
		for range n {
			differ = append(differ, fmt.Sprintf("%v: missing", m))
		}
	}
	slices.Sort(differ)
	return differ
}
