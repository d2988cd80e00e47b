package vippsresponse

import (
	"go/token"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis/analysistest"
	"golang.org/x/tools/go/ssa"

	"github.com/vippslint/vippslint/internal/evidence"
	"github.com/vippslint/vippslint/internal/flow"
	"github.com/vippslint/vippslint/internal/ruletest"
	"github.com/vippslint/vippslint/internal/vippsapi"
)

func TestRule(t *testing.T) {
	// In one run, since the standard library is loaded for each.
	analysistest.Run(t, analysistest.TestData(), New(),
		"dropped", "status", "wrapper", "crosspkg/pay", "crosspkg/shop", "lookalike", "limitations",
	)
}

func TestMessages(t *testing.T) {
	capture := &vippsapi.Operation{ID: "POST /capture", Purpose: vippsapi.Capture, Success: []int{202, 204}}
	refund := &vippsapi.Operation{ID: "POST /refund", Purpose: vippsapi.Refund, Success: []int{200}}
	token := &vippsapi.Operation{ID: "POST /token", Purpose: vippsapi.Token, Success: []int{200}}
	other := &vippsapi.Operation{ID: "GET /other", Purpose: vippsapi.Other, Success: []int{200}}
	for _, tt := range []struct {
		category string
		call     evidence.Call
		want     string
	}{
		{errorDropped, evidence.Call{Name: "Client.Capture", Ops: []*vippsapi.Operation{capture}},
			"error of a Vipps call is dropped (money that was never captured looks captured); return it or log it: Client.Capture (POST /capture)"},
		{errorDropped, evidence.Call{Name: "Client.Capture", Ops: []*vippsapi.Operation{token, capture}},
			"error of a Vipps call is dropped (money that was never captured looks captured); return it or log it: Client.Capture (POST /capture)"},
		{errorDropped, evidence.Call{Name: "Client.Token", Ops: []*vippsapi.Operation{token}},
			"error of a Vipps call is dropped (every call after it fails without saying why); return it or log it: Client.Token (POST /token)"},
		{errorDropped, evidence.Call{Name: "Client.Do"},
			"error of a Vipps call is dropped (a request that Vipps refused looks like one that went through); return it or log it: Client.Do"},
		{statusUnchecked, evidence.Call{Name: "Client.Do", Ops: []*vippsapi.Operation{capture}},
			"status of a Vipps answer is never checked (money that was never captured looks captured); check it before the answer is used: Client.Do (POST /capture), success is 202 or 204"},
		{statusUnchecked, evidence.Call{Name: "Client.Do", Ops: []*vippsapi.Operation{refund, other}},
			"status of a Vipps answer is never checked (a request that Vipps refused looks like one that went through); check it before the answer is used: Client.Do (POST /refund, GET /other), success is 200"},
		{statusUnchecked, evidence.Call{Name: "send", Ops: []*vippsapi.Operation{capture, refund, other, other}, Inside: &flow.Outcome{}},
			"status of a Vipps answer is never checked, by the function called (a request that Vipps refused looks like one that went through); check it there: send (POST /capture, POST /refund, 2 more), success is 200 to 299"},
		{statusUnchecked, evidence.Call{Name: "send"},
			"status of a Vipps answer is never checked (a request that Vipps refused looks like one that went through); check it before the answer is used: send, success is 200 to 299"},
	} {
		if got := message(tt.category, &tt.call); got != tt.want {
			t.Errorf("\n got %s\nwant %s", got, tt.want)
		}
	}
}

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
type fake struct{ err, status bool }

func (f fake) ErrorFate(ssa.CallInstruction, int) flow.Outcome       { return outcome(f.err) }
func (f fake) StatusFate(ssa.CallInstruction, int, int) flow.Outcome { return outcome(f.status) }

func outcome(lost bool) flow.Outcome {
	if lost {
		return flow.Outcome{Fate: flow.Lost}
	}
	return flow.Outcome{Fate: flow.Checked}
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
		{"nothing", 0, 1, false, fake{true, true}, errorDropped, "do() }\nfunc bare"},
		{"bare", 0, 1, false, fake{true, true}, errorDropped, "do() }\nfunc started"},
		{"started", 0, 1, false, fake{true, true}, errorDropped, "do() }\nfunc used"},
		{"used", 0, 1, false, fake{true, true}, errorDropped + " " + statusUnchecked, "do(); println(r)"},
		{"used", 0, 1, false, fake{true, false}, errorDropped, "do(); println(r)"},
		{"used", 0, 1, false, fake{false, true}, statusUnchecked, "do(); println(r)"},
		{"used", 0, 1, false, fake{false, false}, "", "do(); println(r)"},
		{"onlyErr", 0, 1, false, fake{false, true}, statusUnchecked, "do(); println(err)"},
		{"onlyErr", -1, 1, true, fake{false, false}, statusUnchecked, "do(); println(err)"},
		{"onlyErr", -1, 1, false, fake{false, true}, "", "do(); println(err)"},
		{"onlyErr", -1, -1, false, fake{true, true}, "", "do(); println(err)"},
		{"lonely", 0, -1, false, fake{true, true}, statusUnchecked, "one() }\nfunc usedOne"},
		{"usedOne", 0, -1, false, fake{true, true}, statusUnchecked, "one())"},
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
			c.Inside = &flow.Outcome{Fate: flow.Lost}
		}
		var got []string
		for _, v := range judge(tt.lost, c) {
			got = append(got, v.category)
		}
		if g := strings.Join(got, " "); g != tt.want {
			t.Errorf("%s with %+v: %q, want %q", tt.in, tt.lost, g, tt.want)
		}
		want, _ := ruletest.Find(t, pass, source, tt.pos)
		if pos, end := callRange(pass, call); pos != want || end <= pos {
			t.Errorf("%s: range begins at %v, want %v", tt.in, pass.Fset.Position(pos), pass.Fset.Position(want))
		}
	}
}

func TestWay(t *testing.T) {
	at := func(line int) token.Position { return token.Position{Filename: "pay.go", Line: line, Column: 2} }
	step := func(line int, note string) flow.Step { return flow.Step{Pos: at(line), Note: note} }
	for _, tt := range []struct {
		category string
		outcome  flow.Outcome
		want     string
	}{
		{statusUnchecked, flow.Outcome{Way: []flow.Step{step(1, "the call")}, At: flow.Place{Position: at(3)}}, "the call|the status has not been looked at here"},
		{errorDropped, flow.Outcome{Way: []flow.Step{step(1, "the call")}, At: flow.Place{Position: at(3)}}, "the call|the error has not been looked at here"},
		{errorDropped, flow.Outcome{Way: []flow.Step{step(1, "the call"), step(3, "the end")}, At: flow.Place{Position: at(3)}}, "the call|the end"},
		{errorDropped, flow.Outcome{Way: []flow.Step{step(1, "the call")}}, "the call"},
		{errorDropped, flow.Outcome{}, ""},
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
