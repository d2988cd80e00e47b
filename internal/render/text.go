// Package render writes findings for those who read them.
package render

import (
	"bufio"
	"fmt"
	"go/token"
	"io"
	"path/filepath"

	"github.com/vippslint/vippslint/internal/load"
)

// Text writes each finding as one line, with the steps of its way indented
// under it. File names are relative to dir where that is shorter. The error is
// one of w.
func Text(w io.Writer, dir string, findings []load.Finding) error {
	out := bufio.NewWriter(w)
	for _, f := range findings {
		topic := f.Rule
		if f.Category != "" {
			topic += "/" + f.Category
		}
		fmt.Fprintf(out, "%s: %s [%s]\n", Position(dir, f.Pos), f.Message, topic)
		for _, r := range f.Related {
			fmt.Fprintf(out, "\t%s: %s\n", Position(dir, r.Pos), r.Message)
		}
	}
	return out.Flush()
}

// Position is file:line:column, with the file relative to dir where that is
// shorter; without the parts that are not known, and "-" where nothing is.
func Position(dir string, pos token.Position) string {
	if rel, err := filepath.Rel(dir, pos.Filename); err == nil && pos.Filename != "" && len(rel) < len(pos.Filename) {
		pos.Filename = rel
	}
	return pos.String()
}
