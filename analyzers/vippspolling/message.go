package vippspolling

import (
	"fmt"
	"strings"

	"github.com/vippslint/vippslint/internal/polling"
	"github.com/vippslint/vippslint/internal/vippsapi"
)

func fastMessage(p *polling.Poll) string {
	pause := "without a pause"
	switch {
	case p.Grows:
		pause = fmt.Sprintf("after %s at first", p.Pause)
	case p.Pause > 0:
		pause = fmt.Sprintf("every %s", p.Pause)
	}
	return fmt.Sprintf("%s is read again %s (requests are refused with 429 when there are too many); wait %.0f s before the first read and %.0f s between two: %s",
		subject(p.Ops), pause, vippsapi.PollAfter.Seconds(), vippsapi.PollEvery.Seconds(), p.Name)
}

// subject names what is read by the first of the operations.
func subject(ops []*vippsapi.Operation) string {
	if len(ops) == 0 {
		return "the payment"
	}
	return ops[0].ID
}

func stateMessage(t *polling.StateTest) string {
	if t.State == nil {
		hint := "take a name that the Webhooks API knows"
		if t.Near != "" {
			hint = fmt.Sprintf("use %q", t.Near)
		}
		return fmt.Sprintf("no event has the name %q (the branch for it is never taken); %s", t.Value, hint)
	}
	hint := "it is one of " + strings.Join(t.State.Values, ", ")
	if t.Near != "" {
		hint = fmt.Sprintf("use %q", t.Near)
	}
	return fmt.Sprintf("%s is never %q (the comparison comes out the same for every payment); %s: %s",
		t.State.Path, t.Value, hint, t.State.Of)
}

func endlessMessage(l *polling.Endless) string {
	what, cost := "the loop", "goes on for ever when the customer has given up"
	if l.Switch {
		what, cost = "the switch", "leaves the order open when the customer has given up"
	}
	return fmt.Sprintf("%s knows nothing of %s (final states: it %s); add %s or a default: %s of %s",
		what, strings.Join(l.Missing, ", "), cost, pronoun(l.Missing), l.State.Path, l.State.Of)
}

func pronoun(list []string) string {
	if len(list) == 1 {
		return "it"
	}
	return "them"
}
