package vippsamount

import (
	"fmt"
	"go/ast"
	"go/types"
	"math"
	"path/filepath"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/vippslint/vippslint/internal/evidence"
	"github.com/vippslint/vippslint/internal/flow"
	"github.com/vippslint/vippslint/internal/rule"
	"github.com/vippslint/vippslint/internal/vippsapi"
)

func fieldMessage(t *evidence.FloatType) string {
	return fmt.Sprintf("amount field is a float (%s); make it an int64 of whole øre: %s, which is %s",
		sent(1, ""), declaration(t.Var), rule.Target(t.Op, t.Field))
}

func valueMessage(pass *analysis.Pass, category string, p *evidence.Place, n flow.Number, conversion *ast.CallExpr) string {
	switch category {
	case floatValue, floatText:
		return floatMessage(category, p, n, cutBy(pass, n))
	}
	what := cutWhole
	if p.Cut && n.Verdict == flow.Float {
		return fmt.Sprintf("%s, by the function that it is passed to (%s); pass a whole number of øre: math.Round(x*100)", what, loss(n.Factor, cutOf("")))
	}
	if n.Late {
		return fmt.Sprintf("amount is cut to whole kroner before it is made øre (%s); multiply first, then round: int64(math.Round(x*100))", lateLoss())
	}
	by := ""
	if conversion != nil {
		if isRounded(pass, conversion.Args[0]) {
			return fmt.Sprintf("amount goes through a float32, which does not hold every øre (%s); use integers, or a float64 from the start", singleLoss())
		}
		if cutters := cuttersIn(pass, conversion.Args[0]); len(cutters) > 0 {
			by = cutters[0].name.Name
		}
	}
	if by == "Ceil" {
		what = raisedWhole
	}
	where := ""
	if at := n.At.Position; !n.At.Pos.IsValid() && at.IsValid() {
		where = fmt.Sprintf(" in %s:%d", filepath.Base(at.Filename), at.Line)
	}
	return fmt.Sprintf("%s (%s); round before the conversion%s: %s", what, loss(n.Factor, cutOf(by)), where, rounded(pass, conversion, n.Factor))
}

// What happens to an amount that is made whole by rounding it to one side.
const (
	cutWhole    = "amount is cut to whole øre, not rounded"
	raisedWhole = "amount is rounded up to whole øre, not to the nearest"
)

// floatMessage speaks of a float that gets into the JSON; by is as in judge.
func floatMessage(category string, p *evidence.Place, n flow.Number, by string) string {
	target := rule.Target(p.Op, p.Field)
	switch {
	case by != "":
		what := cutWhole
		if by == "Ceil" {
			what = raisedWhole
		}
		return fmt.Sprintf("%s, by math.%s (%s); use math.Round, and send an integer: int64(math.Round(x*100)) in %s", what, by, loss(n.Factor, cutOf(by)), target)
	case n.Verdict == flow.Whole:
		ore := math.Round(times(examplePrice, orePerKrone))
		return fmt.Sprintf("amount is printed with decimals (%s is sent as %s); print an integer of whole øre with %%d: int64(math.Round(x*100)) in %s",
			number(ore), printed(p.Verb, ore), target)
	case category == floatText:
		return fmt.Sprintf("amount is printed from a float (%s); print an integer of whole øre with %%d: int64(math.Round(x*100)) in %s", sent(n.Factor, p.Verb), target)
	}
	return fmt.Sprintf("amount is a float (%s); send an integer of whole øre: int64(math.Round(x*100)) in %s", sent(n.Factor, p.Verb), target)
}

// isRounded says whether a float is rounded as it should be. What is wrong then
// is that it is, or was, a float32.
func isRounded(pass *analysis.Pass, x ast.Expr) bool {
	return isSumOfWholes(pass, x) && len(cuttersIn(pass, x)) == 0
}

// rangeMessage names the limit that a constant breaks.
func rangeMessage(p *evidence.Place, o outlier) string {
	side, remedy := "above the maximum", "send at most"
	if o.problem.TooLow {
		side, remedy = "below the minimum", "send at least"
	}
	remedy = fmt.Sprintf("%s %d", remedy, o.problem.Limit)
	if o.problem.TooLow && o.amount > 0 {
		remedy = fmt.Sprintf("amounts are in øre, %d kr is %d", o.amount, o.amount*orePerKrone)
	}
	limit := fmt.Sprintf("%d %s", o.problem.Limit, o.problem.Unit)
	switch {
	case o.problem.Currency != "":
		limit += " for " + o.problem.Currency
	case o.problem.TooLow:
		limit += " for any currency"
	}
	return fmt.Sprintf("amount %d is %s of %s (the %s is refused); %s: %s", o.amount, side, limit, what(p.Op), remedy, rule.Target(p.Op, p.Field))
}

// what a request asks for, in a word; op may be nil.
func what(op *vippsapi.Operation) string {
	if op != nil {
		switch op.Purpose {
		case vippsapi.Capture, vippsapi.Refund:
			return string(op.Purpose)
		}
	}
	return "payment"
}

// Expressions up to this length are shown in a message.
const shownLength = 60

// rounded gives the right form of a conversion, which may be nil.
func rounded(pass *analysis.Pass, conversion *ast.CallExpr, factor float64) string {
	if conversion != nil {
		if s := roundedText(pass, conversion); s != "" && len(s) <= shownLength {
			return s
		}
	}
	if factor == orePerKrone {
		return "int64(math.Round(x*100))"
	}
	return "int64(math.Round(x))"
}

// roundedText writes a conversion as its fix does, "" where there is no such
// fix.
func roundedText(pass *analysis.Pass, conversion *ast.CallExpr) string {
	operand := types.ExprString(conversion.Args[0])
	if cutters := cuttersIn(pass, conversion.Args[0]); len(cutters) > 0 {
		if !isSumOfWholes(pass, conversion.Args[0]) {
			return ""
		}
		for _, c := range cutters {
			fun := types.ExprString(c.call.Fun)
			operand = strings.Replace(operand, fun+"(", strings.TrimSuffix(fun, c.name.Name)+"Round(", 1)
		}
		return types.ExprString(conversion.Fun) + "(" + operand + ")"
	}
	if isCutBefore(pass, conversion.Args[0]) {
		return ""
	}
	open, end := wrapping(pass, conversion.Args[0], "math.")
	return types.ExprString(conversion.Fun) + "(" + open + operand + end + ")"
}
