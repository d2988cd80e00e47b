package main

import (
	"fmt"
	"io"
	"runtime"
	"runtime/debug"
	"strings"

	"github.com/vippslint/vippslint/analyzers"
)

// list prints the rules with their categories.
func list(args []string, rules []analyzers.Rule, stdout, stderr io.Writer) int {
	if len(args) > 0 {
		return fail(stderr, fmt.Errorf(`"vippslint rules" takes no arguments, but has %q`, args[0]))
	}
	for _, r := range rules {
		title, _, _ := strings.Cut(r.Analyzer.Doc, "\n")
		state := "on"
		if !r.Default {
			state = "off"
		}
		fmt.Fprintf(stdout, "%s (%s, %s): %s\n\t%s\n", r.Analyzer.Name, r.Severity, state, title, strings.Join(r.Categories, ", "))
	}
	return nothingFound
}

// version prints which build this is.
func version(args []string, stdout, stderr io.Writer) int {
	if len(args) > 0 {
		return fail(stderr, fmt.Errorf(`"vippslint version" takes no arguments, but has %q`, args[0]))
	}
	number := "(unknown)"
	if info, ok := debug.ReadBuildInfo(); ok && info.Main.Version != "" {
		number = info.Main.Version
	}
	fmt.Fprintf(stdout, "vippslint %s, built with %s\n", number, runtime.Version())
	return nothingFound
}
