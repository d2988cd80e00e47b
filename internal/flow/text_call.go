package flow

import (
	"go/constant"
	"go/types"
	"net/url"
	"strconv"
	"strings"

	"golang.org/x/tools/go/ssa"
)

// call folds result i of a call that a trace ended at; nil where nothing is
// known of it.
func (f *folder) call(v Val, call *ssa.Call, i int) []Text {
	c := call.Common()
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
	switch name := fullName(fn); name {
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
	case "strings.Join":
		sep, ok := constArg(c, 1)
		items, known := elements(c.Args[0])
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
		return f.number(v, call, "%d")
	case "strconv.FormatInt", "strconv.FormatUint":
		if base, ok := c.Args[1].(*ssa.Const); ok && base.Int64() == 10 {
			return f.number(v, call, "%d")
		}
		return hole()
	case "strconv.FormatFloat":
		return f.number(v, call, floatVerb(c))
	case "strconv.FormatBool":
		return f.number(v, call, "%t")
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

// number folds argument 0 of a call that writes a number.
func (f *folder) number(v Val, call *ssa.Call, verb string) []Text {
	a := f.operand(v, call, call.Call.Args[0])
	if list := f.formatted(a, verb); list != nil {
		return list
	}
	list := f.hole(f.plainParam(a))
	if e := f.r.argument(call, 0); e != nil {
		f.r.placeHoles(list, e)
	}
	return withVerb(list, verb)
}

// floatVerb is the verb that prints as a call of strconv.FormatFloat does.
func floatVerb(c *ssa.CallCommon) string {
	form, ok1 := c.Args[1].(*ssa.Const)
	digits, ok2 := c.Args[2].(*ssa.Const)
	if !ok1 || !ok2 || form.Int64() < 'A' || form.Int64() > 'z' {
		return "%v"
	}
	if n := digits.Int64(); n >= 0 {
		return "%." + strconv.FormatInt(n, 10) + string(rune(form.Int64()))
	}
	return "%v"
}

// replaced folds the replacing of a known text in the known parts of another.
func (f *folder) replaced(v Val, call *ssa.Call) []Text {
	c := call.Common()
	old, ok := constArg(c, 1)
	if !ok || old == "" {
		return f.hole(v)
	}
	left := -1
	if len(c.Args) == 4 {
		n, ok := c.Args[3].(*ssa.Const)
		if !ok {
			return f.hole(v)
		}
		left = int(n.Int64())
	}
	news := f.text(f.operand(v, call, c.Args[2]))
	var all []Text
	for _, t := range f.text(f.operand(v, call, c.Args[0])) {
		n := left
		var lists [][]Text
		for _, p := range t.Parts {
			if p.Hole != nil {
				lists = append(lists, []Text{{Parts: []Part{p}}})
				continue
			}
			rest := p.Const
			for n != 0 {
				head, tail, found := strings.Cut(rest, old)
				if !found {
					break
				}
				lists = append(lists, []Text{literal(head)}, news)
				rest = tail
				n--
			}
			lists = append(lists, []Text{literal(rest)})
		}
		all = append(all, f.combine(v, lists...)...)
	}
	if len(all) > maxTexts {
		return f.hole(v)
	}
	return all
}

// encodesJSON reports whether fn gives its first argument as JSON: json.Marshal
// and its like in other packages.
func encodesJSON(fn *ssa.Function) bool {
	obj, ok := origin(fn).Object().(*types.Func)
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
