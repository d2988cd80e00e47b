package rule

import (
	"go/doc/comment"
	"go/parser"
	"go/token"
	"strings"

	"golang.org/x/tools/go/analysis"
)

// sourceText reads the package comment out of the source of a doc.go, in which
// each category has a heading of its own. The comment begins with "Package NAME
// ", which is left out, so that its first paragraph, made one line without a
// full stop, is a summary that begins with a verb. A source that is no such file
// gives "", which analysis.Validate refuses.
func sourceText(source string) string {
	file, err := parser.ParseFile(token.NewFileSet(), "doc.go", source, parser.ParseComments|parser.PackageClauseOnly)
	if err != nil || file.Doc == nil {
		return ""
	}
	text, ok := strings.CutPrefix(file.Doc.Text(), "Package "+file.Name.Name+" ")
	if !ok {
		return ""
	}
	doc := new(comment.Parser).Parse(text)
	summary := strings.Join(strings.Fields(plain(doc.Content[:1])), " ")
	return strings.TrimSuffix(summary, ".") + "\n\n" + plain(doc.Content[1:])
}

// A Doc is the documentation of a rule.
type Doc struct {
	content []comment.Block // without the summary
}

// DocOf returns the documentation of an analyzer that New made.
func DocOf(a *analysis.Analyzer) *Doc {
	_, rest, _ := strings.Cut(a.Doc, "\n\n")
	return &Doc{new(comment.Parser).Parse(rest).Content}
}

// Summary returns the one line that says what an analyzer does.
func Summary(a *analysis.Analyzer) string {
	line, _, _ := strings.Cut(a.Doc, "\n")
	return line
}

// Section gives the section under the heading title, which is left out; "" where
// there is none.
func (d *Doc) Section(title string) string {
	var section []comment.Block
	in := false
	for _, block := range d.content {
		if heading, ok := block.(*comment.Heading); ok {
			in = headingText(heading) == title
			continue
		}
		if in {
			section = append(section, block)
		}
	}
	return plain(section)
}

// Headings gives the titles of all sections in order.
func (d *Doc) Headings() []string {
	var titles []string
	for _, block := range d.content {
		if heading, ok := block.(*comment.Heading); ok {
			titles = append(titles, headingText(heading))
		}
	}
	return titles
}

// Markdown gives all but the summary, with headings of the second level,
// whose anchors are their titles.
func (d *Doc) Markdown() string {
	p := comment.Printer{HeadingLevel: 2, HeadingID: func(*comment.Heading) string { return "" }}
	return string(p.Markdown(&comment.Doc{Content: d.content}))
}

func plain(content []comment.Block) string {
	return string((&comment.Printer{TextWidth: 80}).Text(&comment.Doc{Content: content}))
}

func headingText(h *comment.Heading) string {
	return strings.TrimSpace(strings.TrimPrefix(plain([]comment.Block{h}), "# "))
}
