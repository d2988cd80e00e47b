package flow

import (
	"go/token"
	"reflect"
	"testing"

	"github.com/vippslint/vippslint/internal/place"
)

func packSample() *Results {
	at := token.Position{Filename: "/shop/money/money.go", Line: 15, Column: 9}
	return &Results{Ways: []Way{
		{Out: -1, Result: 1, Path: Path{Field(2), Elem}, Kind: wayParam, Param: 3, ParamPath: Path{Key("value")}, Factor: 1},
		{Out: 0, Path: Path{Field(0)}, Kind: wayTruncated, Cut: true, Parted: true, Factor: 0.01, At: at, Steps: []place.Step{{Pos: at, Note: "cut to int64"}, {Pos: at, Note: "returned by Ore"}}},
		{Out: -1, Kind: wayClean, Factor: 1},
		{Out: -1, Kind: wayParam, Factor: 100, Changed: true, Floored: true},
		{Out: -1, Kind: wayParam, Factor: 1, Counts: true},
		{Out: -1, Kind: wayTruncated, Factor: 1, Late: true},
		{Out: -1, Kind: wayParam, Factor: 1, Mixed: true},
		{Out: -1, Kind: wayFloat, Factor: 100, Trimmed: true},
	}}
}

func TestPackedFactsComeBack(t *testing.T) {
	want := packSample()
	data, err := want.GobEncode()
	if err != nil {
		t.Fatal(err)
	}
	var got Results
	if err := got.GobDecode(data); err != nil {
		t.Fatal(err)
	}
	again, err := got.GobEncode() // as go vet hands it on
	if err != nil || !reflect.DeepEqual(again, data) {
		t.Errorf("handed on, the fact is %x, not %x (%v)", again, data, err)
	}
	if err := got.unpack(); err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(got.Ways, want.Ways) {
		t.Errorf("got %+v, want %+v", got.Ways, want.Ways)
	}
}

func TestCutFactsAreErrors(t *testing.T) {
	data, err := packSample().GobEncode()
	if err != nil {
		t.Fatal(err)
	}
	for n := range len(data) {
		f := Results{packed: data[:n:n]}
		if err := f.unpack(); err == nil {
			t.Errorf("%d bytes of %d were taken for a fact", n, len(data))
		}
	}
}
