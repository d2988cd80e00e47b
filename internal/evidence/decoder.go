package evidence

import (
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/vippslint/vippslint/internal/code"
	"github.com/vippslint/vippslint/internal/fate"
	"github.com/vippslint/vippslint/internal/flow"
)

// A reader is a call that reads an answer, or decodes what was read of one.
type reader struct {
	call ssa.CallInstruction
	kind ReadingKind // Decodes or ReadsIn
	err  int         // result index of the error
	from ssa.Value   // what it reads: a response, a reader, bytes or a text
	path flow.Path   // the part of from
	into ssa.Value   // what it writes to; nil: its result 0, or nothing that is seen
}

// readersOf lists the readers among the calls of fn, in the order of the source.
func (e *engine) readersOf(fn *ssa.Function) []reader {
	var found []reader
	for _, call := range code.Calls(fn) {
		if r, ok := standardReader(call); ok {
			found = append(found, r)
			continue
		}
		sum, _ := e.sends(call)
		if sum == nil {
			continue
		}
		for _, p := range sum.Reads {
			if from, ok := code.Argument(call, p.Param.Index); ok {
				r := reader{call: call, kind: p.Kind, err: p.Err, from: from, path: p.Param.Path}
				if into, ok := code.Argument(call, p.Into); ok && p.Into >= 0 {
					r.into = into
				}
				found = append(found, r)
			}
		}
	}
	return found
}

// standardReader knows the readers of the standard library and the namesakes of
// encoding/json's in JSON libraries.
func standardReader(call ssa.CallInstruction) (reader, bool) {
	f := code.Callee(call)
	if f == nil || f.Pkg() == nil {
		return reader{}, false
	}
	args := call.Common().Args
	if f.Signature().Recv() != nil && !call.Common().IsInvoke() {
		args = args[1:]
	}
	last := f.Signature().Results().Len() - 1
	if last < 0 || !code.IsErrorInterface(f.Signature().Results().At(last).Type()) {
		return reader{}, false
	}
	r := reader{call: call, kind: ReadsIn, err: last}
	switch {
	case code.IsFunc(f, "io", "", "ReadAll"), code.IsFunc(f, "io/ioutil", "", "ReadAll"):
		r.from = args[0]
	case code.IsFunc(f, "io", "", "Copy", "CopyN", "CopyBuffer"):
		r.into, r.from = args[0], args[1]
	case code.IsFunc(f, "bytes", "Buffer", "ReadFrom"):
		r.into, r.from = call.Common().Args[0], args[0]
	case isJSON(f) && strings.HasPrefix(f.Name(), "Unmarshal") && len(args) >= 2:
		r.kind, r.from, r.into = Decodes, args[0], args[1]
	case isJSON(f) && f.Name() == "Decode" && len(args) == 1:
		r.kind, r.into = Decodes, args[0]
		r.from = call.Common().Value
		if !call.Common().IsInvoke() {
			r.from = call.Common().Args[0]
		}
	default:
		return reader{}, false
	}
	return r, true
}

// isJSON reports whether f is of encoding/json or another JSON library.
func isJSON(f *types.Func) bool {
	return f != nil && f.Pkg() != nil && strings.Contains(f.Pkg().Path(), "json")
}

// passesOn gives the argument that a call hands on as its first result, to be
// read from there; nil where it does not.
func passesOn(call *ssa.Call) ssa.Value {
	f := code.Callee(call)
	args := call.Call.Args
	switch asksResponse(call) {
	case "Body", "Bytes", "String", "RawBody":
		return args[0]
	}
	switch {
	case code.IsFunc(f, "io", "", "ReadAll", "LimitReader", "TeeReader", "NopCloser"),
		code.IsFunc(f, "io/ioutil", "", "ReadAll", "NopCloser"),
		code.IsFunc(f, "bytes", "", "NewReader", "NewBuffer", "NewBufferString", "Clone", "TrimSpace", "TrimPrefix"),
		code.IsFunc(f, "strings", "", "NewReader", "TrimSpace"),
		code.IsFunc(f, "bufio", "", "NewReader", "NewReaderSize"),
		code.IsFunc(f, "compress/gzip", "", "NewReader"),
		code.IsFunc(f, "bytes", "Buffer", "Bytes", "String"),
		code.IsFunc(f, "strings", "Builder", "String"):
		return args[0]
	case code.IsFunc(f, "net/http", "", "MaxBytesReader"):
		return args[1]
	case isJSON(f) && strings.HasPrefix(f.Name(), "NewDecoder") && len(args) > 0:
		return args[len(args)-1] // jsoniter's is a method
	}
	return nil
}

// paramReads lists the parameters of fn that it reads as an answer, with the
// result that is the error of doing so.
func (e *engine) paramReads(fn *ssa.Function) []ParamRead {
	if !slices.ContainsFunc(fn.Params, func(p *ssa.Parameter) bool { return readable(p.Type()) }) {
		return nil
	}
	var reads []ParamRead
	for _, r := range e.readersOf(fn) {
		err := errorResult(fn, r.call)
		if err < 0 {
			continue
		}
		for _, o := range e.sources(flow.At(r.from, r.path...).Before(r.call), 0) {
			ref, ok := paramRef(fn, o.Val)
			if !ok || !readable(fn.Params[ref.Index].Type()) {
				continue
			}
			reads = append(reads, ParamRead{Param: ref, Kind: r.kind, Err: err, Into: e.intoParam(fn, r)})
		}
	}
	return distinct(reads)
}

// intoParam is the parameter of fn that r writes to, or -1.
func (e *engine) intoParam(fn *ssa.Function, r reader) int {
	if r.into != nil {
		for _, o := range e.flow.Origins(flow.At(r.into).Before(r.call)) {
			if ref, ok := paramRef(fn, o.Val); ok {
				return ref.Index
			}
		}
	}
	return -1
}

// readable reports whether an answer, or what was read of one, is handed
// around in values of type t.
func readable(t types.Type) bool {
	if fate.IsResponse(t) || code.IsNamed(t, "io", "Reader") || code.IsNamed(t, "io", "ReadCloser") {
		return true
	}
	return isBytes(t)
}

func isBytes(t types.Type) bool {
	s, ok := t.Underlying().(*types.Slice)
	if !ok {
		return false
	}
	b, ok := s.Elem().Underlying().(*types.Basic)
	return ok && b.Kind() == types.Byte
}
