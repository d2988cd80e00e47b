package main

import (
	"os"
	"strings"
	"testing"
)

// The table in the documentation is the one that the command prints.
func TestTableInDocs(t *testing.T) {
	if testing.Short() {
		t.Skip("loads every program with all that it imports")
	}
	scores, err := compare("../../testdata")
	if err != nil {
		t.Fatal(err)
	}
	var want strings.Builder
	table(&want, scores)
	page, err := os.ReadFile("../../docs/comparison.md")
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(string(page), want.String()) {
		t.Errorf("docs/comparison.md has another table than:\n%s", want.String())
	}
	ours := scores[len(scores)-1]
	if ours.linter != "vippsresponse" || ours.wrong != 0 || ours.missed != 0 {
		t.Errorf("ours: %+v, want every marked line and no other", ours)
	}
}

func TestCount(t *testing.T) {
	a, b, c := line{"a.go", 1}, line{"a.go", 2}, line{"b.go", 1}
	var s score
	s.count([]line{a, c}, []line{a, b})
	if (s != score{right: 1, wrong: 1, missed: 1}) {
		t.Errorf("%+v, want one of each", s)
	}
}

func TestNoPrograms(t *testing.T) {
	if _, err := compare(t.TempDir()); err == nil || !strings.Contains(err.Error(), "-programs") {
		t.Errorf("error %v, want one that names the flag", err)
	}
}
