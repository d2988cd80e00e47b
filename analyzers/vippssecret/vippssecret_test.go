package vippssecret

import (
	"go/ast"
	"go/token"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis/analysistest"

	"github.com/vippslint/vippslint/internal/vippsapi"
)

func TestRule(t *testing.T) {
	// In one run, since the standard library is loaded for each.
	results := analysistest.Run(t, analysistest.TestData(), New(),
		"hardcoded", "logged", "standard", "callers", "crosspkg/shop", "provider", "split", "webhook", "transport", "library", "mocks/vipps", "limitations", "configuration", "config/main")
	for _, r := range results {
		var secrets []string
		for _, file := range r.Pass.Files {
			ast.Inspect(file, func(n ast.Node) bool {
				if lit, ok := n.(*ast.BasicLit); ok && lit.Kind == token.STRING {
					if text, err := strconv.Unquote(lit.Value); err == nil && !strings.Contains(text, " ") && !vippsapi.Placeholder(text) {
						secrets = append(secrets, text)
					}
				}
				return true
			})
		}
		for _, d := range r.Diagnostics {
			texts := []string{d.Message}
			for _, related := range d.Related {
				texts = append(texts, related.Message)
			}
			for _, text := range texts {
				for _, s := range secrets {
					if !strings.HasPrefix(s, "https://") && !strings.Contains(s, "/") && strings.Contains(text, s) {
						t.Errorf("%s: %q shows the secret", r.Pass.Fset.Position(d.Pos), text)
					}
				}
			}
			if len(d.SuggestedFixes) > 0 {
				t.Errorf("%s: which fix is right is not known", r.Pass.Fset.Position(d.Pos))
			}
		}
	}
}
