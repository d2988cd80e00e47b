package guard

import (
	"errors"
	"go/types"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"
)

func TestRun(t *testing.T) {
	failure := errors.New("no")
	pass := &analysis.Pass{Analyzer: &analysis.Analyzer{Name: "rule"}, Pkg: types.NewPackage("shop.example/pay", "pay")}

	result, err := Run(func(*analysis.Pass) (any, error) { return 7, failure })(pass)
	if result != 7 || err != failure {
		t.Errorf("got %v, %v; what does not panic passes through", result, err)
	}

	_, err = Run(func(*analysis.Pass) (any, error) { panic("odd") })(pass)
	var panicked *Panic
	if !errors.As(err, &panicked) || len(panicked.Stack) == 0 {
		t.Fatalf("got %v, want a Panic with its stack", err)
	}
	for _, part := range []string{"rule", "shop.example/pay", "odd"} {
		if !strings.Contains(err.Error(), part) {
			t.Errorf("%q does not name %s", err, part)
		}
	}
}
