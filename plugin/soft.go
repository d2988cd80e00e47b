package plugin

import (
	"errors"
	"fmt"
	"reflect"

	"golang.org/x/tools/go/analysis"

	"github.com/vippslint/vippslint/internal/guard"
)

// golangci-lint drops all findings, those of other linters too, when one
// analyzer fails in one package. So it is given copies of the analyzers that do
// not fail: their results are outcomes, and the rules report a failure as a
// finding of the package.

// An outcome is the result of a copy.
type outcome struct {
	result any
	failed *failure // nil where there is a result
}

// A failure is an analyzer that failed in the package at hand.
type failure struct {
	analyzer *analysis.Analyzer
	err      error
}

// copies are the copies made of analyzers, one of each.
type copies map[*analysis.Analyzer]*analysis.Analyzer

func (c copies) of(a *analysis.Analyzer) *analysis.Analyzer {
	if made := c[a]; made != nil {
		return made
	}
	made := &analysis.Analyzer{
		Name:             a.Name,
		Doc:              a.Doc,
		URL:              a.URL,
		Requires:         c.all(a.Requires),
		FactTypes:        a.FactTypes,
		ResultType:       reflect.TypeFor[outcome](),
		RunDespiteErrors: a.RunDespiteErrors,
	}
	made.Run = func(pass *analysis.Pass) (any, error) { return run(a, pass), nil }
	c[a] = made
	return made
}

func (c copies) all(analyzers []*analysis.Analyzer) []*analysis.Analyzer {
	var made []*analysis.Analyzer
	for _, a := range analyzers {
		made = append(made, c.of(a))
	}
	return made
}

// run runs a in place of its copy, the analyzer of pass.
func run(a *analysis.Analyzer, pass *analysis.Pass) outcome {
	inner := *pass
	inner.Analyzer = a
	inner.ResultOf = make(map[*analysis.Analyzer]any)
	for i, req := range a.Requires {
		o := pass.ResultOf[pass.Analyzer.Requires[i]].(outcome)
		if o.failed != nil {
			return o
		}
		inner.ResultOf[req] = o.result
	}
	result, err := guard.Run(a.Run)(&inner)
	if err != nil {
		// A panic names analyzer and package by itself.
		if panicked := new(guard.Panic); !errors.As(err, &panicked) {
			err = fmt.Errorf("analyzer %s failed in package %s: %w", a.Name, pass.Pkg.Path(), err)
		}
		return outcome{failed: &failure{a, err}}
	}
	return outcome{result: result}
}

// diagnostic is the finding that stands for the failure. It is on the package
// clause of the first file.
func (f *failure) diagnostic(pass *analysis.Pass) analysis.Diagnostic {
	name := pass.Files[0].Name
	return analysis.Diagnostic{
		Pos:     name.Pos(),
		End:     name.End(),
		Message: fmt.Sprintf("the package was not judged: %v", f.err),
	}
}
