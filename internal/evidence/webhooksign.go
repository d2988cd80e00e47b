package evidence

import (
	"go/token"
	"net/http"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/vippslint/vippslint/internal/code"
	"github.com/vippslint/vippslint/internal/flow"
	"github.com/vippslint/vippslint/internal/place"
	"github.com/vippslint/vippslint/internal/vippsapi"
)

// A checking is a function that takes part in the check of a payment callback.
type checking struct {
	fn     *ssa.Function
	signed bool // the check is of the signature of a webhook
	hook   bool // it is, or serves, a payment handler
	why    Reason
}

// signatures judges how the package checks what it is sent.
func (h *webhooks) signatures(result *Result) {
	for _, c := range h.checkings() {
		for _, call := range code.Calls(c.fn) {
			h.compareCall(c, call, result)
			h.secretCall(c, call, result)
			if c.signed {
				h.signatureCall(c, call, result)
			}
		}
		for _, b := range c.fn.Blocks {
			for _, in := range b.Instrs {
				switch in := in.(type) {
				case *ssa.BinOp:
					if (in.Op == token.EQL || in.Op == token.NEQ) && isTextual(in.X.Type()) && !isEmptyTest(in) {
						h.compare(c, flow.At(in.X).Before(in), flow.At(in.Y).Before(in), place.Span{Pos: in.Pos(), End: in.Pos()}, true, result)
					}
				case *ssa.Lookup:
					name, ok := code.ConstText(in.Index)
					known := vippsapi.IsSignatureHeader(name) || strings.EqualFold(name, vippsapi.AuthHeader)
					if ok && known && code.IsHTTP(in.X.Type(), "Header") && isHeaders(in.X) && http.CanonicalHeaderKey(name) != name {
						h.mismatch(c, result, place.Span{Pos: in.Pos(), End: in.Pos()}, RawKey, name)
					}
				}
			}
		}
	}
}

// checkings lists the functions that check payment callbacks: those that read
// the headers of a signature, payment handlers, what stands before these, and
// what they all call.
func (h *webhooks) checkings() []checking {
	var found []checking
	index := map[*ssa.Function]int{}
	var add func(fn *ssa.Function, c checking)
	add = func(fn *ssa.Function, c checking) {
		if i, ok := index[fn]; ok && (found[i].signed || !c.signed) && (found[i].hook || !c.hook) {
			return
		} else if ok {
			found[i].signed, found[i].hook = found[i].signed || c.signed, found[i].hook || c.hook
		} else {
			index[fn] = len(found)
			c.fn = fn
			found = append(found, c)
		}
		for _, call := range code.Calls(fn) {
			if inner := inPackage(call); inner != nil {
				add(inner, c)
			}
		}
		for _, lit := range fn.AnonFuncs {
			add(lit, c)
		}
	}
	for _, fn := range h.e.flow.Unit.Funcs {
		if h.e.syntax.InTest(fn.Pos()) {
			continue
		}
		c := checking{}
		if at := h.readsSignature(fn, map[*ssa.Function]bool{}); at.IsValid() {
			c.signed, c.why = true, Reason{h.e.position(at), "reads a header that only signed webhooks of Vipps have"}
		}
		if isHandler(fn.Signature) {
			if acts := h.actsOf(fn); len(acts) > 0 {
				c.hook, c.why = true, acts[0].decoded
			} else if why, ok := h.decodesPayment(fn); ok {
				c.hook, c.why = true, why
			}
		}
		if a, ok := h.covered.before[fn]; ok {
			c.hook, c.why = true, a.decoded
		}
		if c.signed || c.hook {
			add(fn, c)
		}
	}
	return found
}

// decodesPayment says why fn is known to decode a payment body, whatever it does
// with it.
func (h *webhooks) decodesPayment(fn *ssa.Function) (why Reason, ok bool) {
	for _, call := range code.Calls(fn) {
		if into, ok := h.decodedInto(call); ok {
			if in, why := h.bodyOf(fn, into, call); in != nil {
				return why, true
			}
		}
	}
	return Reason{}, false
}

// readsSignature is where fn, or what it calls, reads a header that only a
// signed delivery has.
func (h *webhooks) readsSignature(fn *ssa.Function, seen map[*ssa.Function]bool) token.Pos {
	if seen[fn] {
		return token.NoPos
	}
	seen[fn] = true
	for _, b := range fn.Blocks {
		for _, in := range b.Instrs {
			switch in := in.(type) {
			case *ssa.Lookup:
				if name, ok := code.ConstText(in.Index); ok && isHeaders(in.X) && vippsapi.IsSignatureHeader(name) {
					return in.Pos()
				}
			case ssa.CallInstruction:
				if name, _, ok := headerRead(in); ok && vippsapi.IsSignatureHeader(name) {
					return in.Common().Pos()
				}
				if inner := inPackage(in); inner != nil {
					if pos := h.readsSignature(inner, seen); pos.IsValid() {
						return pos
					}
				}
			}
		}
	}
	for _, lit := range fn.AnonFuncs {
		if pos := h.readsSignature(lit, seen); pos.IsValid() {
			return pos
		}
	}
	return token.NoPos
}

// compareCall judges a call that compares.
func (h *webhooks) compareCall(c checking, call ssa.CallInstruction, result *Result) {
	f := code.Callee(call)
	args := call.Common().Args
	weak := code.IsFunc(f, "bytes", "", "Equal", "Compare") || code.IsFunc(f, "strings", "", "EqualFold", "Compare")
	if weak || code.IsFunc(f, "crypto/hmac", "", "Equal") || code.IsFunc(f, "crypto/subtle", "", "ConstantTimeCompare") {
		at := h.e.syntax.Call(call)
		if weak {
			at.Pos = call.Common().Pos()
		}
		h.compare(c, flow.At(args[0]).Before(call), flow.At(args[1]).Before(call), at, weak, result)
	}
}

// compare judges the comparison of x and y.
func (h *webhooks) compare(c checking, x, y flow.Val, at place.Span, weak bool, result *Result) {
	sides := [2][]ingredient{h.leaves(x), h.leaves(y)}
	reported := false
	for i, side := range sides {
		other := sides[1-i]
		h.secretToken(c, other, side, [2]flow.Val{x, y}[i], at, result)
		mac := has(side, func(l ingredient) bool { return l.kind == leafMAC })
		if weak && mac && !reported {
			reported = true
			result.Compares = append(result.Compares, &Compare{Pos: at.Pos, Signature: true, Reasons: []Reason{c.why}})
		}
		header := has(other, func(l ingredient) bool { return l.kind == leafHeader })
		hash := every(side, func(l ingredient) bool { return l.kind == leafHash })
		if c.signed && header && (mac && every(side, func(l ingredient) bool { return l.kind == leafMAC && l.was("hex") }) || hash && every(side, func(l ingredient) bool { return l.was("hex") }) ||
			(mac || hash) && every(other, func(l ingredient) bool { return l.kind == leafHeader && l.was("unhex") })) {
			h.mismatch(c, result, at, HexSignature, "")
		}
		for _, l := range other {
			if l.kind != leafHeader || l.call == nil {
				continue
			}
			stranger := vippsapi.NeverSent(l.name) || mac && c.hook && !strings.EqualFold(l.name, vippsapi.AuthHeader)
			if stranger && !vippsapi.IsSignatureHeader(l.name) {
				h.mismatch(c, result, h.e.syntax.Call(l.call), UnknownHeader, l.name)
			}
		}
		if weak && !reported && !mac && c.hook && isToken(other, side) {
			reported = true
			result.Compares = append(result.Compares, &Compare{Pos: at.Pos, Reasons: []Reason{c.why}})
		}
	}
}

// isToken reports whether header, which is compared with want, is the token that
// Vipps echoes: the whole header or what stands behind a scheme, and no scheme.
func isToken(header, want []ingredient) bool {
	if !every(header, func(l ingredient) bool { return l.kind == leafHeader && strings.EqualFold(l.name, vippsapi.AuthHeader) }) {
		return false
	}
	if has(want, func(l ingredient) bool { return l.kind == leafHeader || l.kind == leafMAC || l.kind == leafHash }) {
		return false
	}
	return has(want, func(l ingredient) bool { return l.kind == leafOther })
}

func has(list []ingredient, is func(ingredient) bool) bool { return slices.ContainsFunc(list, is) }

func every(list []ingredient, is func(ingredient) bool) bool {
	return len(list) > 0 && !slices.ContainsFunc(list, func(l ingredient) bool { return !is(l) })
}

// mismatch reports one, once for each place.
func (h *webhooks) mismatch(c checking, result *Result, at place.Span, kind MismatchKind, name string) {
	if slices.ContainsFunc(result.Mismatches, func(m *Mismatch) bool { return m.Pos == at.Pos && m.Kind == kind }) {
		return
	}
	result.Mismatches = append(result.Mismatches, &Mismatch{Pos: at.Pos, End: at.End, Kind: kind, Name: name, Reasons: []Reason{c.why}})
}

// signatureCall judges a call on the way to a signature.
func (h *webhooks) signatureCall(c checking, call ssa.CallInstruction, result *Result) {
	f := code.Callee(call)
	args := call.Common().Args
	name, _, read := headerRead(call)
	switch {
	case read && strings.EqualFold(name, vippsapi.HostHeader):
		fiber := f.Name() == "Get" && isRouterPath(f.Pkg().Path())
		if !fiber && bears(call.Value()) && !readsHost(c.fn) {
			h.mismatch(c, result, h.e.syntax.Call(call), HostHeader, "")
		}
	case code.IsFunc(f, "crypto/hmac", "", "New"):
		if maker := unwrapped(args[0]); maker != nil && maker.Pkg != nil && slices.Contains([]string{"crypto/md5", "crypto/sha1", "crypto/sha512"}, maker.Pkg.Pkg.Path()) {
			h.mismatch(c, result, h.e.syntax.Argument(call, 0), OtherHash, maker.Pkg.Pkg.Name()+"."+maker.Name())
		}
		if every(h.leaves(flow.At(args[1]).Before(call)), func(l ingredient) bool { return l.was("unbase64") }) {
			h.mismatch(c, result, h.e.syntax.Argument(call, 1), DecodedSecret, "")
		}
	case code.IsFunc(f, "crypto/sha256", "", "Sum256"):
		if h.remarshals(flow.At(args[0]).Before(call)) {
			h.mismatch(c, result, h.e.syntax.Argument(call, 0), Remarshalled, "")
		}
	case isHashWrite(call):
		h.hashWrite(c, call, result)
	}
}

// isHashWrite reports whether call writes to a hash.
func isHashWrite(call ssa.CallInstruction) bool {
	c := call.Common()
	return c.IsInvoke() && c.Method.Name() == "Write" && code.IsNamed(c.Value.Type(), "hash", "Hash")
}

func (h *webhooks) hashWrite(c checking, call ssa.CallInstruction, result *Result) {
	arg := flow.At(call.Common().Args[0]).Before(call)
	for _, o := range h.e.flow.Origins(flow.At(call.Common().Value).Before(call)) {
		maker, ok := o.Val.V.(*ssa.Call)
		switch {
		case ok && code.IsFunc(code.Callee(maker), "crypto/sha256", "", "New"):
			if h.remarshals(arg) {
				h.mismatch(c, result, h.e.syntax.Argument(call, 1), Remarshalled, "")
			}
		case ok && code.IsFunc(code.Callee(maker), "crypto/hmac", "", "New") && h.writtenOnce(maker):
			if text, wrong := h.signsOther(arg); wrong {
				h.mismatch(c, result, h.e.syntax.Argument(call, 1), SignedText, text)
			}
		}
	}
}

// writtenOnce reports whether the hash is written to by one call only, and given
// to nothing else.
func (h *webhooks) writtenOnce(hash *ssa.Call) bool {
	writes := 0
	for _, ref := range *hash.Referrers() {
		call, ok := ref.(ssa.CallInstruction)
		switch {
		case !ok:
			if _, debug := ref.(*ssa.DebugRef); !debug {
				return false
			}
		case isHashWrite(call):
			writes++
		case !call.Common().IsInvoke() || call.Common().Value != ssa.Value(hash):
			return false
		}
	}
	return writes == 1
}

// remarshals reports whether v is the JSON of a payment body that was decoded.
func (h *webhooks) remarshals(v flow.Val) bool {
	return every(h.leaves(v), func(l ingredient) bool {
		return l.kind == leafEncoded && inboundOf(l.call.Call.Args[0]) != nil
	})
}

// readsHost reports whether fn reads the host where net/http keeps it.
func readsHost(fn *ssa.Function) bool {
	for _, b := range fn.Blocks {
		for _, in := range b.Instrs {
			if f, ok := in.(*ssa.FieldAddr); ok && code.IsHTTP(f.X.Type(), "Request") && code.FieldName(f.X.Type(), f.Field) == "Host" {
				return true
			}
		}
	}
	return false
}

// signsOther reports whether the text v, of which all must be known, is never
// the one that Vipps signs, and how it looks.
func (h *webhooks) signsOther(v flow.Val) (text string, wrong bool) {
	texts := h.e.flow.Texts(v)
	want := vippsapi.SignedText("{path}", "{date}", "{host}", "{hash}")
	for _, t := range texts {
		form, known := h.signedForm(t)
		if !known || form == want {
			return "", false
		}
		text = form
	}
	return text, len(texts) > 0
}

// signedForm writes a text with the names of its parts in the place of these.
func (h *webhooks) signedForm(t flow.Text) (form string, known bool) {
	named := 0
	for _, p := range t.Parts {
		if p.Hole == nil {
			form += p.Const
			continue
		}
		name := h.partOf(*p.Hole)
		if name == "" {
			return "", false
		}
		named++
		form += name
	}
	return strings.Replace(form, "{path}?{query}", "{path}", 1), named > 1
}

// partOf names the part of a signed text that v is, "" where it is not known.
func (h *webhooks) partOf(v flow.Val) string {
	names := map[leafKind]string{leafHost: "{host}", leafURI: "{path}", leafQuery: "{query}", leafMethod: vippsapi.DeliveryMethod, leafHash: "{hash}"}
	found := ""
	for _, l := range h.leaves(v) {
		name := names[l.kind]
		switch {
		case l.kind == leafHeader && vippsapi.DateHeader(l.name):
			name = "{date}"
		case l.kind == leafHeader && vippsapi.HashHeader(l.name):
			name = "{hash}"
		case l.kind == leafHeader && strings.EqualFold(l.name, vippsapi.HostHeader):
			name = "{host}"
		}
		if name == "" || found != "" && name != found {
			return ""
		}
		found = name
	}
	return found
}
