package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"runtime/debug"
	"strings"
	"time"

	"golang.org/x/tools/go/analysis"

	"github.com/vippslint/vippslint/analyzers"
	"github.com/vippslint/vippslint/internal/load"
	"github.com/vippslint/vippslint/internal/relevant"
	"github.com/vippslint/vippslint/internal/render"
	"github.com/vippslint/vippslint/internal/ruleflags"
)

// An order is what a command line asks of the gate.
type order struct {
	load.Config
	verbose bool
}

// garbage is how much of it may pile up, in percent of what lives, before it is
// collected. A run is short: twice as much as usual saves a fifth of the time.
const garbage = 200

// gate analyses packages in this process and prints what was found.
func gate(args []string, rules []analyzers.Rule, stdout, stderr io.Writer) int {
	o, err := parse(args, rules, stdout)
	if errors.Is(err, flag.ErrHelp) {
		return nothingFound
	}
	if err != nil {
		return fail(stderr, err)
	}
	relevant.All = o.All
	dir, err := os.Getwd()
	if err != nil {
		return fail(stderr, err)
	}
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(garbage)
	}
	result, err := load.Run(o.Config)
	if err != nil {
		return fail(stderr, err)
	}
	if err := render.Text(stdout, dir, result.Findings); err != nil {
		return fail(stderr, err)
	}
	for _, p := range result.Problems {
		printProblem(stderr, dir, p, o.verbose)
	}
	if o.verbose {
		printSteps(stderr, result.Stats)
	}
	if o.All || o.verbose || len(result.Problems) > 0 {
		printCounts(stderr, result.Stats)
	}
	switch {
	case len(result.Problems) > 0:
		return failed
	case len(result.Findings) > 0:
		return found
	}
	return nothingFound
}

func parse(args []string, rules []analyzers.Rule, stdout io.Writer) (*order, error) {
	o := new(order)
	fs := flag.NewFlagSet("vippslint", flag.ContinueOnError)
	fs.SetOutput(io.Discard)
	fs.StringVar(&o.Dir, "C", "", "change to `dir` first")
	fs.BoolVar(&o.Tests, "tests", true, "analyse test files too")
	fs.StringVar(&o.Tags, "tags", "", "build `tags`, separated by commas")
	fs.StringVar(&o.Mod, "mod", "", "module download `mode`: readonly, vendor or mod")
	fs.BoolVar(&o.All, "all", false, "analyse every package, not only those that can have to do with Vipps")
	fs.BoolVar(&o.verbose, "v", false, "tell on standard error what was done, and how long it took")
	var all []*analysis.Analyzer
	for _, r := range rules {
		all = append(all, r.Analyzer)
	}
	choice := ruleflags.Add(fs, all)

	const remedy = `"vippslint -h" lists the flags`
	if err := fs.Parse(args); errors.Is(err, flag.ErrHelp) {
		fmt.Fprint(stdout, "usage: vippslint [flags] [packages]\n       vippslint explain [RULE[/CATEGORY]] | rules | version\n\nflags:\n")
		fs.SetOutput(stdout)
		fs.PrintDefaults()
		return nil, err
	} else if err != nil {
		return nil, fmt.Errorf("%w; %s", choice.Unknown(err), remedy)
	}
	if o.Analyzers = choice.Chosen(); len(o.Analyzers) == 0 {
		return nil, errors.New("every rule is switched off; leave one on")
	}
	o.Patterns = fs.Args()
	for _, p := range o.Patterns {
		if strings.HasPrefix(p, "-") {
			return nil, fmt.Errorf("flag %s stands after the packages; put flags first", p)
		}
	}
	if len(o.Patterns) == 0 {
		o.Patterns = []string{"./..."}
	}
	if o.Dir != "" {
		switch info, err := os.Stat(o.Dir); {
		case err != nil:
			return nil, fmt.Errorf("-C %s: there is no such folder; name the one that holds the module", o.Dir)
		case !info.IsDir():
			return nil, fmt.Errorf("-C %s: it is not a folder; name the one that holds the module", o.Dir)
		}
	}
	return o, nil
}

func printProblem(w io.Writer, dir string, p load.Problem, verbose bool) {
	what := ""
	if p.Package != "" {
		what = fmt.Sprintf("package %s was not judged: ", p.Package)
	}
	if p.Pos.Filename != "" {
		what += render.Position(dir, p.Pos) + ": "
	}
	fmt.Fprintf(w, "vippslint: %s%s; %s\n", what, p.Reason, p.Remedy)
	if verbose && p.Stack != nil {
		fmt.Fprintf(w, "%s\n", p.Stack)
	}
}

func printSteps(w io.Writer, s load.Stats) {
	fmt.Fprintf(w, "vippslint: listed %d packages; %d can have to do with Vipps, %d help them\n", s.Listed, s.Analysed, s.Helpers)
	for _, step := range s.Steps {
		fmt.Fprintf(w, "vippslint: %s: %s\n", step.Name, step.Time.Round(time.Millisecond))
	}
}

func printCounts(w io.Writer, s load.Stats) {
	fmt.Fprintf(w, "vippslint: analysed %s, %s (%d followed value by value)\n",
		plural(s.Judged, "package"), plural(s.Functions, "function"), s.Followed)
}

func plural(n int, what string) string {
	if n != 1 {
		what += "s"
	}
	return fmt.Sprintf("%d %s", n, what)
}

func fail(w io.Writer, err error) int {
	fmt.Fprintf(w, "vippslint: %v\n", err)
	return failed
}
