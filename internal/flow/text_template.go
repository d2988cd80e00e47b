package flow

import (
	"go/types"
	"text/template/parse"

	"github.com/vippslint/vippslint/internal/code"
	"golang.org/x/tools/go/ssa"
)

// executed folds what a template writes, where its text is known: texts, and
// fields of the data, printed as they are or with printf. Of conditions, loops
// and functions nothing is known.
func (f *folder) executed(v Val, call *ssa.Call) []Text {
	args := call.Call.Args
	unknown := f.hole(f.operand(v, call, args[2]))
	source, ok := f.templateText(f.operand(v, call, args[0]), 4)
	if !ok {
		return unknown
	}
	tree := parse.New("")
	tree.Mode = parse.SkipFuncCheck
	tree, err := tree.Parse(source, "", "", map[string]*parse.Tree{})
	if err != nil || tree.Root == nil {
		return unknown
	}
	data := f.operand(v, call, args[2])
	if m, ok := data.V.(*ssa.MakeInterface); ok {
		data.V = m.X
	}
	var lists [][]Text
	for _, n := range tree.Root.Nodes {
		switch n := n.(type) {
		case *parse.TextNode:
			lists = append(lists, []Text{literal(string(n.Text))})
		case *parse.CommentNode:
		case *parse.ActionNode:
			list := f.action(data, n.Pipe)
			if e := f.r.argument(call, 2); e != nil {
				f.r.placeHoles(list, e)
			}
			lists = append(lists, list)
		default:
			return unknown
		}
	}
	return f.combine(v, lists...)
}

// templateText is the text that a template was parsed from.
func (f *folder) templateText(t Val, depth int) (string, bool) {
	if depth == 0 {
		return "", false
	}
	var text string
	found := false
	for _, o := range f.origins(t) {
		if o.Zero {
			continue // a package variable before it is set
		}
		call, ok := o.Val.V.(*ssa.Call)
		if !ok || call.Call.StaticCallee() == nil || found {
			return "", false
		}
		switch code.FullName(call.Call.StaticCallee()) {
		case "text/template.Must", "html/template.Must":
			text, found = f.templateText(f.operand(o.Val, call, call.Call.Args[0]), depth-1)
		case "text/template.Template.Parse", "html/template.Template.Parse":
			if list := f.text(f.operand(o.Val, call, call.Call.Args[1])); len(list) == 1 {
				text, found = list[0].whole()
			}
		}
		if !found {
			return "", false
		}
	}
	return text, found
}

// action folds what one action of a template prints.
func (f *folder) action(data Val, pipe *parse.PipeNode) []Text {
	if len(pipe.Decl) > 0 || len(pipe.Cmds) > 2 {
		return f.hole(data)
	}
	args := pipe.Cmds[0].Args
	if len(pipe.Cmds) == 2 {
		if len(args) != 1 {
			return f.hole(data)
		}
		args = append(pipe.Cmds[1].Args[:len(pipe.Cmds[1].Args):len(pipe.Cmds[1].Args)], args[0])
	}
	verb := "%v"
	if len(args) == 3 {
		name, ok1 := args[0].(*parse.IdentifierNode)
		format, ok2 := args[1].(*parse.StringNode)
		if !ok1 || !ok2 || name.Ident != "printf" {
			return f.hole(data)
		}
		verbs, ok := parseFormat(format.Text)
		if !ok || len(verbs) != 1 || verbs[0].verb == "" {
			return f.hole(data)
		}
		verb, args = verbs[0].verb, args[2:]
	}
	if len(args) != 1 {
		return f.hole(data)
	}
	switch n := args[0].(type) {
	case *parse.FieldNode:
		return f.field(data, n.Ident, verb)
	case *parse.StringNode:
		return []Text{literal(n.Text)}
	case *parse.DotNode:
		return f.field(data, nil, verb)
	}
	return f.hole(data)
}

// field folds a field of the data of a template, as a verb prints it.
func (f *folder) field(data Val, names []string, verb string) []Text {
	at := data
	t := data.V.Type()
	for _, name := range names {
		if m, ok := t.Underlying().(*types.Map); ok {
			at, t = at.Sub(Key(name)), m.Elem()
			continue
		}
		obj, index, _ := types.LookupFieldOrMethod(t, true, f.r.pass.Pkg, name)
		field, ok := obj.(*types.Var)
		if !ok {
			return f.hole(data)
		}
		for _, i := range index {
			at = at.Sub(Field(i))
		}
		t = field.Type()
	}
	if list := f.formatted(at, verb); list != nil {
		return list
	}
	list := f.hole(at)
	if isString(t) {
		list = f.text(at)
	} else if os := f.origins(at); types.IsInterface(t) && len(os) == 1 && isString(os[0].Val.Type()) {
		list = f.text(os[0].Val)
	} else if p := f.plainParam(at); len(at.Path) == 0 {
		list = f.hole(p)
	}
	return withVerb(list, verb)
}
