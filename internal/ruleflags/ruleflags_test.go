package ruleflags

import (
	"flag"
	"io"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"
)

func parse(args ...string) (*Set, error) {
	one := &analysis.Analyzer{Name: "vippsone", Doc: "first\n\nmore"}
	one.Flags.Bool("dropped", true, "")
	one.Flags.Bool("cut", true, "")
	fs := flag.NewFlagSet("test", flag.ContinueOnError)
	fs.SetOutput(io.Discard)
	set := Add(fs, []*analysis.Analyzer{one, {Name: "vippstwo", Doc: "second"}, {Name: "vippsthree", Doc: "third"}})
	return set, fs.Parse(args)
}

func TestChosen(t *testing.T) {
	for args, want := range map[string]string{
		"":                             "vippsone vippstwo vippsthree",
		"-vippstwo":                    "vippstwo",
		"-vippstwo=true -vippsone":     "vippsone vippstwo",
		"-vippstwo=false":              "vippsone vippsthree",
		"-vippstwo=0 -vippsthree=true": "vippsthree",
		"-vippsone=true -vippsone=0":   "vippstwo vippsthree",
		"-vippsone.cut=false":          "vippsone vippstwo vippsthree",
	} {
		set, err := parse(strings.Fields(args)...)
		if err != nil {
			t.Errorf("%q: %v", args, err)
			continue
		}
		var names []string
		for _, a := range set.Chosen() {
			names = append(names, a.Name)
		}
		if got := strings.Join(names, " "); got != want {
			t.Errorf("%q: chosen %s, want %s", args, got, want)
		}
	}
}

func TestUnknown(t *testing.T) {
	for arg, want := range map[string]string{
		"-vippsfour":         "unknown flag -vippsfour: there is no rule vippsfour; the rules are vippsone, vippstwo, vippsthree",
		"-vippsfour.cut":     "unknown flag -vippsfour.cut: there is no rule vippsfour; the rules are vippsone, vippstwo, vippsthree",
		"-vippsone.lost":     "unknown flag -vippsone.lost: rule vippsone has no flag lost; it has -vippsone.cut, -vippsone.dropped",
		"-vippstwo.cut":      "unknown flag -vippstwo.cut: rule vippstwo has no flag cut, and no other either",
		"-other":             "unknown flag -other",
		"-vippsone=perhaps":  `invalid boolean value "perhaps" for -vippsone: want true or false`,
		"-vippsone.cut=What": `invalid boolean value "What" for -vippsone.cut: parse error`,
	} {
		set, err := parse(arg)
		if err == nil {
			t.Errorf("%s: no error", arg)
		} else if got := set.Unknown(err).Error(); got != want {
			t.Errorf("%s: got %q, want %q", arg, got, want)
		}
	}
}
