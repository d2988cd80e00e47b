package main

import (
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/vippslint/vippslint/internal/corpus"
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
	s.count([]line{a, c}, []lostAnswer{{at: a}, {at: b}})
	if (s != score{right: 1, wrong: 1, missed: 1}) {
		t.Errorf("%+v, want one of each", s)
	}
	s = score{}
	s.count([]line{b, c}, []lostAnswer{{at: a, below: 1}, {at: b}})
	if (s != score{right: 1, wrong: 1}) {
		t.Errorf("%+v, want one right, for both, and one wrong", s)
	}
}

func TestLostAnswers(t *testing.T) {
	got := lostAnswers([]corpus.Place{
		{File: "a.go", Line: 1, Topic: "vippsresponse/error-dropped"},
		{File: "a.go", Line: 1, Topic: "vippsresponse/status-unchecked"},
		{File: "a.go", Line: 2, Topic: "vippsamount/truncated"},
		{File: "a.go", Line: 3, Topic: "vippsresponse/error-swallowed"},
	})
	want := []lostAnswer{{at: line{"a.go", 1}}, {line{"a.go", 3}, swallowedBelow}}
	if !slices.Equal(got, want) {
		t.Errorf("lost are %v, want %v", got, want)
	}
}

func TestNoPrograms(t *testing.T) {
	if _, err := compare(t.TempDir()); err == nil || !strings.Contains(err.Error(), "-programs") {
		t.Errorf("error %v, want one that names the flag", err)
	}
}
