package main

import (
	"strings"
	"testing"

	"github.com/vippslint/vippslint/internal/load"
)

func result() *load.Result {
	f := load.Finding{Rule: "vippsamount", Category: "truncated", Message: "cut"}
	f.Pos.Filename, f.Pos.Line = "/m/pay/pay.go", 7
	return &load.Result{
		Findings: []load.Finding{f},
		Problems: []load.Problem{
			{Package: "m/broken", Reason: "undefined: x"},
			{Package: "m/deep", Reason: "panicked", Stack: []byte("goroutine 1")},
		},
		Stats: load.Stats{Judged: 12, Functions: 340},
	}
}

func TestRow(t *testing.T) {
	if got, want := row("example.com/m@v1.2.3", result()), "| example.com/m v1.2.3 | 12 | 340 | 1 | 1 | 1 |"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
}

func TestTell(t *testing.T) {
	got := strings.Join(tell("/m", result()), "\n")
	want := "pay/pay.go:7: cut [vippsamount/truncated]\nnot judged: m/broken: undefined: x\n\nnot judged: m/deep: panicked\ngoroutine 1"
	if got != want {
		t.Errorf("%q, want %q", got, want)
	}
}
