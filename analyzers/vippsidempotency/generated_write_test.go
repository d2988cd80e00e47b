package vippsidempotency_test

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/vippslint/vippslint/internal/trial"
	"github.com/vippslint/vippslint/internal/vippsapi"
)

// A choice is one of each part.
type choice struct {
	op     *vippsapi.Operation
	frame  frame
	client client
	setter setter
	key    key
	round  round
}

func (c choice) name() string {
	s := c.setter.name
	if c.frame.set {
		s = "-"
	}
	return strings.Join([]string{c.op.ID, c.round.name, c.frame.name, c.client.name, s, c.key.name}, " > ")
}

// fits says whether the parts go together, and whether it is known what has to be
// said of them.
func (c choice) fits() bool {
	f, s, k := c.frame, c.setter, c.key
	switch {
	case f.fixed && c.op.Method != "POST",
		f.set && (s.helper || s.counts || s.decl != "" || s.unknown || s.text == ""), // one setter for all of these
		f.set && s.name != setters[0].name,
		f.far && c.client.recv && strings.Contains(f.decl, "$C"),
		s.helper && !f.helper,
		f.name == "sender" && c.client.given, // see limitations
		strings.Contains(s.text, "key != ") && !f.keyed, strings.Contains(s.text, "key == ") && !f.keyed,
		s.counts && (!c.round.counts || f.helper),
		k.counts && !c.round.counts,
		k.before != "" && c.round.outside,
		f.helper && !f.keyed && !k.anywhere && strings.Contains(s.text, "$KEY"),
		f.helper && s.counts:
		return false
	case k.empty && c.usesKey() && !s.ifNot && !c.leavesOut():
		return false // an empty header: the rule does not say
	case k.empty && f.set:
		return false
	case c.client.silent && (k.made && c.round.again || k.constant || k.counts):
		return false // another key may be sent
	case k.name == "parameter" && s.ifNot:
		return true // and silent: the caller decides
	}
	return true
}

// usesKey says whether the key is somewhere in the program.
func (c choice) usesKey() bool {
	return strings.Contains(c.frame.send+c.frame.decl+c.setter.text, "$KEY")
}

// sets says whether the header is there when the request is sent.
func (c choice) sets() bool {
	switch {
	case c.frame.set:
		return strings.Contains(c.frame.send, "$KEY")
	case c.setter.ifNot:
		return !c.key.empty
	}
	return c.setter.sets || slices.Contains(c.setter.methods, c.op.Method)
}

// maySet says whether the header is there on some way.
func (c choice) maySet() bool { return c.sets() || c.setter.maySet && !c.frame.set }

func (c choice) leavesOut() bool { return !c.sets() && !c.setter.unknown }

// bad says whether the key is another one in each try, or one for all.
func (c choice) bad() bool {
	return c.op.KeyHeader() != "" && c.maySet() && (c.key.constant || c.key.counts || c.key.made && c.round.again)
}

// marked says whether a mark of one kind stays.
func (c choice) marked(kind string) bool {
	if c.op.KeyHeader() == "" {
		return false
	}
	outside := c.bad() && c.key.made && c.round.outside
	switch kind {
	case "missing":
		return c.leavesOut() && !c.client.silent
	case "unstable":
		return c.bad() && !outside
	}
	return outside
}

var marks = regexp.MustCompile(`(?m)[ \t]*//!(\S+(?: \S+)*)$`)

// mark leaves the marks that hold, with the names that the rule has for them.
func (c choice) mark(text string) string {
	return marks.ReplaceAllStringFunc(text, func(m string) string {
		var kept []string
		for kind := range strings.FieldsSeq(marks.FindStringSubmatch(m)[1]) {
			switch {
			case !c.marked(kind):
			case kind == "missing":
				kept = append(kept, kind)
			default:
				kept = append(kept, "not-stable")
			}
		}
		if len(kept) == 0 {
			return ""
		}
		return " //!" + strings.Join(kept, " ")
	})
}

// write makes the program.
func (c choice) write() trial.Program {
	f, s := c.frame, c.setter
	if f.set {
		s = setter{}
	}
	decl := f.decl
	inner := s.text
	if f.helper {
		if f.keyed {
			inner = strings.ReplaceAll(inner, "$KEY", "key")
		}
		if !c.key.constant || f.keyed {
			inner = marks.ReplaceAllString(inner, "") // a constant is reported where it stands
		}
		decl = strings.ReplaceAll(strings.ReplaceAll(decl, "$SET", inner), "$RETURN", "return nil,")
		inner = ""
	}
	send := strings.ReplaceAll(f.send, "$SET", inner)
	if f.helper && !f.keyed && c.key.constant {
		send = strings.ReplaceAll(send, "//!missing unstable", "//!missing")
	}
	text := strings.ReplaceAll(c.round.text, "$SEND", send)
	text = strings.ReplaceAll(text, "$RETURN", "return")
	if !c.usesKey() || f.set && !strings.Contains(f.send, "$KEY") {
		text = strings.ReplaceAll(text, "$BEFORE", "")
	}
	files := make(map[string]string)
	shop := c.client.decl + "\n\n"
	if f.far {
		files["far1/far1.go"] = trial.File("far1", c.fill(decl))
	} else {
		shop += decl + "\n\n"
	}
	if s.far {
		files["far2/far2.go"] = trial.File("far2", c.fill(s.decl))
	} else {
		shop += s.decl + "\n\n"
	}
	shop += text + "\n\n"
	if strings.Contains(shop, "$KEY") {
		shop += c.key.decl + "\n"
	}
	files["shop.go"] = c.mark(trial.File("shop", "const name = \"vipps\"\n\n"+c.fill(shop)))
	return trial.Program{Name: c.name(), Files: files}
}

var parameter = regexp.MustCompile(`\{[^}]*\}`)

// fill puts the choices into a text.
func (c choice) fill(text string) string {
	header := c.op.KeyHeader()
	if header == "" {
		header = "Idempotency-Key"
	}
	wrong := "X-Request-Id"
	if header == wrong {
		wrong = "Idempotency-Key"
	}
	path := fmt.Sprintf("%q", c.op.Path)
	path = strings.TrimSuffix(parameter.ReplaceAllString(path, `"+orderID+"`), `+""`)
	recv, self := "", ""
	if c.client.recv {
		recv, self = "(s *Shop) ", "s."
	}
	before := c.key.before
	text = strings.NewReplacer("$KEY", c.key.expr, "$C.", c.client.expr+".", "$BEFORE", before).Replace(text)
	return strings.NewReplacer("$METHOD", fmt.Sprintf("%q", c.op.Method), "$PATH", path, "$BODY", "`{\"orderId\":\"`+orderID+`\"}`",
		"$HEADER", fmt.Sprintf("%q", header), "$WRONG", fmt.Sprintf("%q", wrong), "$R", recv, "$S", self).Replace(text)
}
