package vippsfield

import (
	"fmt"
	"go/token"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/vippslint/vippslint/internal/evidence"
	"github.com/vippslint/vippslint/internal/place"
	"github.com/vippslint/vippslint/internal/report"
	"github.com/vippslint/vippslint/internal/rule"
	"github.com/vippslint/vippslint/internal/vippsapi"
)

// wrongValue reports the constants of a field that no operation takes: each of
// them where the field is one of a list, and otherwise only where there is
// nothing else on any way. A slip of one of a few values was meant for that one,
// whatever the other ways are.
func (j judge) wrongValue(v *evidence.FieldValue) {
	verdicts := make([]vippsapi.ValueVerdict, len(v.Ways))
	each := strings.Contains(v.Path, "[]")
	all := true
	for i, w := range v.Ways {
		verdicts[i] = j.check(v.Path, w)
		all = all && verdicts[i].Fault != vippsapi.NoFault
	}
	for i, w := range v.Ways {
		slip := verdicts[i].Fault == vippsapi.BadEnum && verdicts[i].Want != ""
		if verdicts[i].Fault != vippsapi.NoFault && (all || each || slip) {
			j.reportValue(v.Path, w, verdicts[i])
		}
	}
}

// check judges one way by all operations that it may be for.
func (j judge) check(path string, w *evidence.FieldWay) vippsapi.ValueVerdict {
	var first vippsapi.ValueVerdict
	for i, op := range j.sent.Ops {
		f := op.FieldOrHeader(path)
		if f == nil {
			return vippsapi.ValueVerdict{}
		}
		var verdict vippsapi.ValueVerdict
		switch {
		case w.Text != nil:
			verdict = f.CheckText(w.Text.Pattern(vippsapi.Hole))
		case w.Number != nil:
			verdict = f.CheckNumber(*w.Number)
		}
		if verdict.Fault == vippsapi.NoFault || verdict.Fault == vippsapi.InsecureURL && j.sent.Test {
			return vippsapi.ValueVerdict{}
		}
		if i == 0 {
			first = verdict
		}
	}
	return first
}

func (j judge) reportValue(path string, w *evidence.FieldWay, verdict vippsapi.ValueVerdict) {
	op := j.sent.Ops[0]
	if w.Number != nil {
		message := fmt.Sprintf("%s is %s, and %s takes %s", path, strconv.FormatFloat(*w.Number, 'f', -1, 64), op.ID, verdict.Takes)
		pos, end := j.whereNumber(w)
		j.out.Report(j.finding(string(verdict.Fault), message, pos, end, w.Steps))
		return
	}
	text := w.Text.Pattern(vippsapi.Hole)
	at := rule.Locate(j.pass, *w.Text, text, path[strings.LastIndex(path, ".")+1:], w.Pos, w.End)
	if strings.Contains(text, vippsapi.Hole) && w.Text.Pos.Pos.IsValid() {
		at = rule.Spot{Pos: w.Text.Pos.Pos, End: w.Text.Pos.End}
	}
	shown := " is " + shorten(text)
	if op.FieldOrHeader(path).Kind == vippsapi.Secret {
		shown = " is a constant"
	}
	message := fmt.Sprintf("%s%s, and %s takes %s", path, shown, op.ID, verdict.Takes)
	if verdict.Want != "" {
		message += fmt.Sprintf("; write %q", verdict.Want)
	}
	f := j.finding(string(verdict.Fault), message, at.Pos, at.End, w.Steps)
	if verdict.Want != "" {
		f.Fixes = at.Rewrite("the value", verdict.Want)
	}
	j.out.Report(f)
}

// whereNumber finds the number of a way: where it is stored, if it is written
// there, or else at the first step at which it is.
func (j judge) whereNumber(w *evidence.FieldWay) (pos, end token.Pos) {
	places := []place.Place{{Pos: w.Pos, End: w.End}}
	for _, s := range w.Steps {
		at := report.Own(j.pass, s.Pos)
		places = append(places, place.Place{Pos: at, End: at})
	}
	for _, at := range places {
		if expr := rule.NumberAt(j.pass, at, *w.Number); expr != nil && !rule.DeclaresConst(rule.PathTo(j.pass, expr.Pos(), expr.End())) {
			return expr.Pos(), expr.End()
		}
	}
	return w.Pos, w.End
}

// shownLetters is how much of a text a message shows.
const shownLetters = 60

// shorten quotes a text, the middle of a long one and what is not known left out.
func shorten(text string) string {
	text = strings.ReplaceAll(text, vippsapi.Hole, "…")
	if utf8.RuneCountInString(text) > shownLetters {
		text = string([]rune(text)[:shownLetters]) + "…"
	}
	return strconv.Quote(text)
}
