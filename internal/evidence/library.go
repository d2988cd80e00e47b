package evidence

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/vippslint/vippslint/internal/code"
	"github.com/vippslint/vippslint/internal/fate"
)

// A library is a general HTTP client library by which requests are sent.
type library struct {
	paths []string // import paths
	// By "Type.Method" or ".Function"; the arguments are numbered as in
	// argument, 0 being the receiver of a method.
	parts map[string]part
	sends map[string]sending
}

// A part is a call that makes a request, or all requests of a client, what it
// is.
type part struct {
	kind   partKind
	arg    int
	method string // the HTTP method that goes with it; "": none
}

type partKind int

const (
	methodOnly partKind = iota // the call says no more than the method
	methodPart
	basePart   // what the URL begins with
	hostPart   // the host alone
	pathPart   // the URL, or the rest of it
	formatPart // the path as a format, with its operands behind it
	headerPart // the name of a header
	headersPart
	bodyPart // a text or bytes as they are, anything else as JSON
	wrapPart // a whole *http.Request
)

// A sending is a call that sends. Of a refusal by Vipps none of the libraries
// makes an error, but for those whose response is -1.
type sending struct {
	method        string // "": what parts say
	methodArg     int    // -1: none
	url, body     int    // arguments; -1: none
	header        int    // argument of type http.Header; -1: none
	request       int    // argument that is the request; -1: none
	response, err int    // results; -1: none
}

// bare is the sending of a request that parts have made complete.
var bare = sending{methodArg: -1, url: -1, body: -1, header: -1, request: -1, response: 0, err: 1}

// byMethods gives a sending for each method of HTTP.
func byMethods(typ string, s sending, methods map[string]string) map[string]sending {
	sends := map[string]sending{}
	for name, method := range methods {
		s.method = method
		sends[typ+"."+name] = s
	}
	return sends
}

var verbs = map[string]string{
	"Get": "GET", "Head": "HEAD", "Post": "POST", "Put": "PUT", "Patch": "PATCH", "Delete": "DELETE",
}

// withURL is bare with the URL as argument i.
func withURL(i int) sending {
	s := bare
	s.url = i
	return s
}

func with(sends map[string]sending, name string, s sending) map[string]sending {
	sends[name] = s
	return sends
}

// libraries are those that are known, by what their documentation says of the
// version named in the import path.
var libraries = []*library{
	// The status is left to the caller, who has Response.IsError and the like. A
	// body of success is decoded into the result, one of failure into the error.
	{
		paths: []string{
			"github.com/go-resty/resty/v2", "github.com/go-resty/resty/v3", "resty.dev/v3", "gopkg.in/resty.v1", "github.com/imroc/req/v3",
		},
		parts: map[string]part{
			"Client.SetBaseURL":          {kind: basePart, arg: 1},
			"Client.SetHostURL":          {kind: basePart, arg: 1},
			"Client.SetHeader":           {kind: headerPart, arg: 1},
			"Client.SetHeaders":          {kind: headersPart, arg: 1},
			"Client.SetCommonHeader":     {kind: headerPart, arg: 1},
			"Client.SetCommonHeaders":    {kind: headersPart, arg: 1},
			"Request.SetHeader":          {kind: headerPart, arg: 1},
			"Request.SetHeaderVerbatim":  {kind: headerPart, arg: 1},
			"Request.SetHeaders":         {kind: headersPart, arg: 1},
			"Request.SetBody":            {kind: bodyPart, arg: 1},
			"Request.SetBodyBytes":       {kind: bodyPart, arg: 1},
			"Request.SetBodyString":      {kind: bodyPart, arg: 1},
			"Request.SetBodyJsonBytes":   {kind: bodyPart, arg: 1},
			"Request.SetBodyJsonString":  {kind: bodyPart, arg: 1},
			"Request.SetBodyJsonMarshal": {kind: bodyPart, arg: 1},
		},
		sends: with(byMethods("Request", withURL(1), verbs), "Request.Execute",
			sending{methodArg: 1, url: 2, body: -1, header: -1, request: 0, response: 0, err: 1}),
	},
	// Tries again on 5xx and gives an error in the end; 4xx comes as a response.
	{
		paths: []string{"github.com/hashicorp/go-retryablehttp"},
		parts: map[string]part{
			".NewRequestWithContext": {kind: pathPart, arg: 2},
			".NewRequest":            {kind: pathPart, arg: 1},
			".FromRequest":           {kind: wrapPart, arg: 0},
			"Request.SetBody":        {kind: bodyPart, arg: 1},
		},
		sends: map[string]sending{
			"Client.Do":   {methodArg: -1, url: -1, body: -1, header: -1, request: 1, response: 0, err: 1},
			"Client.Get":  {method: "GET", methodArg: -1, url: 1, body: -1, header: -1, request: -1, response: 0, err: 1},
			"Client.Head": {method: "HEAD", methodArg: -1, url: 1, body: -1, header: -1, request: -1, response: 0, err: 1},
			"Client.Post": {method: "POST", methodArg: -1, url: 1, body: 3, header: -1, request: -1, response: 0, err: 1},
			".Get":        {method: "GET", methodArg: -1, url: 0, body: -1, header: -1, request: -1, response: 0, err: 1},
			".Head":       {method: "HEAD", methodArg: -1, url: 0, body: -1, header: -1, request: -1, response: 0, err: 1},
			".Post":       {method: "POST", methodArg: -1, url: 0, body: 2, header: -1, request: -1, response: 0, err: 1},
		},
	},
	// Tries again on 5xx, and gives the last response.
	{
		paths: []string{"github.com/gojek/heimdall/v7", "github.com/gojek/heimdall/v7/httpclient", "github.com/gojek/heimdall/v7/hystrix"},
		sends: map[string]sending{
			"Client.Get":    {method: "GET", methodArg: -1, url: 1, body: -1, header: 2, request: -1, response: 0, err: 1},
			"Client.Delete": {method: "DELETE", methodArg: -1, url: 1, body: -1, header: 2, request: -1, response: 0, err: 1},
			"Client.Post":   {method: "POST", methodArg: -1, url: 1, body: 2, header: 3, request: -1, response: 0, err: 1},
			"Client.Put":    {method: "PUT", methodArg: -1, url: 1, body: 2, header: 3, request: -1, response: 0, err: 1},
			"Client.Patch":  {method: "PATCH", methodArg: -1, url: 1, body: 2, header: 3, request: -1, response: 0, err: 1},
		},
	},
	// Makes an error of every status but those that were asked for, by default
	// 200, 201, 202 and 204.
	{
		paths: []string{"github.com/carlmjohnson/requests"},
		parts: map[string]part{
			".URL":              {kind: basePart, arg: 0},
			"Builder.BaseURL":   {kind: basePart, arg: 1},
			"Builder.Host":      {kind: hostPart, arg: 1},
			"Builder.Path":      {kind: pathPart, arg: 1},
			"Builder.Pathf":     {kind: formatPart, arg: 1},
			"Builder.Method":    {kind: methodPart, arg: 1},
			"Builder.Post":      {method: "POST"},
			"Builder.Put":       {method: "PUT"},
			"Builder.Patch":     {method: "PATCH"},
			"Builder.Delete":    {method: "DELETE"},
			"Builder.Header":    {kind: headerPart, arg: 1},
			"Builder.Headers":   {kind: headersPart, arg: 1},
			"Builder.BodyJSON":  {kind: bodyPart, arg: 1, method: "POST"},
			"Builder.BodyBytes": {kind: bodyPart, arg: 1, method: "POST"},
		},
		sends: map[string]sending{
			"Builder.Fetch": {methodArg: -1, url: -1, body: -1, header: -1, request: 0, response: -1, err: 0},
		},
	},
	// Decodes bodies of 2xx into one value and all others into another, without
	// an error.
	{
		paths: []string{"github.com/dghubble/sling"},
		parts: map[string]part{
			"Sling.Base":     {kind: basePart, arg: 1},
			"Sling.Path":     {kind: pathPart, arg: 1},
			"Sling.Get":      {kind: pathPart, arg: 1, method: "GET"},
			"Sling.Post":     {kind: pathPart, arg: 1, method: "POST"},
			"Sling.Put":      {kind: pathPart, arg: 1, method: "PUT"},
			"Sling.Patch":    {kind: pathPart, arg: 1, method: "PATCH"},
			"Sling.Delete":   {kind: pathPart, arg: 1, method: "DELETE"},
			"Sling.Set":      {kind: headerPart, arg: 1},
			"Sling.Add":      {kind: headerPart, arg: 1},
			"Sling.BodyJSON": {kind: bodyPart, arg: 1},
			"Sling.Body":     {kind: bodyPart, arg: 1},
		},
		sends: map[string]sending{
			"Sling.ReceiveSuccess": {methodArg: -1, url: -1, body: -1, header: -1, request: 0, response: 0, err: 1},
			"Sling.Receive":        {methodArg: -1, url: -1, body: -1, header: -1, request: 0, response: 0, err: 1},
		},
	},
}

// hooks are methods by which a program has a library look at responses itself:
// what it does then is not seen.
var hooks = []string{
	"OnAfterResponse", "AddResponseMiddleware", "SetResponseMiddlewares", "WrapRoundTrip", "WrapRoundTripFunc", "SetResultStateCheckFunc",
	"SetCommonErrorResult", "ResponseDecoder",
}

// libraryOf is the library that f belongs to, and the name of f in its tables.
func libraryOf(f *types.Func) (*library, string) {
	if f == nil || f.Pkg() == nil {
		return nil, ""
	}
	for _, l := range libraries {
		if slices.Contains(l.paths, f.Pkg().Path()) {
			return l, code.ReceiverName(f) + "." + f.Name()
		}
	}
	return nil, ""
}

// asksResponse is the name of the method of a response that call goes
// to, without arguments; "" for any other call.
func asksResponse(call *ssa.Call) string {
	f := code.Callee(call)
	if f == nil || len(call.Call.Args) != 1 || f.Signature().Recv() == nil || !fate.IsResponse(call.Call.Args[0].Type()) {
		return ""
	}
	return f.Name()
}

// hooked reports whether fn has a library look at responses by code of the
// program's own.
func hooked(fn *ssa.Function) bool {
	for _, call := range code.Calls(fn) {
		f := code.Callee(call)
		if l, _ := libraryOf(f); l != nil && slices.Contains(hooks, f.Name()) {
			return true
		}
	}
	for _, b := range fn.Blocks {
		for _, in := range b.Instrs {
			st, ok := in.(*ssa.Store)
			if !ok {
				continue
			}
			to, ok := st.Addr.(*ssa.FieldAddr)
			if !ok || !code.IsNamed(to.X.Type(), "github.com/hashicorp/go-retryablehttp", "Client") {
				continue
			}
			switch code.FieldName(to.X.Type(), to.Field) {
			case "CheckRetry", "ErrorHandler":
				return true
			}
		}
	}
	return false
}
