package evidence

import (
	"go/token"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/vippslint/vippslint/internal/code"
	"github.com/vippslint/vippslint/internal/fate"
	"github.com/vippslint/vippslint/internal/vippsapi"
)

// Guard is the fact on a function that may authenticate the request that it, or
// the handler that it makes, is given.
type Guard struct{}

// AFact marks Guard as a fact.
func (*Guard) AFact() {}

func (*Guard) String() string { return "guard" }

// guards knows the functions of the package that may authenticate a request:
// that look at what only the sender can know, or hand the request to code of
// which nothing is known.
type guards struct {
	e     *engine
	local []string // import paths of the merchant's packages, sorted
	found map[*ssa.Function][]ssa.Instruction
}

func newGuards(e *engine, local []string) *guards {
	return &guards{e: e, local: local, found: map[*ssa.Function][]ssa.Instruction{}}
}

func (g *guards) export() {
	for _, fn := range g.e.flow.Unit.Funcs {
		obj, ok := fn.Object().(*types.Func)
		if ok && obj.Pkg() == g.e.pass.Pkg && g.may(fn) {
			g.e.pass.ExportObjectFact(obj.Origin(), &Guard{})
		}
	}
}

// may reports whether fn, a function literal in it or what they call may
// authenticate a request.
func (g *guards) may(fn *ssa.Function) bool {
	return len(g.touching(fn)) > 0 || slices.ContainsFunc(fn.AnonFuncs, g.may)
}

// touching lists the instructions of fn that may authenticate a request.
func (g *guards) touching(fn *ssa.Function) []ssa.Instruction {
	if o := fn.Origin(); o != nil {
		fn = o
	}
	if list, ok := g.found[fn]; ok {
		return list
	}
	g.found[fn] = nil // a function that leads to itself adds nothing
	var list []ssa.Instruction
	for _, b := range fn.Blocks {
		for _, in := range b.Instrs {
			if g.touches(in) {
				list = append(list, in)
			}
		}
	}
	g.found[fn] = list
	return list
}

func (g *guards) touches(in ssa.Instruction) bool {
	switch in := in.(type) {
	case *ssa.Lookup:
		name, known := code.ConstText(in.Index)
		return isHeaders(in.X) && (!known || !vippsapi.PlainHeader(name)) && bears(in)
	case *ssa.Range:
		return isHeaders(in.X)
	case *ssa.Send:
		return code.IsHTTP(in.X.Type(), "Request") || code.IsHTTP(in.X.Type(), "Header")
	case *ssa.Store:
		_, local := in.Addr.(*ssa.Alloc)
		return !local && !isVariadic(in) && (code.IsHTTP(in.Val.Type(), "Request") || code.IsHTTP(in.Val.Type(), "Header") && isHeaders(in.Val))
	case *ssa.FieldAddr:
		// The address, the certificate or the cookies of the sender.
		name := code.FieldName(in.X.Type(), in.Field)
		return code.IsHTTP(in.X.Type(), "Request") && (name == "TLS" || name == "RemoteAddr") && bears(in)
	case ssa.CallInstruction:
		return g.touchesCall(in)
	}
	return false
}

func (g *guards) touchesCall(call ssa.CallInstruction) bool {
	f := code.Callee(call)
	if name, known, ok := headerRead(call); ok {
		return (!known || !vippsapi.PlainHeader(name)) && bears(call.Value())
	}
	switch {
	case code.IsFunc(f, "crypto/hmac", "", "Equal"), code.IsFunc(f, "crypto/subtle", "", "ConstantTimeCompare"):
		return true
	case code.IsFunc(f, "net/http", "Request", "BasicAuth", "FormValue", "PostFormValue", "Cookie", "Cookies"), code.IsFunc(f, "net/url", "URL", "Query"):
		return bears(call.Value())
	case fate.Logs(call):
		return false
	case f != nil && slices.Contains([]string{"PathValue", "URLParam", "Param", "Params", "ByName"}, f.Name()):
		return isSecretName(call) && bears(call.Value())
	}
	if fn := inPackage(call); fn != nil {
		return g.may(fn)
	}
	if f != nil && g.e.pass.ImportObjectFact(f, &Guard{}) {
		return true
	}
	return carries(call) && !g.harmless(call, f)
}

// isSecretName reports whether call asks for a part of the path that is called
// a secret.
func isSecretName(call ssa.CallInstruction) bool {
	return slices.ContainsFunc(call.Common().Args, func(v ssa.Value) bool {
		name, _ := code.ConstText(v)
		name = strings.ToLower(name)
		return strings.Contains(name, "token") || strings.Contains(name, "secret") || strings.Contains(name, "key")
	})
}

// harmless reports whether a call that is given a request is known not to
// authenticate it.
func (g *guards) harmless(call ssa.CallInstruction, f *types.Func) bool {
	if f == nil {
		return delegates(call)
	}
	if f.Pkg() == nil {
		return true
	}
	path := f.Pkg().Path()
	if g.isLocal(path) {
		return !call.Common().IsInvoke() // it would have the fact
	}
	if code.IsStandard(path) {
		return f.Name() != "Clone" || code.ReceiverName(f) != "Header" // somebody may look at it later
	}
	return isRouterPath(path) && !slices.Contains([]string{"GetReqHeaders", "BindHeader", "ShouldBindHeader", "ReqHeaderParser", "Cookie", "Cookies", "ClientIP", "RealIP"}, f.Name())
}

// delegates reports whether call hands a request on to the next handler.
func delegates(call ssa.CallInstruction) bool {
	f := code.Callee(call)
	if f != nil {
		return f.Name() == "ServeHTTP" || f.Name() == "Next" && isRouterPath(f.Pkg().Path())
	}
	if _, builtin := call.Common().Value.(*ssa.Builtin); builtin {
		return false
	}
	return isHandler(call.Common().Signature())
}

// routers are the web frameworks and routers whose functions are known not to
// authenticate by themselves.
var routers = []string{
	"github.com/gin-gonic/gin", "github.com/go-chi/chi", "github.com/go-chi/render", "github.com/gofiber/fiber",
	"github.com/gorilla/mux", "github.com/julienschmidt/httprouter", "github.com/labstack/echo",
}

// isLocal reports whether a package is the merchant's own, with facts on what may
// authenticate.
func (g *guards) isLocal(path string) bool {
	_, local := slices.BinarySearch(g.local, path)
	return local && !slices.ContainsFunc(routers, func(r string) bool { return strings.HasPrefix(path, r) })
}

func isRouterPath(path string) bool {
	return slices.ContainsFunc(routers, func(r string) bool {
		rest, ok := strings.CutPrefix(path, r)
		return ok && (rest == "" || strings.HasPrefix(rest, "/v") || strings.HasPrefix(rest, "/binding"))
	})
}

// carries reports whether call is given a request or its headers.
func carries(call ssa.CallInstruction) bool {
	c := call.Common()
	if c.IsInvoke() && isRequest(c.Value.Type()) {
		return true
	}
	return slices.ContainsFunc(c.Args, func(v ssa.Value) bool {
		if m, ok := v.(*ssa.MakeInterface); ok {
			v = m.X
		}
		return isRequest(v.Type()) || isHeaders(v)
	})
}

// isRequest reports whether a value of type t gives what came with a request.
func isRequest(t types.Type) bool {
	return code.IsHTTP(t, "Request") || isContext(t) || isLambdaEvent(t)
}

// isContext reports whether t is the context of a web framework.
func isContext(t types.Type) bool {
	n, ok := types.Unalias(code.Deref(t)).(*types.Named)
	if !ok || n.Obj().Pkg() == nil || !strings.Contains(n.Obj().Pkg().Path(), ".") {
		return false
	}
	name := n.Obj().Name()
	return name == "Context" || name == "Ctx" || name == "RequestCtx"
}

func isLambdaEvent(t types.Type) bool {
	n, ok := types.Unalias(code.Deref(t)).(*types.Named)
	return ok && (strings.HasPrefix(n.Obj().Name(), "APIGateway") || strings.HasPrefix(n.Obj().Name(), "LambdaFunctionURL"))
}

// isHeaders reports whether v is the headers of a request that came in.
func isHeaders(v ssa.Value) bool {
	if code.IsHTTP(v.Type(), "Header") {
		return !answerHeaders(v)
	}
	switch x := v.(type) {
	case *ssa.UnOp:
		if field, ok := x.X.(*ssa.FieldAddr); ok && x.Op == token.MUL {
			return isLambdaEvent(field.X.Type()) && strings.HasSuffix(code.FieldName(field.X.Type(), field.Field), "Headers")
		}
	case *ssa.Field:
		return isLambdaEvent(x.X.Type()) && strings.HasSuffix(code.FieldName(x.X.Type(), x.Field), "Headers")
	}
	return false
}

// answerHeaders reports whether v is the headers of an answer.
func answerHeaders(v ssa.Value) bool {
	switch x := v.(type) {
	case *ssa.Call:
		return code.Callee(x) != nil && code.Callee(x).Name() == "Header"
	case *ssa.UnOp:
		if field, ok := x.X.(*ssa.FieldAddr); ok {
			return !code.IsHTTP(field.X.Type(), "Request") && code.IsHTTP(field.X.Type(), "Response")
		}
	case *ssa.MakeMap:
		return true
	}
	return false
}

// headerRead reports whether call reads one header of a request, and its name
// where that is a constant.
func headerRead(call ssa.CallInstruction) (name string, known, ok bool) {
	f := code.Callee(call)
	args := call.Common().Args
	if f == nil || f.Pkg() == nil || len(args) == 0 || call.Value() == nil {
		return "", false, false
	}
	switch {
	case code.IsFunc(f, "net/http", "Header", "Get", "Values"), code.IsFunc(f, "net/textproto", "MIMEHeader", "Get", "Values"):
		if answerHeaders(args[0]) {
			return "", false, false
		}
	case f.Name() == "GetHeader" && isRouterPath(f.Pkg().Path()):
	case f.Name() == "Get" && strings.HasPrefix(f.Pkg().Path(), "github.com/gofiber/fiber") && (code.ReceiverName(f) == "Ctx" || code.ReceiverName(f) == "DefaultCtx"):
	default:
		return "", false, false
	}
	i := 1
	if call.Common().IsInvoke() {
		i = 0
	}
	name, known = code.ConstText(args[i])
	return name, known, true
}

// bears reports whether what was read of a request decides over anything: it is
// compared, or handed on, not only logged or asked whether it is there.
func bears(v ssa.Value) bool { return bearing(v, map[ssa.Value]bool{}) }

func bearing(v ssa.Value, seen map[ssa.Value]bool) bool {
	if v == nil || v.Referrers() == nil || seen[v] {
		return false
	}
	seen[v] = true
	return slices.ContainsFunc(*v.Referrers(), func(ref ssa.Instruction) bool {
		switch ref := ref.(type) {
		case *ssa.DebugRef, *ssa.If:
			return false
		case *ssa.BinOp:
			if isEmptyTest(ref) {
				return false
			}
			return ref.Op != token.ADD || bearing(ref, seen)
		case *ssa.Extract, *ssa.Convert, *ssa.ChangeType, *ssa.Phi, *ssa.Slice, *ssa.UnOp, *ssa.MakeInterface,
			*ssa.Index, *ssa.IndexAddr, *ssa.Field, *ssa.FieldAddr:
			return bearing(ref.(ssa.Value), seen)
		case *ssa.Store:
			switch to := ref.Addr.(type) {
			case *ssa.Alloc:
				return ref.Val == v && bearing(to, seen)
			case *ssa.IndexAddr:
				return ref.Val == v && bearing(to.X, seen) // the arguments of a variadic call
			}
			return true
		case ssa.CallInstruction:
			return bearingCall(ref, seen)
		}
		return true
	})
}

func bearingCall(call ssa.CallInstruction, seen map[ssa.Value]bool) bool {
	f := code.Callee(call)
	if b, ok := call.Common().Value.(*ssa.Builtin); ok {
		return b.Name() != "len" && bearing(call.Value(), seen)
	}
	switch {
	case fate.Logs(call), code.IsFunc(f, "strings", "", "HasPrefix", "Contains"), code.IsFunc(f, "net/http", "", "Error"):
		return false
	case isStringFunc(f), code.IsFunc(f, "net/url", "Values", "Get", "Has"):
		return bearing(call.Value(), seen)
	}
	return true
}

// isStringFunc reports whether f makes texts of texts.
func isStringFunc(f *types.Func) bool {
	if f == nil || f.Pkg() == nil {
		return false
	}
	switch f.Pkg().Path() {
	case "strings", "bytes":
		return f.Signature().Recv() == nil && !slices.Contains([]string{"EqualFold", "Compare", "Equal"}, f.Name())
	case "fmt":
		return strings.HasPrefix(f.Name(), "Sprint") || f.Name() == "Errorf"
	case "encoding/base64", "encoding/hex":
		return strings.HasPrefix(f.Name(), "Decode") || strings.HasPrefix(f.Name(), "Encode")
	}
	return false
}

// isEmptyTest reports whether op asks whether something is there.
func isEmptyTest(op *ssa.BinOp) bool { return emptyOperand(op) != nil }

// emptyOperand is what op compares with "", nil or, by its length, with zero;
// nil where it does another thing.
func emptyOperand(op *ssa.BinOp) ssa.Value {
	for _, pair := range [][2]ssa.Value{{op.X, op.Y}, {op.Y, op.X}} {
		c, ok := pair[1].(*ssa.Const)
		if !ok {
			continue
		}
		if c.IsNil() {
			return pair[0]
		}
		if text, ok := code.ConstText(c); ok && text == "" {
			return pair[0]
		}
		if call, ok := pair[0].(*ssa.Call); ok && c.Value != nil && c.Value.ExactString() == "0" {
			if b, ok := call.Call.Value.(*ssa.Builtin); ok && b.Name() == "len" {
				return call.Call.Args[0]
			}
		}
	}
	return nil
}
