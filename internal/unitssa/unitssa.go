// Package unitssa builds SSA for chosen functions of the package at hand.
//
// It has no facts. A function is chosen by one scan of the syntax; see chosen.go.
package unitssa

import (
	"reflect"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"
)

// Analyzer gives a *Unit.
var Analyzer = &analysis.Analyzer{
	Name:       "vippsssa",
	Doc:        "build SSA for the functions that flow and evidence look at",
	Run:        run,
	ResultType: reflect.TypeFor[*Unit](),
}

// A Unit is the SSA of the chosen functions of one package.
type Unit struct {
	Pkg *ssa.Package // nil where nothing was chosen

	// Funcs are the chosen functions and the function literals in them, in the
	// order of the source. Every one has a body.
	Funcs []*ssa.Function
}

func run(pass *analysis.Pass) (any, error) { return &Unit{}, nil }
