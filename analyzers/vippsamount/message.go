package vippsamount

import (
	"fmt"
	"go/ast"
	"go/token"
	"go/types"
	"path/filepath"
	"strconv"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/vippslint/vippslint/internal/evidence"
	"github.com/vippslint/vippslint/internal/flow"
	"github.com/vippslint/vippslint/internal/rule"
)

// orePerKrone is the factor between kroner and øre.
const orePerKrone = 100

// times multiplies at run time, where a constant expression would be exact.
func times(price, factor float64) float64 { return price * factor }

// An example price that has no exact float, in kroner.
const examplePrice = 19.99

func fieldMessage(t *evidence.FloatType) string {
	return fmt.Sprintf("amount field is a float (%s is sent as %s); make it an int64 of whole øre: %s, which is %s",
		product(examplePrice, orePerKrone), number(times(examplePrice, orePerKrone)), declaration(t.Var), rule.Target(t.Op, t.Field))
}

func valueMessage(pass *analysis.Pass, category string, p *evidence.Place, n flow.Number, conversion *ast.CallExpr) string {
	switch category {
	case floatValue:
		return fmt.Sprintf("amount is a float (%s is sent as %s); send an integer of whole øre: int64(math.Round(x*100)) in %s",
			product(examplePrice, orePerKrone), number(times(examplePrice, orePerKrone)), rule.Target(p.Op, p.Field))
	case floatText:
		return fmt.Sprintf("amount is printed from a float (%s is sent as %s); print an integer of whole øre with %%d: int64(math.Round(x*100)) in %s",
			product(examplePrice, orePerKrone), printed(p.Verb, times(examplePrice, orePerKrone)), rule.Target(p.Op, p.Field))
	}
	what := "amount is cut to whole øre, not rounded"
	if p.Cut && n.Verdict == flow.Float {
		return fmt.Sprintf("%s, by the function that it is passed to (%s); pass a whole number of øre: math.Round(x*100)", what, loss(n.Factor))
	}
	where := ""
	if at := n.At.Position; !n.At.Pos.IsValid() && at.IsValid() {
		where = fmt.Sprintf(" in %s:%d", filepath.Base(at.Filename), at.Line)
	}
	return fmt.Sprintf("%s (%s); round before the conversion%s: %s", what, loss(n.Factor), where, rounded(pass, conversion, n.Factor))
}

// loss gives a real example of what a conversion to an integer loses after a
// float in kroner was multiplied by factor; 0 is an unknown one.
func loss(factor float64) string {
	if factor == orePerKrone {
		return fmt.Sprintf("%s kr becomes %d", number(examplePrice), int64(times(examplePrice, orePerKrone)))
	}
	if factor > 0 {
		for _, price := range []float64{examplePrice, 8.95, 4.35, 1.15, 0.57} {
			if x := times(price, factor); x < 1e15 && x != float64(int64(x)) {
				return fmt.Sprintf("%s is %s and becomes %d", product(price, factor), number(x), int64(x))
			}
		}
	}
	x := times(examplePrice, orePerKrone)
	return fmt.Sprintf("%s becomes %d", number(x), int64(x))
}

func product(a, b float64) string { return number(a) + "*" + number(b) }

func number(x float64) string { return strconv.FormatFloat(x, 'f', -1, 64) }

// printed gives what a verb makes of x, and what JSON makes of it where verb is
// none of fmt's for floats.
func printed(verb string, x float64) string {
	if strings.HasPrefix(verb, "%") {
		if s := fmt.Sprintf(verb, x); !strings.Contains(s, "%!") {
			return s
		}
	}
	return number(x)
}

// Expressions up to this length are shown in a message.
const shownLength = 60

// rounded gives the right form of a conversion, which may be nil.
func rounded(pass *analysis.Pass, conversion *ast.CallExpr, factor float64) string {
	if conversion != nil && !callsCutter(pass, conversion) {
		open, end := wrapping(pass, conversion, "math")
		s := types.ExprString(conversion.Fun) + "(" + open + types.ExprString(conversion.Args[0]) + end + ")"
		if len(s) <= shownLength {
			return s
		}
	}
	if factor == orePerKrone {
		return "int64(math.Round(x*100))"
	}
	return "int64(math.Round(x))"
}

// declaration writes a field as Go does: "Value float64".
func declaration(v *types.Var) string {
	return v.Name() + " " + types.TypeString(v.Type(), func(p *types.Package) string { return p.Name() })
}

func sameLine(a, b token.Position) bool { return a.Filename == b.Filename && a.Line == b.Line }
