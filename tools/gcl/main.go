// Command gcl is golangci-lint with vippslint built in, for the tests of this
// repository. Users build theirs with "golangci-lint custom".
package main

import (
	"fmt"
	"os"

	"github.com/golangci/golangci-lint/v2/pkg/commands"
	"github.com/golangci/golangci-lint/v2/pkg/exitcodes"

	_ "github.com/vippslint/vippslint/plugin"
)

func main() {
	// With any version but "(devel)" golangci-lint would take the findings of
	// an earlier build of the plugin from its cache.
	if err := commands.Execute(commands.BuildInfo{Version: "(devel)"}); err != nil {
		fmt.Fprintln(os.Stderr, "gcl:", err)
		os.Exit(exitcodes.Failure)
	}
}
