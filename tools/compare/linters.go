package main

import (
	"cmp"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strconv"

	"github.com/gostaticanalysis/nilerr"
	"github.com/kisielk/errcheck/errcheck"
	"github.com/timakin/bodyclose/passes/bodyclose"
	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/checker"
	"golang.org/x/tools/go/packages"

	"github.com/vippslint/vippslint/analyzers/vippsresponse"
)

// A linter is one that may say something of the answers to requests.
type linter struct {
	name     string
	analyzer *analysis.Analyzer
	blank    bool // errcheck's setting that counts blank identifiers; its flags are variables of its package
}

// linters are the general ones with their default settings, errcheck once more
// with blank identifiers counted, and ours.
func linters() []linter {
	return []linter{
		{name: "errcheck", analyzer: errcheck.Analyzer},
		{name: "errcheck -blank", analyzer: errcheck.Analyzer, blank: true},
		{name: "bodyclose", analyzer: bodyclose.Analyzer},
		{name: "nilerr", analyzer: nilerr.Analyzer},
		{name: "vippsresponse", analyzer: vippsresponse.New()},
	}
}

// A line is one of a file, by its name below the module.
type line struct {
	file string
	line int
}

// run gives the lines of the module in dir on which a linter reports something,
// sorted, each once.
func run(l linter, pkgs []*packages.Package, dir string) ([]line, error) {
	if err := errcheck.Analyzer.Flags.Set("blank", strconv.FormatBool(l.blank)); err != nil {
		return nil, err
	}
	graph, err := checker.Analyze([]*analysis.Analyzer{l.analyzer}, pkgs, nil)
	if err != nil {
		return nil, err
	}
	var lines []line
	for _, action := range graph.Roots {
		if action.Err != nil {
			return nil, fmt.Errorf("%s on %s: %w", l.name, action.Package.PkgPath, action.Err)
		}
		for _, d := range action.Diagnostics {
			pos := action.Package.Fset.Position(d.Pos)
			rel, err := filepath.Rel(dir, pos.Filename)
			if err != nil {
				return nil, err
			}
			lines = append(lines, line{filepath.ToSlash(rel), pos.Line})
		}
	}
	slices.SortFunc(lines, func(a, b line) int { return cmp.Or(cmp.Compare(a.file, b.file), cmp.Compare(a.line, b.line)) })
	return slices.Compact(lines), nil
}

// load reads the packages of the module in dir. Their tests are left out: they
// play Vipps and drop what they like.
func load(dir string) ([]*packages.Package, error) {
	pkgs, err := packages.Load(&packages.Config{Mode: packages.LoadAllSyntax, Dir: dir}, "./...")
	if err != nil {
		return nil, err
	}
	if packages.PrintErrors(pkgs) > 0 {
		return nil, errors.New("the program in " + dir + " does not compile")
	}
	return pkgs, nil
}
