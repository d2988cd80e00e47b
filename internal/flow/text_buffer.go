package flow

import (
	"go/types"
	"slices"

	"github.com/vippslint/vippslint/internal/code"
	"golang.org/x/tools/go/ssa"
)

// isBuffer reports whether t is, or points to, a bytes.Buffer or a
// strings.Builder.
func isBuffer(t types.Type) bool {
	return code.IsNamed(t, "bytes", "Buffer") || code.IsNamed(t, "strings", "Builder")
}

// buffer folds what a buffer holds, where it is written in a straight line: each
// write comes before the place at which v is asked for on every way, once.
// base is the buffer's variable or the call that made it, and first what it
// held then.
func (f *folder) buffer(v Val, base ssa.Value, first Text) []Text {
	uses, ok := usesOf(base, 4)
	if !ok {
		return f.hole(v)
	}
	var before []ssa.CallInstruction
	for _, use := range uses {
		if v.at != nil && v.at.Parent() == use.Parent() && !comesBefore(use, v.at) {
			continue
		}
		if v.at == use {
			continue
		}
		if v.at != nil && v.at.Parent() == use.Parent() && !dominates(use, v.at) || repeats(use, base) {
			if readsBuffer(use) {
				continue
			}
			return f.hole(v)
		}
		before = append(before, use)
	}
	slices.SortStableFunc(before, func(a, b ssa.CallInstruction) int {
		switch {
		case a == b:
			return 0
		case dominates(a, b):
			return -1
		case dominates(b, a):
			return 1
		}
		return 0
	})
	lists := [][]Text{{first}}
	for i, use := range before {
		if i > 0 && !dominates(before[i-1], use) {
			return f.hole(v)
		}
		list, reset, ok := f.written(v, use)
		if !ok {
			if v.at == nil && i == len(before)-1 {
				break // it is handed on when all is written
			}
			return f.hole(v)
		}
		if reset {
			lists = nil
			continue
		}
		if list != nil {
			lists = append(lists, list)
		}
	}
	return f.combine(v, lists...)
}

// usesOf lists the calls that are given a buffer. It reports false where the
// buffer goes to other places too.
func usesOf(v ssa.Value, depth int) ([]ssa.CallInstruction, bool) {
	if v.Referrers() == nil || depth == 0 {
		return nil, false
	}
	var list []ssa.CallInstruction
	for _, ref := range *v.Referrers() {
		switch ref := ref.(type) {
		case *ssa.Call:
			if fn := ref.Call.StaticCallee(); fn != nil && code.FullName(fn) == "encoding/json.NewEncoder" {
				more, ok := usesOf(ref, depth-1)
				if !ok {
					return nil, false
				}
				list = append(list, more...)
				continue
			}
			list = append(list, ref)
		case *ssa.Defer, *ssa.Go, *ssa.MakeClosure, *ssa.Phi, *ssa.Slice, *ssa.IndexAddr, *ssa.FieldAddr:
			return nil, false
		case *ssa.MakeInterface, *ssa.ChangeInterface:
			more, ok := usesOf(ref.(ssa.Value), depth-1)
			if !ok {
				return nil, false
			}
			list = append(list, more...)
		}
	}
	return list, true
}

// written gives what one call writes to a buffer: nil for nothing. It reports
// false where that is not known.
func (f *folder) written(v Val, use ssa.CallInstruction) (list []Text, reset, ok bool) {
	call, isCall := use.(*ssa.Call)
	fn := use.Common().StaticCallee()
	if !isCall || fn == nil {
		return nil, false, false
	}
	arg := func(i int) []Text { return f.text(f.operand(v, call, call.Call.Args[i])) }
	switch name := code.FullName(fn); name {
	case "strings.Builder.WriteString", "strings.Builder.Write", "bytes.Buffer.WriteString", "bytes.Buffer.Write", "io.PipeWriter.Write", "io.WriteString":
		return arg(1), false, true
	case "strings.Builder.WriteByte", "strings.Builder.WriteRune", "bytes.Buffer.WriteByte", "bytes.Buffer.WriteRune":
		if c, ok := call.Call.Args[1].(*ssa.Const); ok {
			return []Text{literal(string(rune(c.Int64())))}, false, true
		}
		return f.hole(f.operand(v, call, call.Call.Args[1])), false, true
	case "fmt.Fprintf":
		return f.format(f.operand(v, call, call), call, 1), false, true
	case "fmt.Fprint":
		return f.spaced(f.operand(v, call, call), call, 1, false), false, true
	case "fmt.Fprintln":
		return f.spaced(f.operand(v, call, call), call, 1, true), false, true
	case "encoding/json.Encoder.Encode":
		return f.encoded(v, call, call.Call.Args[1]), false, true
	case "strings.Builder.Reset", "bytes.Buffer.Reset":
		return nil, true, true
	case "text/template.Template.Execute", "html/template.Template.Execute":
		return f.executed(v, call), false, true
	}
	if readsBuffer(use) {
		return nil, false, true
	}
	list, ok = f.writtenBy(v, call, fn)
	return list, false, ok
}

// writtenBy gives what a function of the package writes to a writer that it is
// given.
func (f *folder) writtenBy(v Val, call *ssa.Call, fn *ssa.Function) ([]Text, bool) {
	fn = code.Origin(fn)
	ctx, ok := f.r.enter(v.ctx, call, target{fn: fn})
	ends := exits(fn)
	if !ok || len(ends) != 1 {
		return nil, false
	}
	for _, p := range fn.Params {
		if isBuffer(p.Type()) || code.IsNamed(p.Type(), "io", "Writer") {
			list := f.buffer(Val{V: p, ctx: ctx, at: ends[0]}, p, literal(""))
			return list, !isHole(list, p)
		}
	}
	return nil, false
}

// isHole reports whether nothing is known of the text that v was folded to.
func isHole(list []Text, v ssa.Value) bool {
	return len(list) == 1 && len(list[0].Parts) == 1 && list[0].Parts[0].Hole != nil && list[0].Parts[0].Hole.V == v
}

// readsBuffer reports whether a call leaves what a buffer holds as it is.
func readsBuffer(use ssa.CallInstruction) bool {
	fn := use.Common().StaticCallee()
	if fn == nil {
		return false
	}
	switch code.FullName(fn) {
	case "strings.Builder.String", "strings.Builder.Len", "strings.Builder.Grow", "strings.Builder.Cap",
		"bytes.Buffer.String", "bytes.Buffer.Bytes", "bytes.Buffer.Len", "bytes.Buffer.Grow", "bytes.Buffer.Cap",
		"encoding/json.Encoder.SetEscapeHTML", "encoding/json.Encoder.SetIndent":
		return true
	}
	return false
}

// dominates reports whether a is run before b on every way to b.
func dominates(a, b ssa.Instruction) bool {
	if a.Block() != b.Block() {
		return a.Block().Dominates(b.Block())
	}
	return index(a) < index(b)
}

// comesBefore reports whether a can be run before b.
func comesBefore(a, b ssa.Instruction) bool {
	if a.Block() == b.Block() && index(a) < index(b) {
		return true
	}
	for _, next := range a.Block().Succs {
		if code.LeadsTo(next, b.Block()) {
			return true
		}
	}
	return false
}

// repeats reports whether use can be run again without base being made anew.
func repeats(use ssa.Instruction, base ssa.Value) bool {
	var first *ssa.BasicBlock
	switch base := base.(type) {
	case ssa.Instruction:
		first = base.Block()
	case *ssa.Parameter:
		first = base.Parent().Blocks[0]
	}
	if first == nil || first.Parent() != use.Parent() {
		return true
	}
	seen := map[*ssa.BasicBlock]bool{first: true}
	if first == use.Block() {
		return false
	}
	todo := slices.Clone(use.Block().Succs)
	for len(todo) > 0 {
		b := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		if b == use.Block() {
			return true
		}
		if !seen[b] {
			seen[b] = true
			todo = append(todo, b.Succs...)
		}
	}
	return false
}

func index(in ssa.Instruction) int { return slices.Index(in.Block().Instrs, in) }
