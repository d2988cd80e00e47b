package load

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// A listed package is one record of go list -json.
type listed struct {
	ImportPath string // with " [p.test]" for a test variant
	ForTest    string
	Dir        string
	Name       string
	Standard   bool
	DepOnly    bool
	Match      []string
	Module     *module
	GoFiles    []string
	CgoFiles   []string
	Imports    []string
	ImportMap  map[string]string
	Error      *listError
	DepsErrors []*listError

	CompiledGoFiles []string // of listCompiled
	Export          string   // of listExport
}

type module struct {
	Path      string
	Version   string
	GoVersion string
}

type listError struct {
	ImportStack []string
	Pos         string
	Err         string
}

// text is what the error says in one line, without the line that names the
// package.
func (e *listError) text() string {
	said := e.Err
	if first, rest, ok := strings.Cut(said, "\n"); ok && strings.HasPrefix(first, "# ") {
		said = rest
	}
	return oneLine(said)
}

// The fields that the first listing asks for. Others may make the go command
// look at the build cache, which costs more than the whole listing.
const graphFields = "-json=ImportPath,ForTest,Dir,Name,Standard,DepOnly,Match,Module,GoFiles,CgoFiles,Imports,ImportMap,Error"

// A goCommand runs the go command with the flags that every call shares.
type goCommand struct {
	dir   string
	flags []string
}

// list runs go list and returns its records. What the go command says on
// standard error is the error where it fails.
func (g goCommand) list(args ...string) ([]*listed, error) {
	out, err := g.run(append(append([]string{"list", "-e"}, g.flags...), args...)...)
	if err != nil {
		return nil, err
	}
	var all []*listed
	for dec := json.NewDecoder(bytes.NewReader(out)); ; {
		p := new(listed)
		if err := dec.Decode(p); errors.Is(err, io.EOF) {
			return all, nil
		} else if err != nil {
			return nil, fmt.Errorf("cannot read what go list printed: %w", err)
		}
		all = append(all, p)
	}
}

// graph lists the packages that patterns match and all that they import.
func (g goCommand) graph(tests bool, patterns []string) ([]*listed, error) {
	args := []string{"-deps", graphFields}
	if tests {
		args = append(args, "-test")
	}
	return g.list(append(append(args, "--"), patterns...)...)
}

// compiled lists packages that use cgo, with the Go files that cgo makes of
// theirs.
func (g goCommand) compiled(tests bool, paths []string) ([]*listed, error) {
	args := []string{"-compiled", "-json=ImportPath,ForTest,Dir,CompiledGoFiles,Error,DepsErrors"}
	if tests {
		args = append(args, "-test")
	}
	return g.list(append(append(args, "--"), paths...)...)
}

// export lists packages with the files of their export data. What is not in the
// build cache is compiled.
func (g goCommand) export(paths []string) ([]*listed, error) {
	return g.list(append([]string{"-export", "-json=ImportPath,Export,Error", "--"}, paths...)...)
}

// An environment is what the go command says of the machine and the folder.
type environment struct {
	GOARCH string
	GOMOD  string
	GOWORK string
}

func (g goCommand) environment() (environment, error) {
	var env environment
	out, err := g.run("env", "-json", "GOARCH", "GOMOD", "GOWORK")
	if err != nil {
		return env, err
	}
	if err := json.Unmarshal(out, &env); err != nil {
		return env, fmt.Errorf("cannot read what go env printed: %w", err)
	}
	return env, nil
}

// inModule reports whether the folder belongs to a module or a workspace.
func (e environment) inModule() bool {
	return e.GOMOD != "" && e.GOMOD != os.DevNull || e.GOWORK != "" && e.GOWORK != "off"
}

func (g goCommand) run(args ...string) ([]byte, error) {
	var stdout, stderr bytes.Buffer
	cmd := exec.Command("go", args...)
	cmd.Dir, cmd.Stdout, cmd.Stderr = g.dir, &stdout, &stderr
	err := cmd.Run()
	var exit *exec.ExitError
	switch {
	case errors.Is(err, exec.ErrNotFound):
		return nil, errors.New("the go command is not on the PATH; install Go (https://go.dev/dl) or add its bin folder to the PATH")
	case errors.As(err, &exit):
		return nil, &goError{args: args, said: oneLine(stderr.String())}
	case err != nil:
		return nil, fmt.Errorf("cannot run the go command: %w", err)
	}
	return stdout.Bytes(), nil
}

// A goError is a failure that the go command told of.
type goError struct {
	args []string
	said string
}

func (e *goError) Error() string {
	said := strings.TrimPrefix(e.said, "go: ")
	if said == "" {
		said = "it failed and said nothing"
	}
	return fmt.Sprintf("go %s: %s", e.args[0], said)
}

// oneLine makes one line of the first paragraph of what a command said.
func oneLine(text string) string {
	return strings.Join(strings.Fields(text), " ")
}

// files returns the Go files to parse, with their folders.
func (p *listed) files() []string {
	names := p.CompiledGoFiles
	if len(p.CgoFiles) == 0 {
		names = p.GoFiles
	}
	return p.absolute(names)
}

// sources returns the Go files as they were written.
func (p *listed) sources() []string {
	return append(p.absolute(p.GoFiles), p.absolute(p.CgoFiles)...)
}

func (p *listed) absolute(names []string) []string {
	all := make([]string, len(names))
	for i, name := range names {
		if !filepath.IsAbs(name) {
			name = filepath.Join(p.Dir, name)
		}
		all[i] = name
	}
	return all
}
