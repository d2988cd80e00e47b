package secret

import (
	"go/token"
	"go/types"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/vippslint/vippslint/internal/code"
	"github.com/vippslint/vippslint/internal/evidence"
	"github.com/vippslint/vippslint/internal/flow"
	"github.com/vippslint/vippslint/internal/vippsapi"
)

// usesOfLibrary follows the arguments that a client library says by their names
// to be secrets.
func (e *engine) usesOfLibrary(call ssa.CallInstruction, f *types.Func) {
	params := f.Signature().Params()
	for i := range params.Len() {
		kind := vippsapi.LibrarySecret(params.At(i).Name())
		if kind == vippsapi.NoSecret || !isText(params.At(i).Type()) {
			continue
		}
		n := i
		if f.Signature().Recv() != nil {
			n++
		}
		if arg, ok := code.Argument(call, n); ok {
			pos, end := e.ev.Argument(call, n)
			e.follow(use{kind: kind, val: flow.At(arg).Before(call), pos: pos, end: end, reasons: e.ofLibrary(call.Common().Pos(), f.Pkg())})
		}
	}
}

func (e *engine) ofLibrary(pos token.Pos, pkg *types.Package) []evidence.Reason {
	return []evidence.Reason{{Pos: e.position(pos), Note: "the client library " + pkg.Path() + " takes it as a secret"}}
}

// usesOfStore follows what is stored to a field that another package uses as a
// secret, that a client library says to be one by its name, or that is the
// secret of an OAuth configuration for Vipps.
func (e *engine) usesOfStore(st *ssa.Store) {
	addr, ok := st.Addr.(*ssa.FieldAddr)
	if !ok {
		return
	}
	f := fieldOf(addr.X.Type(), addr.Field)
	if f == nil || f.Pkg() == nil || f.Pkg() == e.pass.Pkg {
		return
	}
	val := flow.At(st.Val).Before(st)
	for _, h := range e.held(f) {
		e.follow(use{kind: h.Kind, quiet: h.Quiet, val: val.Sub(h.Path...), pos: st.Pos(), end: st.Pos(), reasons: []evidence.Reason{h.Reason}})
	}
	if kind := vippsapi.LibrarySecret(f.Name()); kind != vippsapi.NoSecret && vippsapi.LibraryImport(f.Pkg().Path()) && isText(f.Type()) {
		e.follow(use{kind: kind, val: val, pos: st.Pos(), end: st.Pos(), reasons: e.ofLibrary(st.Pos(), f.Pkg())})
	}
	if f.Name() == "ClientSecret" && strings.HasPrefix(f.Pkg().Path(), "golang.org/x/oauth2") {
		if why, ok := e.asksVipps(addr); ok {
			e.follow(use{kind: vippsapi.ClientSecret, val: val, pos: st.Pos(), end: st.Pos(), reasons: why})
		}
	}
}

// asksVipps reports whether the OAuth configuration that addr is a field of asks
// for tokens at Vipps: by the address in TokenURL, or in that of the endpoint.
func (e *engine) asksVipps(addr *ssa.FieldAddr) ([]evidence.Reason, bool) {
	st := code.Deref(addr.X.Type()).Underlying().(*types.Struct)
	for i := range st.NumFields() {
		path := flow.Path{flow.Field(i)}
		if st.Field(i).Name() == "Endpoint" {
			path = append(path, flow.FieldNamed(st.Field(i).Type(), "TokenURL"))
		} else if st.Field(i).Name() != "TokenURL" {
			continue
		}
		for _, t := range e.fl.Texts(flow.At(addr.X, path...)) {
			if m, ok := vippsapi.MatchURL("", t.Pattern(vippsapi.Hole)); ok && m.Strength == vippsapi.Strong {
				return []evidence.Reason{{Pos: e.position(addr.Pos()), Note: m.Reason}}, true
			}
		}
	}
	return nil, false
}
