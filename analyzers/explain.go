package analyzers

import (
	"fmt"
	"slices"
	"strings"

	"github.com/vippslint/vippslint/internal/catalog"
	"github.com/vippslint/vippslint/internal/report"
	"github.com/vippslint/vippslint/internal/rule"
)

// Explain returns the documentation of a topic as plain text: all rules for "",
// a rule for "vippsamount", a category of it for "vippsamount/truncated". The
// error is one line that names what is not known and what is.
func Explain(topic string) (string, error) {
	if topic == "" {
		return overview(), nil
	}
	name, category, err := catalog.Find(topic)
	if err != nil {
		return "", err
	}
	for _, r := range All() {
		if r.Analyzer.Name != name {
			continue
		}
		text := fmt.Sprintf("%s: %s", name, r.Analyzer.Doc)
		if category != "" {
			text = fmt.Sprintf("%s/%s\n\n%s", name, category, rule.DocOf(r.Analyzer).Section(category))
		}
		return fmt.Sprintf("%s\n%s, %s\n%s\n", text, r.severity(category), r.state(category), report.URL(name, category)), nil
	}
	return "", fmt.Errorf("rule %s is in the catalogue and not in the list of rules", name)
}

func overview() string {
	var b strings.Builder
	for _, r := range All() {
		fmt.Fprintf(&b, "%-14s %-8s %s\n", r.Analyzer.Name, r.Severity, rule.Summary(r.Analyzer))
		fmt.Fprintf(&b, "%-14s %-8s %s\n", "", "", strings.Join(r.Categories, ", "))
	}
	return b.String()
}

// severity is that of a category, or of the rule for "": what is off by default
// only informs.
func (r Rule) severity(category string) Severity {
	if slices.Contains(catalog.OffByDefault(r.Analyzer.Name), category) {
		return Info
	}
	return r.Severity
}

// state says of a category, or of the rule for "", whether it is on.
func (r Rule) state(category string) string {
	off := catalog.OffByDefault(r.Analyzer.Name)
	switch {
	case !r.Default || slices.Contains(off, category):
		return "off by default"
	case category == "" && len(off) > 0:
		return "on by default except " + strings.Join(off, ", ") + " (" + string(Info) + ")"
	}
	return "on by default"
}
