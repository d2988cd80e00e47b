// Command gcl is golangci-lint with vippslint built in, for the tests of this
// repository. Users build theirs with "golangci-lint custom".
package main

import (
	"os"

	"github.com/golangci/golangci-lint/v2/pkg/commands"
	"github.com/golangci/golangci-lint/v2/pkg/exitcodes"

	_ "github.com/vippslint/vippslint/plugin"
)

func main() {
	// With any version but "(devel)" golangci-lint would take the findings of
	// an earlier build of the plugin from its cache. It prints its errors itself.
	if err := commands.Execute(commands.BuildInfo{Version: "(devel)"}); err != nil {
		os.Exit(exitcodes.Failure)
	}
}
