// Package catalog holds the names of the rules and of their categories. They
// are flags, settings and exclusions of users: none of them changes once
// released.
package catalog

import (
	"fmt"
	"slices"
	"strings"
)

// A Rule is the name of an analyzer with its categories.
type Rule struct {
	Name       string
	Categories []string // in the order of the documentation
	Off        []string // those of Categories that are off by default: they only inform
}

var rules = []Rule{
	{Name: "vippsamount", Categories: []string{"float-field", "float-value", "truncated", "float-text", "out-of-range"}},
	{Name: "vippsresponse", Categories: []string{"error-dropped", "error-swallowed", "status-unchecked", "status-narrow"}},
	{Name: "vippscallback", Categories: []string{"no-polling"}},
	{Name: "vippswebhook", Categories: []string{"unauthenticated", "weak-compare", "wrong-signature", "success-ignored"}},
	{Name: "vippspolling", Categories: []string{"too-fast", "impossible-state", "missing-state"}},
	{Name: "vippsphone", Categories: []string{"malformed", "country-code", "unusable-prefix"}},
	{Name: "vippsfield", Categories: []string{"pattern", "range", "enum", "type", "unknown-name", "insecure-url"}},
	{Name: "vippsendpoint", Categories: []string{"closed", "test-in-production", "legacy"}, Off: []string{"legacy"}},
	{Name: "vippsidempotency", Categories: []string{"missing", "not-stable"}},
	{Name: "vippssecret", Categories: []string{"hardcoded", "logged"}},
	{Name: "vippstoken", Categories: []string{"per-request"}},
	{Name: "vippsexpress", Categories: []string{"incomplete", "explicit-flow"}, Off: []string{"explicit-flow"}},
}

// Rules returns all rules in the order of the documentation. The caller may
// change what it gets.
func Rules() []Rule {
	all := slices.Clone(rules)
	for i := range all {
		all[i].Categories, all[i].Off = slices.Clone(all[i].Categories), slices.Clone(all[i].Off)
	}
	return all
}

// Find splits a topic, "vippsamount" or "vippsamount/truncated", into the rule
// and the category, which is empty where the topic has none. The error is one
// line that names the part that does not exist and those that do.
func Find(topic string) (rule, category string, err error) {
	rule, category, split := strings.Cut(topic, "/")
	i := slices.IndexFunc(rules, func(r Rule) bool { return r.Name == rule })
	if i < 0 {
		var names []string
		for _, r := range rules {
			names = append(names, r.Name)
		}
		return "", "", fmt.Errorf("unknown rule %q; known are %s", rule, strings.Join(names, ", "))
	}
	if split {
		if err := rules[i].check(category); err != nil {
			return "", "", err
		}
	}
	return rule, category, nil
}

func (r Rule) check(category string) error {
	if slices.Contains(r.Categories, category) {
		return nil
	}
	return fmt.Errorf("unknown category %q of %s; known are %s", category, r.Name, strings.Join(r.Categories, ", "))
}

// Categories returns the categories of a rule, none where there is no such rule.
func Categories(rule string) []string {
	for _, r := range Rules() {
		if r.Name == rule {
			return r.Categories
		}
	}
	return nil
}

// OffByDefault returns the categories of a rule that are reported only where
// somebody switches them on.
func OffByDefault(rule string) []string {
	for _, r := range Rules() {
		if r.Name == rule {
			return r.Off
		}
	}
	return nil
}
