// Package corpus reads the programs of testdata, in which comments mark the
// lines that a finding belongs to. Its tests run them through every driver.
package corpus

import (
	"bufio"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"

	"github.com/vippslint/vippslint/internal/catalog"
)

// A Place is one finding: on this line of this file there is, or has to be, a
// finding of this rule and category.
type Place struct {
	File  string // below the module, with slashes
	Line  int
	Topic string // "vippsamount/truncated"
}

func (p Place) String() string { return fmt.Sprintf("%s:%d: %s", p.File, p.Line, p.Topic) }

var (
	mark     = regexp.MustCompile(`(?m)// want:(\S+(?: \S+)*)$`)
	markLike = regexp.MustCompile(`//\s*want\b`)
)

// ReadMarks returns the findings that the Go files below dir ask for, by
// comments at the end of a line: "// want:vippsamount/truncated", several with a
// space between them, twice where there have to be two of a kind. A comment that
// almost looks like one is an error, or a mark could be lost by a slip.
func ReadMarks(dir string) ([]Place, error) {
	var marks []Place
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") {
			return err
		}
		rel, err := filepath.Rel(dir, path)
		if err != nil {
			return err
		}
		in, err := marksOf(path)
		for _, m := range in {
			m.File = filepath.ToSlash(rel)
			marks = append(marks, m)
		}
		return err
	})
	return marks, err
}

func marksOf(path string) ([]Place, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var marks []Place
	lines := bufio.NewScanner(f)
	for n := 1; lines.Scan(); n++ {
		found := mark.FindStringSubmatch(lines.Text())
		if found == nil {
			if markLike.MatchString(lines.Text()) {
				return nil, fmt.Errorf("%s:%d: not the form of a mark: %s", path, n, lines.Text())
			}
			continue
		}
		for topic := range strings.FieldsSeq(found[1]) {
			if _, category, err := catalog.Find(topic); err != nil || category == "" {
				return nil, fmt.Errorf("%s:%d: mark %q is no rule/category: %v", path, n, topic, err)
			}
			marks = append(marks, Place{Line: n, Topic: topic})
		}
	}
	return marks, lines.Err()
}

// CopyUnmarked copies the program in the folder from to the folder to, which
// must not exist, without its marks: a mark names a rule, and a file with the
// word vipps in it is looked at whatever else it holds.
func CopyUnmarked(to, from string) error {
	if err := os.CopyFS(to, os.DirFS(from)); err != nil {
		return err
	}
	return filepath.WalkDir(to, func(path string, d fs.DirEntry, err error) error {
		if err != nil || !strings.HasSuffix(path, ".go") {
			return err
		}
		text, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		return os.WriteFile(path, mark.ReplaceAll(text, nil), 0o644)
	})
}
