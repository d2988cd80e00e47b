package vippsamount

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"golang.org/x/tools/go/analysis/analysistest"
)

func TestRule(t *testing.T) {
	// In one run, since the standard library is loaded for each.
	analysistest.Run(t, analysistest.TestData(), New(),
		"typed", "anonymous", "floatfield", "mapbody", "textbody", "helpers",
		"crosspkg/money", "crosspkg/pay", "crosspkg/swish", "crosspkg/shop",
		"lookalike", "clean",
	)
}

func TestFixes(t *testing.T) {
	analysistest.RunWithSuggestedFixes(t, analysistest.TestData(), New(), "fix")
}

// What the fixes leave behind is clean.
func TestFixedIsClean(t *testing.T) {
	golden, err := os.ReadFile(filepath.Join(analysistest.TestData(), "src", "fix", "fix.go.golden"))
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	pkg := filepath.Join(dir, "src", "fixed")
	if err := os.MkdirAll(pkg, 0o777); err != nil {
		t.Fatal(err)
	}
	fixed := bytes.ReplaceAll(golden, []byte("// want"), []byte("// was"))
	if err := os.WriteFile(filepath.Join(pkg, "fix.go"), fixed, 0o666); err != nil {
		t.Fatal(err)
	}
	analysistest.Run(t, dir, New(), "fixed")
}
