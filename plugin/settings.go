package plugin

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/vippslint/vippslint/analyzers"
	"github.com/vippslint/vippslint/internal/catalog"
	"github.com/vippslint/vippslint/internal/rule"
)

// settings is what stands in a .golangci.yml. Both lists hold rules
// ("vippsamount") and categories of rules ("vippsamount/float-text").
type settings struct {
	Enable  []string `json:"enable"`  // on, although off by default
	Disable []string `json:"disable"` // off
}

// A choice is a rule that runs, with the categories of it that are off.
type choice struct {
	rule analyzers.Rule
	off  []string
}

// choose returns the rules that have a category that is on. An error has the
// path of the bad value and, where a name is unknown, the names that are known.
func (s settings) choose(rules []analyzers.Rule) ([]choice, error) {
	enabled, err := resolve("enable", s.Enable)
	if err != nil {
		return nil, err
	}
	disabled, err := resolve("disable", s.Disable)
	if err != nil {
		return nil, err
	}
	for i, name := range s.Disable {
		if slices.Contains(s.Enable, name) {
			return nil, fmt.Errorf("settings.disable[%d]: %q is enabled as well; take it out of one of the lists", i, name)
		}
	}
	var chosen []choice
	for _, r := range rules {
		name := r.Analyzer.Name
		var off, on []string
		for _, category := range r.Categories {
			quiet := slices.Contains(catalog.OffByDefault(name), category)
			switch isOn(r.Default && !quiet, enabled[name], disabled[name], category) {
			case false:
				off = append(off, category)
			case quiet:
				on = append(on, category)
			}
		}
		if len(on) > 0 {
			if err := r.Analyzer.Flags.Set(rule.Enable, strings.Join(on, ",")); err != nil {
				return nil, err
			}
		}
		if len(off) < len(r.Categories) {
			chosen = append(chosen, choice{r, off})
		}
	}
	if len(chosen) == 0 {
		return nil, errors.New("settings.disable: no rule is left; leave vippslint out of linters.enable instead")
	}
	return chosen, nil
}

// isOn decides on one category: what is said of it by name counts before what is
// said of its rule, and that before the default.
func isOn(byDefault bool, enabled, disabled []string, category string) bool {
	switch {
	case slices.Contains(enabled, category):
		return true
	case slices.Contains(disabled, category):
		return false
	case slices.Contains(enabled, ""):
		return true
	case slices.Contains(disabled, ""):
		return false
	}
	return byDefault
}

// resolve splits the names of a list into the categories of each rule, "" for
// the whole rule.
func resolve(list string, names []string) (map[string][]string, error) {
	found := make(map[string][]string)
	for i, name := range names {
		rule, category, err := catalog.Find(name)
		if err != nil {
			return nil, fmt.Errorf("settings.%s[%d]: %w", list, i, err)
		}
		found[rule] = append(found[rule], category)
	}
	return found, nil
}
