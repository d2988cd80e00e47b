package fate

import (
	"go/types"
	"strings"

	"github.com/vippslint/vippslint/internal/code"
	"golang.org/x/tools/go/ssa"
)

// called takes a call, a go or a defer statement on the way.
func (w *walk) called(in ssa.CallInstruction, s *state) bool {
	c := in.Common()
	if w.strongest(in, s) > ownError && w.takes(in, s) {
		return true
	}
	if fn := c.StaticCallee(); fn != nil {
		if fn = code.Origin(fn); len(fn.Blocks) > 0 && len(code.Returns(fn)) == 0 {
			return readable(in) && w.failsWith(in, s) // it never comes back
		}
	}
	return (endsZerolog(c) || answersFailure(c)) && w.failsWith(in, s)
}

// takes judges a call that is given what is followed, and reports whether the
// way ends with it.
func (w *walk) takes(in ssa.CallInstruction, s *state) bool {
	c := in.Common()
	if b, ok := c.Value.(*ssa.Builtin); ok {
		switch b.Name() {
		case "print", "println":
			return false
		case "len", "min", "max":
			w.gives(in, s, -1, status)
			return false
		}
		return w.escapes(s)
	}
	if logs(c) {
		w.gives(in, s, -1, status) // "log.Info().Int(…)" gives what goes on to log
		return false
	}
	if c.IsInvoke() {
		return w.escapes(s)
	}
	if w.takesFrom(in, s) {
		return false
	}
	if fn := c.StaticCallee(); fn != nil {
		switch name := code.FullName(fn); {
		case name == "net/http.Response.Cookies", name == "net/http.Response.Location", name == "net/http.Response.ProtoAtLeast":
			return false
		case derives(name):
			w.gives(in, s, -1, status)
			return false
		}
	}
	if w.code != nil {
		if w.helped(in, s) {
			return false
		}
		if call, ok := in.(*ssa.Call); ok && w.r.makesError(call, 4) {
			return false // tells of the code, and is a failure where it is returned
		}
	}
	for i, arg := range c.Args {
		k := s.kindOf(arg)
		if k <= ownError || k == obliged {
			continue
		}
		h := w.handling(c, i)
		switch {
		case h.Fate == Checked && w.code != nil:
			return w.escapes(s) // what it makes of this code is not known
		case h.Fate == Checked && h.Result >= 0:
			w.gives(in, s, h.Result, obliged)
		case h.Fate == Checked:
			w.end(s, ending{fate: Checked, result: -1, at: in})
			return true
		case h.Fate == HandedOn:
			w.gives(in, s, h.Result, answerKind(resultType(in, h.Result)))
		case h.Fate == Lost:
			if k == response && s.use == nil {
				s.use = in
			}
		default:
			return w.escapes(s)
		}
	}
	return false
}

// gives marks result i of a call, or all of them where i is -1.
func (w *walk) gives(in ssa.CallInstruction, s *state, i int, k kind) {
	if !readable(in) {
		return
	}
	s.set(in.Value(), known{kind: k, result: i})
}

// handling says what the function called does with argument i.
func (w *walk) handling(c *ssa.CallCommon, i int) ParamHandling {
	fn := c.StaticCallee()
	if fn == nil || c.IsInvoke() {
		return ParamHandling{}
	}
	fn = code.Origin(fn)
	if len(fn.Blocks) > 0 {
		if i >= len(fn.Params) {
			return ParamHandling{}
		}
		return w.r.paramFate(fn, i)
	}
	obj, ok := fn.Object().(*types.Func)
	if !ok {
		return ParamHandling{}
	}
	var fact Handling
	if w.r.pass.ImportObjectFact(obj.Origin(), &fact) {
		for _, h := range fact.Params {
			if h.Param == i {
				return h
			}
		}
	}
	return ParamHandling{}
}

// ignored reports whether a function that is known ignores its argument i.
func (w *walk) ignored(c *ssa.CallCommon, i int) bool {
	return w.handling(c, i).Fate == Lost
}

// derives reports whether a function of the standard library only makes
// something of what it is given.
func derives(name string) bool {
	pkg, fn := "", name
	if i := strings.LastIndexByte(name, '/'); i >= 0 {
		pkg, fn = name[:i+1], name[i+1:]
	}
	head, fn, _ := strings.Cut(fn, ".")
	if pkg += head; strings.Contains(fn, ".") {
		return false // a method
	}
	switch pkg {
	case "strings", "strconv", "errors", "slices", "math", "cmp", "unicode":
		return true
	case "fmt":
		return strings.HasPrefix(fn, "Sprint") || strings.HasPrefix(fn, "Append") || fn == "Errorf"
	case "net/http":
		return fn == "StatusText"
	}
	return false
}

// loggers are the packages whose functions and methods only write to a log.
var loggers = map[string]bool{
	"log": true, "log/slog": true, "testing": true,
	"go.uber.org/zap": true, "go.uber.org/zap/zapcore": true, "github.com/sirupsen/logrus": true,
	"github.com/rs/zerolog": true, "github.com/rs/zerolog/log": true,
	"github.com/go-logr/logr": true, "github.com/hashicorp/go-hclog": true, "github.com/charmbracelet/log": true,
	"github.com/golang/glog": true, "k8s.io/klog": true, "k8s.io/klog/v2": true,
}

// logs reports whether a call only prints what it is given.
func logs(c *ssa.CallCommon) bool {
	if c.IsInvoke() {
		return c.Method.Pkg() != nil && loggers[c.Method.Pkg().Path()]
	}
	fn := c.StaticCallee()
	if fn == nil {
		return false
	}
	obj := code.Origin(fn).Object()
	if obj == nil || obj.Pkg() == nil {
		return false
	}
	if obj.Pkg().Path() == "fmt" {
		return strings.HasPrefix(obj.Name(), "Print") || strings.HasPrefix(obj.Name(), "Fprint")
	}
	return loggers[obj.Pkg().Path()]
}

// isLog reports whether t is a type of a logger, such as a map of fields.
func isLog(t types.Type) bool {
	named, ok := types.Unalias(t).(*types.Named)
	return ok && named.Obj().Pkg() != nil && loggers[named.Obj().Pkg().Path()]
}

// endsZerolog reports whether a call sends off an event of zerolog that ends the
// program: the chain of calls began with Fatal or Panic.
func endsZerolog(c *ssa.CallCommon) bool {
	fn := c.StaticCallee()
	if fn == nil || !strings.HasPrefix(code.FullName(fn), "github.com/rs/zerolog") {
		return false
	}
	switch fn.Name() {
	case "Msg", "Msgf", "MsgFunc", "Send":
	default:
		return false
	}
	for range 20 {
		if len(c.Args) == 0 {
			return false
		}
		prev, ok := c.Args[0].(*ssa.Call)
		if !ok || prev.Call.StaticCallee() == nil {
			return false
		}
		c = &prev.Call
		if name := c.StaticCallee().Name(); name == "Fatal" || name == "Panic" {
			return true
		}
	}
	return false
}
