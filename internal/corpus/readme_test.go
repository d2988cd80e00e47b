package corpus

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// The finding in the README is one that the first shop really has.
func TestReadmeShowsARealFinding(t *testing.T) {
	text, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	_, rest, _ := strings.Cut(string(text), "\n```\n")
	shown, _, ok := strings.Cut(rest, "\n```\n")
	if !ok || !strings.Contains(shown, "[vippsamount/truncated]") {
		t.Fatalf("the first block of the README is no finding: %q", shown)
	}
	out := command(t, absolute(t, filepath.Join(programs, "shop-ecom")), lint(t), "./...").out
	if !strings.Contains(out, shown) {
		t.Errorf("the README shows\n%s\nvippslint says\n%s", shown, out)
	}
}
