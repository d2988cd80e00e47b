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
func list(args []string, stdout, stderr io.Writer) int {
	if len(args) > 0 {
		return fail(stderr, fmt.Errorf(`"vippslint rules" takes no arguments, but has %q; "vippslint explain" tells of one rule`, args[0]))
	}
	return explain([]string{""}, stdout, stderr)
}

// explain prints the documentation of a rule or of one of its categories.
func explain(args []string, stdout, stderr io.Writer) int {
	if len(args) == 0 {
		args = []string{""}
	}
	if len(args) > 1 {
		return fail(stderr, fmt.Errorf(`"vippslint explain" takes one rule or RULE/CATEGORY, but has %q; ask for one at a time`, args))
	}
	text, err := analyzers.Explain(args[0])
	if err != nil {
		return fail(stderr, err)
	}
	fmt.Fprintln(stdout, strings.TrimRight(text, "\n"))
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
