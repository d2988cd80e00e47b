package flow

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"

	"github.com/vippslint/vippslint/internal/place"
	"golang.org/x/tools/go/ssa"
)

// maxFolds bounds how many values one question may look at.
const maxFolds = 200

// A folder answers one question about a text.
type folder struct {
	r    *Result
	t    *tracer // its budget is for the whole question
	left int
	busy map[foldKey]bool // values on the way down, so that a loop comes to an end
}

type foldKey struct {
	v    ssa.Value
	path string
	ctx  *frame
}

// fold gives the texts that v can be; nil where nothing is known of it.
func (f *folder) fold(v Val) []Text {
	key := foldKey{v.V, v.Path.key(), v.ctx}
	if f.left--; f.left < 0 || f.busy[key] {
		return nil
	}
	f.busy[key] = true
	defer delete(f.busy, key)
	var all []Text
	for _, o := range f.origins(v) {
		for _, t := range f.origin(o) {
			if !t.Pos.Position.IsValid() {
				t.Pos = f.r.placeOf(v)
			}
			if p := t.Parts; len(p) == 1 && p[0].Hole != nil && p[0].Verb == "" {
				if _, ok := p[0].Hole.V.(*ssa.Parameter); ok && v.V != p[0].Hole.V {
					p[0].Place = f.r.placeOf(v) // the use, not the declaration
				}
			}
			t.Steps = append(t.Steps[:len(t.Steps):len(t.Steps)], o.Steps...)
			all = append(all, t)
		}
	}
	all = distinctTexts(all)
	if len(all) > maxTexts {
		return nil
	}
	return all
}

// origins traces a value within the budget of the question.
func (f *folder) origins(v Val) []Origin {
	return f.t.origins(spot{v: v.V, path: v.Path, ctx: v.ctx, at: v.at})
}

// distinctTexts leaves out texts that are alike.
func distinctTexts(list []Text) []Text {
	var out []Text
	for _, t := range list {
		dup := false
		for _, other := range out {
			dup = dup || alikeTexts(t, other)
		}
		if !dup {
			out = append(out, t)
		}
	}
	return out
}

func alikeTexts(a, b Text) bool {
	if len(a.Parts) != len(b.Parts) {
		return false
	}
	for i, p := range a.Parts {
		q := b.Parts[i]
		if p.Const != q.Const || p.Verb != q.Verb || p.Changed != q.Changed || (p.Hole == nil) != (q.Hole == nil) {
			return false
		}
		if p.Hole != nil && (p.Hole.V != q.Hole.V || p.Hole.ctx != q.Hole.ctx || p.Hole.Path.key() != q.Hole.Path.key()) {
			return false
		}
	}
	return true
}

// text folds v, a hole standing for what is not known.
func (f *folder) text(v Val) []Text {
	if list := f.fold(v); len(list) > 0 {
		return list
	}
	return f.hole(v)
}

// hole is the text that is v, of which nothing is known.
func (f *folder) hole(v Val) []Text {
	return []Text{{Parts: []Part{{Hole: &v, Place: f.r.placeOf(v)}}}}
}

// combine puts texts one behind the other; v is what they make up.
func (f *folder) combine(v Val, lists ...[]Text) []Text {
	if all, ok := product(lists...); ok {
		return all
	}
	return f.hole(v)
}

// origin folds a value at which a trace ended.
func (f *folder) origin(o Origin) []Text {
	v := o.Val
	if o.Zero && isString(v.Type()) {
		return []Text{literal("")}
	}
	if len(v.Path) == 0 && !o.Filled {
		switch x := v.V.(type) {
		case *ssa.Const:
			return constText(x)
		case *ssa.BinOp:
			if x.Op == token.ADD && isString(x.Type()) {
				lists := [][]Text{f.text(f.operand(v, x, x.X)), f.text(f.operand(v, x, x.Y))}
				if bin, ok := place.Node(f.r.pass, x.Pos()).(*ast.BinaryExpr); ok {
					f.r.placeHoles(lists[0], bin.X)
					f.r.placeHoles(lists[1], bin.Y)
				}
				return f.placed(f.combine(v, lists...), x.Pos())
			}
		case *ssa.Call:
			if list := f.call(v, x, o.Result); list != nil {
				return f.placed(list, x.Pos())
			}
			v = extracted(v, x, o.Result)
		case *ssa.Alloc:
			switch {
			case isBuffer(x.Type()):
				return f.buffer(v, x, literal(""))
			case isURL(x.Type()):
				return f.urlFields(v)
			}
		}
	}
	return f.hole(v)
}

// extracted names result i of a call that has several.
func extracted(v Val, call *ssa.Call, i int) Val {
	for _, ref := range *call.Referrers() {
		if x, ok := ref.(*ssa.Extract); ok && x.Index == i {
			v.V = x
			return v
		}
	}
	return v
}

// operand is the value x as instr, which made v, sees it.
func (f *folder) operand(v Val, instr ssa.Instruction, x ssa.Value) Val {
	return Val{V: x, ctx: v.ctx, at: instr}
}

// constText is the text of a constant; nil for the nil of an interface or a
// pointer.
func constText(c *ssa.Const) []Text {
	if c.Value == nil {
		if _, ok := c.Type().Underlying().(*types.Slice); ok {
			return []Text{literal("")}
		}
		return nil
	}
	if c.Value.Kind() == constant.String {
		return []Text{literal(constant.StringVal(c.Value))}
	}
	return []Text{literal(c.Value.ExactString())}
}

func isString(t types.Type) bool {
	if t == nil {
		return false
	}
	b, ok := t.Underlying().(*types.Basic)
	return ok && b.Info()&types.IsString != 0
}

// placed gives texts the place that SSA names by pos, where they have none.
func (f *folder) placed(list []Text, pos token.Pos) []Text {
	for i := range list {
		if !list[i].Pos.Position.IsValid() {
			list[i].Pos = place.At(f.r.pass, pos)
		}
	}
	return list
}

// placeHoles says where the holes of texts stand that are one hole and nothing
// else: at the expression that was folded.
func (r *Result) placeHoles(list []Text, e ast.Expr) {
	for i := range list {
		if parts := list[i].Parts; len(parts) == 1 && parts[0].Hole != nil {
			parts[0].Place = r.placeOfNode(e)
		}
	}
}

func (r *Result) placeOfNode(n ast.Node) place.Place {
	return place.Place{Pos: n.Pos(), End: n.End(), Position: r.position(n.Pos())}
}

// placeOf is where a value stands: at the argument of the call that it was
// asked for at, else where it is computed. It is not valid for constants that
// stand elsewhere, of which SSA keeps no place.
func (r *Result) placeOf(v Val) place.Place {
	if call, ok := v.at.(ssa.CallInstruction); ok {
		for i, arg := range call.Common().Args {
			if arg == v.V {
				if e := r.argument(call, i); e != nil {
					return r.placeOfNode(e)
				}
			}
		}
	}
	if pos := v.V.Pos(); pos.IsValid() {
		return place.At(r.pass, pos)
	}
	return place.Place{}
}

// argument is the expression of argument i of a call, nil where there is none.
func (r *Result) argument(call ssa.CallInstruction, i int) ast.Expr {
	expr, ok := place.Node(r.pass, call.Common().Pos()).(*ast.CallExpr)
	if !ok {
		return nil
	}
	if fn := call.Common().StaticCallee(); fn != nil && fn.Signature.Recv() != nil {
		if i--; i < 0 {
			if sel, ok := expr.Fun.(*ast.SelectorExpr); ok {
				return sel.X
			}
			return nil
		}
	}
	if i >= len(expr.Args) || call.Common().Signature().Variadic() && i >= call.Common().Signature().Params().Len()-1 && !expr.Ellipsis.IsValid() {
		return nil
	}
	return expr.Args[i]
}
