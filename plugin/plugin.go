// Package plugin makes vippslint a module plugin of golangci-lint. It is
// imported for its effect: it registers itself under the name vippslint.
package plugin

import (
	"fmt"

	"github.com/golangci/plugin-module-register/register"
	"golang.org/x/tools/go/analysis"

	"github.com/vippslint/vippslint/analyzers"
)

func init() { register.Plugin("vippslint", New) }

// New makes the plugin from the settings that golangci-lint read under
// linters.settings.custom.vippslint.settings, nil where there are none. The
// error names the setting that is wrong and says what would be right.
func New(raw any) (register.LinterPlugin, error) {
	set, err := register.DecodeSettings[settings](raw)
	if err != nil {
		return nil, fmt.Errorf("settings: %w; known are: enable, disable", err)
	}
	chosen, err := set.choose(analyzers.All())
	if err != nil {
		return nil, err
	}
	return plugin{chosen}, nil
}

type plugin struct{ chosen []choice }

// BuildAnalyzers returns the rules that are on.
func (p plugin) BuildAnalyzers() ([]*analysis.Analyzer, error) {
	all := make([]*analysis.Analyzer, len(p.chosen))
	made := make(copies)
	for i, c := range p.chosen {
		all[i] = c.analyzer(made, i == 0)
	}
	return all, nil
}

// GetLoadMode asks for syntax and types.
func (plugin) GetLoadMode() string { return register.LoadModeTypesInfo }
