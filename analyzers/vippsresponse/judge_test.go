package vippsresponse

import (
	"go/token"
	"strings"
	"testing"

	"golang.org/x/tools/go/ssa"

	"github.com/vippslint/vippslint/internal/evidence"
	"github.com/vippslint/vippslint/internal/fate"
	"github.com/vippslint/vippslint/internal/place"
	"github.com/vippslint/vippslint/internal/ruletest"
)

const source = `package p
type response struct{}
func do() (*response, error) { return nil, nil }
func one() *response { return nil }
func nothing()  { _, _ = do() }
func bare()     { do() }
func started()  { go do() }
func used()     { r, _ := do(); println(r) }
func onlyErr()  { _, err := do(); println(err) }
func lonely()   { one() }
func usedOne()  { println(one()) }
`

// fake answers for flow: what is named is lost.
type fake struct{ err, swallow, status bool }

func (f fake) ErrorFate(ssa.CallInstruction, int) fate.Outcome       { return outcome(f.err) }
func (f fake) SwallowFate(ssa.CallInstruction, int) fate.Outcome     { return outcome(f.swallow) }
func (f fake) StatusFate(ssa.CallInstruction, int, int) fate.Outcome { return outcome(f.status) }

// CodeFates takes all but 200 for failures.
func (f fake) CodeFates(_ ssa.CallInstruction, _, _ int, codes []int) []fate.CodeFate {
	return fatesOf(codes, func(code int) bool { return code == 200 })
}

func outcome(lost bool) fate.Outcome {
	if lost {
		return fate.Outcome{Fate: fate.Lost}
	}
	return fate.Outcome{Fate: fate.Checked}
}

func TestJudge(t *testing.T) {
	pass := ruletest.Check(t, source)
	prog := ssa.NewProgram(pass.Fset, 0)
	pkg := prog.CreatePackage(pass.Pkg, pass.Files, pass.TypesInfo, false)
	pkg.Build()
	for _, tt := range []struct {
		in        string
		response  int
		err       int
		inside    bool
		lost      fake
		want, pos string
	}{
		{"nothing", 0, 1, false, fake{true, false, true}, errorDropped, "do() }\nfunc bare"},
		{"bare", 0, 1, false, fake{true, false, true}, errorDropped, "do() }\nfunc started"},
		{"started", 0, 1, false, fake{true, false, true}, errorDropped, "do() }\nfunc used"},
		{"used", 0, 1, false, fake{true, false, true}, errorDropped + " " + statusUnchecked, "do(); println(r)"},
		{"used", 0, 1, false, fake{true, false, false}, errorDropped, "do(); println(r)"},
		{"used", 0, 1, false, fake{false, false, true}, statusUnchecked, "do(); println(r)"},
		{"used", 0, 1, false, fake{true, true, false}, errorDropped, "do(); println(r)"},
		{"used", 0, 1, false, fake{false, true, true}, errorSwallowed + " " + statusUnchecked, "do(); println(r)"},
		{"used", -1, 1, false, fake{false, true, false}, errorSwallowed, "do(); println(r)"},
		{"used", 0, 1, false, fake{false, false, false}, "", "do(); println(r)"},
		{"onlyErr", 0, 1, false, fake{false, false, true}, statusUnchecked, "do(); println(err)"},
		{"onlyErr", -1, 1, true, fake{false, false, false}, statusUnchecked, "do(); println(err)"},
		{"onlyErr", -1, 1, false, fake{false, false, true}, "", "do(); println(err)"},
		{"onlyErr", -1, -1, false, fake{true, false, true}, "", "do(); println(err)"},
		{"lonely", 0, -1, false, fake{true, false, true}, statusUnchecked, "one() }\nfunc usedOne"},
		{"usedOne", 0, -1, false, fake{true, false, true}, statusUnchecked, "one())"},
	} {
		var call ssa.CallInstruction
		for _, b := range pkg.Func(tt.in).Blocks {
			for _, i := range b.Instrs {
				if c, ok := i.(ssa.CallInstruction); ok && c.Common().StaticCallee() != nil {
					call = c
				}
			}
		}
		c := &evidence.Call{Instr: call, Response: tt.response, Status: -1, Err: tt.err}
		if tt.inside {
			c.Inside = &fate.Outcome{Fate: fate.Lost}
		}
		var got []string
		for _, v := range judge(tt.lost, c) {
			got = append(got, v.category)
		}
		if g := strings.Join(got, " "); g != tt.want {
			t.Errorf("%s with %+v: %q, want %q", tt.in, tt.lost, g, tt.want)
		}
		want, _ := ruletest.Find(t, pass, source, tt.pos)
		if pos, end := callRange(call, callAt(pass, call)); pos != want || end <= pos {
			t.Errorf("%s: range begins at %v, want %v", tt.in, pass.Fset.Position(pos), pass.Fset.Position(want))
		}
	}
}

func TestWay(t *testing.T) {
	at := func(line int) token.Position { return token.Position{Filename: "pay.go", Line: line, Column: 2} }
	step := func(line int, note string) place.Step { return place.Step{Pos: at(line), Note: note} }
	for _, tt := range []struct {
		category string
		outcome  fate.Outcome
		want     string
	}{
		{statusUnchecked, fate.Outcome{Way: []place.Step{step(1, "the call")}, At: place.Place{Position: at(3)}}, "the call|the status has not been looked at here"},
		{errorDropped, fate.Outcome{Way: []place.Step{step(1, "the call")}, At: place.Place{Position: at(3)}}, "the call|the error has not been looked at here"},
		{errorSwallowed, fate.Outcome{At: place.Place{Position: at(3)}}, "the error is tested here, and lost"},
		{errorDropped, fate.Outcome{Way: []place.Step{step(1, "the call"), step(3, "the end")}, At: place.Place{Position: at(3)}}, "the call|the end"},
		{errorDropped, fate.Outcome{Way: []place.Step{step(1, "the call")}}, "the call"},
		{errorDropped, fate.Outcome{}, ""},
	} {
		var notes []string
		for _, s := range way(tt.category, tt.outcome) {
			notes = append(notes, s.Note)
		}
		if got := strings.Join(notes, "|"); got != tt.want {
			t.Errorf("way is %s, want %s", got, tt.want)
		}
	}
}
