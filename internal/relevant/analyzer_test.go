package relevant

import (
	"bytes"
	"encoding/gob"
	"testing"

	"golang.org/x/tools/go/analysis"
)

// otherFact stands for a fact of another analyzer.
type otherFact struct{ Name string }

func (*otherFact) AFact() {}

// The vet tool looks for the name of Below in facts files that unitchecker wrote
// with gob, without decoding them.
func TestFactsTell(t *testing.T) {
	gob.Register(new(Below))
	gob.Register(new(otherFact))
	for _, test := range []struct {
		name  string
		facts []analysis.Fact
		want  bool
	}{
		{"of a related package", []analysis.Fact{&otherFact{"x"}, &Below{Vipps: true}}, true},
		{"of a helper", []analysis.Fact{&otherFact{"x"}}, false},
		{"none", nil, false},
	} {
		var file bytes.Buffer
		if err := gob.NewEncoder(&file).Encode(test.facts); err != nil {
			t.Fatal(err)
		}
		if got := FactsTell(file.Bytes()); got != test.want {
			t.Errorf("facts %s: got %t, want %t", test.name, got, test.want)
		}
	}
}
