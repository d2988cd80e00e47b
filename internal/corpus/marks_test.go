package corpus

import (
	"bufio"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"github.com/vippslint/vippslint/internal/catalog"
)

// A place is one finding: on this line of this file there is, or has to be, a
// finding of this rule and category.
type place struct {
	file  string // below the module, with slashes
	line  int
	topic string // "vippsamount/truncated"
}

func (p place) String() string { return fmt.Sprintf("%s:%d: %s", p.file, p.line, p.topic) }

// A finding is a place with what the driver said there.
type finding struct {
	place
	column  int
	message string
	fixable bool // told by go vet only
}

// places are those of the findings.
func places(findings []finding) []place {
	var all []place
	for _, f := range findings {
		all = append(all, f.place)
	}
	return all
}

var (
	mark     = regexp.MustCompile(`(?m)// want:(\S+(?: \S+)*)$`)
	markLike = regexp.MustCompile(`//\s*want\b`)
)

// readMarks returns the findings that the Go files below dir ask for, by
// comments at the end of a line: "// want:vippsamount/truncated", several with a
// space between them, twice where there have to be two of a kind. A comment that
// almost looks like one is an error, or a mark could be lost by a slip.
func readMarks(dir string) ([]place, error) {
	var marks []place
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
			m.file = filepath.ToSlash(rel)
			marks = append(marks, m)
		}
		return err
	})
	return marks, err
}

func marksOf(path string) ([]place, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var marks []place
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
			marks = append(marks, place{line: n, topic: topic})
		}
	}
	return marks, lines.Err()
}

// compare returns what differs, a line for each difference, sorted: marks
// without a finding and findings without a mark. It counts: a mark stands for
// one finding.
func compare(marks []place, findings []finding) []string {
	left := make(map[place]int)
	for _, m := range marks {
		left[m]++
	}
	var differ []string
	for _, f := range findings {
		if left[f.place] > 0 {
			left[f.place]--
		} else {
			differ = append(differ, fmt.Sprintf("%v: surplus: %s", f.place, f.message))
		}
	}
	for m, n := range left {
		for range n {
			differ = append(differ, fmt.Sprintf("%v: missing", m))
		}
	}
	slices.Sort(differ)
	return differ
}
