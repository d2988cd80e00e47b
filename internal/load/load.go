// Package load is the driver of the gate: it finds the packages of a module
// that can matter, checks their types and runs the analyzers over them, all in
// this process.
package load

import (
	"cmp"
	"errors"
	"fmt"
	"go/token"
	"go/types"
	"path"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"time"

	"golang.org/x/tools/go/analysis"
)

// A Config says what to analyse, and by what.
type Config struct {
	Dir       string   // folder in which the go command runs; empty: the current one
	Patterns  []string // of packages, as the go command takes them; at least one
	Tests     bool     // with the test files
	Tags      string   // build tags, separated by commas
	Mod       string   // readonly, vendor or mod; empty: as the go command has it
	All       bool     // every package, whether it holds a token or not
	Encode    bool     // send every fact through its encoding, as go vet does; for tests
	Analyzers []*analysis.Analyzer
}

// A Result is what came out of a run.
type Result struct {
	Findings []Finding // sorted by position, rule and category; each once
	Problems []Problem // packages that could not be judged, sorted by path
	Stats    Stats
}

// A Finding is a diagnostic of a rule.
type Finding struct {
	Rule     string
	Category string
	Pos, End token.Position // file names are absolute
	Message  string
	Related  []Related
}

// A Related position is a step of the way to a finding.
type Related struct {
	Pos     token.Position
	Message string
}

// A Problem is a package that could not be judged.
type Problem struct {
	Package string         // empty where it is a pattern that matches none
	Pos     token.Position // may be invalid
	Reason  string         // the first error
	Remedy  string
	Stack   []byte // of a panic
}

// Stats says how much was looked at.
type Stats struct {
	Listed    int // packages in the import graph, each test variant counted
	Analysed  int // packages analysed for findings or facts
	Helpers   int // packages scanned only for what the analysed ones use of them
	Judged    int // packages analysed for findings; external tests are one of their own
	Functions int // functions with a body in the judged packages
	Followed  int // functions and function literals of them that were built in SSA form
	Steps     []Step
}

// A Step is a part of the run with the time that it took.
type Step struct {
	Name string
	Time time.Duration
}

// Run analyses the packages of c. The error says why nothing at all could be
// done; a package that could not be judged is a Problem of the result.
func Run(c Config) (*Result, error) {
	result := new(Result)
	start := time.Now()
	step := func(name string) {
		now := time.Now()
		result.Stats.Steps = append(result.Stats.Steps, Step{name, now.Sub(start)})
		start = now
	}

	// The go command reports positions relative to the folder it runs in.
	dir, err := filepath.Abs(c.Dir)
	if err != nil {
		return nil, err
	}
	c.Patterns = slices.Clone(c.Patterns)
	for i, p := range c.Patterns {
		c.Patterns[i] = clean(p)
	}
	command := goCommand{dir: dir}
	if c.Tags != "" {
		command.flags = append(command.flags, "-tags="+c.Tags)
	}
	if c.Mod != "" {
		command.flags = append(command.flags, "-mod="+c.Mod)
	}
	all, env, unmatched, err := list(command, c)
	if err != nil {
		return nil, err
	}
	step("list")

	g := newGraph(all)
	g.scan(c.All)
	found := g.sort()
	step("scan for tokens")

	result.Stats.Listed = len(g.nodes)
	result.Problems = append(unmatched, listProblems(dir, g)...)
	if found {
		sizes := types.SizesFor("gc", env.GOARCH)
		if sizes == nil {
			return nil, fmt.Errorf("the sizes of types on GOARCH=%s are not known; build vippslint with the Go version in use", env.GOARCH)
		}
		p := &program{fset: token.NewFileSet(), sizes: sizes, graph: g}
		if err := p.readCompiled(command, c); err != nil {
			return nil, err
		}
		if err := p.readExports(command); err != nil {
			return nil, err
		}
		step("read export data")
		newJudge(p, c).all()
		step("check and analyse")
	}
	result.collect(g)
	return result, nil
}

// clean gives a pattern the form in which go list repeats it.
func clean(pattern string) string {
	if filepath.IsAbs(pattern) {
		return filepath.Clean(pattern)
	}
	if strings.HasPrefix(pattern, ".") {
		pattern = filepath.ToSlash(pattern)
	}
	short := path.Clean(pattern)
	if strings.HasPrefix(pattern, "./") && short != "." {
		return "./" + short
	}
	return short
}

// list runs the first listing. It gives a problem for each pattern that matches
// nothing, and an error where none matches.
func list(command goCommand, c Config) ([]*listed, environment, []Problem, error) {
	type answer struct {
		env environment
		err error
	}
	asked := make(chan answer, 1)
	go func() {
		env, err := command.environment()
		asked <- answer{env, err}
	}()
	all, err := command.graph(c.Tests, c.Patterns)
	got := <-asked
	if got.err != nil {
		return nil, got.env, nil, got.err
	}
	var unmatched []Problem
	if err == nil {
		unmatched, err = hold(all, c.Patterns)
	}
	if (err != nil || len(unmatched) == len(c.Patterns)) && !got.env.inModule() {
		err = fmt.Errorf("no go.mod in %s or above it; run vippslint inside a module, or name its folder with -C", command.dir)
	} else if err == nil && len(unmatched) == len(c.Patterns) {
		err = fmt.Errorf("%s; %s", unmatched[0].Reason, unmatched[0].Remedy)
	}
	return all, got.env, unmatched, err
}

// hold holds a listing against the patterns that it is of. An error for which a
// pattern matches nothing is told with the pattern, and taken off the listing.
func hold(all []*listed, patterns []string) (unmatched []Problem, err error) {
	matched := make(map[string]bool)
	said := make(map[string]string)
	for _, p := range all {
		if p.ImportPath == "" && p.Error != nil {
			return nil, errors.New(p.Error.text())
		}
		if !p.DepOnly && p.ImportPath == "command-line-arguments" {
			return nil, nil // packages named by their files do not list them as patterns
		}
		for _, pattern := range p.Match {
			if p.Error == nil || p.Name != "" {
				matched[pattern] = true
			} else {
				said[pattern] = ": " + p.Error.text()
			}
		}
	}
	for _, pattern := range patterns {
		if !matched[pattern] {
			unmatched = append(unmatched, Problem{
				Reason: fmt.Sprintf("the pattern %s matches no package%s", pattern, said[pattern]),
				Remedy: "name a folder with Go files (./internal/pay) or all below one (./...)",
			})
		}
	}
	for _, p := range all {
		if len(p.Match) > 0 && !slices.ContainsFunc(p.Match, func(pattern string) bool { return matched[pattern] }) {
			p.Error = nil
		}
	}
	return unmatched, nil
}

// listProblems names the packages that the go command could not load.
func listProblems(dir string, g *graph) []Problem {
	var all []Problem
	for _, n := range g.nodes {
		if n.Error == nil {
			continue
		}
		owner := n.path()
		if stack := n.Error.ImportStack; n.DepOnly && len(stack) > 0 {
			owner, _, _ = strings.Cut(stack[len(stack)-1], " ")
		}
		all = append(all, Problem{
			Package: owner,
			Pos:     parsePosition(dir, n.Error.Pos),
			Reason:  n.Error.text(),
			Remedy:  "make the go command load it (go list " + owner + ")",
		})
		n.broken = true
	}
	return all
}

// collect gathers what the packages gave. Where a package has a variant with its
// test files, that one speaks for it, unless it does not compile.
func (r *Result) collect(g *graph) {
	variant := make(map[string]*node)
	for _, n := range g.nodes {
		if n.ForTest == n.path() && n.reports() && n.problem == nil && !n.broken {
			variant[n.path()] = n
		}
		switch {
		case n.base != nil || n.ForTest == n.path(): // counted already
		case n.kind == helper:
			r.Stats.Helpers++
		case n.kind == analysed && n.problem == nil:
			r.Stats.Analysed++
		}
	}
	for _, n := range g.nodes {
		if n.problem != nil {
			r.Problems = append(r.Problems, *n.problem)
		}
		if !n.reports() || n.problem != nil && len(n.findings) == 0 || n.ForTest == "" && variant[n.path()] != nil {
			continue
		}
		r.Findings = append(r.Findings, n.findings...)
		if n.problem == nil {
			r.Stats.Judged++
		}
		r.Stats.Functions += n.functions
		r.Stats.Followed += n.followed
	}
	slices.SortStableFunc(r.Findings, compare)
	r.Findings = slices.CompactFunc(r.Findings, func(a, b Finding) bool { return compare(a, b) == 0 })
	slices.SortStableFunc(r.Problems, func(a, b Problem) int { return cmp.Compare(a.Package, b.Package) })
	r.Problems = slices.CompactFunc(r.Problems, func(a, b Problem) bool { return a.Package != "" && a.Package == b.Package })
}

// compare orders findings by position, rule and category. Findings that are
// alike in these are one.
func compare(a, b Finding) int {
	return cmp.Or(
		cmp.Compare(a.Pos.Filename, b.Pos.Filename),
		cmp.Compare(a.Pos.Line, b.Pos.Line),
		cmp.Compare(a.Pos.Column, b.Pos.Column),
		cmp.Compare(a.Rule, b.Rule),
		cmp.Compare(a.Category, b.Category),
	)
}

// parsePosition reads a position of the form file:line:column, which the go
// command gives relative to dir.
func parsePosition(dir, text string) token.Position {
	var pos token.Position
	for _, part := range []*int{&pos.Column, &pos.Line} {
		i := strings.LastIndexByte(text, ':')
		if i < 0 {
			break
		}
		n, err := strconv.Atoi(text[i+1:])
		if err != nil {
			break
		}
		*part, text = n, text[:i]
	}
	if pos.Line == 0 { // no column
		pos.Line, pos.Column = pos.Column, 0
	}
	if text != "" && !filepath.IsAbs(text) {
		text = filepath.Join(dir, text)
	}
	pos.Filename = text
	return pos
}

// workers is how many packages are checked and analysed at a time.
func workers() int { return runtime.GOMAXPROCS(0) }
