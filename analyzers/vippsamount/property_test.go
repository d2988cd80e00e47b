package vippsamount

import (
	"fmt"
	"go/ast"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/vippslint/vippslint/internal/ruletest"
)

// The forms of the property test, each a file with a function NAME that makes
// øre of a price in kroner, given as a float and as text; more is what it adds.
var forms = []struct {
	name, source string
	more         int64
}{
	{"plain", "func NAME(price float64, _ string) int64 { return int64(price * 100) }", 0},
	{"scientific", "func NAME(price float64, _ string) int64 { return int64(price * 1e2) }", 0},
	{"constant first", "func NAME(price float64, _ string) int64 { return int64(100 * price) }", 0},
	{"ten twice", "func NAME(price float64, _ string) int64 { return int64(price * 10 * 10) }", 0},
	{"divided", "func NAME(price float64, _ string) int64 { return int64(price / 0.01) }", 0},
	{"parentheses", "func NAME(price float64, _ string) int64 { return (int64)(((price) * (100))) }", 0},
	{"local", "func NAME(price float64, _ string) int64 {\n\tminor := price * 100\n\treturn int64(minor)\n}", 0},
	{"int", "func NAME(price float64, _ string) int64 { ore := int(price * 100); return int64(ore) }", 0},
	{"unsigned", "func NAME(price float64, _ string) int64 { return int64(uint32(price * 100)) }", 0},
	{"named integer", "type NAMEOre int32\n\nfunc NAME(price float64, _ string) int64 { return int64(NAMEOre(price * 100)) }", 0},
	{"named float", "type NAMEKroner float64\n\nfunc NAME(price float64, _ string) int64 { k := NAMEKroner(price); return int64(k * 100) }", 0},
	{"single", "func NAME(price float64, _ string) int64 { p := float32(price); return int64(p * 100) }", 0},
	{"generic", "func NAMEOf[F ~float32 | ~float64, I ~int | ~int64](price F) I { return I(price * 100) }\n\nfunc NAME(price float64, _ string) int64 { return NAMEOf[float64, int64](price) }", 0},
	{"floor", "import \"math\"\n\nfunc NAME(price float64, _ string) int64 { return int64(math.Floor(price * 100)) }", 0},
	{"ceil", "import \"math\"\n\nfunc NAME(price float64, _ string) int64 { return int64(math.Ceil(price * 100)) }", 0},
	{"trunc", "import . \"math\"\n\nfunc NAME(price float64, _ string) int64 { return int64(Trunc(price * 100)) }", 0},
	{"fee", "func NAME(price float64, _ string) int64 { const fee = 49.90; return int64((price + fee) * 100) }", 4990},
	{"fee apart", "func NAME(price float64, _ string) int64 { fee := 49.90; return int64(price*100 + fee*100) }", 4990},
	{"floors added", "import \"math\"\n\nfunc NAME(price float64, _ string) int64 { fee := 49.90; return int64(math.Floor(price*100) + math.Ceil(fee*100)) }", 4990},
	{"count", "func NAME(price float64, _ string) int64 { return int64(price*100) * 3 / 3 }", 0},
	{"shadowed", "func NAME(price float64, _ string) int64 { math := price; return int64(math * 100) }", 0},
	{"parsed", "import \"strconv\"\n\nfunc NAME(_ float64, text string) int64 {\n\tprice, err := strconv.ParseFloat(text, 64)\n\tif err != nil {\n\t\tpanic(err)\n\t}\n\treturn int64(price * 100)\n}", 0},
}

// tryForms is the end of a program that runs each form, bad and fixed, over
// every price from 0.00 to 10,000.00.
const tryForms = `
type form struct {
	name       string
	more       int64
	bad, fixed func(price float64, text string) int64
}

func main() {
	wrong := make([][2]int, len(forms))
	for ore := int64(0); ore <= 1_000_000; ore++ {
		text := fmt.Sprintf("%d.%02d", ore/100, ore%100)
		parsed, err := strconv.ParseFloat(text, 64)
		if err != nil {
			panic(err)
		}
		for _, price := range []float64{float64(ore) / 100, parsed} {
			for i, f := range forms {
				if f.bad(price, text) != ore+f.more {
					wrong[i][0]++
				}
				if got := f.fixed(price, text); got != ore+f.more {
					if wrong[i][1]++; wrong[i][1] == 1 {
						fmt.Printf("%s: fixed, %s kr gives %d\n", f.name, text, got)
					}
				}
			}
		}
	}
	for i, f := range forms {
		if wrong[i][0] == 0 {
			fmt.Printf("%s: right without the fix\n", f.name)
		}
	}
}
`

// TestFixGivesExactOre takes what the fix makes of each form, compiles it and
// runs it over a million prices: the fixed form gives the exact øre of all of
// them, the one before the fix does not.
func TestFixGivesExactOre(t *testing.T) {
	if testing.Short() {
		t.Skip("runs a million prices")
	}
	dir := t.TempDir()
	write := func(name, text string) {
		t.Helper()
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	list := ""
	for i, f := range forms {
		bad, good := fmt.Sprintf("bad%d", i), fmt.Sprintf("fixed%d", i)
		source := "package main\n\n" + f.source + "\n"
		write(bad+".go", strings.ReplaceAll(source, "NAME", bad))
		write(good+".go", fixConversions(t, f.name, strings.ReplaceAll(source, "NAME", good)))
		list += fmt.Sprintf("\t{%q, %d, %s, %s},\n", f.name, f.more, bad, good)
	}
	write("go.mod", "module prices\n\ngo 1.25\n")
	write("main.go", "package main\n\nimport (\n\t\"fmt\"\n\t\"strconv\"\n)\n\nvar forms = []form{\n"+list+"}\n"+tryForms)
	cmd := exec.Command("go", "run", ".")
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "GOWORK=off", "GOFLAGS=")
	out, err := cmd.CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	if len(out) > 0 {
		t.Errorf("%s", out)
	}
}

// fixConversions applies the fix of the one conversion in source that has one.
func fixConversions(t *testing.T, name, source string) string {
	t.Helper()
	pass := ruletest.Check(t, source)
	fixed := ""
	ast.Inspect(pass.Files[0], func(n ast.Node) bool {
		call, ok := n.(*ast.CallExpr)
		if !ok || !isCut(pass, call) {
			return true
		}
		fixes := roundFix(pass, call, orePerKrone)
		if len(fixes) != 1 || fixed != "" {
			t.Fatalf("%s: %d fixes, or two conversions", name, len(fixes))
		}
		fixed = ruletest.Apply(pass, source, fixes[0])
		return true
	})
	if fixed == "" {
		t.Fatalf("%s has no conversion", name)
	}
	return fixed
}
