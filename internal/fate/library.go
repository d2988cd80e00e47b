package fate

import (
	"go/types"

	"github.com/vippslint/vippslint/internal/code"
	"golang.org/x/tools/go/ssa"
)

// What a method of an answer says of it. Methods that are named nowhere (of
// headers, of times) say nothing.
type answerMethod int8

const (
	saysNothing answerMethod = iota
	givesCode                // the status code
	saysGood                 // whether the code is from 200 to 299
	saysBad                  // whether the code is 400 or more
	tellsStatus              // something else that is made of the status: its line, the object of a failure
	usesBody
)

// A library is a HTTP client library whose answers have a type of their own. The
// error of a request says nothing of the status there, as with net/http.
type library struct {
	path, name string // of the type
	methods    map[string]answerMethod
	inner      string // the field that holds the *http.Response
}

// From the documentation of the libraries.
var libraries = []library{
	{"github.com/go-resty/resty/v2", "Response", restyMethods, "RawResponse"},
	{"resty.dev/v3", "Response", restyMethods, "RawResponse"},
	{"gopkg.in/resty.v1", "Response", restyMethods, "RawResponse"},
	{"github.com/imroc/req/v3", "Response", reqMethods, "Response"},
}

// Version 3 of resty has other names for some methods of version 2.
var restyMethods = map[string]answerMethod{
	"StatusCode": givesCode, "Status": tellsStatus,
	"IsSuccess": saysGood, "IsStatusSuccess": saysGood,
	"IsError": saysBad, "IsStatusFailure": saysBad,
	"Error": tellsStatus, "ResultError": tellsStatus,
	"Body": usesBody, "RawBody": usesBody, "String": usesBody, "Bytes": usesBody, "Result": usesBody,
}

var reqMethods = map[string]answerMethod{
	"GetStatusCode": givesCode, "GetStatus": tellsStatus,
	"IsSuccess": saysGood, "IsSuccessState": saysGood,
	"IsError": saysBad, "IsErrorState": saysBad,
	"ResultState": tellsStatus, "Error": tellsStatus, "ErrorResult": tellsStatus,
	"Bytes": usesBody, "String": usesBody, "ToBytes": usesBody, "ToString": usesBody,
	"Into": usesBody, "Unmarshal": usesBody, "UnmarshalJson": usesBody,
	"Result": usesBody, "SuccessResult": usesBody,
}

// libraryOf is the library whose answer t, or what it points to, is.
func libraryOf(t types.Type) *library {
	for i := range libraries {
		if l := &libraries[i]; code.IsNamed(t, l.path, l.name) {
			return l
		}
	}
	return nil
}

// IsResponse reports whether t is the answer to a request with its status: a
// *http.Response, or what a common client library has for it. StatusFate and
// CodeFates take results of such types.
func IsResponse(t types.Type) bool { return isResponse(t) }

// answerMethodOf is what a method that is called on the answer of a library says
// of it. ok is false for other calls.
func answerMethodOf(c *ssa.CallCommon) (m answerMethod, ok bool) {
	fn := c.StaticCallee()
	if fn == nil || fn.Signature.Recv() == nil || len(c.Args) == 0 {
		return saysNothing, false
	}
	l := libraryOf(c.Args[0].Type())
	if l == nil {
		return saysNothing, false
	}
	return l.methods[fn.Name()], true
}

// takesFrom follows a method of the answer of a library, and reports whether
// the call is one.
func (w *walk) takesFrom(in ssa.CallInstruction, s *state) bool {
	c := in.Common()
	m, ok := answerMethodOf(c)
	if !ok || s.kindOf(c.Args[0]) != response {
		return false
	}
	switch m {
	case usesBody:
		if s.use == nil {
			s.use = in
		}
	case givesCode, saysGood, saysBad, tellsStatus:
		w.gives(in, s, -1, status)
	}
	return true
}

// failureSetters are the methods by which a request is told where to put the
// body of a failure, with the index of the argument.
var failureSetters = map[string]int{
	"SetError": 1, "SetResultError": 1, "SetErrorResult": 1, // resty, req: on the request
	"Receive": 2, // sling: the call itself; 1 is for successes
}

// failureObjects marks the variables that the call fills where the status is
// that of a failure: who looks at them looks at the status.
func (w *walk) failureObjects(s *state) {
	c := w.call.Common()
	seen := make(map[*ssa.CallCommon]bool)
	for range 20 {
		if c == nil || seen[c] || c.IsInvoke() || len(c.Args) == 0 {
			return
		}
		seen[c] = true
		w.failureObject(c, s)
		recv := c.Args[0]
		if refs := recv.Referrers(); refs != nil {
			for _, ref := range *refs {
				if call, ok := ref.(*ssa.Call); ok && len(call.Call.Args) > 0 && call.Call.Args[0] == recv {
					w.failureObject(&call.Call, s)
				}
			}
		}
		prev, ok := recv.(*ssa.Call)
		if !ok {
			return
		}
		c = &prev.Call
	}
}

func (w *walk) failureObject(c *ssa.CallCommon, s *state) {
	fn := c.StaticCallee()
	if fn == nil || fn.Signature.Recv() == nil {
		return
	}
	i, ok := failureSetters[fn.Name()]
	if !ok || i >= len(c.Args) {
		return
	}
	if boxed, ok := c.Args[i].(*ssa.MakeInterface); ok {
		if _, ok := boxed.X.(*ssa.Alloc); ok {
			s.set(boxed.X, known{kind: status})
		}
	}
}
