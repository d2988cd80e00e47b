package vippstoken

import (
	"os"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis/analysistest"
)

func TestRule(t *testing.T) {
	// In one run, since the standard library is loaded for each.
	analysistest.Run(t, analysistest.TestData(), New(),
		"direct", "helpers", "carried", "transport", "cached", "refetch", "batch", "lookalike", "libraries", "server", "oneshot", "command", "lambda", "seldom", "documented", "limitations",
		"crosspkg/auth", "crosspkg/pay", "crosspkg/shop")
}

// The cache that the documentation shows is one that compiles and is silent.
func TestDocumentedCache(t *testing.T) {
	source, err := os.ReadFile("testdata/src/documented/documented.go")
	if err != nil {
		t.Fatal(err)
	}
	_, after, _ := strings.Cut(docFile, "// After:\n//\n")
	lines := 0
	var shown strings.Builder
	for line := range strings.Lines(after) {
		text, ok := strings.CutPrefix(line, "//\t")
		if !ok && line != "//\n" {
			break
		}
		if !ok {
			text = "\n"
		}
		shown.WriteString(text)
		lines++
	}
	if lines < 15 || !strings.Contains(string(source), strings.TrimSpace(shown.String())) {
		t.Errorf("%d lines that are not in the test data:\n%s", lines, shown.String())
	}
}
