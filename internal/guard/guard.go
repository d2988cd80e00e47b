// Package guard turns a panic of an analyzer into an error.
package guard

import (
	"fmt"
	"runtime/debug"

	"golang.org/x/tools/go/analysis"
)

// Run wraps the Run function of an analyzer: a panic in it becomes an error
// that names the analyzer and the package, so that one package that we do not
// cope with takes no other package's findings with it.
func Run(run func(*analysis.Pass) (any, error)) func(*analysis.Pass) (any, error) {
	return func(pass *analysis.Pass) (result any, err error) {
		defer func() {
			if p := recover(); p != nil {
				err = &Panic{Analyzer: pass.Analyzer.Name, Package: pass.Pkg.Path(), Value: p, Stack: debug.Stack()}
			}
		}()
		return run(pass)
	}
}

// A Panic is the error that stands for a panic of an analyzer.
type Panic struct {
	Analyzer string
	Package  string
	Value    any
	Stack    []byte
}

// Error is one line that names the analyzer and the package.
func (p *Panic) Error() string {
	return fmt.Sprintf("analyzer %s panicked in package %s: %v; please report it, and leave the package out until then", p.Analyzer, p.Package, p.Value)
}
