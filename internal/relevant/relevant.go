// Package relevant says whether a package can matter: whether it is the
// merchant's own, or holds something that Vipps' APIs are known by. The gate,
// the vet tool and the analyzers ask it, so that they agree.
package relevant

import (
	"os"
	"path/filepath"
	"slices"

	"golang.org/x/tools/go/analysis"

	"github.com/vippslint/vippslint/internal/vippsapi"
)

// All makes every package matter. The flag -all sets it, once and before any
// analysis, for runs over code that has nothing to do with Vipps.
var All bool

// HasToken reports whether the text of a Go file holds anything from which
// evidence of Vipps could be made. It is true of every file while All is set.
func HasToken(src []byte) bool { return All || vippsapi.HasToken(src) }

// Outside reports whether a package in folder dir belongs to others: to the
// standard library, or to a module that was fetched and not written here. A
// module that a local folder replaces has a version too, v0.0.0, and is inside;
// so is a folder named vendor in a module without a version. Of a nil module, or
// one without a path, the driver does not tell: then the folder decides.
func Outside(module *analysis.Module, dir string) bool {
	if inGoroot(dir) {
		return true
	}
	if module != nil && module.Path != "" && module.Version == "" {
		return false
	}
	return inModuleCache(dir) || slices.Contains(elements(dir), "vendor")
}

// Pass reports whether an analyzer has to look at the package of pass. It is for
// drivers that run the analyzers over every dependency: a package of others
// without a token in its files is passed over. A file that cannot be read counts
// as one with a token.
func Pass(pass *analysis.Pass) bool {
	if All || len(pass.Files) == 0 {
		return All
	}
	for _, f := range pass.Files {
		// What cgo makes lies in the build cache and tells by a //line comment
		// where it comes from.
		if from := pass.Fset.Position(f.Package).Filename; Outside(pass.Module, filepath.Dir(from)) {
			return AnyToken(fileNames(pass), pass.ReadFile)
		}
	}
	return true
}

// fileNames are the names of the files that were parsed.
func fileNames(pass *analysis.Pass) []string {
	names := make([]string, len(pass.Files))
	for i, f := range pass.Files {
		names[i] = pass.Fset.File(f.FileStart).Name()
	}
	return names
}

// AnyToken reports whether any of the files holds a token. Files are read by
// read, or from disk where it is nil.
func AnyToken(names []string, read func(string) ([]byte, error)) bool {
	if read == nil {
		read = os.ReadFile
	}
	return slices.ContainsFunc(names, func(name string) bool {
		src, err := read(name)
		return err != nil || HasToken(src)
	})
}
