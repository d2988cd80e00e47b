// Foreign runs every rule over modules that have nothing to do with Vipps, each
// package analysed as if it held Vipps code (vippslint -all), and prints a
// Markdown table of what was looked at and found.
//
//	cd tools && go run ./foreign github.com/Rhymond/go-money@v1.0.15 gonum.org/v1/gonum@v0.16.0
//
// Findings and packages that could not be judged follow the table. The exit code
// is 1 where something was found or panicked.
package main

import (
	"flag"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/vippslint/vippslint/analyzers"
	"github.com/vippslint/vippslint/internal/load"
	"github.com/vippslint/vippslint/internal/relevant"
	"github.com/vippslint/vippslint/tools/internal/fetch"
)

func main() {
	log.SetFlags(0)
	log.SetPrefix("foreign: ")
	flag.Parse()
	if flag.NArg() == 0 {
		log.Fatal("no module is named; name some as path@version")
	}
	temp, err := os.MkdirTemp("", "foreign")
	if err != nil {
		log.Fatal(err)
	}
	defer os.RemoveAll(temp)
	relevant.All = true
	var details []string
	wrong := false
	fmt.Println("| module | packages | functions | findings | panics | not judged |")
	fmt.Println("|---|---|---|---|---|---|")
	for i, module := range flag.Args() {
		dir := filepath.Join(temp, fmt.Sprint(i))
		if err := fetch.Module(module, dir); err != nil {
			log.Fatal(err)
		}
		r, err := judge(dir)
		if err != nil {
			log.Fatalf("%s: %v", module, err)
		}
		fmt.Println(row(module, r))
		details = append(details, tell(dir, r)...)
		wrong = wrong || len(r.Findings)+panics(r) > 0
	}
	for _, line := range details {
		fmt.Fprintln(os.Stderr, line)
	}
	if wrong {
		os.RemoveAll(temp)
		os.Exit(1)
	}
}

// judge runs all rules over all packages of the module in dir.
func judge(dir string) (*load.Result, error) {
	var rules []*analysis.Analyzer
	for _, r := range analyzers.All() {
		rules = append(rules, r.Analyzer)
	}
	return load.Run(load.Config{Dir: dir, Patterns: []string{"./..."}, Tests: true, All: true, Analyzers: rules})
}

// row is one module of the table. A package that panicked was not judged.
func row(module string, r *load.Result) string {
	crashed := panics(r)
	return fmt.Sprintf("| %s | %d | %d | %d | %d | %d |", strings.Replace(module, "@", " ", 1),
		r.Stats.Judged, r.Stats.Functions, len(r.Findings), crashed, len(r.Problems)-crashed)
}

func panics(r *load.Result) int {
	n := 0
	for _, p := range r.Problems {
		if p.Stack != nil {
			n++
		}
	}
	return n
}

// tell gives a line for each finding, and for each package that was not judged.
func tell(dir string, r *load.Result) []string {
	var lines []string
	for _, f := range r.Findings {
		file, err := filepath.Rel(dir, f.Pos.Filename)
		if err != nil {
			file = f.Pos.Filename
		}
		lines = append(lines, fmt.Sprintf("%s:%d: %s [%s/%s]", file, f.Pos.Line, f.Message, f.Rule, f.Category))
	}
	for _, p := range r.Problems {
		lines = append(lines, fmt.Sprintf("not judged: %s: %s\n%s", p.Package, p.Reason, p.Stack))
	}
	return lines
}
