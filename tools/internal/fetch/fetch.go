// Package fetch gets modules from the module proxy.
package fetch

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
)

// Module copies a module, given as path@version, into the folder dir, where it
// can be worked on as a main module. It must not exist.
func Module(module, dir string) error {
	out, err := exec.Command("go", "mod", "download", "-json", module).Output()
	if err != nil {
		return fmt.Errorf("%s cannot be downloaded: %w", module, err)
	}
	var info struct{ Dir string }
	if err := json.Unmarshal(out, &info); err != nil {
		return err
	}
	return os.CopyFS(dir, os.DirFS(info.Dir))
}
