package fate

import (
	"go/ast"
	"go/token"

	"github.com/vippslint/vippslint/internal/place"
	"golang.org/x/tools/go/ssa"
)

// outcome unites the endings of all ways.
func (w *walk) outcome() Outcome {
	w.settle()
	var lost, handed *ending
	unknown := w.spent
	for i := range w.ends {
		e := &w.ends[i]
		switch e.fate {
		case Lost:
			if lost == nil || w.worse(e, lost) {
				lost = e
			}
		case HandedOn:
			if handed == nil || e.result < handed.result {
				handed = e
			}
		case FateUnknown:
			unknown = true
		}
	}
	switch {
	case w.spent:
		return Outcome{}
	case lost != nil:
		return w.lost(lost)
	case handed != nil:
		return Outcome{Fate: HandedOn, Result: handed.result}
	case unknown:
		return Outcome{}
	}
	return Outcome{Fate: Checked}
}

// worse reports whether loss a is to be told rather than b: one on whose way the
// body is used, then the first in the source.
func (w *walk) worse(a, b *ending) bool {
	switch {
	case (a.use != nil) != (b.use != nil):
		return a.use != nil
	case a.use != nil && a.use.Pos() != b.use.Pos():
		return a.use.Pos() < b.use.Pos()
	}
	return w.endPos(a) < w.endPos(b)
}

// endPos is the position at which a way ends. The return that stands for the
// end of a body has none in the source; the closing brace is taken.
func (w *walk) endPos(e *ending) token.Pos {
	if p := e.at.Pos(); p.IsValid() {
		return p
	}
	switch fn := w.fn.Syntax().(type) {
	case *ast.FuncDecl:
		return fn.Body.Rbrace
	case *ast.FuncLit:
		return fn.Body.Rbrace
	}
	return w.fn.Pos()
}

// lost is the outcome of a way on which nothing looks.
func (w *walk) lost(e *ending) Outcome {
	o := Outcome{Fate: Lost, At: place.At(w.r.pass, w.endPos(e))}
	o.Way = append(o.Way, w.stepAt(w.call.Pos(), "the call"))
	if e.use != nil {
		o.At = place.At(w.r.pass, e.use.Pos())
		o.Way = append(o.Way, w.stepAt(e.use.Pos(), "the body is used"))
	}
	note := "the function ends as if all were well"
	if e.again {
		note = "the next call is made"
	}
	o.Way = append(o.Way, w.stepAt(w.endPos(e), note))
	return o
}

// lostAtCall is the outcome of a go or defer statement.
func (w *walk) lostAtCall() Outcome {
	note := "nothing can read what a deferred call gives"
	if _, ok := w.call.(*ssa.Go); ok {
		note = "nothing can read what a call in a go statement gives"
	}
	return Outcome{Fate: Lost, At: place.At(w.r.pass, w.call.Pos()), Way: []place.Step{w.stepAt(w.call.Pos(), note)}}
}

func (w *walk) stepAt(pos token.Pos, note string) place.Step {
	return place.Step{Pos: w.r.pass.Fset.Position(pos), Note: note}
}
