package secret

import (
	"go/types"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/vippslint/vippslint/internal/code"
	"github.com/vippslint/vippslint/internal/flow"
	"github.com/vippslint/vippslint/internal/place"
	"github.com/vippslint/vippslint/internal/vippsapi"
)

// constant notes the constant part of a text that is used as a secret, where
// that is no placeholder.
func (e *engine) constant(u use, t flow.Text) {
	for _, p := range t.Parts {
		if p.Hole != nil {
			continue
		}
		text := bare(p.Const)
		if u.basic {
			text = text[strings.LastIndexByte(text, ':')+1:]
		}
		if len(t.Parts) > 1 && !u.basic && !mayBeSecret(text) || vippsapi.Placeholder(text) {
			continue
		}
		e.literal(u, t, p.Const, nil)
	}
}

// bare is the value of a header without its scheme.
func bare(text string) string {
	for _, scheme := range []string{"bearer ", "basic "} {
		if len(text) >= len(scheme) && strings.EqualFold(text[:len(scheme)], scheme) {
			return strings.TrimSpace(text[len(scheme):])
		}
	}
	return text
}

func (e *engine) literal(u use, t flow.Text, part string, of types.Object, steps ...place.Step) {
	if u.quiet || e.inTest(u.pos) || t.Pos.Pos.IsValid() && e.inTest(t.Pos.Pos) {
		return
	}
	e.result.Literals = append(e.result.Literals, &Literal{
		Kind: u.kind, Text: t, Part: part, Of: of, Pos: u.pos, End: u.end, Way: append(steps, u.way...), Reasons: u.reasons,
	})
}

// ofOther reports whether v, or something that it is a part of, holds the address
// of another host: it belongs to another provider.
func (e *engine) ofOther(v flow.Val) bool {
	for i := len(v.Path); i >= 0; i-- {
		holder := v
		holder.Path = v.Path[:i]
		t := holder.Type()
		if tuple, ok := holder.V.Type().(*types.Tuple); ok && i == 0 {
			t = firstResult(tuple)
		}
		if t == nil {
			continue
		}
		st, ok := code.Deref(t).Underlying().(*types.Struct)
		if !ok {
			continue
		}
		for k := range st.NumFields() {
			if isText(st.Field(k).Type()) && e.otherHost(holder.Sub(flow.Field(k))) {
				return true
			}
		}
	}
	return false
}

// foreign reports whether an argument of call is the address of another host: it
// fills the same type for another provider.
func (e *engine) foreign(call ssa.CallInstruction) bool {
	for _, arg := range call.Common().Args {
		if isText(arg.Type()) && e.otherHost(flow.At(arg).Before(call)) {
			return true
		}
	}
	return false
}

// elsewhere reports whether beside the field at addr the address of another host
// is stored in the same instance.
func (e *engine) elsewhere(addr *ssa.FieldAddr) bool {
	base, ok := addr.X.(*ssa.Alloc)
	if !ok {
		return false
	}
	for _, ref := range *base.Referrers() {
		other, ok := ref.(*ssa.FieldAddr)
		if !ok || !isText(fieldOf(other.X.Type(), other.Field).Type()) {
			continue
		}
		for _, ref := range *other.Referrers() {
			if st, ok := ref.(*ssa.Store); ok && st.Addr == ssa.Value(other) && e.otherHost(flow.At(st.Val).Before(st)) {
				return true
			}
		}
	}
	return false
}

// otherHost reports whether v is an address at a host that is not Vipps', on
// every way.
func (e *engine) otherHost(v flow.Val) bool {
	texts := e.fl.Texts(v)
	for _, t := range texts {
		url := t.Pattern(vippsapi.Hole)
		host, ok := strings.CutPrefix(url, "https://")
		if !ok {
			return false
		}
		host, _, _ = strings.Cut(host, "/")
		if strings.Contains(host, vippsapi.Hole) || vippsapi.IsHost(host) {
			return false
		}
	}
	return len(texts) > 0
}
