package report

import (
	"go/token"
	"sync"

	"golang.org/x/tools/go/analysis"
)

// Own gives the position in the files of pass that position stands for, or
// NoPos where it is in none of them.
func Own(pass *analysis.Pass, position token.Position) token.Pos {
	for _, syntax := range pass.Files {
		file := pass.Fset.File(syntax.FileStart)
		if file == nil || file.Name() != position.Filename || position.Line < 1 || position.Line > file.LineCount() {
			continue
		}
		pos := file.LineStart(position.Line) + token.Pos(max(position.Column, 1)-1)
		if int(pos) > file.Base()+file.Size() {
			continue
		}
		// A //line comment gives one name and line to two places.
		if at := pass.Fset.Position(pos); at.Filename == position.Filename && at.Line == position.Line {
			return pos
		}
	}
	return token.NoPos
}

// Columns beyond the width of a line are cut to it; no step of a way needs one.
const (
	lineWidth = 1024
	minLines  = 1024
)

type foreignFile struct {
	fset  *token.FileSet
	name  string
	lines int
}

var (
	foreignMu    sync.Mutex
	foreignFiles = map[foreignFile]*token.File{}
)

// Foreign gives a position in fset that is printed as position, which may be
// in a file that fset does not hold: in a package that is known by its facts
// only. It adds a file without content but with lines to fset, one for each
// name and size, and may be called from several goroutines. A position without
// a file name gives NoPos.
func Foreign(fset *token.FileSet, position token.Position) token.Pos {
	if position.Filename == "" {
		return token.NoPos
	}
	line, column := max(position.Line, 1), min(max(position.Column, 1), lineWidth)
	k := foreignFile{fset, position.Filename, minLines}
	for k.lines < line {
		k.lines *= 2
	}
	foreignMu.Lock()
	defer foreignMu.Unlock()
	file := foreignFiles[k]
	if file == nil {
		file = fset.AddFile(k.name, -1, k.lines*lineWidth)
		starts := make([]int, k.lines)
		for i := range starts {
			starts[i] = i * lineWidth
		}
		file.SetLines(starts)
		foreignFiles[k] = file
	}
	return file.LineStart(line) + token.Pos(column-1)
}
