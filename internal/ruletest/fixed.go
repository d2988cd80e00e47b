package ruletest

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/analysistest"
)

// FixedIsClean runs a rule over what its fixes made of testdata/src/fix/fix.go:
// in fix.go.golden it may find only what stands on lines that no fix touched.
func FixedIsClean(t *testing.T, a *analysis.Analyzer) {
	t.Helper()
	path := filepath.Join(analysistest.TestData(), "src", "fix", "fix.go")
	before, after := lines(t, path), lines(t, path+".golden")
	if len(before) != len(after) {
		t.Fatalf("%s has %d lines, fixed %d", path, len(before), len(after))
	}
	touched := 0
	for i := range after {
		old, _, _ := strings.Cut(before[i], "// want")
		code, _, _ := strings.Cut(after[i], "// want")
		if strings.TrimSpace(old) != strings.TrimSpace(code) {
			after[i] = code
			touched++
		}
	}
	if touched == 0 {
		t.Fatalf("no line of %s is fixed", path)
	}
	dir := t.TempDir()
	pkg := filepath.Join(dir, "src", "fixed")
	if err := os.MkdirAll(pkg, 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(pkg, "fix.go"), []byte(strings.Join(after, "\n")), 0o666); err != nil {
		t.Fatal(err)
	}
	analysistest.Run(t, dir, a, "fixed")
}

func lines(t *testing.T, path string) []string {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return strings.Split(string(data), "\n")
}
