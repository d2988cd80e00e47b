package unit

import (
	"cmp"
	"errors"
	"fmt"
	"go/token"
	"os"
	"slices"
	"strings"
	"sync"

	"golang.org/x/tools/go/analysis"

	"github.com/vippslint/vippslint/internal/guard"
	"github.com/vippslint/vippslint/internal/requires"
)

// A record keeps what the analyzers of the unit did.
//
// It is there because unitchecker has no good way of saying that an analyzer
// failed: it drops the error where only facts are asked for, shortens it to
// "failed prerequisites" for the analyzers that build on the failed one, and
// ends with 0 under go vet, which then keeps an empty answer in its cache and
// is silent from the second run on.
type record struct {
	mu     sync.Mutex
	bad    map[*analysis.Analyzer]bool // failed, or built on one that failed
	errs   []string
	found  []found
	silent bool // only facts are asked for
}

// A found is a finding, kept for the case that unitchecker does not print it.
type found struct {
	pos  token.Position
	text string
}

// watch makes every analyzer of the unit keep a record, and returns one more
// analyzer, which runs after all of them: where one has failed, it prints the
// findings of the others and the failures, and ends the process with 2, so that
// go vet shows both and caches nothing.
func watch(roots []*analysis.Analyzer, factsOnly bool) *analysis.Analyzer {
	r := &record{bad: make(map[*analysis.Analyzer]bool), silent: factsOnly}
	for _, a := range requires.Closure(roots) {
		run := guard.Run(a.Run)
		a.Run = func(pass *analysis.Pass) (any, error) { return r.run(run, pass) }
	}
	return &analysis.Analyzer{
		Name:     "vippsunit",
		Doc:      "end the unit with an error where an analyzer failed",
		Requires: slices.Clone(roots),
		Run: func(*analysis.Pass) (any, error) {
			r.endIfFailed()
			return nil, nil
		},
	}
}

// run runs one analyzer. To unitchecker it never fails, so that the last one
// is run in any case; those that build on a failed one are left out here.
func (r *record) run(run func(*analysis.Pass) (any, error), pass *analysis.Pass) (any, error) {
	if r.dependsOnFailed(pass.Analyzer) {
		return nil, nil
	}
	noted := *pass
	noted.Report = func(d analysis.Diagnostic) {
		r.note(pass.Fset, pass.Analyzer, d)
		pass.Report(d)
	}
	result, err := run(&noted)
	if err != nil {
		r.failed(pass, err)
		return nil, nil
	}
	return result, nil
}

func (r *record) dependsOnFailed(a *analysis.Analyzer) bool {
	r.mu.Lock()
	defer r.mu.Unlock()
	if !slices.ContainsFunc(a.Requires, func(req *analysis.Analyzer) bool { return r.bad[req] }) {
		return false
	}
	r.bad[a] = true
	return true
}

func (r *record) note(fset *token.FileSet, a *analysis.Analyzer, d analysis.Diagnostic) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.found = append(r.found, found{fset.Position(d.Pos), fmt.Sprintf("%s [%s/%s]", d.Message, a.Name, d.Category)})
}

func (r *record) failed(pass *analysis.Pass, err error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.bad[pass.Analyzer] = true
	// A panic names analyzer and package by itself.
	if panicked := new(guard.Panic); !errors.As(err, &panicked) {
		err = fmt.Errorf("analyzer %s failed in package %s: %w", pass.Analyzer.Name, pass.Pkg.Path(), err)
	}
	r.errs = append(r.errs, err.Error())
}

func (r *record) endIfFailed() {
	r.mu.Lock()
	defer r.mu.Unlock()
	if len(r.errs) == 0 {
		return
	}
	if !r.silent {
		slices.SortFunc(r.found, func(a, b found) int {
			return cmp.Or(
				cmp.Compare(a.pos.Filename, b.pos.Filename),
				cmp.Compare(a.pos.Offset, b.pos.Offset),
				cmp.Compare(a.text, b.text))
		})
		for _, f := range r.found {
			fmt.Fprintf(os.Stderr, "%s: %s\n", f.pos, f.text)
		}
	}
	slices.Sort(r.errs)
	for _, line := range r.errs {
		fmt.Fprintf(os.Stderr, "%s: %s\n", name, strings.TrimSpace(line))
	}
	os.Exit(failed)
}
