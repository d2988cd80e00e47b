package relevant

import (
	"go/build"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
)

func elements(dir string) []string {
	return strings.Split(filepath.ToSlash(dir), "/")
}

// goroot is the folder of the Go installation, or empty. A binary that was built
// with -trimpath does not know it: then it is where the go command lies.
var goroot = sync.OnceValue(func() string {
	if root := build.Default.GOROOT; root != "" {
		return root
	}
	command, err := exec.LookPath("go")
	if err != nil {
		return ""
	}
	if command, err = filepath.EvalSymlinks(command); err != nil {
		return ""
	}
	root := filepath.Dir(filepath.Dir(command))
	if _, err := os.Stat(filepath.Join(root, "src", "runtime")); err != nil {
		return ""
	}
	return root
})

// inGoroot reports whether dir is part of a Go installation: of the one at hand,
// or of one that the go command fetched into the module cache.
func inGoroot(dir string) bool {
	if strings.Contains(filepath.ToSlash(dir), "/golang.org/toolchain@") {
		return true
	}
	root := goroot()
	if root == "" {
		return false
	}
	rel, err := filepath.Rel(root, dir)
	return err == nil && rel != ".." && !strings.HasPrefix(rel, ".."+string(filepath.Separator))
}

// inModuleCache goes by the form of the name, …/example.com/mod@v1.2.3/…, which
// is the same for every driver and wherever the cache is.
func inModuleCache(dir string) bool {
	return slices.ContainsFunc(elements(dir), func(e string) bool {
		_, version, ok := strings.Cut(e, "@v")
		return ok && version != "" && '0' <= version[0] && version[0] <= '9'
	})
}
