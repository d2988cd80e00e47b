package flow

import (
	"strings"

	"github.com/vippslint/vippslint/internal/code"
	"golang.org/x/tools/go/ssa"
)

// A replacement is what is put in the place of a known text.
type replacement struct {
	old string
	new []Text
}

// replaced folds strings.Replace and ReplaceAll of a known text.
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
	pairs := []replacement{{old, f.text(f.operand(v, call, c.Args[2]))}}
	return f.replaceIn(v, f.operand(v, call, c.Args[0]), pairs, left)
}

// replacedBy folds strings.Replacer.Replace, where the replacer was made of
// known texts to replace.
func (f *folder) replacedBy(v Val, call *ssa.Call) []Text {
	made := f.origins(f.operand(v, call, call.Call.Args[0]))
	if len(made) != 1 {
		return f.hole(v)
	}
	maker, ok := made[0].Val.V.(*ssa.Call)
	if !ok || maker.Call.StaticCallee() == nil || code.FullName(maker.Call.StaticCallee()) != "strings.NewReplacer" {
		return f.hole(v)
	}
	args, ok := elements(maker.Call.Args[0])
	if !ok || len(args)%2 != 0 {
		return f.hole(v)
	}
	var pairs []replacement
	for i := 0; i < len(args); i += 2 {
		old, ok := args[i].(*ssa.Const)
		if !ok || len(constText(old)) != 1 {
			return f.hole(v)
		}
		s, _ := constText(old)[0].whole()
		if s == "" {
			return f.hole(v)
		}
		pairs = append(pairs, replacement{s, f.text(f.operand(made[0].Val, maker, args[i+1]))})
	}
	return f.replaceIn(v, f.operand(v, call, call.Call.Args[1]), pairs, -1)
}

// replaceIn puts the first left replacements into the known parts of the text
// in, from left to right; of several that fit at one place the first counts.
// left is negative where there is no limit. v is the text that comes out.
func (f *folder) replaceIn(v, in Val, pairs []replacement, left int) []Text {
	var all []Text
	for _, t := range f.text(in) {
		n := left
		var lists [][]Text
		for _, p := range t.Parts {
			if p.Hole != nil {
				p.Changed = true
				lists = append(lists, []Text{{Parts: []Part{p}}})
				continue
			}
			rest := p.Const
			for n != 0 {
				at, pair := firstOf(rest, pairs)
				if pair == nil {
					break
				}
				lists = append(lists, []Text{literal(rest[:at])}, pair.new)
				rest = rest[at+len(pair.old):]
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

// firstOf finds the replacement whose text comes first in s; nil where none does.
func firstOf(s string, pairs []replacement) (at int, first *replacement) {
	for i := range pairs {
		if k := strings.Index(s, pairs[i].old); k >= 0 && (first == nil || k < at) {
			at, first = k, &pairs[i]
		}
	}
	return at, first
}
