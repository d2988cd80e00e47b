package relevant

import (
	"bytes"
	"reflect"

	"golang.org/x/tools/go/analysis"

	"github.com/vippslint/vippslint/internal/guard"
)

// A Kind says what a package can have to do with Vipps.
type Kind int

// The kinds.
const (
	Others  Kind = iota // it belongs to others, and is passed over
	Helper              // the merchant's own; neither it nor what it imports can know of Vipps
	Related             // it holds a token, or imports, directly or not, what does
)

// Analyzer gives the Kind of a package.
var Analyzer = &analysis.Analyzer{
	Name:       "vippsrelevant",
	Doc:        "say whether a package can have to do with Vipps",
	Run:        guard.Run(run),
	ResultType: reflect.TypeFor[Kind](),
	FactTypes:  []analysis.Fact{(*Below)(nil)},
}

// Below is the fact on a package that is Related.
type Below struct{ Vipps bool }

// AFact marks Below as a fact.
func (*Below) AFact() {}

func (*Below) String() string { return "below" }

// FactsTell reports whether the text of a facts file, as go vet hands it on,
// has a Below of the package that it is of. It asks no more than whether the
// name of the type is in it.
func FactsTell(facts []byte) bool { return bytes.Contains(facts, belowName) }

// belowName is the name under which gob writes it.
var belowName = []byte(reflect.TypeFor[*Below]().String())

func run(pass *analysis.Pass) (any, error) {
	if !Pass(pass) {
		return Others, nil
	}
	if !related(pass) {
		return Helper, nil
	}
	pass.ExportPackageFact(&Below{Vipps: true})
	return Related, nil
}

func related(pass *analysis.Pass) bool {
	for _, imp := range pass.Pkg.Imports() {
		if pass.ImportPackageFact(imp, new(Below)) {
			return true
		}
	}
	return AnyToken(fileNames(pass), pass.ReadFile)
}
