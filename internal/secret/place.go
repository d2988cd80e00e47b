package secret

import (
	"path/filepath"
	"slices"
	"strings"

	"github.com/vippslint/vippslint/internal/relevant"
)

// exampleFolders are the names of folders whose code plays Vipps or shows how to
// use it.
var exampleFolders = []string{"example", "examples", "fake", "fakes", "fixture", "fixtures", "mock", "mocks", "stub", "stubs", "testdata", "testutil"}

// exampleCode reports whether an import path leads through such a folder.
func exampleCode(path string) bool {
	return slices.ContainsFunc(strings.Split(path, "/"), func(folder string) bool {
		return slices.Contains(exampleFolders, strings.ToLower(strings.Trim(folder, "_")))
	})
}

// exampleFile reports whether a file is one of tests, or calls itself a mock or
// an example: mock_client.go, client_fake.go.
func exampleFile(name string) bool {
	words := strings.Split(strings.TrimSuffix(filepath.Base(name), ".go"), "_")
	return relevant.IsTest(name) || len(words) > 1 && slices.ContainsFunc(words, func(w string) bool {
		return slices.Contains(exampleFolders, strings.ToLower(w))
	})
}
