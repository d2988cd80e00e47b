package flow

import (
	"go/token"
	"strings"

	"github.com/vippslint/vippslint/internal/code"
	"github.com/vippslint/vippslint/internal/place"
	"golang.org/x/tools/go/ssa"
)

// wholes give integers that no float was cut to. The decimal libraries compute
// exactly, so that less than one of the smallest unit is lost. The values are
// the results that are meant.
var wholes = map[string]int{
	"strconv.Atoi":               0,
	"strconv.ParseInt":           0,
	"strconv.ParseUint":          0,
	"encoding/json.Number.Int64": 0,

	"math/big.Int.Int64":  0,
	"math/big.Int.Uint64": 0,

	"github.com/shopspring/decimal.Decimal.IntPart":          0,
	"github.com/shopspring/decimal.Decimal.CoefficientInt64": 0,

	"github.com/cockroachdb/apd.Decimal.Int64":       0,
	"github.com/cockroachdb/apd.ErrDecimal.Int64":    0,
	"github.com/cockroachdb/apd/v2.Decimal.Int64":    0,
	"github.com/cockroachdb/apd/v2.ErrDecimal.Int64": 0,
	"github.com/cockroachdb/apd/v3.Decimal.Int64":    0,
	"github.com/cockroachdb/apd/v3.ErrDecimal.Int64": 0,
	"github.com/cockroachdb/apd/v3.BigInt.Int64":     0,
	"github.com/cockroachdb/apd/v3.BigInt.Uint64":    0,

	"github.com/ericlagergren/decimal.Big.Int64":  0,
	"github.com/ericlagergren/decimal.Big.Uint64": 0,

	"github.com/govalues/decimal.Decimal.Int64": 1, // kroner and øre
	"github.com/govalues/decimal.Decimal.Coef":  0,

	"github.com/Rhymond/go-money.Money.Amount": 0,
}

// parsers give floats as they were written by somebody, or as a decimal library
// hands them out.
var parsers = map[string]bool{
	"strconv.ParseFloat":           true,
	"encoding/json.Number.Float64": true,
	"math/rand.Float64":            true,
	"math/rand/v2.Float64":         true,

	"math/big.Float.Float64": true,
	"math/big.Float.Float32": true,
	"math/big.Rat.Float64":   true,
	"math/big.Rat.Float32":   true,

	"github.com/shopspring/decimal.Decimal.Float64":        true,
	"github.com/shopspring/decimal.Decimal.InexactFloat64": true,
	"github.com/cockroachdb/apd.Decimal.Float64":           true,
	"github.com/cockroachdb/apd/v2.Decimal.Float64":        true,
	"github.com/cockroachdb/apd/v3.Decimal.Float64":        true,
	"github.com/ericlagergren/decimal.Big.Float64":         true,
	"github.com/govalues/decimal.Decimal.Float64":          true,
	"github.com/Rhymond/go-money.Money.AsMajorUnits":       true,
	"github.com/Rhymond/go-money.Formatter.ToMajorUnits":   true,
}

// wholeDecimals are the functions whose decimals are whole: those of integers,
// and those that round, where the number of decimals that they may be given is 0.
var wholeDecimals = map[string]bool{
	"github.com/shopspring/decimal.NewFromInt":         true,
	"github.com/shopspring/decimal.NewFromInt32":       true,
	"github.com/shopspring/decimal.Decimal.Round":      true,
	"github.com/shopspring/decimal.Decimal.RoundBank":  true,
	"github.com/shopspring/decimal.Decimal.RoundCeil":  true,
	"github.com/shopspring/decimal.Decimal.RoundFloor": true,
	"github.com/shopspring/decimal.Decimal.RoundUp":    true,
	"github.com/shopspring/decimal.Decimal.RoundDown":  true,
	"github.com/shopspring/decimal.Decimal.Truncate":   true,
	"github.com/shopspring/decimal.Decimal.Floor":      true,
	"github.com/shopspring/decimal.Decimal.Ceil":       true,
	"github.com/govalues/decimal.Decimal.Round":        true,
	"github.com/govalues/decimal.Decimal.Trunc":        true,
	"github.com/govalues/decimal.Decimal.Floor":        true,
	"github.com/govalues/decimal.Decimal.Ceil":         true,
}

// decimal judges a result of a function that hands a number out of a decimal
// library, or of a parser; nil where it is another function.
func (ev *evaluation) decimal(call *ssa.Call, result int, s spot) []reading {
	fn := calleeOf(call.Common())
	if fn == nil || fn.Pkg() == nil {
		return nil
	}
	name := qualified(fn)
	at := ev.r.place(call.Pos())
	switch want, whole := wholes[name]; {
	case parsers[name] && result == 0:
		if wholeDecimal(call) {
			return []reading{{is: isWhole, float: true, factor: 1, at: at}}
		}
		a := reading{is: isFraction, float: true, factor: 1, at: at}
		return []reading{a.with(place.Step{Pos: at.Position, Note: "float made by " + fn.Name()})}
	case strings.HasPrefix(name, "math/big.") && isInt(fn.Signature().Results().At(0).Type()) && result == 0:
		if a, ok := ev.bigFloat(call, s); ok {
			return []reading{a}
		}
		if !whole {
			return nil
		}
	case !whole || result != want && !strings.HasPrefix(name, "github.com/govalues/"):
		return nil
	default:
		if list := ev.madeOfFloat(call, s); list != nil {
			return list
		}
	}
	return []reading{{is: isWhole, factor: 1, at: at}}
}

// receiver is the call of a named function whose only result the receiver of
// call is; nil where it is anything else.
func receiver(call *ssa.Call) *ssa.Call {
	if len(call.Call.Args) == 0 || call.Call.Signature().Recv() == nil {
		return nil
	}
	made, ok := call.Call.Args[0].(*ssa.Call)
	if !ok {
		return nil
	}
	if fn := calleeOf(made.Common()); fn == nil || fn.Pkg() == nil {
		return nil
	}
	return made
}

// wholeDecimal reports whether the float that call makes of a decimal is whole,
// because the decimal was rounded: d.Round(0).InexactFloat64().
func wholeDecimal(call *ssa.Call) bool {
	made := receiver(call)
	if made == nil || !wholeDecimals[qualified(calleeOf(made.Common()))] {
		return false
	}
	if args := made.Call.Args; len(args) > 1 {
		places, ok := args[1].(*ssa.Const)
		return ok && places.Value != nil && places.Int64() == 0
	}
	return true
}

// madeOfFloat judges the integer of a decimal, where it is nothing but a float
// in other clothes: shopspring's NewFromFloat is exact, so that a float which was
// multiplied before is as much too small as it was, and go-money's multiplies
// and cuts by itself. It gives nil for decimals that come from elsewhere.
func (ev *evaluation) madeOfFloat(call *ssa.Call, s spot) []reading {
	made := receiver(call)
	if made == nil {
		return nil
	}
	var judge func(a reading) reading
	switch qualified(calleeOf(made.Common())) {
	case "github.com/shopspring/decimal.NewFromFloat":
		at := ev.r.place(call.Pos())
		judge = func(a reading) reading {
			if a.changesUnit() {
				return a.toInteger(at, place.Step{Pos: at.Position, Note: "cut by " + code.CalleeName(call.Common())})
			}
			return reading{is: isWhole, factor: 1, at: at}
		}
	case "github.com/Rhymond/go-money.NewFromFloat":
		judge = func(a reading) reading { return moneyOf(a, ev.r.place(made.Pos())) }
	default:
		return nil
	}
	return eachReading(ev.judge(spot{v: made.Call.Args[0], ctx: s.ctx, at: made}), judge)
}

// moneyOf judges the amount of go-money's NewFromFloat(a, "NOK"). The currencies
// of the Nordic countries have hundred of the smallest unit; others may have
// less, but lose as much.
func moneyOf(a reading, at place.Place) reading {
	const hundred = 100
	o := operator{op: token.MUL, at: at}
	list := o.floats(a, reading{is: isConst, float: true, factor: 1, num: hundred})
	return list[0].toInteger(at, place.Step{Pos: at.Position, Note: "cut by NewFromFloat"})
}
