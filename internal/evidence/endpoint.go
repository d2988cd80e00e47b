package evidence

import (
	"go/token"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/vippslint/vippslint/internal/code"
	"github.com/vippslint/vippslint/internal/flow"
)

// An Endpoint is a call of the package at hand that asks an address of Vipps',
// or one that was MobilePay's, by a URL of which the package knows at least the
// path.
type Endpoint struct {
	Ways     []Address // each way to the method and URL; never empty
	Pos, End token.Pos
	Reasons  []Reason
}

// An Address is one method with one URL.
type Address struct {
	Method string   // "" where it is not known
	URL    string   // with a Hole of the table's for each unknown part
	Bases  []string // the URL again with each base address that the package stores in the field with which it begins
	Only   bool     // nothing else can stand in that field
}

// endpoints lists the addresses that the package asks. A call of a function that
// asks the same whatever it is given is none: it is judged inside.
func (e *engine) endpoints() []*Endpoint {
	var found []*Endpoint
	for _, fn := range e.flow.Unit.Funcs {
		if e.syntax.InTest(fn.Pos()) {
			continue
		}
		byCall := map[ssa.CallInstruction]*Endpoint{}
		for _, r := range slices.Concat(e.retired[fn], e.requests[fn]) {
			known := len(r.reasons) > 0 || slices.Contains(e.retired[fn], r)
			if len(r.shape.url) == 0 || r.borrowed || !known {
				continue
			}
			at := byCall[r.call]
			if at == nil {
				s := e.syntax.Call(r.call)
				at = &Endpoint{Pos: s.Pos, End: s.End, Reasons: r.reasons}
				byCall[r.call] = at
				found = append(found, at)
			}
			urls := e.urls(r.shape.url)
			at.Ways = append(at.Ways, Address{Method: knownMethod(r.shape.method), URL: urls[0], Bases: urls[1:], Only: e.knowsBase(r.shape.url)})
		}
	}
	sortedByPos(found, func(p *Endpoint) int { return int(p.Pos) })
	return found
}

// knowsBase reports whether a URL begins with a field in which nobody stores
// anything but constants.
func (e *engine) knowsBase(url []flow.Part) bool {
	if url[0].Hole == nil {
		return false
	}
	field := fieldOf(*url[0].Hole)
	if field == nil || field.Exported() {
		return false
	}
	return !slices.ContainsFunc(e.flow.FieldWrites(field), func(v flow.Val) bool {
		_, constant := code.ConstText(v.V)
		return !constant
	})
}

// knownMethod is the method that is one constant, "" otherwise.
func knownMethod(parts []flow.Part) string {
	if len(parts) != 1 || parts[0].Hole != nil {
		return ""
	}
	return parts[0].Const
}
