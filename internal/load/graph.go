package load

import (
	"go/ast"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"

	"go/types"

	"golang.org/x/tools/go/analysis"

	"github.com/vippslint/vippslint/internal/relevant"
	"github.com/vippslint/vippslint/internal/vippsapi"
)

// A kind says how much of a package has to be known.
type kind int

const (
	unused   kind = iota // nothing that is judged imports it: not even parsed
	imported             // of others: its types are read from export data
	typed                // of others, but it imports a package checked from source: so is it, without bodies
	helper               // local, and imported by one that is judged: facts only
	analysed             // holds a token, or imports a package that does
)

// A node is a package of the import graph.
type node struct {
	*listed
	deps  []*node // direct imports
	own   bool    // local, or named on the command line
	token bool
	kind  kind

	// Of an intermediate variant: the package itself. A package that only
	// imports the one under test is built again for that test, from the same
	// files.
	base    *node
	rebuilt bool // there are such variants of it

	done chan struct{} // closed when the rest is set

	declarations []*ast.File // where rebuilt: its files, without bodies
	cgoError     string      // what was said where cgo failed
	pkg          *types.Package
	facts        *facts // nil where no analyzer ran
	broken       bool   // does not compile
	shaky        *node  // the broken package in its imports, itself included; nil: none
	problem      *Problem
	findings     []Finding
	functions    int
	followed     int
}

// reports reports whether findings in the package are asked for.
func (n *node) reports() bool { return n.kind == analysed && !n.DepOnly }

// path is the import path without the mark of a test variant.
func (n *node) path() string {
	path, _, _ := strings.Cut(n.ImportPath, " ")
	return path
}

// isTestMain reports whether p is the main package that go test makes. Its one
// file lies in the build cache.
func isTestMain(p *listed) bool {
	return strings.HasSuffix(p.ImportPath, ".test") && len(p.GoFiles) == 1 && filepath.IsAbs(p.GoFiles[0])
}

// A graph holds the packages, each after all that it imports.
type graph struct {
	nodes []*node
	byID  map[string]*node
}

func newGraph(all []*listed) *graph {
	g := &graph{byID: make(map[string]*node)}
	var listing []*node
	for _, p := range all {
		if isTestMain(p) {
			continue
		}
		n := &node{listed: p, done: make(chan struct{})}
		n.own = !p.DepOnly || !p.Standard && !relevant.Outside(analysisModule(p.Module), p.Dir)
		g.byID[p.ImportPath] = n
		listing = append(listing, n)
	}
	// An import that leads back to a package on the way is left out: it is an
	// error of the program, which the check names.
	const onWay, finished = 1, 2
	state := make(map[*node]int)
	var visit func(n *node)
	visit = func(n *node) {
		state[n] = onWay
		if n.base = g.baseOf(n); n.base != nil {
			n.base.rebuilt = true
			if state[n.base] == 0 {
				visit(n.base)
			}
		}
		imports := n.Imports
		if len(n.CgoFiles) > 0 { // what the files that cgo makes import besides
			imports = append(slices.Clone(imports), "runtime/cgo", "syscall")
		}
		for _, path := range imports {
			d := g.byID[path]
			if d == nil || state[d] == onWay {
				continue
			}
			if state[d] != finished {
				visit(d)
			}
			n.deps = append(n.deps, d)
		}
		state[n] = finished
		g.nodes = append(g.nodes, n)
	}
	for _, n := range listing {
		if state[n] == 0 {
			visit(n)
		}
	}
	return g
}

// baseOf returns the package of which n is an intermediate variant, or nil.
func (g *graph) baseOf(n *node) *node {
	if n.ForTest == "" || n.path() == n.ForTest || n.path() == n.ForTest+"_test" {
		return nil
	}
	return g.byID[n.path()]
}

func analysisModule(m *module) *analysis.Module {
	if m == nil {
		return &analysis.Module{}
	}
	return &analysis.Module{Path: m.Path, Version: m.Version, GoVersion: m.GoVersion}
}

// scan looks for tokens. With all every package that is the user's own has one.
func (g *graph) scan(all bool) {
	var todo sync.WaitGroup
	work := make(chan *node)
	for range runtime.GOMAXPROCS(0) {
		todo.Go(func() {
			for n := range work {
				n.token = slices.ContainsFunc(n.sources(), hasToken)
			}
		})
	}
	for _, n := range g.nodes {
		switch {
		case all && n.own:
			n.token = true
		case n.Standard && n.DepOnly, n.base != nil:
		default:
			work <- n
		}
	}
	close(work)
	todo.Wait()
	for _, n := range g.nodes {
		if n.base != nil {
			n.token = n.base.token
		}
	}
}

// sort gives every package its kind and reports whether there is anything to
// analyse.
func (g *graph) sort() bool {
	found := false
	reach := make(map[*node]bool) // holds a token, or imports one that does
	for _, n := range g.nodes {
		reach[n] = n.token || slices.ContainsFunc(n.deps, func(d *node) bool { return reach[d] })
		if n.token || n.own && reach[n] {
			n.kind = analysed
			found = found || !n.DepOnly
		}
	}
	needed := make(map[*node]bool)
	for _, n := range slices.Backward(g.nodes) {
		if !needed[n] && !n.reports() {
			n.kind = unused
			continue
		}
		for _, d := range n.deps {
			needed[d] = true
		}
		if n.base != nil {
			needed[n.base] = true
		}
	}
	// What imports a package that is checked from source is checked from source
	// too: its export data would have to be compiled, and would have to be read
	// at the right moment, or there would be two types for one.
	for _, n := range g.nodes {
		if n.kind != unused || !needed[n] {
			continue
		}
		switch {
		case n.own:
			n.kind = helper
		case n.ForTest != "" || slices.ContainsFunc(n.deps, (*node).fromSource):
			n.kind = typed
		default:
			n.kind = imported
		}
	}
	return found
}

func (n *node) fromSource() bool { return n.kind >= typed }

// hasToken reports whether the file holds a token. One that cannot be read
// counts as if it did: the check then names it.
func hasToken(name string) bool {
	src, err := os.ReadFile(name)
	return err != nil || vippsapi.HasToken(src)
}
