// Package directive reads the comments by which a programmer answers a finding
// that is meant to stay:
//
//	//vippslint:ignore vippsamount/truncated the price has whole kroner only
//
// Behind code it holds for its own line; alone, for the line that follows its
// block of comments.
package directive

import (
	"go/ast"
	"go/token"
	"strings"
)

const prefix = "//vippslint:ignore"

// A Directive is one ignore comment, not judged yet.
type Directive struct {
	Pos, End token.Pos
	Line     int    // of the code that it holds for
	Topic    string // as written: "vippsamount", "vippsamount/truncated"; may be empty
	Reason   string // may be empty
}

// Parse returns the directives of file in the order of the source. The file
// must have been parsed with its comments.
func Parse(fset *token.FileSet, file *ast.File) []Directive {
	var found []Directive
	for _, group := range file.Comments {
		for _, c := range group.List {
			rest, ok := strings.CutPrefix(c.Text, prefix)
			if !ok || rest != "" && rest[0] != ' ' && rest[0] != '\t' {
				continue
			}
			topic, reason := split(strings.TrimSpace(rest))
			d := Directive{Pos: c.Pos(), End: c.End(), Line: line(fset, c.Pos()), Topic: topic, Reason: reason}
			if !followsCode(fset, file, c) {
				d.Line = line(fset, group.End()) + 1
			}
			found = append(found, d)
		}
	}
	return found
}

// line is the line in the file itself: a //line comment must not move a
// directive away from the code beside it.
func line(fset *token.FileSet, pos token.Pos) int { return fset.PositionFor(pos, false).Line }

// followsCode says whether something of the program stands on the line of the
// comment before it.
func followsCode(fset *token.FileSet, file *ast.File, c *ast.Comment) bool {
	at, found := line(fset, c.Pos()), false
	ast.Inspect(file, func(n ast.Node) bool {
		switch n.(type) {
		case nil, *ast.Comment, *ast.CommentGroup:
			return false
		case *ast.File:
			return true
		}
		if n.Pos() < c.Pos() && line(fset, n.Pos()) == at || n.End() <= c.Pos() && line(fset, n.End()) == at {
			found = true
		}
		return !found
	})
	return found
}

// split cuts text behind its first word.
func split(text string) (word, rest string) {
	if i := strings.IndexAny(text, " \t"); i >= 0 {
		return text[:i], strings.TrimSpace(text[i:])
	}
	return text, ""
}
