// Package ruleflags makes flags of the rules: one for each rule, by which it is
// chosen, and the rule's own ones, for its settings.
package ruleflags

import (
	"errors"
	"flag"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/tools/go/analysis"
)

// A Set is the choice among rules that a command line makes.
type Set struct {
	rules   []*analysis.Analyzer
	choices []choice
}

// Add gives fs the flags of rules: -NAME for each, and -NAME.FLAG for each flag
// of its own.
func Add(fs *flag.FlagSet, rules []*analysis.Analyzer) *Set {
	s := &Set{rules: rules, choices: make([]choice, len(rules))}
	for i, a := range rules {
		title, _, _ := strings.Cut(a.Doc, "\n")
		fs.Var(&s.choices[i], a.Name, "run only this rule, or with =false all but this: "+title)
		a.Flags.VisitAll(func(f *flag.Flag) { fs.Var(f.Value, a.Name+"."+f.Name, f.Usage) })
	}
	return s
}

// Chosen returns the rules that are to run, as go vet has it: where any is
// switched on by name only those, otherwise all but those switched off.
func (s *Set) Chosen() []*analysis.Analyzer {
	only := slices.Contains(s.choices, on)
	var keep []*analysis.Analyzer
	for i, a := range s.rules {
		if c := s.choices[i]; c == on || c == unsaid && !only {
			keep = append(keep, a)
		}
	}
	return keep
}

// Unknown returns a better error for one of flag.FlagSet.Parse that tells of a
// flag that does not exist, and err itself for any other.
func (s *Set) Unknown(err error) error {
	name, ok := strings.CutPrefix(err.Error(), "flag provided but not defined: -")
	if !ok {
		return err
	}
	rule, sub, _ := strings.Cut(name, ".")
	i := slices.IndexFunc(s.rules, func(a *analysis.Analyzer) bool { return a.Name == rule })
	switch {
	case i >= 0:
		var known []string
		s.rules[i].Flags.VisitAll(func(f *flag.Flag) { known = append(known, "-"+rule+"."+f.Name) })
		if len(known) == 0 {
			return fmt.Errorf("unknown flag -%s: rule %s has no flag %s, and no other either", name, rule, sub)
		}
		return fmt.Errorf("unknown flag -%s: rule %s has no flag %s; it has %s", name, rule, sub, strings.Join(known, ", "))
	case strings.HasPrefix(rule, "vipps"):
		var known []string
		for _, a := range s.rules {
			known = append(known, a.Name)
		}
		return fmt.Errorf("unknown flag -%s: there is no rule %s; the rules are %s", name, rule, strings.Join(known, ", "))
	}
	return fmt.Errorf("unknown flag -%s", name)
}

// A choice is a boolean flag that knows whether it was set.
type choice int

const (
	unsaid choice = iota
	on
	off
)

// IsBoolFlag lets the flag stand without a value.
func (c *choice) IsBoolFlag() bool { return true }

// String is the value as go vet shows it: a rule runs unless switched off.
func (c *choice) String() string { return strconv.FormatBool(c == nil || *c != off) }

// Set takes what strconv.ParseBool takes.
func (c *choice) Set(text string) error {
	b, err := strconv.ParseBool(text)
	if err != nil {
		return errors.New("want true or false")
	}
	*c = off
	if b {
		*c = on
	}
	return nil
}
