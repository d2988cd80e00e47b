package flow

import (
	"go/constant"
	"go/types"
	"net/url"
	"strconv"
	"strings"

	"github.com/vippslint/vippslint/internal/code"
	"golang.org/x/tools/go/ssa"
)

// call folds result i of a call that a trace ended at; nil where nothing is
// known of it.
func (f *folder) call(v Val, call *ssa.Call, i int) []Text {
	c := call.Common()
	if b, ok := c.Value.(*ssa.Builtin); ok && b.Name() == "append" && isBytes(call.Type()) {
		return f.appended(v, call)
	}
	fn := c.StaticCallee()
	if fn == nil {
		return nil
	}
	if i > 0 {
		return f.imported(v, call, i)
	}
	arg := func(i int) []Text { return f.text(f.operand(v, call, c.Args[i])) }
	hole := func() []Text { return f.hole(v) }
	keep := func(s string) string { return s }
	switch name := code.FullName(fn); name {
	case "fmt.Sprintf":
		return f.format(v, call, 0)
	case "fmt.Sprint":
		return f.spaced(v, call, 0, false)
	case "fmt.Sprintln":
		return f.spaced(v, call, 0, true)
	case "fmt.Appendf":
		return f.combine(v, arg(0), f.format(v, call, 1))
	case "fmt.Append":
		return f.combine(v, arg(0), f.spaced(v, call, 1, false))

	case "strings.NewReader", "bytes.NewReader", "io.NopCloser", "io.ReadAll", "bufio.NewReader",
		"bytes.Clone", "strings.Clone", "bytes.TrimSpace", "encoding/json.RawMessage.MarshalJSON":
		return arg(0)
	case "bytes.NewBuffer", "bytes.NewBufferString":
		var all []Text
		for _, t := range arg(0) {
			all = append(all, f.buffer(v, call, t)...)
		}
		return all
	case "strings.Builder.String", "bytes.Buffer.String", "bytes.Buffer.Bytes":
		return arg(0)

	case "strings.TrimSpace":
		return trimmed(arg(0), func(s string) string { return strings.TrimLeft(s, " \t\r\n") }, func(s string) string { return strings.TrimRight(s, " \t\r\n") })
	case "strings.TrimRight", "strings.TrimLeft", "strings.Trim", "strings.TrimSuffix", "strings.TrimPrefix":
		set, ok := constArg(c, 1)
		if !ok {
			return hole()
		}
		switch strings.TrimPrefix(name, "strings.") {
		case "TrimRight":
			return trimmed(arg(0), keep, func(s string) string { return strings.TrimRight(s, set) })
		case "TrimLeft":
			return trimmed(arg(0), func(s string) string { return strings.TrimLeft(s, set) }, keep)
		case "Trim":
			return trimmed(arg(0), func(s string) string { return strings.TrimLeft(s, set) }, func(s string) string { return strings.TrimRight(s, set) })
		case "TrimSuffix":
			return trimmed(arg(0), keep, func(s string) string { return strings.TrimSuffix(s, set) })
		}
		return trimmed(arg(0), func(s string) string { return strings.TrimPrefix(s, set) }, keep)
	case "strings.ToLower":
		return whenKnown(arg(0), strings.ToLower, hole)
	case "strings.ToUpper":
		return whenKnown(arg(0), strings.ToUpper, hole)
	case "strings.Replace", "strings.ReplaceAll":
		return f.replaced(v, call)
	case "strings.Replacer.Replace":
		return f.replacedBy(v, call)
	case "strings.Join":
		sep, ok := constArg(c, 1)
		items, known := f.r.listed(c.Args[0])
		if !ok || !known {
			return hole()
		}
		var lists [][]Text
		for i, item := range items {
			if i > 0 {
				lists = append(lists, []Text{literal(sep)})
			}
			lists = append(lists, f.text(f.operand(v, call, item)))
		}
		return f.combine(v, lists...)

	case "strconv.Itoa":
		return f.number(v, call, 0, "%d")
	case "strconv.FormatInt", "strconv.FormatUint":
		if isTen(c.Args[1]) {
			return f.number(v, call, 0, "%d")
		}
		return hole()
	case "strconv.AppendInt", "strconv.AppendUint":
		if isTen(c.Args[2]) {
			return f.combine(v, arg(0), f.number(v, call, 1, "%d"))
		}
		return hole()
	case "strconv.FormatFloat":
		return f.number(v, call, 0, floatVerb(c.Args[1:]))
	case "strconv.AppendFloat":
		return f.combine(v, arg(0), f.number(v, call, 1, floatVerb(c.Args[2:])))
	case "strconv.FormatBool":
		return f.number(v, call, 0, "%t")
	case "io.Pipe":
		return f.piped(v, call)
	case "strconv.Quote":
		return withVerb(whenKnown(arg(0), strconv.Quote, func() []Text { return arg(0) }), "%q")

	case "path.Join":
		items, ok := elements(c.Args[0])
		if !ok {
			return hole()
		}
		return f.joined(v, call, nil, items)
	case "net/url.JoinPath":
		items, ok := elements(c.Args[1])
		if !ok {
			return hole()
		}
		return f.joined(v, call, arg(0), items)
	case "net/url.URL.JoinPath":
		items, ok := elements(c.Args[1])
		if !ok {
			return hole()
		}
		return f.joined(v, call, f.url(v, call), items)
	case "net/url.URL.String":
		return f.url(v, call)
	case "net/url.Parse", "net/url.ParseRequestURI":
		return arg(0)
	case "net/url.URL.Parse":
		return f.resolved(v, f.url(v, call), arg(1))
	case "net/url.URL.ResolveReference":
		return f.resolved(v, f.url(v, call), f.urlValue(f.operand(v, call, c.Args[1])))
	case "net/url.PathEscape":
		return escaped(arg(0), url.PathEscape)
	case "net/url.QueryEscape":
		return escaped(arg(0), url.QueryEscape)
	}
	if encodesJSON(fn) && len(c.Args) > 0 {
		return f.encoded(v, call, c.Args[0])
	}
	return f.imported(v, call, i)
}

// constArg is the constant text that argument i is.
func constArg(c *ssa.CallCommon, i int) (string, bool) {
	k, ok := c.Args[i].(*ssa.Const)
	if !ok || k.Value == nil || k.Value.Kind() != constant.String {
		return "", false
	}
	return constant.StringVal(k.Value), true
}

// number folds argument i of a call that writes a number.
func (f *folder) number(v Val, call *ssa.Call, i int, verb string) []Text {
	a := f.operand(v, call, call.Call.Args[i])
	if list := f.formatted(a, verb); list != nil {
		return list
	}
	list := f.hole(f.plainParam(a))
	if e := f.r.argument(call, i); e != nil {
		f.r.placeHoles(list, e)
	}
	return withVerb(list, verb)
}

func isTen(v ssa.Value) bool {
	base, ok := v.(*ssa.Const)
	return ok && base.Int64() == 10
}

// floatVerb is the verb of fmt that prints a float as strconv does with this
// format and precision. The shortest form is %v, which prints a whole number
// without decimals.
func floatVerb(args []ssa.Value) string {
	form, ok1 := args[0].(*ssa.Const)
	digits, ok2 := args[1].(*ssa.Const)
	if !ok1 || !ok2 || form.Int64() < 'A' || form.Int64() > 'z' {
		return "%v"
	}
	letter := string(rune(form.Int64()))
	switch n := digits.Int64(); {
	case n >= 0:
		return "%." + strconv.FormatInt(n, 10) + letter
	case letter == "f" || letter == "g" || letter == "G":
		return "%v"
	}
	return "%" + letter
}

// appended folds the bytes that append puts behind others.
func (f *folder) appended(v Val, call *ssa.Call) []Text {
	args := call.Call.Args
	head := f.text(f.operand(v, call, args[0]))
	if list, ok := elements(args[1]); ok && !isString(args[1].Type()) {
		var tail []byte
		for _, e := range list {
			c, ok := e.(*ssa.Const)
			if !ok {
				return f.hole(v)
			}
			tail = append(tail, byte(c.Int64()))
		}
		return f.combine(v, head, []Text{literal(string(tail))})
	}
	return f.combine(v, head, f.text(f.operand(v, call, args[1])))
}

// encodesJSON reports whether fn gives its first argument as JSON: json.Marshal
// and its like in other packages.
func encodesJSON(fn *ssa.Function) bool {
	obj, ok := code.Origin(fn).Object().(*types.Func)
	if !ok || obj.Pkg() == nil || obj.Signature().Recv() != nil {
		return false
	}
	path := obj.Pkg().Path()
	if !strings.Contains(path, "json") && !strings.HasSuffix(path, "/sonic") {
		return false
	}
	switch obj.Name() {
	case "Marshal", "MarshalIndent", "MarshalString", "MarshalToString":
		return true
	}
	return false
}

// encoded is the text that is the JSON of a value.
func (f *folder) encoded(v Val, call ssa.CallInstruction, x ssa.Value) []Text {
	list := f.hole(f.plainParam(Val{V: x, ctx: v.ctx, at: call}))
	common := call.Common()
	if e := f.r.argument(call, len(common.Args)-1); e != nil && len(common.Args) < 3 {
		f.r.placeHoles(list, e)
	}
	list[0].Parts[0].Verb = "json"
	return list
}
