package analyzers

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/vippslint/vippslint/internal/catalog"
	"github.com/vippslint/vippslint/internal/rule"
)

var update = flag.Bool("update", false, "write the pages in docs/rules")

// page returns the page of a rule for docs/rules, in Markdown.
func page(r Rule) string {
	name := r.Analyzer.Name
	var b strings.Builder
	fmt.Fprintf(&b, "<!-- Made from analyzers/%s/doc.go by go generate ./analyzers; do not edit. -->\n\n", name)
	fmt.Fprintf(&b, "# %s\n\n%s %s.\n\n", name, name, rule.Summary(r.Analyzer))
	fmt.Fprintf(&b, "Severity: %s, %s. Categories:", r.Severity, r.state(""))
	for i, c := range r.Categories {
		if i > 0 {
			b.WriteByte(',')
		}
		fmt.Fprintf(&b, " [%s](#%s)", c, c)
	}
	b.WriteString(".\n\n")
	b.WriteString(rule.DocOf(r.Analyzer).Markdown())
	fmt.Fprintf(&b, `
## Living with a finding

Switch a category off with the flag `+"`-%[1]s.disable=%[2]s`"+`. To keep one line as it is,
say why, on the line or alone above it:

	//vippslint:ignore %[1]s/%[2]s the reason, which is required

A directive without a reason, or with a rule or category that does not exist, ignores nothing and is reported.
`, name, r.Categories[0])
	if off := catalog.OffByDefault(name); len(off) > 0 {
		fmt.Fprintf(&b, `
What is off by default is switched on with the flag `+"`-%[1]s.enable=%[2]s`"+`, or in the settings of
golangci-lint with `+"`enable: [%[1]s/%[3]s]`"+`.
`, name, strings.Join(off, ","), off[0])
	}
	return b.String()
}

func TestPages(t *testing.T) {
	dir := filepath.Join("..", "docs", "rules")
	var want []string
	for _, r := range All() {
		name := r.Analyzer.Name + ".md"
		want = append(want, name)
		path := filepath.Join(dir, name)
		if *update {
			if err := os.MkdirAll(dir, 0o777); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(path, []byte(page(r)), 0o666); err != nil {
				t.Fatal(err)
			}
		}
		have, err := os.ReadFile(path)
		if err != nil {
			t.Error(err)
		} else if strings.ReplaceAll(string(have), "\r\n", "\n") != page(r) {
			t.Errorf("%s is not up to date; run go generate ./analyzers", path)
		}
	}
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	slices.Sort(want)
	var have []string
	for _, e := range entries {
		have = append(have, e.Name())
	}
	if !slices.Equal(have, want) {
		t.Errorf("%s holds %q, want %q", dir, have, want)
	}
}

func TestPageAnchors(t *testing.T) {
	for _, r := range All() {
		page := page(r)
		for _, c := range r.Categories {
			if !strings.Contains(page, "\n## "+c+"\n") {
				t.Errorf("page of %s has no heading %s, to which URLs lead", r.Analyzer.Name, c)
			}
		}
	}
}
