package render

import (
	"go/token"
	"path/filepath"
	"strings"
	"testing"

	"github.com/vippslint/vippslint/internal/load"
)

func TestText(t *testing.T) {
	dir := t.TempDir()
	at := func(name string, line, column int) token.Position {
		return token.Position{Filename: filepath.Join(dir, name), Line: line, Column: column}
	}
	other := filepath.Join(filepath.VolumeName(dir)+string(filepath.Separator), "a.go")
	var out strings.Builder
	err := Text(&out, dir, []load.Finding{
		{Rule: "vippsamount", Category: "truncated", Pos: at("pay.go", 3, 5), Message: "amount is cut", Related: []load.Related{
			{Pos: at(filepath.Join("money", "m.go"), 7, 1), Message: "multiplied by 100"},
			{Pos: at("pay.go", 3, 5), Message: "converted"},
		}},
		{Rule: "vippsphone", Pos: token.Position{Filename: other, Line: 1, Column: 2}, Message: "no category"},
	})
	if err != nil {
		t.Fatal(err)
	}
	want := strings.Join([]string{
		"pay.go:3:5: amount is cut [vippsamount/truncated]",
		"\t" + filepath.Join("money", "m.go") + ":7:1: multiplied by 100",
		"\tpay.go:3:5: converted",
		other + ":1:2: no category [vippsphone]",
		"",
	}, "\n")
	if out.String() != want {
		t.Errorf("got\n%s\nwant\n%s", out.String(), want)
	}
}
