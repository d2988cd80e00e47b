package load

import (
	"bytes"
	"encoding/gob"
	"fmt"
	"go/types"
	"reflect"
	"slices"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/types/objectpath"
)

// facts are the facts that the analyzers exported about one package and its
// objects. They are seen from other packages as they are under go vet, where
// each package is analysed by a process of its own:
//
//   - a fact on a package, and on a function or variable at package level, by
//     direct importers alone;
//   - a fact on a type, field or method by all importers;
//   - a fact on an object that no name of the package leads to by nobody.
//
// Go vet lets analyzers read each other's facts. Here, as in golangci-lint, an
// analyzer sees its own alone.
type facts struct {
	pkg    *types.Package
	direct map[*types.Package]bool // what the package imports
	own    map[factKey]analysis.Fact
	paths  map[types.Object]objectpath.Path // of objects with facts, once the package is done
	others map[*types.Package]*facts        // of everything below the package
}

// A factKey names a fact; obj is nil where it is one on the package.
type factKey struct {
	analyzer *analysis.Analyzer
	obj      types.Object
	kind     reflect.Type
}

func newFacts(pkg *types.Package, deps []*node) *facts {
	f := &facts{
		pkg:    pkg,
		direct: make(map[*types.Package]bool),
		own:    make(map[factKey]analysis.Fact),
		paths:  make(map[types.Object]objectpath.Path),
		others: make(map[*types.Package]*facts),
	}
	for _, d := range pkg.Imports() {
		f.direct[d] = true
	}
	for _, d := range deps {
		if d.facts == nil {
			continue
		}
		for pkg, of := range d.facts.others {
			f.others[pkg] = of
		}
		if len(d.facts.own) > 0 {
			f.others[d.pkg] = d.facts
		}
	}
	return f
}

// get copies the fact to which key leads into fact and reports whether there is
// one that the package may see. pkg is the package of the object.
func (f *facts) get(key factKey, pkg *types.Package, fact analysis.Fact) bool {
	from := f
	if pkg != f.pkg {
		if from = f.others[pkg]; from == nil || !f.direct[pkg] && !wide(key.obj) {
			return false
		}
	}
	found, ok := from.own[key]
	if ok {
		reflect.ValueOf(fact).Elem().Set(reflect.ValueOf(found).Elem())
	}
	return ok
}

// wide reports whether a fact on obj is seen by importers of importers.
func wide(obj types.Object) bool {
	if obj == nil {
		return false
	}
	_, isType := obj.(*types.TypeName)
	return isType || obj.Parent() != obj.Pkg().Scope()
}

// bind gives pass its fact functions. AllObjectFacts and AllPackageFacts stay
// nil: what they give differs between drivers, so no analyzer may call them.
func (f *facts) bind(pass *analysis.Pass) {
	a := pass.Analyzer
	pass.ImportObjectFact = func(obj types.Object, fact analysis.Fact) bool {
		return obj != nil && obj.Pkg() != nil && f.get(factKey{a, obj, reflect.TypeOf(fact)}, obj.Pkg(), fact)
	}
	pass.ImportPackageFact = func(pkg *types.Package, fact analysis.Fact) bool {
		return f.get(factKey{a, nil, reflect.TypeOf(fact)}, pkg, fact)
	}
	pass.ExportObjectFact = func(obj types.Object, fact analysis.Fact) {
		if obj.Pkg() != f.pkg {
			panic(fmt.Sprintf("fact %T about %s, which is of another package", fact, obj))
		}
		f.put(factKey{a, obj, reflect.TypeOf(fact)}, fact)
	}
	pass.ExportPackageFact = func(fact analysis.Fact) {
		f.put(factKey{a, nil, reflect.TypeOf(fact)}, fact)
	}
}

func (f *facts) put(key factKey, fact analysis.Fact) {
	if !slices.ContainsFunc(key.analyzer.FactTypes, func(t analysis.Fact) bool { return reflect.TypeOf(t) == key.kind }) {
		panic(fmt.Sprintf("analyzer %s does not declare the fact %T", key.analyzer.Name, fact))
	}
	f.own[key] = fact
}

// seal ends the package: facts that importers could not get at go. With encoded
// every other one is encoded and decoded, as it is on its way through a file.
func (f *facts) seal(encoded bool) error {
	var paths objectpath.Encoder
	for key, fact := range f.own {
		if key.obj != nil {
			path, err := paths.For(key.obj)
			if err != nil {
				delete(f.own, key)
				continue
			}
			f.paths[key.obj] = path
		}
		if encoded {
			again, err := recode(fact)
			if err != nil {
				return fmt.Errorf("analyzer %s: %w", key.analyzer.Name, err)
			}
			f.own[key] = again
		}
	}
	return nil
}

// copy takes the facts that are known of the same package in another variant.
// Facts hold nothing of a package's types, so they stand for both.
func (f *facts) copy(of *facts) error {
	for key, fact := range of.own {
		if key.obj != nil {
			obj, err := objectpath.Object(f.pkg, of.paths[key.obj])
			if err != nil {
				return err
			}
			key.obj = obj
		}
		f.own[key] = fact
	}
	return nil
}

// recode returns what is left of a fact that went through gob.
func recode(fact analysis.Fact) (analysis.Fact, error) {
	var file bytes.Buffer
	if err := gob.NewEncoder(&file).Encode(fact); err != nil {
		return nil, fmt.Errorf("cannot encode the fact %T: %w", fact, err)
	}
	again := reflect.New(reflect.TypeOf(fact).Elem())
	if err := gob.NewDecoder(&file).DecodeValue(again); err != nil {
		return nil, fmt.Errorf("cannot decode the fact %T: %w", fact, err)
	}
	return again.Interface().(analysis.Fact), nil
}
