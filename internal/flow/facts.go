package flow

import (
	"go/token"
	"go/types"

	"github.com/vippslint/vippslint/internal/code"
	"github.com/vippslint/vippslint/internal/place"
	"golang.org/x/tools/go/ssa"
)

// A wayKind says what one way to a result or to written memory is.
type wayKind int

const (
	wayUnknown   wayKind = iota
	wayParam             // a part of a parameter, times Factor, cut to an integer at At where Cut says so
	wayClean             // a whole number of an integer type
	wayTruncated         // an integer that a float was cut to at At
	wayFloat             // a float that was not rounded, made at At
	wayWhole             // a float that is a whole number
)

// A Way is one way to a value, as a fact tells it.
type Way struct {
	Out       int // the parameter behind which it is stored; -1: it is a result
	Result    int // which result
	Path      Path
	Kind      wayKind
	Param     int
	ParamPath Path
	Cut       bool
	Factor    float64
	Parted    bool // a factor on the way was a fraction
	Changed   bool // a sum on the way: it is not the argument times Factor
	Counts    bool // it was multiplied as a whole number
	Late      bool // it was cut in kroner and made øre after that
	Mixed     bool // the parameter is an integer or a float, by its type argument
	Floored   bool // made whole by Floor, Ceil or Trunc before anything else
	Trimmed   bool // cut by those after a conversion between units
	At        token.Position
	Steps     []place.Step

	rest Path // what was asked for below Path
}

// Results is the fact on a function that says where its results come from, and
// what it stores through its pointer parameters. The ways are in the order of
// the results and of the fields in their types.
type Results struct {
	Ways   []Way
	packed []byte // see unpack; nil: Ways counts
}

// AFact marks a fact.
func (*Results) AFact() {}

// Writes is the fact on a field that says what its package stores to it.
type Writes struct {
	Clean int   // stores of whole numbers, zero left out, and of what is not known
	Cut   []Way // stores of cut floats
}

// AFact marks a fact.
func (*Writes) AFact() {}

// calleeOf is the function that a call names; nil where it names none.
func calleeOf(common *ssa.CallCommon) *types.Func {
	if fn := common.StaticCallee(); fn != nil {
		return code.Declared(fn)
	}
	return nil
}

// factOf is the fact on a function or a variable of another package.
func (r *Result) factOf(obj types.Object) *Results {
	if fn, ok := obj.(*types.Func); ok && fn == nil || obj == nil || obj.Pkg() == nil || obj.Pkg() == r.pass.Pkg {
		return nil
	}
	if known, ok := r.imported[obj]; ok {
		return known
	}
	var fact *Results
	if got := new(Results); r.pass.ImportObjectFact(obj, got) && got.unpack() == nil {
		fact = got
	}
	r.imported[obj] = fact
	return fact
}

// waysOf gives what a fact says of part path of a result of the function obj
// (out -1; of a variable, of what it holds), or of what it stores to part path behind its argument out. What it says of
// a part goes before what it says of the whole.
func (r *Result) waysOf(obj types.Object, out, result int, path Path) []*Way {
	fact := r.factOf(obj)
	if fact == nil {
		return nil
	}
	var ways []*Way
	best := -1
	for _, w := range fact.Ways {
		if w.Out != out || out < 0 && w.Result != result {
			continue
		}
		rest, _, ok := below(w.Path, path)
		if !ok || len(rest) > 0 && w.Kind != wayParam || len(w.Path) < best {
			continue
		}
		if len(w.Path) > best {
			best, ways = len(w.Path), nil
		}
		w.rest = rest
		ways = append(ways, &w)
	}
	return ways
}

// writesFact reports whether a fact says that fn stores to what its argument
// leads to.
func (r *Result) writesFact(fn *types.Func, arg int) bool {
	fact := r.factOf(fn)
	if fact == nil {
		return false
	}
	for _, w := range fact.Ways {
		if w.Out == arg {
			return true
		}
	}
	return false
}

// way is a as a fact tells it.
func (a reading) way() Way {
	w := Way{Factor: a.factor, Parted: a.parted, Steps: a.steps, At: a.at.Position}
	w.Changed, w.Mixed, w.Trimmed, w.Counts, w.Late = a.changed, a.mixed, a.trimmed, a.multiplied, a.late
	switch n := a; n.is {
	case isWhole:
		if a.floored {
			w.Kind, w.Param, w.ParamPath, w.Floored, w.Cut = wayParam, a.param, a.path, true, !a.float
			break
		}
		w = Way{Factor: 1, Steps: a.steps, At: a.at.Position, Kind: wayClean}
		if a.float {
			w.Kind = wayWhole
		}
	case isConst:
		switch {
		case !a.float:
			w.Kind = wayClean
		case a.num == float64(int64(a.num)) && !a.coarse:
			w.Kind = wayWhole
		default:
			w.Kind = wayFloat
		}
	case isCut:
		w.Kind = wayTruncated
	case isFraction:
		w.Kind = wayFloat
	case isParam:
		w.Kind, w.Param, w.ParamPath, w.Cut = wayParam, a.param, a.path, a.cut
	}
	return w
}

// readWay is the reading that a fact's way gives, of one that no argument
// decides.
func (r *Result) readWay(w *Way, l link) reading {
	a := reading{factor: w.Factor, at: place.Place{Position: w.At}, steps: w.Steps}
	if a.factor == 0 {
		a.factor = 1
	}
	switch w.Kind {
	case wayClean:
		a.is = isWhole
	case wayWhole:
		a.is, a.float = isWhole, true
	case wayTruncated:
		a.is, a.late = isCut, w.Late
	case wayFloat:
		a.is, a.float, a.trimmed, a.tens = isFraction, true, w.Trimmed, tensOf(a.factor)
	default:
		return reading{factor: 1}
	}
	if l.pos.IsValid() {
		return a.with(place.Step{Pos: r.position(l.pos), Note: "returned by " + nameOfCalled(l.to.v)})
	}
	return a
}
