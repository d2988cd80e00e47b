package unit

import (
	"encoding/json"
	"fmt"
	"os"

	"golang.org/x/tools/go/analysis/unitchecker"
)

// readConfig reads a unit file. unitchecker reads it again by itself, but says
// less when the file is broken, and panics on some files that are half right.
func readConfig(path string) (*unitchecker.Config, error) {
	const remedy = "run the tool by go vet -vettool, which writes a new one"
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, fmt.Errorf("cannot read the unit file: %w; %s", err, remedy)
	}
	cfg := new(unitchecker.Config)
	if err := json.Unmarshal(data, cfg); err != nil {
		return nil, fmt.Errorf("unit file %s is broken: %w; %s", path, err, remedy)
	}
	missing := ""
	switch {
	case cfg.ImportPath == "":
		missing = "package path (ImportPath)"
	case len(cfg.GoFiles) == 0:
		missing = "Go files (GoFiles)"
	case cfg.VetxOutput == "":
		missing = "name for the facts file (VetxOutput)"
	case cfg.Compiler != "gc" && cfg.Compiler != "gccgo":
		missing = "compiler that is known (Compiler: gc or gccgo)"
	}
	if missing != "" {
		return nil, fmt.Errorf("unit file %s has no %s; %s", path, missing, remedy)
	}
	return cfg, nil
}
