package flow

import (
	"go/types"
	"math"

	"golang.org/x/tools/go/ssa"
)

// library judges a result of a function of the standard library or of a decimal
// library that the table knows; nil where it is another function.
func (ev *evaluation) library(call *ssa.Call, result int, s spot) []reading {
	common := call.Common()
	fn := common.StaticCallee()
	if fn == nil {
		return nil
	}
	obj := objectOf(fn)
	if obj == nil || obj.Pkg() == nil {
		return nil
	}
	if obj.Pkg().Path() == "math" {
		return ev.math(call, obj.Name(), s)
	}
	at := ev.r.place(call.Pos())
	switch name := qualified(obj); {
	case parsers[name] && result == 0:
		a := reading{is: isFraction, float: true, factor: 1, at: at}
		return []reading{a.with(Step{at.Position, "float made by " + obj.Name()})}
	case wholes[name] && result == 0:
		return []reading{{is: isWhole, factor: 1, at: at}}
	}
	return nil
}

// parsers give floats as they were written by somebody.
var parsers = map[string]bool{
	"strconv.ParseFloat":           true,
	"encoding/json.Number.Float64": true,
	"math/rand.Float64":            true,
	"math/rand/v2.Float64":         true,
}

// wholes give integers that no float was cut to. The decimal libraries compute
// exactly, so that less than one of the smallest unit is lost.
var wholes = map[string]bool{
	"strconv.Atoi":                                  true,
	"strconv.ParseInt":                              true,
	"strconv.ParseUint":                             true,
	"encoding/json.Number.Int64":                    true,
	"math/big.Int.Int64":                            true,
	"github.com/shopspring/decimal.Decimal.IntPart": true,
	"github.com/cockroachdb/apd.Decimal.Int64":      true,
	"github.com/cockroachdb/apd/v2.Decimal.Int64":   true,
	"github.com/cockroachdb/apd/v3.Decimal.Int64":   true,
	"github.com/Rhymond/go-money.Money.Amount":      true,
}

// qualified is the name of a function with its package, and its type where it
// is a method.
func qualified(fn *types.Func) string {
	name := fn.Name()
	if recv := fn.Signature().Recv(); recv != nil {
		if named, ok := types.Unalias(deref(recv.Type())).(*types.Named); ok {
			name = named.Obj().Name() + "." + name
		}
	}
	return fn.Pkg().Path() + "." + name
}

// mathName is the name of the function of package math that is called.
func mathName(common *ssa.CallCommon) string {
	fn := common.StaticCallee()
	if fn == nil {
		return ""
	}
	if obj := objectOf(fn); obj != nil && obj.Pkg() != nil && obj.Pkg().Path() == "math" {
		return obj.Name()
	}
	return ""
}

// math judges a call of package math.
func (ev *evaluation) math(call *ssa.Call, name string, s spot) []reading {
	args := call.Call.Args
	at := ev.r.place(call.Pos())
	switch name {
	case "Round", "RoundToEven":
		a := reading{is: isWhole, float: true, factor: 1, at: at}
		return []reading{a.with(Step{at.Position, "rounded"})}
	case "Floor", "Ceil", "Trunc":
		return eachReading(ev.judge(s.to(args[0], nil)), func(a reading) reading { return a.trimmed(name, at) })
	case "Abs":
		return eachReading(ev.judge(s.to(args[0], nil)), func(a reading) reading {
			a.num = math.Abs(a.num)
			return a
		})
	case "Max", "Min":
		return append(ev.judge(s.to(args[0], nil)), ev.judge(s.to(args[1], nil))...)
	case "Copysign":
		return ev.judge(s.to(args[0], nil))
	case "Pow":
		x, y := ev.judge(s.to(args[0], nil)), ev.judge(s.to(args[1], nil))
		if len(x) == 1 && len(y) == 1 && x[0].is == isConst && y[0].is == isConst {
			return []reading{{is: isConst, float: true, factor: 1, num: math.Pow(x[0].num, y[0].num), at: at}}
		}
	case "Pow10":
		if x := ev.judge(s.to(args[0], nil)); len(x) == 1 && x[0].is == isConst {
			return []reading{{is: isConst, float: true, factor: 1, num: math.Pow10(int(x[0].num)), at: at}}
		}
	}
	return nil
}

// trimmed judges Floor, Ceil and Trunc. They make whole numbers; but of kroner
// times hundred Floor and Trunc make the same wrong øre as a conversion, so
// that stays what it is. What Ceil is meant for there nobody knows.
func (a reading) trimmed(name string, at Place) reading {
	whole := reading{is: isWhole, float: true, factor: 1, at: at, steps: a.steps}
	switch a.is {
	case isConst:
		switch name {
		case "Floor":
			a.num = math.Floor(a.num)
		case "Ceil":
			a.num = math.Ceil(a.num)
		default:
			a.num = math.Trunc(a.num)
		}
		return a
	case isCut, isAgain, isWhole:
		return a
	case isNudged:
		return reading{float: true, factor: 1}
	case isHalved:
		return whole
	}
	if a.is == isParam && !a.float {
		return a
	}
	if !changesUnit(a.factor) {
		return whole
	}
	if name == "Ceil" {
		return reading{float: true, factor: 1}
	}
	return a
}

// changesUnit reports whether a factor is one between units of money: a power
// of ten.
func changesUnit(f float64) bool {
	log := math.Log10(math.Abs(f))
	return f != 0 && log >= 1 && math.Abs(log-math.Round(log)) < 1e-9
}
