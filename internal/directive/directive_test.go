package directive

import (
	"go/parser"
	"go/token"
	"testing"
)

const source = `package p

//vippslint:ignore vippsamount the line below
var a = 1

var b = 2 //vippslint:ignore vippsphone/malformed	a tab  and blanks

//vippslint:ignore vippsamount first of two
// Some other comment.
//vippslint:ignore vippsphone
var c = 3

var d = []int{
	1,
} //vippslint:ignore vippsresponse behind a brace

//vippslint:ignore
var e = 4

//vippslint:ignored is another word
// vippslint:ignore vippsamount is no directive because of the blank
var f = "//vippslint:ignore vippsamount in a text"

func g() {
	g() // plain
	//vippslint:ignore vippscallback alone after a line with a comment
	g()
}
`

func TestParse(t *testing.T) {
	fset := token.NewFileSet()
	file, err := parser.ParseFile(fset, "p.go", source, parser.ParseComments)
	if err != nil {
		t.Fatal(err)
	}
	want := []Directive{
		{Line: 4, Topic: "vippsamount", Reason: "the line below"},
		{Line: 6, Topic: "vippsphone/malformed", Reason: "a tab  and blanks"},
		{Line: 11, Topic: "vippsamount", Reason: "first of two"},
		{Line: 11, Topic: "vippsphone"},
		{Line: 15, Topic: "vippsresponse", Reason: "behind a brace"},
		{Line: 18},
		{Line: 27, Topic: "vippscallback", Reason: "alone after a line with a comment"},
	}
	got := Parse(fset, file)
	if len(got) != len(want) {
		t.Fatalf("%d directives, want %d: %+v", len(got), len(want), got)
	}
	for i, w := range want {
		g := got[i]
		if !g.Pos.IsValid() || g.End <= g.Pos {
			t.Errorf("directive %d has range %d to %d", i, g.Pos, g.End)
		}
		g.Pos, g.End = 0, 0
		if g != w {
			t.Errorf("directive %d is %+v, want %+v", i, g, w)
		}
	}
}
