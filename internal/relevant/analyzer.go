package relevant

import (
	"bytes"
	"encoding/gob"
	"reflect"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/types/objectpath"

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
	FactTypes:  []analysis.Fact{(*Below)(nil), (*Variant)(nil)},
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

// Variant is the fact on a package together with its tests. What imports that is
// another variant, made for the same tests, and nothing else ever imports it.
type Variant struct{ Tests bool }

// AFact marks Variant as a fact.
func (*Variant) AFact() {}

func (*Variant) String() string { return "variant" }

// VariantFacts is a facts file that holds no more than a Variant of the package
// with that path, as unitchecker would write it.
func VariantFacts(path string) ([]byte, error) {
	gob.Register(new(Variant))
	var file bytes.Buffer
	err := gob.NewEncoder(&file).Encode([]struct {
		PkgPath string
		Object  objectpath.Path
		Fact    analysis.Fact
	}{{PkgPath: path, Fact: &Variant{Tests: true}}})
	return file.Bytes(), err
}

// FactsTellVariant is FactsTell for a Variant.
func FactsTellVariant(facts []byte) bool { return bytes.Contains(facts, variantName) }

var variantName = []byte(reflect.TypeFor[*Variant]().String())

// IsTest reports whether the file is one of tests.
func IsTest(name string) bool { return strings.HasSuffix(name, "_test.go") }

func run(pass *analysis.Pass) (any, error) {
	if !Pass(pass) {
		return Others, nil
	}
	if slices.ContainsFunc(fileNames(pass), IsTest) {
		pass.ExportPackageFact(&Variant{Tests: true})
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
