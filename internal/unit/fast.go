package unit

import (
	"cmp"
	"os"
	"path/filepath"
	"slices"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/unitchecker"

	"github.com/vippslint/vippslint/internal/relevant"
)

// cannotMatter reports whether the unit is one of others, asked for its facts
// only, of which there are none: its files hold no token. go vet has the tool
// run over the whole standard library and every dependency, so that most units
// are of this kind, and none of them has to be parsed.
//
// It rests on the types coming from export data (PackageFile). A unit file
// without it has them come with the facts, and then every unit needs its own.
func cannotMatter(cfg *unitchecker.Config) bool {
	// With cgo some of the files are made in a folder of the build.
	dir := cmp.Or(cfg.Dir, filepath.Dir(cfg.GoFiles[0]))
	return cfg.VetxOnly && cfg.PackageFile != nil &&
		relevant.Outside(module(cfg), dir) &&
		!relevant.AnyToken(cfg.GoFiles, nil)
}

// isForTests reports whether the unit holds test files: nothing but tests
// imports it then, and so nobody asks for its facts.
func isForTests(cfg *unitchecker.Config) bool {
	return cfg.PackageFile != nil && slices.ContainsFunc(cfg.GoFiles, relevant.IsTest)
}

// isVariant reports whether the unit is a package that go vet builds once more
// for the tests of another: it is asked for its facts only and imports one with
// tests. Only tests ask for these facts, and nothing in tests is judged. A large
// module has many times more of these units than packages.
func isVariant(cfg *unitchecker.Config) bool {
	facts, err := factsBelow(cfg)
	return err == nil && cfg.VetxOnly && cfg.PackageFile != nil && slices.ContainsFunc(facts, relevant.FactsTellVariant)
}

// canFind reports whether there can be findings in the unit: its files hold a
// token, or the facts of a package that it imports say that one below does.
func canFind(cfg *unitchecker.Config) bool {
	facts, err := factsBelow(cfg)
	return err != nil || relevant.AnyToken(cfg.GoFiles, nil) || slices.ContainsFunc(facts, relevant.FactsTell)
}

// factsBelow reads the facts files of the packages that the unit imports.
func factsBelow(cfg *unitchecker.Config) ([][]byte, error) {
	var all [][]byte
	for _, name := range cfg.PackageVetx {
		facts, err := os.ReadFile(name)
		if err != nil {
			return nil, err
		}
		all = append(all, facts)
	}
	return all, nil
}

// module tells of the unit's module as unitchecker tells the analyzers of it:
// up to Go 1.26 the unit file has path and version by themselves.
func module(cfg *unitchecker.Config) *analysis.Module {
	if cfg.Module == nil && cfg.ModulePath != "" {
		return &analysis.Module{Path: cfg.ModulePath, Version: cfg.ModuleVersion}
	}
	return cfg.Module
}
