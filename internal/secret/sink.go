package secret

import (
	"go/constant"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/vippslint/vippslint/internal/code"
	"github.com/vippslint/vippslint/internal/fate"
	"github.com/vippslint/vippslint/internal/flow"
)

// An output is a value that a call prints.
type output struct {
	val      flow.Val
	verb     string // of fmt; "" where another logger prints it
	into     destination
	pos, end token.Pos
}

// A destination is where something is printed to.
type destination int

const (
	toLog destination = iota
	toError
	toFile // or standard output, as bytes
)

// outputs lists what a call prints.
func (e *engine) outputs(call ssa.CallInstruction) []output {
	f := code.Callee(call)
	if f == nil || f.Pkg() == nil {
		return nil
	}
	args := call.Common().Args
	switch name := qualified(f); {
	case name == "fmt.Errorf", name == "errors.New":
		return e.printed(call, f, 0, toError)
	case f.Pkg().Path() == "fmt" && strings.HasPrefix(f.Name(), "Print"):
		return e.printed(call, f, 0, toLog)
	case f.Pkg().Path() == "fmt" && strings.HasPrefix(f.Name(), "Fprint"):
		if e.isStandard(flow.At(args[0]).Before(call)) {
			return e.printed(call, f, 1, toLog)
		}
		return nil
	case name == "os.File.Write", name == "os.File.WriteString", name == "io.WriteString":
		to := toFile
		if e.isStandard(flow.At(args[0]).Before(call)) {
			to = toLog
		}
		if name == "io.WriteString" && to == toFile {
			return nil
		}
		return e.printed(call, f, 1, to)
	case name == "io.Copy" && e.isStandard(flow.At(args[0]).Before(call)):
		return []output{e.argumentOf(call, 1, "")}
	case name == "encoding/json.Encoder.Encode" && e.encodesToStandard(flow.At(args[0]).Before(call)):
		return []output{e.argumentOf(call, 1, "json")}
	case name == "os.WriteFile", name == "io/ioutil.WriteFile":
		return e.printed(call, f, 1, toFile)
	case f.Pkg().Path() == "testing":
		return nil
	case fate.Logs(call) && f.Pkg().Path() != "fmt", isLogger(f):
		skip := 0
		if f.Signature().Recv() != nil && !call.Common().IsInvoke() {
			skip = 1
		}
		return e.printed(call, f, skip, toLog)
	}
	return nil
}

// argumentOf is argument i of call, which is written to standard output.
func (e *engine) argumentOf(call ssa.CallInstruction, i int, verb string) output {
	o := output{val: flow.At(call.Common().Args[i]).Before(call), into: toLog, verb: verb}
	o.pos, o.end = e.ev.Argument(call, i)
	return o
}

// encodesToStandard reports whether the encoder v may write to standard output.
func (e *engine) encodesToStandard(v flow.Val) bool {
	return slices.ContainsFunc(e.fl.Origins(v), func(o flow.Origin) bool {
		made, ok := o.Val.V.(*ssa.Call)
		return ok && qualified(code.Callee(made)) == "encoding/json.NewEncoder" && e.isStandard(o.Val.With(made.Call.Args[0]).Before(made))
	})
}

// levels begin, in lower case, the names of the functions by which loggers of
// one's own log.
var levels = []string{"debug", "error", "fatal", "info", "log", "notice", "panic", "print", "trace", "warn"}

// logPackages are names of packages that log; blog and catalog do not.
var logPackages = []string{"applog", "log", "logger", "logging", "logs", "mylog", "xlog", "zlog"}

// isLogger reports whether f is a method of something that calls itself a
// logger, or of an interface, by which anything is logged, or such a function of
// a package that calls itself a log.
func isLogger(f *types.Func) bool {
	sig := f.Signature()
	if !sig.Variadic() {
		return false
	}
	last := sig.Params().At(sig.Params().Len() - 1).Type().(*types.Slice)
	if i, ok := last.Elem().Underlying().(*types.Interface); !ok || !i.Empty() {
		return false
	}
	if sig.Recv() == nil {
		if !slices.Contains(logPackages, f.Pkg().Name()) {
			return false
		}
	} else if _, behind := sig.Recv().Type().Underlying().(*types.Interface); !behind && !strings.Contains(strings.ToLower(code.ReceiverName(f)), "logger") {
		return false
	}
	return slices.ContainsFunc(levels, func(l string) bool { return strings.HasPrefix(strings.ToLower(f.Name()), l) })
}

// isStandard reports whether the writer v may be standard output or error, or
// that of package log.
func (e *engine) isStandard(v flow.Val) bool {
	return slices.ContainsFunc(e.fl.Origins(v), func(o flow.Origin) bool {
		switch x := o.Val.V.(type) {
		case *ssa.Global:
			return x.Pkg != nil && x.Pkg.Pkg.Path() == "os" && (x.Name() == "Stdout" || x.Name() == "Stderr")
		case *ssa.Call:
			return qualified(code.Callee(x)) == "log.Writer"
		}
		return false
	})
}

// printed are the arguments of call from the one with index skip on.
func (e *engine) printed(call ssa.CallInstruction, f *types.Func, skip int, into destination) []output {
	args := call.Common().Args
	first := 0
	if call.Common().IsInvoke() {
		first = 1 // as the called function numbers them
	}
	var verbs []string
	var list []output
	for i := skip; i < len(args); i++ {
		if f.Signature().Variadic() && i == len(args)-1 {
			formatted := strings.HasSuffix(f.Name(), "f") && i > 0
			if formatted {
				format, known := code.ConstText(args[i-1])
				if known {
					verbs = verbsOf(format)
				}
				formatted = known
			}
			if elems := elements(args[i]); elems != nil {
				for k, elem := range elems {
					o := output{val: flow.At(elem).Before(call), into: into, verb: defaultVerb(f)}
					if formatted {
						if k >= len(verbs) || !printsText(verbs[k]) {
							continue
						}
						o.verb = verbs[k]
					}
					o.pos, o.end = e.ev.Argument(call, first+i+k)
					list = append(list, o)
				}
				continue
			}
		}
		o := output{val: flow.At(args[i]).Before(call), into: into, verb: defaultVerb(f)}
		o.pos, o.end = e.ev.Argument(call, first+i)
		list = append(list, o)
	}
	return list
}

// defaultVerb is how f prints what no verb is given for: fmt and log as %v does,
// others by a way of their own.
func defaultVerb(f *types.Func) string {
	if path := f.Pkg().Path(); path == "fmt" || path == "log" {
		return "%v"
	}
	return ""
}

// printsText reports whether a verb of fmt shows a text as it is.
func printsText(verb string) bool {
	return verb != "" && !strings.Contains(verb, ".") && strings.ContainsAny(verb[len(verb)-1:], "vsqxXw")
}

// verbsOf lists the verbs of a format, one for each operand.
func verbsOf(format string) []string {
	var verbs []string
	for i := 0; i < len(format); i++ {
		if format[i] != '%' {
			continue
		}
		start := i
		for i++; i < len(format) && strings.IndexByte("+-# 0123456789.[]", format[i]) >= 0; i++ {
		}
		if i >= len(format) || format[i] == '%' {
			continue
		}
		if format[i] == '*' {
			return nil // a width that is an operand: nothing is known of the others
		}
		verbs = append(verbs, format[start:i+1])
	}
	return verbs
}

// isNumber reports whether a constant or value of type t is no text.
func isNumber(t types.Type) bool {
	b, ok := t.Underlying().(*types.Basic)
	return ok && b.Info()&(types.IsNumeric|types.IsBoolean) != 0
}

// isTrue reports whether v is the constant true.
func isTrue(v ssa.Value) bool {
	c, ok := v.(*ssa.Const)
	return ok && c.Value != nil && c.Value.Kind() == constant.Bool && constant.BoolVal(c.Value)
}
