package rule

import (
	"fmt"
	"go/doc/comment"
	"go/parser"
	"go/token"
	"strings"
)

// A Doc is the documentation of a rule: the comment of its package, in which
// each category has a heading of its own.
type Doc struct {
	doc *comment.Doc
}

// ParseDoc reads the package comment out of the source of a doc.go. The
// comment must begin with "Package NAME "; those two words are left out, so
// that the first paragraph is a summary that begins with a verb. It panics
// where source is not such a file: the sources are our own.
func ParseDoc(source string) *Doc {
	file, err := parser.ParseFile(token.NewFileSet(), "doc.go", source, parser.ParseComments|parser.PackageClauseOnly)
	if err != nil {
		panic(err)
	}
	text, ok := strings.CutPrefix(file.Doc.Text(), "Package "+file.Name.Name+" ")
	if !ok {
		panic(fmt.Sprintf("the comment of package %s does not begin with its name", file.Name.Name))
	}
	return &Doc{new(comment.Parser).Parse(text)}
}

// Text gives the whole documentation as plain text, the summary as its first
// line.
func (d *Doc) Text() string {
	return d.Summary() + "\n\n" + plain(&comment.Doc{Content: d.doc.Content[1:]})
}

// Summary gives the first paragraph on one line, without its full stop.
func (d *Doc) Summary() string {
	text := plain(&comment.Doc{Content: d.doc.Content[:1]})
	return strings.TrimSuffix(strings.Join(strings.Fields(text), " "), ".")
}

// Section gives the section under the heading title, which is left out; "" where
// there is none.
func (d *Doc) Section(title string) string {
	var section []comment.Block
	in := false
	for _, block := range d.doc.Content {
		if heading, ok := block.(*comment.Heading); ok {
			in = headingText(heading) == title
			continue
		}
		if in {
			section = append(section, block)
		}
	}
	return plain(&comment.Doc{Content: section})
}

// Headings gives the titles of all sections in order.
func (d *Doc) Headings() []string {
	var titles []string
	for _, block := range d.doc.Content {
		if heading, ok := block.(*comment.Heading); ok {
			titles = append(titles, headingText(heading))
		}
	}
	return titles
}

// Markdown gives the whole documentation with headings of the second level,
// whose anchors are their titles.
func (d *Doc) Markdown() string {
	p := comment.Printer{HeadingLevel: 2, HeadingID: func(*comment.Heading) string { return "" }}
	return string(p.Markdown(d.doc))
}

func plain(d *comment.Doc) string {
	return string((&comment.Printer{TextWidth: 80}).Text(d))
}

func headingText(h *comment.Heading) string {
	return strings.TrimSpace(strings.TrimPrefix(plain(&comment.Doc{Content: []comment.Block{h}}), "# "))
}
