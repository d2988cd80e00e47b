// Compare runs linters for dropped errors and responses over the programs of
// testdata, beside vippsresponse, and prints a Markdown table of what each one
// finds: lines on which an answer of Vipps is lost, lines on which none is, and
// the lost ones that it leaves out.
//
//	cd tools && go run ./compare
package main

import (
	"flag"
	"fmt"
	"io"
	"log"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/vippslint/vippslint/internal/corpus"
)

func main() {
	log.SetFlags(0)
	programs := flag.String("programs", "../testdata", "the `folder` whose folders are the programs")
	flag.Parse()
	scores, err := compare(*programs)
	if err != nil {
		log.Fatal("compare: ", err)
	}
	table(os.Stdout, scores)
}

// A score counts the lines that a linter reports.
type score struct {
	linter               string
	right, wrong, missed int
}

// compare counts for every linter over all programs in a folder.
func compare(programs string) ([]score, error) {
	list := linters()
	scores := make([]score, len(list))
	for i, l := range list {
		scores[i].linter = l.name
	}
	modules, err := filepath.Glob(filepath.Join(programs, "*", "go.mod"))
	if err != nil || len(modules) == 0 {
		return nil, fmt.Errorf("no program in %s; name the folder with -programs", programs)
	}
	temp, err := os.MkdirTemp("", "compare")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(temp)
	if temp, err = filepath.EvalSymlinks(temp); err != nil {
		return nil, err
	}
	for _, module := range modules {
		from := filepath.Dir(module)
		marks, err := corpus.ReadMarks(from)
		if err != nil {
			return nil, err
		}
		to := filepath.Join(temp, filepath.Base(from))
		if err := corpus.CopyUnmarked(to, from); err != nil {
			return nil, err
		}
		pkgs, err := load(to)
		if err != nil {
			return nil, err
		}
		lost := lostAnswers(marks)
		for i, l := range list {
			found, err := run(l, pkgs, to)
			if err != nil {
				return nil, err
			}
			scores[i].count(found, lost)
		}
	}
	return scores, nil
}

// A lost answer is a marked line. Below it are as many more on which a linter
// may report the same: the mark of an error that is swallowed stands at the call,
// others report the return behind it.
type lostAnswer struct {
	at    line
	below int
}

const swallowedBelow = 3

func (a lostAnswer) is(l line) bool {
	return l.file == a.at.file && a.at.line <= l.line && l.line <= a.at.line+a.below
}

// lostAnswers are the lines with a mark of vippsresponse, each once.
func lostAnswers(marks []corpus.Place) []lostAnswer {
	var list []lostAnswer
	for _, m := range marks {
		a := lostAnswer{at: line{m.File, m.Line}}
		if m.Topic == "vippsresponse/error-swallowed" {
			a.below = swallowedBelow
		}
		if strings.HasPrefix(m.Topic, "vippsresponse/") && !slices.ContainsFunc(list, func(b lostAnswer) bool { return b.at == a.at }) {
			list = append(list, a)
		}
	}
	return list
}

func (s *score) count(found []line, lost []lostAnswer) {
	for _, l := range found {
		if slices.ContainsFunc(lost, func(a lostAnswer) bool { return a.is(l) }) {
			s.right++
		} else {
			s.wrong++
		}
	}
	for _, a := range lost {
		if !slices.ContainsFunc(found, a.is) {
			s.missed++
		}
	}
}

func table(w io.Writer, scores []score) {
	fmt.Fprintln(w, "| linter | lost answers found | other lines reported | lost answers missed |")
	fmt.Fprintln(w, "|---|---|---|---|")
	for _, s := range scores {
		fmt.Fprintf(w, "| %s | %d | %d | %d |\n", s.linter, s.right, s.wrong, s.missed)
	}
}
