package vippstoken_test

import (
	"strings"
	"testing"

	"github.com/vippslint/vippslint/analyzers/vippstoken"
	"github.com/vippslint/vippslint/internal/trial"
)

// TestGenerated makes programs of what fetches a token, keeps it, uses it, and runs
// all that, knows from the parts what has to be said of each, and holds the rule
// against it.
//
//	go test -run TestGenerated -v ./analyzers/vippstoken
func TestGenerated(t *testing.T) {
	var programs []trial.Program
	bad := 0
	for i, f := range fetchers {
		for j, k := range keepers {
			if f.inline != "" && k.name != "nothing" {
				continue
			}
			for l, u := range users {
				for m, r := range runners {
					if keeps := k.keeps || u.keeps || r.once; keeps && (i+2*j+3*l+m)%4 != 0 {
						continue // there are more of these
					}
					p := write(f, k, u, r)
					if len(p.Marks()) > 0 {
						bad++
					}
					programs = append(programs, p)
				}
			}
		}
	}
	if bad < len(programs)/4 || bad > len(programs)*3/4 {
		t.Errorf("%d programs, of which %d are bad", len(programs), bad)
	}
	if testing.Short() {
		var some []trial.Program
		for i := 0; i < len(programs); i += 8 {
			some = append(some, programs[i])
		}
		trial.Check(t, vippstoken.New(), some)
		return
	}
	trial.Check(t, vippstoken.New(), programs).Documented(t, "../../docs/precision.md", "access tokens")
}

const category = "//!per-request"

func write(f fetcher, k keeper, u user, r runner) trial.Program {
	mark := category
	if k.keeps || u.keeps || r.once {
		mark = ""
	}
	get := "token, err := " + strings.ReplaceAll(k.call, "$FETCH", f.call) + " " + mark + "\nif err != nil {\nreturn err\n}\n"
	if f.inline != "" {
		get = strings.NewReplacer("$ZERO", "", "$MARK", mark).Replace(f.inline)
	}
	within := strings.NewReplacer("$ZERO", `"",`, "$MARK", "", "$FETCH", f.call)
	text := within.Replace(f.decl+"\n\n"+k.decl) + "\n\n" + u.decl + "\n\nfunc Capture(ref string) error {\n" + get + u.text + "}\n\n" + r.decl + "\n"
	files := map[string]string{"shop.go": trial.File(r.pkg, "const host = \"https://api.vipps.no\"\n\n"+text)}
	if f.far != "" {
		files["far1/far1.go"] = trial.File("far1", within.Replace(f.far))
	}
	if u.far != "" {
		files["far2/far2.go"] = trial.File("far2", u.far)
	}
	return trial.Program{Name: strings.Join([]string{f.name, k.name, u.name, r.name}, " > "), Files: files}
}
