package flow

import (
	"fmt"
	"go/ast"
	"go/token"
	"go/types"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/vippslint/vippslint/internal/code"
	"github.com/vippslint/vippslint/internal/unitssa"
	"github.com/vippslint/vippslint/internal/workshop"
	"golang.org/x/tools/go/ssa"
)

// TestTexts compares the texts of the first arguments of calls of see with the
// comments behind them: holes are in angle brackets, with the verb.
func TestTexts(t *testing.T) {
	w := workshop.New(t, unitssa.Analyzer, Analyzer)
	r := w.Check("text").ResultOf[Analyzer].(*Result)
	line := func(pos token.Pos) string {
		p := w.Fset.Position(pos)
		return fmt.Sprintf("%s:%d", filepath.Base(p.Filename), p.Line)
	}
	want := make(map[string]string)
	for _, file := range r.pass.Files {
		for _, c := range file.Comments {
			if s, ok := strings.CutPrefix(c.List[0].Text, "// text:"); ok {
				want[line(c.Pos())] = strings.TrimPrefix(s, " ")
			}
		}
	}
	if len(want) < 100 {
		t.Errorf("only %d texts are asked for", len(want))
	}
	for _, fn := range r.Unit.Funcs {
		for _, b := range fn.Blocks {
			for _, in := range b.Instrs {
				call, ok := in.(*ssa.Call)
				if !ok || code.CalleeName(call.Common()) != "see" {
					continue
				}
				at := line(call.Pos())
				expect, ok := want[at]
				if !ok {
					continue
				}
				delete(want, at)
				var list []string
				for _, text := range r.Texts(Arg(call, 0)) {
					list = append(list, show(text))
				}
				slices.Sort(list)
				if got := strings.Join(list, " | "); got != expect {
					t.Errorf("%s: got %q, want %q", at, got, expect)
				}
			}
		}
	}
	for at := range want {
		t.Errorf("%s: no call", at)
	}
}

// show writes a text as the comments have it.
func show(text Text) string {
	var b strings.Builder
	for i, p := range text.Parts {
		if p.Hole == nil {
			if i > 0 && text.Parts[i-1].Hole == nil {
				b.WriteString("(two constants)")
			}
			b.WriteString(strings.ReplaceAll(p.Const, "\n", "␤"))
			continue
		}
		name := "?"
		switch v := p.Hole.V.(type) {
		case *ssa.Parameter:
			name = v.Name()
		case *ssa.BinOp:
			if p.Verb != "" {
				name = "binop"
			}
		case *ssa.Convert:
			name = "convert"
			if types.Identical(v.Type(), types.Typ[types.Int]) {
				name = "int"
			}
		case *ssa.Slice:
			name = "args"
		}
		for _, step := range p.Hole.Path {
			name += step
		}
		if p.Verb != "" {
			name += " " + p.Verb
		}
		b.WriteString("<" + name + ">")
	}
	return b.String()
}

// TestTextFacts compares the facts of a package with the comments on its
// functions.
func TestTextFacts(t *testing.T) {
	w := workshop.New(t, unitssa.Analyzer, Analyzer)
	w.Check("text/lib")
	var got, want []string
	for obj, facts := range w.Facts {
		for _, f := range facts {
			texts, ok := f.(*TextResults)
			if !ok {
				continue
			}
			for _, r := range texts.Results {
				var list []string
				for _, p := range r.Texts {
					list = append(list, p.String())
				}
				slices.Sort(list)
				got = append(got, fmt.Sprintf("%s %d: %s", obj.Name(), r.Result, strings.Join(list, " | ")))
			}
		}
	}
	for _, d := range w.Check("text/lib").Files[0].Decls {
		if fn, ok := d.(*ast.FuncDecl); ok && fn.Doc != nil {
			for _, c := range fn.Doc.List {
				if s, ok := strings.CutPrefix(c.Text, "// text "); ok {
					want = append(want, s)
				}
			}
		}
	}
	slices.Sort(got)
	slices.Sort(want)
	if !reflect.DeepEqual(got, want) || len(want) == 0 {
		t.Errorf("facts:\n%s\nwant:\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

// TestTextPlaces compares the source at the places of holes, and of texts, with
// the comments.
func TestTextPlaces(t *testing.T) {
	w := workshop.New(t, unitssa.Analyzer, Analyzer)
	r := w.Check("textplace").ResultOf[Analyzer].(*Result)
	n := 0
	for _, c := range r.pass.Files[0].Comments {
		want, ok := strings.CutPrefix(c.List[0].Text, "// at: ")
		if !ok {
			continue
		}
		n++
		line := w.Fset.Position(c.Pos()).Line
		got := ""
		for _, fn := range r.Unit.Funcs {
			for _, b := range fn.Blocks {
				for _, in := range b.Instrs {
					call, ok := in.(*ssa.Call)
					if !ok || code.CalleeName(call.Common()) != "see" || w.Fset.Position(call.Pos()).Line != line {
						continue
					}
					for _, text := range r.Texts(Arg(call, 0)) {
						got += w.Text(text.Pos)
						for _, p := range text.Parts {
							if p.Hole != nil {
								got += " ; " + w.Text(p.Place)
							}
						}
					}
				}
			}
		}
		if got != want {
			t.Errorf("line %d: got %q, want %q", line, got, want)
		}
	}
	if n == 0 {
		t.Error("nothing was asked")
	}
}
