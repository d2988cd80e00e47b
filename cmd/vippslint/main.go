// Command vippslint finds the mistakes that cost money in Go programs that take
// payments with Vipps MobilePay.
//
//	vippslint [flags] [packages]       analyse packages; without any, ./...
//	vippslint explain RULE[/CATEGORY]  tell what a rule finds, why, and what to do
//	vippslint rules                    list the rules
//	vippslint version                  print the version
//
// It is a vet tool too: go vet -vettool=$(which vippslint) ./...
//
// The exit code is 0 when nothing was found, 1 when something was, and 2 when
// any of the work could not be done.
package main

import (
	"io"
	"os"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/vippslint/vippslint/analyzers"
	"github.com/vippslint/vippslint/internal/unit"
)

const (
	nothingFound = 0
	found        = 1
	failed       = 2
)

func main() {
	os.Exit(run(os.Args[1:], analyzers.All(), os.Stdout, os.Stderr))
}

// run does what args ask for and returns the exit code.
func run(args []string, rules []analyzers.Rule, stdout, stderr io.Writer) int {
	if asksVetTool(args) {
		var all []*analysis.Analyzer
		for _, r := range rules {
			all = append(all, r.Analyzer)
		}
		return unit.Main(args, all)
	}
	if len(args) > 0 {
		switch args[0] {
		case "explain":
			return explain(args[1:], stdout, stderr)
		case "rules":
			return list(args[1:], stdout, stderr)
		case "version":
			return version(args[1:], stdout, stderr)
		}
	}
	return gate(args, rules, stdout, stderr)
}

// asksVetTool reports whether the arguments are those by which go vet, go fix
// or another build system calls.
func asksVetTool(args []string) bool {
	if len(args) == 0 {
		return false
	}
	question := func(arg string) bool {
		name, ok := strings.CutPrefix(arg, "-")
		name = strings.TrimPrefix(name, "-")
		return ok && (name == "flags" || name == "V" || strings.HasPrefix(name, "V="))
	}
	return slices.ContainsFunc(args, question) || strings.HasSuffix(args[len(args)-1], ".cfg")
}
