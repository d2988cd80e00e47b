package vippssecret_test

import (
	"fmt"
	"regexp"
	"strings"
	"testing"

	"github.com/vippslint/vippslint/analyzers/vippssecret"
	"github.com/vippslint/vippslint/internal/trial"
)

// The tests named TestGenerated make programs of what is secret, where it stands
// or is logged, and what stands there instead, know from the parts what has to be
// said of each, and hold the rule against it.
//
//	go test -run TestGenerated -v ./analyzers/vippssecret

func TestGeneratedHardcoded(t *testing.T) {
	var programs []trial.Program
	for _, k := range kinds {
		for _, s := range spots {
			for _, v := range values {
				if p, ok := hardcoded(k, s, v); ok {
					programs = append(programs, p)
				}
			}
		}
	}
	check(t, "secrets in the source", programs)
}

func TestGeneratedLogged(t *testing.T) {
	var programs []trial.Program
	for i, s := range showns {
		for j, l := range loggers {
			for k, h := range hosts {
				if l.alone && !s.alone {
					continue // of an error only the secret itself, and what has it as a field
				}
				if h.others && (i+j)%2 == 0 || !h.others && k != (i+j)%2 {
					continue
				}
				text := strings.NewReplacer("$BEFORE", s.before, "$LOG", strings.ReplaceAll(l.text, "$X", s.expr), "$URL", h.url).Replace(sending)
				text += s.decl + "\n\n" + l.decl + "\n\n" + every
				files := map[string]string{"shop.go": marked(trial.File("shop", text), s.bad && !h.others, "logged")}
				programs = append(programs, trial.Program{Name: h.name + " > " + s.name + " > " + l.name, Files: files})
			}
		}
	}
	for _, a := range answers {
		for _, l := range loggers {
			for _, h := range logins {
				line := strings.ReplaceAll(l.text, "$X", a.expr)
				if l.alone && a.expr != "a.AccessToken" && a.bad {
					continue
				}
				text := strings.ReplaceAll(fetching, a.at, line)
				text = strings.NewReplacer("$REFUSED", "", "$BODY", "", "$DECODED", "", "$URL", h.url).Replace(text)
				programs = append(programs, trial.Program{Name: h.name + "'s answer > " + a.name + " > " + l.name, Files: map[string]string{
					"shop.go": marked(trial.File("shop", text+l.decl+"\n\n"+every), a.bad && !h.others, "logged"),
				}})
			}
		}
	}
	check(t, "secrets in logs", programs)
}

// every program has a call of Vipps that is right, also where the rest asks
// somebody else.
const every = `
func Cancel(ref string) (*http.Response, error) {
	return http.Post("https://api.vipps.no/epayment/v1/payments/"+ref+"/cancel", "application/json", strings.NewReader("{}"))
}
`

// hardcoded makes the program of a kind of secret, where it stands, and what stands
// there. It is false where they do not fit.
func hardcoded(k kind, s spot, v value) (trial.Program, bool) {
	hooked := !strings.Contains(k.text, "Send(")
	if s.constant && !v.constant || s.literal && !v.bad || v.name == "example" && k.example == "" || k.others && !v.bad {
		return trial.Program{}, false
	}
	half := len(k.secret) / 2
	fill := func(text string) string {
		text = strings.NewReplacer("$SET", sets[k.name][1], "$URL", sets[k.name][0], "$RECV", s.recv, "$PARAMS", s.params, "$BEFORE", s.before).Replace(text)
		text = strings.ReplaceAll(text, "$USE", s.use)
		text = strings.NewReplacer("$VALUE", v.expr, "$HALF", fmt.Sprintf("%q", k.secret[:half]), "$REST", fmt.Sprintf("%q", k.secret[half:])).Replace(text)
		return strings.NewReplacer("$SECRET", fmt.Sprintf("%q", k.secret), "$EXAMPLE", fmt.Sprintf("%q", k.example)).Replace(text)
	}
	text, far := s.decl+"\n\n", s.far
	if s.away {
		far += k.text
	} else {
		text += k.text + "\n\n"
	}
	if !hooked || k.others {
		text += every
	}
	text = fill(text)
	far = mark.ReplaceAllString(fill(far), "\n")
	switch {
	case strings.Contains(far, "readFile()"):
		far += "\n\n" + readFile
	case strings.Contains(text, "readFile()"):
		text += readFile
	}
	kept := "here"
	if !strings.Contains(s.decl+s.before, "//!here") {
		kept = "used"
	}
	files := map[string]string{"shop.go": marked(trial.File("shop", text), v.bad && !k.others, "hardcoded", kept)}
	if far != "" {
		files["far1/far1.go"] = trial.File("far1", far)
	}
	return trial.Program{Name: k.name + " > " + s.name + " > " + v.name, Files: files}, true
}

var mark = regexp.MustCompile(`[ \t]*//!(\w+)\n`)

// marked leaves the marks of some kinds, under the name of the category, where the
// program is bad.
func marked(text string, bad bool, category string, kinds ...string) string {
	return mark.ReplaceAllStringFunc(text, func(m string) string {
		kind := mark.FindStringSubmatch(m)[1]
		if bad && (kind == category || len(kinds) > 0 && kind == kinds[0]) {
			return " //!" + category + "\n"
		}
		return "\n"
	})
}

// check runs the rule over programs, over one of eight in a short test. The counts
// of all stand in the documentation.
func check(t *testing.T, what string, programs []trial.Program) {
	t.Helper()
	bad := 0
	for _, p := range programs {
		if len(p.Marks()) > 0 {
			bad++
		}
	}
	if bad < len(programs)/8 || bad > len(programs)*3/4 {
		t.Errorf("%d programs, of which %d are bad", len(programs), bad)
	}
	if testing.Short() {
		var some []trial.Program
		for i := 0; i < len(programs); i += 8 {
			some = append(some, programs[i])
		}
		trial.Check(t, vippssecret.New(), some)
		return
	}
	trial.Check(t, vippssecret.New(), programs).Documented(t, "../../docs/precision.md", what)
}
