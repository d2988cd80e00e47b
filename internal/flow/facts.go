package flow

import (
	"go/token"

	"golang.org/x/tools/go/ssa"
)

// A wayKind says what one way to a result or to written memory is.
type wayKind int

const (
	wayUnknown   wayKind = iota
	wayParam             // a parameter, or a part of one, handed on or cut
	wayClean             // a whole number of an integer type
	wayTruncated         // an integer that a float was cut to
	wayFloat             // a float that was not rounded
	wayWhole             // a float that is a whole number
)

// A Way is one way to a value, as a fact tells it.
type Way struct {
	Out       int  // the parameter whose memory is written; -1: a result
	Result    int  // which result
	Path      Path // the part of it
	Kind      wayKind
	Param     int // Kind wayParam: which, and the part of it
	ParamPath Path
	Whole     bool // Kind wayParam: the parameter is an integer, or was made whole
	Cut       bool // Kind wayParam: cut to an integer at At
	Factor    float64
	At        token.Position
	Steps     []Step

	rest Path // of the part asked for: what lies below Path
}

// Results is the fact on a function that says where its results come from, and
// what it stores through its pointer parameters.
type Results struct{ Ways []Way }

// AFact marks a fact.
func (*Results) AFact() {}

// Writes is the fact on a field that says what its package stores to it.
type Writes struct {
	Clean int   // stores of whole numbers, zero left out, or of what is not known
	Cut   []Way // stores of cut floats
}

// AFact marks a fact.
func (*Writes) AFact() {}

// waysOf gives what a fact says of part path of a result of a call (out -1), or
// of what the call writes to part path behind its argument out.
func (r *Result) waysOf(common *ssa.CallCommon, out, result int, path Path) []*Way {
	fn := common.StaticCallee()
	if fn == nil {
		return nil
	}
	obj := objectOf(fn)
	if obj == nil || obj.Pkg() == nil || obj.Pkg() == r.pass.Pkg {
		return nil
	}
	var fact Results
	if !r.pass.ImportObjectFact(obj, &fact) {
		return nil
	}
	var ways []*Way
	for i := range fact.Ways {
		w := &fact.Ways[i]
		if w.Out != out || out < 0 && w.Result != result || len(w.Path) > len(path) {
			continue
		}
		if rest, _, ok := below(w.Path, path); ok && (len(rest) == 0 || w.Kind == wayParam) {
			w.rest = rest
			ways = append(ways, w)
		}
	}
	return ways
}

// writesFact reports whether a fact says that the call writes to what its
// argument leads to.
func (r *Result) writesFact(common *ssa.CallCommon, arg int) bool {
	fn := common.StaticCallee()
	if fn == nil {
		return false
	}
	obj := objectOf(fn)
	var fact Results
	if obj == nil || obj.Pkg() == r.pass.Pkg || !r.pass.ImportObjectFact(obj, &fact) {
		return false
	}
	for _, w := range fact.Ways {
		if w.Out == arg {
			return true
		}
	}
	return false
}
