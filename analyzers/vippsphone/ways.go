package vippsphone

import (
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/vippslint/vippslint/internal/evidence"
	"github.com/vippslint/vippslint/internal/flow"
	"github.com/vippslint/vippslint/internal/vippsapi"
)

// known gives a text with a Hole for each part of which nothing is known. It
// reports false for one that is no more than that, for an empty one, which
// means that no number is given, and where a function may have made something
// else of what is known.
func known(t flow.Text) (text string, ok bool) {
	for _, p := range t.Parts {
		if p.Hole == nil && p.Changed {
			return "", false
		}
	}
	text = t.Pattern(vippsapi.Hole)
	return text, strings.Trim(text, vippsapi.Hole) != ""
}

// cleans reports whether other, a text that the number at p can be as well as t,
// may be what the program makes of t: then which of them is sent where cannot be
// told.
func cleans(p *evidence.Place, t, other flow.Text) bool {
	same, judged := known(other)
	if judged && !p.Field.CheckPhone(p.Ahead+same).OK {
		return false // wrong as well, or t itself
	}
	abroad := otherCountry(t, other)
	for _, part := range other.Parts {
		if part.Hole != nil && (part.Changed || computed(*part.Hole) || sharesHole(t, *part.Hole) && !abroad) {
			return true
		}
	}
	return false
}

// otherCountry reports whether t and other begin with the digits of different
// countries, so that neither is made of the other.
func otherCountry(t, other flow.Text) bool {
	one, two := code(t), code(other)
	return one != "" && two != "" && one != two
}

// code is the digits with which t begins, where something follows that is not
// known.
func code(t flow.Text) string {
	text, _ := known(t)
	head, _, open := strings.Cut(text, vippsapi.Hole)
	if !open {
		return ""
	}
	return bare(head)
}

// sharesHole reports whether a part of t is the value v.
func sharesHole(t flow.Text, v flow.Val) bool {
	return slices.ContainsFunc(t.Parts, func(p flow.Part) bool {
		return p.Hole != nil && p.Hole.V == v.V && slices.Equal(p.Hole.Path, v.Path)
	})
}

// computed reports whether a value may be made of another text: it is cut, put
// together, converted, or given by a function that is given a text.
func computed(v flow.Val) bool {
	if len(v.Path) > 0 {
		return false
	}
	value := v.V
	if x, ok := value.(*ssa.Extract); ok {
		value = x.Tuple
	}
	switch x := value.(type) {
	case *ssa.Slice, *ssa.BinOp, *ssa.Convert, *ssa.Phi:
		return true
	case *ssa.Call:
		return slices.ContainsFunc(x.Call.Args, func(arg ssa.Value) bool {
			_, constant := arg.(*ssa.Const)
			b, ok := arg.Type().Underlying().(*types.Basic)
			return !constant && ok && b.Info()&types.IsString != 0
		})
	}
	return false
}
