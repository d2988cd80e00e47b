package unit

import (
	"crypto/sha256"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/vippslint/vippslint/internal/ruleflags"
)

const name = "vippslint"

const remedy = `"vippslint -flags" lists the flags of the vet tool`

// A request is what a command line asks of the vet tool.
type request struct {
	version bool
	list    bool
	unit    string               // path of the unit file
	rules   []*analysis.Analyzer // those that are to run

	flags *flag.FlagSet
	own   map[string]bool // flags that unitchecker has to see
}

// parse reads the command line: -V=full, -flags, or any number of flags and one
// unit file. The flags of the analyzers are set by it. An error is one line
// that names what is wrong and says where the right flags are to be found.
func parse(args []string, analyzers []*analysis.Analyzer) (*request, error) {
	req := &request{
		flags: flag.NewFlagSet(name, flag.ContinueOnError),
		own:   make(map[string]bool),
	}
	fs := req.flags
	fs.SetOutput(io.Discard)
	fs.BoolVar(&req.list, "flags", false, "print the flags as JSON")
	fs.Var(version{&req.version}, "V", "print the version and exit")
	choice := ruleflags.Add(fs, analyzers)
	ours := make(map[string]bool)
	fs.VisitAll(func(f *flag.Flag) { ours[f.Name] = true })
	fs.Bool("json", false, "print findings and fixes as JSON")
	fs.Bool("fix", false, "apply the suggested fixes")
	fs.Bool("diff", false, "with -fix, print the changes instead of making them")
	fs.Int("c", -1, "print the line of a finding with this many lines around it")
	fs.VisitAll(func(f *flag.Flag) { req.own[f.Name] = !ours[f.Name] })

	if err := fs.Parse(args); err != nil {
		if errors.Is(err, flag.ErrHelp) {
			err = errors.New("the vet tool is run by go vet -vettool")
		}
		return nil, fmt.Errorf("%w; %s", choice.Unknown(err), remedy)
	}
	if req.version || req.list {
		return req, nil
	}
	if fs.NArg() != 1 || !strings.HasSuffix(fs.Arg(0), ".cfg") {
		return nil, fmt.Errorf("want one unit file (….cfg) after the flags, have %q; run it by go vet -vettool, or as vippslint ./...", fs.Args())
	}
	req.unit = fs.Arg(0)
	req.rules = choice.Chosen()
	return req, nil
}

// passOn returns the flags of the command line that unitchecker has to see.
func (r *request) passOn() []string {
	var args []string
	r.flags.Visit(func(f *flag.Flag) {
		if r.own[f.Name] {
			args = append(args, fmt.Sprintf("-%s=%s", f.Name, f.Value))
		}
	})
	return args
}

// printFlags describes the flags in the form in which go vet asks for them.
// Left out is -fix, which go vet has itself and passes on by itself.
func (r *request) printFlags(w io.Writer) error {
	type description struct {
		Name  string
		Bool  bool
		Usage string
	}
	var all []description
	r.flags.VisitAll(func(f *flag.Flag) {
		if f.Name == "fix" {
			return
		}
		b, ok := f.Value.(interface{ IsBoolFlag() bool })
		all = append(all, description{f.Name, ok && b.IsBoolFlag(), f.Usage})
	})
	data, err := json.MarshalIndent(all, "", "\t")
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(w, "%s\n", data)
	return err
}

// version is the flag -V, which go vet gives the value full.
type version struct{ asked *bool }

func (version) IsBoolFlag() bool { return true }
func (version) String() string   { return "" }

// Set takes "full" and nothing else.
func (v version) Set(text string) error {
	if text != "full" {
		return errors.New("want -V=full")
	}
	*v.asked = true
	return nil
}

// printVersion prints the line by which go vet knows this build of the tool. It
// has the form of a development version with a hash of the executable: by a
// line with a release go vet would keep the findings of an earlier build.
func printVersion(w io.Writer) error {
	path, err := os.Executable()
	if err != nil {
		return err
	}
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	h := sha256.New()
	if _, err := io.Copy(h, f); err != nil {
		return err
	}
	_, err = fmt.Fprintf(w, "%s version devel vippslint buildID=%x\n", path, h.Sum(nil))
	return err
}
