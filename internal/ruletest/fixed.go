package ruletest

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/analysistest"
)

// FixedIsClean runs a rule over what its fixes made of each topic, a folder in
// testdata/src: what they touched is right now, and only what stands on lines
// that no fix touched is found.
func FixedIsClean(t *testing.T, a *analysis.Analyzer, topics ...string) {
	t.Helper()
	runFixed(t, a, unmarked, topics)
}

// FixedHasNone is FixedIsClean for topics in which each finding has a fix: now
// there are none, on lines that no fix touched either.
func FixedHasNone(t *testing.T, a *analysis.Analyzer, topics ...string) {
	t.Helper()
	runFixed(t, a, func(t *testing.T, _, after []string, path string) string {
		t.Helper()
		return unmarked(t, nil, after, path)
	}, topics)
}

// runFixed runs a rule over copies of topics, with the files that were fixed
// as unmark leaves them.
func runFixed(t *testing.T, a *analysis.Analyzer, unmark func(t *testing.T, before, after []string, path string) string, topics []string) {
	t.Helper()
	to := t.TempDir()
	for _, topic := range topics {
		from := filepath.Join(analysistest.TestData(), "src", topic)
		golden, err := filepath.Glob(filepath.Join(from, "*.go.golden"))
		if err != nil || len(golden) == 0 {
			t.Fatalf("no fixed file in %s (%v)", from, err)
		}
		if err := os.CopyFS(filepath.Join(to, "src", topic), os.DirFS(from)); err != nil {
			t.Fatal(err)
		}
		for _, path := range golden {
			name := strings.TrimSuffix(filepath.Base(path), ".golden")
			fixed := unmark(t, lines(t, filepath.Join(from, name)), lines(t, path), path)
			if err := os.WriteFile(filepath.Join(to, "src", topic, name), []byte(fixed), 0o666); err != nil {
				t.Fatal(err)
			}
		}
	}
	analysistest.Run(t, to, a, topics...)
}

// unmarked is the text after, without the marks of the lines whose code is not in
// the text before: a fix touched these. gofmt may have moved the marks.
func unmarked(t *testing.T, before, after []string, path string) string {
	t.Helper()
	touched := 0
	was := map[string]bool{}
	for _, line := range before {
		code, _, _ := strings.Cut(line, "// want")
		was[strings.TrimSpace(code)] = true
	}
	for i, line := range after {
		if code, _, marked := strings.Cut(line, "// want"); marked && !was[strings.TrimSpace(code)] {
			after[i] = code
			touched++
		}
	}
	if touched == 0 {
		t.Fatalf("%s fixes no line that is marked", path)
	}
	return strings.Join(after, "\n")
}

func lines(t *testing.T, path string) []string {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return strings.Split(string(data), "\n")
}
