// Package unit is the vet tool: it analyses one compile unit that go vet, go
// fix or another build system describes in a unit file, and answers the two
// questions that go vet asks first (-V=full and -flags).
//
// The analysis itself is unitchecker's. What is added around it: unit files and
// flags are checked before unitchecker sees them, units that cannot matter are
// answered without being parsed, and an analyzer that fails is named without
// taking the other findings with it.
package unit

import (
	"flag"
	"fmt"
	"os"
	"runtime/debug"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/unitchecker"

	"github.com/vippslint/vippslint/internal/relevant"
	"github.com/vippslint/vippslint/internal/requires"
)

// collectFrom is the memory, in bytes, from which on garbage is collected.
const collectFrom = 512 << 20

// failed is the exit status of a tool that could not do its work.
const failed = 2

// Main runs the vet tool with the arguments that follow the program's name and
// the rules that it offers. It returns the exit status where there is nothing
// to analyse: 0 when the question was answered, 2 with one line on standard
// error when it could not be. Otherwise the analysis ends the process: with 0,
// or with 1 when there are findings and they were not asked for as JSON.
//
// Main sets the analyzers' flags and changes their Run functions, so it is
// called once, by a main function.
func Main(args []string, analyzers []*analysis.Analyzer) int {
	req, err := parse(args, analyzers)
	if err != nil {
		// go vet hands a wrong flag to the tool once for each package, the
		// standard library included: those that are to be judged say so.
		if cfg := lastUnit(args); cfg != nil && cfg.VetxOnly && writeNoFacts(cfg) == nil {
			return 0
		}
		return fail(err)
	}
	switch {
	case req.version:
		err = printVersion(os.Stdout)
	case req.list:
		err = req.printFlags(os.Stdout)
	default:
		err = analyse(req)
	}
	if err != nil {
		return fail(err)
	}
	return 0
}

// analyse works on one unit. It returns nil where the answer is an empty facts
// file, and does not return where unitchecker has taken over.
func analyse(req *request) error {
	cfg, err := readConfig(req.unit)
	if err != nil {
		return err
	}
	switch {
	case cannotMatter(cfg):
		return writeNoFacts(cfg)
	case isForTests(cfg) && !canFind(cfg), isVariant(cfg):
		return writeVariant(cfg)
	}
	roots := req.rules
	if cfg.VetxOnly {
		roots = requires.WithFacts(roots) // a unit that is asked for facts only needs no others
	}
	roots = append(roots, watch(roots, cfg.VetxOnly))

	// The process ends before what it leaves behind matters: collecting garbage
	// would be a fifth of its work.
	debug.SetGCPercent(-1)
	debug.SetMemoryLimit(collectFrom)

	// The switches for JSON, fixes and context lines are in a package that only
	// unitchecker's own Main can reach, through the command line of the process.
	// It begins its errors with the first word there.
	os.Args = append(append([]string{name}, req.passOn()...), req.unit)
	flag.CommandLine = flag.NewFlagSet(name, flag.ExitOnError)
	unitchecker.Main(roots...)
	return nil
}

// lastUnit reads the unit file at the end of a command line, and returns nil
// where there is none or it is broken.
func lastUnit(args []string) *unitchecker.Config {
	if len(args) == 0 {
		return nil
	}
	cfg, err := readConfig(args[len(args)-1])
	if err != nil {
		return nil
	}
	return cfg
}

// writeVariant writes a facts file that says no more than that the unit is made
// for tests.
func writeVariant(cfg *unitchecker.Config) error {
	facts, err := relevant.VariantFacts(cfg.ImportPath)
	if err == nil {
		err = os.WriteFile(cfg.VetxOutput, facts, 0o666)
	}
	if err != nil {
		return fmt.Errorf("cannot write the facts of %s: %w", cfg.ImportPath, err)
	}
	return nil
}

// writeNoFacts writes an empty facts file, which says that there are no facts.
func writeNoFacts(cfg *unitchecker.Config) error {
	if err := os.WriteFile(cfg.VetxOutput, nil, 0o666); err != nil {
		return fmt.Errorf("cannot write the facts of %s: %w", cfg.ImportPath, err)
	}
	return nil
}

func fail(err error) int {
	fmt.Fprintf(os.Stderr, "%s: %v\n", name, err)
	return failed
}
