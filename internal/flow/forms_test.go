package flow_test

import (
	"bytes"
	"fmt"
	"go/ast"
	"go/parser"
	"go/printer"
	"go/token"
	"math"
	"math/big"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/analysistest"

	"github.com/vippslint/vippslint/internal/flow"
)

// A form is a way to make øre of kroner. The test runs it for every price, and
// asks flow for its verdict on the same source text.
type form struct {
	verdict flow.Verdict
	give    func(x float64) int64 // x is a price in kroner, with two decimals
	want    func(ore int64) int64
}

func same(ore int64) int64     { return ore }
func kroner(ore int64) int64   { return ore / 100 * 100 }
func kronerUp(ore int64) int64 { return (ore + 99) / 100 * 100 }

// times is ore times num/den, rounded to the nearest.
func times(num, den int64) func(int64) int64 {
	return func(ore int64) int64 { return (2*ore*num + den) / (2 * den) }
}

// down is ore times num/den, rounded down.
func down(num, den int64) func(int64) int64 {
	return func(ore int64) int64 { return ore * num / den }
}

var forms = []form{
	{flow.Clean, func(x float64) int64 { return int64(math.Round(x * 100)) }, same},
	{flow.Clean, func(x float64) int64 { return int64(math.RoundToEven(x * 100)) }, same},
	{flow.Clean, func(x float64) int64 { return int64(math.Round(x * 10 * 10)) }, same},
	{flow.Clean, func(x float64) int64 { return int64(math.Round(x / 0.01)) }, same},
	{flow.Clean, func(x float64) int64 { return int64(math.Floor(x*100 + 0.5)) }, same},
	{flow.Clean, func(x float64) int64 { return int64(math.Trunc(x*100 + 0.5)) }, same},
	{flow.Clean, func(x float64) int64 { return int64(math.Ceil(x*100 - 0.5)) }, same},
	{flow.Clean, func(x float64) int64 { return int64(x*100 + 0.5) }, same},
	{flow.Clean, func(x float64) int64 { return int64(x*100 + math.Copysign(0.5, x)) }, same},
	{flow.Clean, func(x float64) int64 { return int64(x*100+49.5) - 49 }, same},
	{flow.Clean, func(x float64) int64 { return -int64(math.Round(-x * 100)) }, same},
	{flow.Clean, func(x float64) int64 { return int64(math.Ceil(math.Round(x * 100))) }, same},
	{flow.Clean, func(x float64) int64 { return int64(math.Round(math.Round(x*100) / 100 * 100)) }, same},
	{flow.Clean, func(x float64) int64 { return int64(math.Round(math.Round(x*1000) / 10)) }, same},
	{flow.Clean, func(x float64) int64 { return int64(math.Round(float64(float32(x)) * 100)) }, same},
	{flow.Clean, func(x float64) int64 { return int64(math.Round(float64(float32(x) * 100))) }, same},
	{flow.Clean, func(x float64) int64 { return int64(float32(x)*100 + 0.5) }, same},
	{flow.Clean, func(x float64) int64 { return int64(float64(int64(math.Round(x*100)))/0.01) / 100 }, same},
	{flow.Clean, func(x float64) int64 { return int64(math.Round(x*100) * 149.5 * 2) }, down(299, 1)},
	{flow.Clean, func(x float64) int64 { return int64((math.Round(x*100) + 0.5) * 2) }, func(ore int64) int64 { return 2*ore + 1 }},
	{flow.Clean, func(x float64) int64 { return int64(math.Round(x*100)) * 3 }, down(3, 1)},
	{flow.Clean, func(x float64) int64 { return int64(math.Round(x*100) * 3) }, down(3, 1)},
	{flow.Clean, func(x float64) int64 { return int64(math.Round(math.Round(x*100) * 0.8)) }, times(8, 10)},
	{flow.Clean, func(x float64) int64 { return int64(math.Floor(math.Round(x*100) * 0.25)) }, down(1, 4)},
	{flow.Clean, func(x float64) int64 { return int64(math.Round(x*100)) * 80 / 100 }, down(8, 10)},
	{flow.Clean, func(x float64) int64 { return int64(math.Floor(x) * 100) }, kroner},
	{flow.Clean, func(x float64) int64 { return int64(math.Floor(x)) * 100 }, kroner},
	{flow.Clean, func(x float64) int64 { return int64(math.Ceil(x)) * 100 }, kronerUp},
	{flow.Clean, func(x float64) int64 { return int64(math.Floor(math.Round(x*100)/100)) * 100 }, kroner},
	{flow.Clean, func(x float64) int64 {
		sum := 0.0
		for range 3 {
			sum += x
		}
		return int64(math.Round(sum * 100))
	}, down(3, 1)},
	{flow.Clean, func(x float64) int64 {
		sum := 0.0
		for range 3 {
			sum += math.Round(x * 100)
		}
		return int64(sum)
	}, down(3, 1)},
	{flow.Clean, func(x float64) int64 {
		n, _ := strconv.ParseInt(strings.Replace(strconv.FormatFloat(x, 'f', 2, 64), ".", "", 1), 10, 64)
		return n
	}, same},
	{flow.Clean, func(x float64) int64 { n, _ := strconv.Atoi(fmt.Sprintf("%.0f", x*100)); return int64(n) }, same},

	{flow.Truncated, func(x float64) int64 { return int64(x * 100) }, same},
	{flow.Truncated, func(x float64) int64 { return int64(x * 1e2) }, same},
	{flow.Truncated, func(x float64) int64 { return int64(x * 10 * 10) }, same},
	{flow.Truncated, func(x float64) int64 { return int64(x / 0.01) }, same},
	{flow.Truncated, func(x float64) int64 { return int64(math.Floor(x * 100)) }, same},
	{flow.Truncated, func(x float64) int64 { return int64(math.Ceil(x * 100)) }, same},
	{flow.Truncated, func(x float64) int64 { return int64(math.Trunc(x * 100)) }, same},
	{flow.Truncated, func(x float64) int64 { n, _ := math.Modf(x * 100); return int64(n) }, same},
	{flow.Truncated, func(x float64) int64 { return int64(math.Floor(x * 10 * 10)) }, same},
	{flow.Truncated, func(x float64) int64 { return int64(math.Floor(x / 0.01)) }, same},
	{flow.Truncated, func(x float64) int64 { return int64(math.Round(math.Floor(x * 100))) }, same},
	{flow.Truncated, func(x float64) int64 { return int64(math.Round(float64(int64(x * 100)))) }, same},
	{flow.Truncated, func(x float64) int64 { return int64(math.Floor(x*100) + 0.5) }, same},
	{flow.Truncated, func(x float64) int64 { return int64(math.Round(x*100) / 100 * 100) }, same},
	{flow.Truncated, func(x float64) int64 { return int64(math.Floor(math.Round(x*100) / 100 * 100)) }, same},
	{flow.Truncated, func(x float64) int64 { return int64(math.Round(x*100) * 0.01 * 100) }, same},
	{flow.Truncated, func(x float64) int64 { return int64(math.Round(x*100) * 0.8) }, times(8, 10)},
	{flow.Truncated, func(x float64) int64 { return int64(math.Round(x*100) * 1.25) }, times(125, 100)},
	{flow.Truncated, func(x float64) int64 { return int64(math.Round(x*100) / 1.25) }, times(100, 125)},
	{flow.Truncated, func(x float64) int64 { return int64(x * 1.25 * 100) }, times(125, 100)},
	{flow.Truncated, func(x float64) int64 { return int64(math.Floor(x*1.1*100 + 0)) }, down(11, 10)},
	{flow.Truncated, func(x float64) int64 { return int64((x + 0.5) * 100) }, func(ore int64) int64 { return ore + 50 }},
	{flow.Truncated, func(x float64) int64 { return int64((x + 49.5) * 100) }, func(ore int64) int64 { return ore + 4950 }},
	{flow.Truncated, func(x float64) int64 { return int64(x*100 + 5) }, func(ore int64) int64 { return ore + 5 }},
	{flow.Truncated, func(x float64) int64 { return int64(x*100) + 5 }, func(ore int64) int64 { return ore + 5 }},
	{flow.Truncated, func(x float64) int64 { return 3 * int64(x*100) }, down(3, 1)},
	{flow.Truncated, func(x float64) int64 { return int64(float64(float32(x)) * 100) }, same},
	{flow.Truncated, func(x float64) int64 { return int64(float32(x) * 100) }, same},
	{flow.Truncated, func(x float64) int64 {
		sum := 0.0
		for range 3 {
			sum += x
		}
		return int64(sum * 100)
	}, down(3, 1)},
	{flow.Truncated, func(x float64) int64 {
		y, _ := strconv.ParseFloat(fmt.Sprintf("%.2f", x), 64)
		return int64(y * 100)
	}, same},
	{flow.Truncated, func(x float64) int64 {
		n, _ := new(big.Float).Mul(big.NewFloat(x), big.NewFloat(100)).Int64()
		return n
	}, same},
}

// TestForms holds every form against every price from 0.00 to 1,000.00: what is
// clean is right for all of them, what is truncated is wrong for one at least,
// and flow says of the source text which it is.
func TestForms(t *testing.T) {
	texts := formTexts(t)
	for i, f := range forms {
		wrong := 0
		for ore := int64(0); ore <= 100_000; ore++ {
			if f.give(float64(ore)/100) != f.want(ore) {
				wrong++
			}
		}
		if (f.verdict == flow.Truncated) != (wrong > 0) {
			t.Errorf("%s: %d prices are wrong", texts[i], wrong)
		}
	}

	verdicts := verdictsOf(t, texts)
	for i, f := range forms {
		bad := strings.Contains(verdicts[i], "truncated")
		clean := verdicts[i] == "clean"
		if bad != (f.verdict == flow.Truncated) || clean != (f.verdict == flow.Clean) {
			t.Errorf("%s: flow says %q", texts[i], verdicts[i])
		}
	}
}

// formTexts gives the source of the functions in forms, from this file.
func formTexts(t *testing.T) []string {
	t.Helper()
	fset := token.NewFileSet()
	file, err := parser.ParseFile(fset, "forms_test.go", nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	var texts []string
	ast.Inspect(file, func(n ast.Node) bool {
		spec, ok := n.(*ast.ValueSpec)
		if !ok || spec.Names[0].Name != "forms" {
			return true
		}
		for _, f := range spec.Values[0].(*ast.CompositeLit).Elts {
			var b bytes.Buffer
			if err := printer.Fprint(&b, fset, f.(*ast.CompositeLit).Elts[1]); err != nil {
				t.Fatal(err)
			}
			texts = append(texts, b.String())
		}
		return false
	})
	if len(texts) != len(forms) {
		t.Fatalf("%d texts of %d forms", len(texts), len(forms))
	}
	return texts
}

// verdictsOf asks flow for the number that each function gives for a parsed
// price.
func verdictsOf(t *testing.T, texts []string) []string {
	t.Helper()
	var src strings.Builder
	src.WriteString("package forms\n\nimport (\n\"fmt\"\n\"math\"\n\"math/big\"\n\"strconv\"\n\"strings\"\n)\n\n")
	src.WriteString("var _, _, _ = fmt.Sprint, big.NewInt, strings.Repeat\n\nfunc sink(any) {}\n\n")
	for i, text := range texts {
		fmt.Fprintf(&src, "func use%d(text string) {\nx, _ := strconv.ParseFloat(text, 64)\nif math.IsNaN(x) {\nreturn\n}\nsink((%s)(x))\n}\n\n", i, text)
	}
	dir := t.TempDir()
	if err := os.MkdirAll(filepath.Join(dir, "src", "forms"), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "src", "forms", "forms.go"), []byte(src.String()), 0o666); err != nil {
		t.Fatal(err)
	}
	names := map[flow.Verdict]string{flow.Clean: "clean", flow.Truncated: "truncated", flow.Float: "float", flow.Whole: "whole", flow.FromParam: "parameter"}
	var verdicts []string
	probe := &analysis.Analyzer{
		Name:     "probe",
		Doc:      "ask for the verdict on each form",
		Requires: []*analysis.Analyzer{flow.Analyzer},
		Run: func(pass *analysis.Pass) (any, error) {
			r := pass.ResultOf[flow.Analyzer].(*flow.Result)
			for _, call := range sinks(r) {
				said := make(map[string]bool)
				for _, n := range r.Numbers(flow.Arg(call, 0)) {
					said[names[n.Verdict]] = true
				}
				switch {
				case said["truncated"]:
					verdicts = append(verdicts, "truncated")
				case len(said) == 1 && said["clean"]:
					verdicts = append(verdicts, "clean")
				default:
					verdicts = append(verdicts, fmt.Sprint(said))
				}
			}
			return nil, nil
		},
	}
	analysistest.Run(t, dir, probe, "forms")
	if len(verdicts) != len(texts) {
		t.Fatalf("%d verdicts on %d forms", len(verdicts), len(texts))
	}
	return verdicts
}
