package vippsfield

import (
	"fmt"
	"slices"
	"strings"

	"github.com/vippslint/vippslint/internal/evidence"
	"github.com/vippslint/vippslint/internal/rule"
	"github.com/vippslint/vippslint/internal/vippsapi"
)

// combinations reports values that what else stands in the body rules out.
func (j judge) combinations() {
	if len(j.sent.Ops) != 1 || !j.sent.Whole {
		return
	}
	for _, c := range j.sent.Ops[0].Combinations() {
		w, text := j.only(c.Field)
		if w == nil || text != c.Text {
			continue
		}
		message := ""
		switch {
		case c.Other != "":
			if _, other := j.only(c.Other); other != "" && other != c.Is {
				message = fmt.Sprintf("%s %s is only possible with %s %s, not %s", c.Field, c.Text, c.Other, c.Is, other)
			}
		case c.Without != "":
			if j.has(c.Without) {
				message = fmt.Sprintf("%s %s is not possible together with %s", c.Field, c.Text, c.Without)
			}
		case j.lacks(c.Needs):
			message = fmt.Sprintf("%s %s is not possible without %s", c.Field, c.Text, strings.Join(c.Needs, " or "))
		}
		if message == "" {
			continue
		}
		at := rule.Locate(j.pass, *w.Text, text, last(c.Field), w.Pos, w.End)
		j.out.Report(j.finding(string(vippsapi.BadEnum), message+" in "+j.sent.Ops[0].ID, at.Pos, at.End, w.Steps))
	}
}

// only is the one constant text of a field, with the way to it.
func (j judge) only(path string) (*evidence.FieldWay, string) {
	for _, v := range j.sent.Values {
		if v.Path != path || len(v.Ways) != 1 || v.Ways[0].Text == nil {
			continue
		}
		if text := v.Ways[0].Text.Pattern(vippsapi.Hole); !strings.Contains(text, vippsapi.Hole) {
			return v.Ways[0], text
		}
	}
	return nil, ""
}

// has says whether some text is in the field at a path on every way.
func (j judge) has(path string) bool {
	for _, v := range j.sent.Values {
		if v.Path == path {
			return !slices.ContainsFunc(v.Ways, func(w *evidence.FieldWay) bool {
				return w.Text == nil || strings.ReplaceAll(w.Text.Pattern(vippsapi.Hole), vippsapi.Hole, "") == ""
			})
		}
	}
	return false
}

// lacks says whether none of the fields at some paths is in the body, and none of
// its names is a slip of one: that is reported by itself.
func (j judge) lacks(paths []string) bool {
	for _, path := range paths {
		if slices.ContainsFunc(j.sent.Slips, func(n *evidence.NameSlip) bool { return n.Want == path }) {
			return false
		}
		for _, v := range j.sent.Values {
			if v.Path != path {
				continue
			}
			for _, w := range v.Ways {
				empty := w.Text != nil && w.Text.Pattern(vippsapi.Hole) == ""
				if !w.Unset && !empty {
					return false
				}
			}
		}
	}
	return true
}
