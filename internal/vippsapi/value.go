package vippsapi

import (
	"fmt"
	"regexp"
	"regexp/syntax"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"
)

// A Fault says in which way a field does not take a value.
type Fault string

// The faults.
const (
	NoFault     Fault = ""
	BadPattern  Fault = "pattern"      // letters or length of a text
	BadRange    Fault = "range"        // size of a number
	BadEnum     Fault = "enum"         // none of the values that there are
	InsecureURL Fault = "insecure-url" // nobody can go there, or not safely
)

// A ValueVerdict says whether a field takes a value.
type ValueVerdict struct {
	Fault Fault
	Takes string // what the field takes, for people: "at most 50 characters"
	Want  string // the value that was meant, where that is certain
}

// CheckText says whether the field takes a text. One with Holes is refused only
// where no text in their place would be right. An empty text means that no
// value is given. Phone numbers are judged by CheckPhone, amounts nowhere here.
func (f *Field) CheckText(text string) ValueVerdict {
	if text == "" || f.Type != "string" || f.Kind == Phone {
		return ValueVerdict{}
	}
	if v := f.checkURL(text); v.Fault != NoFault {
		return v
	}
	if len(f.Enum) > 0 {
		return f.checkEnum(text)
	}
	known := strings.ReplaceAll(text, Hole, "")
	if n := utf8.RuneCountInString(known); f.MaxLen > 0 && n > f.MaxLen {
		return ValueVerdict{Fault: BadPattern, Takes: fmt.Sprintf("at most %s, and this has %d", characters(f.MaxLen), n)}
	}
	if len(known) < len(text) {
		if only := letters(f.Pattern); only != nil && !only.MatchString(known) {
			return ValueVerdict{Fault: BadPattern, Takes: "what matches " + f.Pattern}
		}
		return ValueVerdict{}
	}
	if n := utf8.RuneCountInString(text); n < f.MinLen {
		return ValueVerdict{Fault: BadPattern, Takes: fmt.Sprintf("at least %s, and this has %d", characters(f.MinLen), n)}
	}
	if f.Pattern != "" && !compiled(f.Pattern).MatchString(text) {
		return ValueVerdict{Fault: BadPattern, Takes: "what matches " + f.Pattern}
	}
	return ValueVerdict{}
}

// CheckNumber says whether the field takes a number, by its range.
func (f *Field) CheckNumber(n float64) ValueVerdict {
	if f.Kind == MinorUnits || f.Type != "integer" && f.Type != "number" {
		return ValueVerdict{}
	}
	low, high := f.Min != nil && n < float64(*f.Min), f.Max != nil && n > float64(*f.Max)
	switch {
	case !low && !high:
		return ValueVerdict{}
	case f.Max == nil:
		return ValueVerdict{Fault: BadRange, Takes: fmt.Sprintf("%d or more", *f.Min)}
	case f.Min == nil:
		return ValueVerdict{Fault: BadRange, Takes: fmt.Sprintf("%d or less", *f.Max)}
	}
	return ValueVerdict{Fault: BadRange, Takes: fmt.Sprintf("%d to %d", *f.Min, *f.Max)}
}

// Judges says whether CheckText or CheckNumber can refuse any value.
func (f *Field) Judges() bool {
	switch {
	case f.Kind == Phone || f.Kind == MinorUnits:
		return false
	case f.Type == "string":
		return f.Pattern != "" || f.MinLen > 0 || f.MaxLen > 0 || len(f.Enum) > 0 || f.Web != NoWeb
	}
	return (f.Type == "integer" || f.Type == "number") && (f.Min != nil || f.Max != nil)
}

func characters(n int) string {
	if n == 1 {
		return "1 character"
	}
	return fmt.Sprintf("%d characters", n)
}

func (f *Field) checkEnum(text string) ValueVerdict {
	if strings.Contains(text, Hole) {
		return ValueVerdict{}
	}
	if f.Words {
		return f.checkWords(text)
	}
	if slices.Contains(f.Enum, text) {
		return ValueVerdict{}
	}
	want := f.meant(text)
	if f.Open && want == "" {
		return ValueVerdict{}
	}
	return ValueVerdict{Fault: BadEnum, Takes: f.values(want), Want: want}
}

// checkWords is checkEnum for a list of words.
func (f *Field) checkWords(text string) ValueVerdict {
	words := strings.FieldsFunc(text, func(r rune) bool { return r == ' ' || r == ',' })
	changed := strings.Contains(text, ",")
	for i, w := range words {
		if slices.Contains(f.Enum, w) {
			continue
		}
		want := f.meant(w)
		if want == "" {
			return ValueVerdict{} // one that is not known yet
		}
		words[i], changed = want, true
	}
	if !changed {
		return ValueVerdict{}
	}
	return ValueVerdict{Fault: BadEnum, Takes: "words with a space between: " + strings.Join(f.Enum, ", "), Want: strings.Join(words, " ")}
}

// meant is the value that text is a slip of, or "". The version behind the name
// of an event is no letter to slip on.
func (f *Field) meant(text string) string {
	name, version := cutVersion(text)
	if !f.Open || f.Words || version == "" {
		slips := 2
		if f.Open {
			slips = 1
		}
		if len(f.Enum) > 0 && !f.Words && f.Open {
			if _, v := cutVersion(f.Enum[0]); v != "" {
				text += v // a name without its version
				if slices.Contains(f.Enum, text) {
					return text
				}
			}
		}
		return Nearest(text, f.Enum, slips)
	}
	var names []string
	for _, e := range f.Enum {
		if n, v := cutVersion(e); v == version {
			names = append(names, n)
		}
	}
	if want := Nearest(name, names, 2); want != "" {
		return want + version
	}
	return ""
}

// cutVersion cuts ".v1" off the name of an event.
func cutVersion(text string) (name, version string) {
	i := strings.LastIndex(text, ".v")
	if i < 0 || strings.Trim(text[i+2:], "0123456789") != "" {
		return text, ""
	}
	return text[:i], text[i:]
}

// fewValues is how many values a message lists.
const fewValues = 8

func (f *Field) values(want string) string {
	if len(f.Enum) > fewValues && want != "" {
		return want
	}
	if len(f.Enum) == 1 {
		return f.Enum[0] + " and nothing else"
	}
	return "one of " + strings.Join(f.Enum, ", ")
}

var patterns sync.Map // of *regexp.Regexp by text

func compiled(pattern string) *regexp.Regexp {
	if re, ok := patterns.Load(pattern); ok {
		return re.(*regexp.Regexp)
	}
	re := regexp.MustCompile(pattern)
	patterns.Store(pattern, re)
	return re
}

// letters gives what matches texts of the letters that pattern allows, where
// that is one repeated set from begin to end; nil otherwise.
func letters(pattern string) *regexp.Regexp {
	tree, err := syntax.Parse(pattern, syntax.Perl)
	if err != nil || tree.Op != syntax.OpConcat || len(tree.Sub) != 3 ||
		tree.Sub[0].Op != syntax.OpBeginText || tree.Sub[2].Op != syntax.OpEndText {
		return nil
	}
	switch rep := tree.Sub[1]; rep.Op {
	case syntax.OpStar, syntax.OpPlus, syntax.OpRepeat:
		if set := rep.Sub[0]; set.Op == syntax.OpCharClass {
			return compiled("^(?:" + set.String() + ")*$")
		}
	}
	return nil
}
