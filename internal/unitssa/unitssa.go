// Package unitssa builds SSA for chosen functions of the package at hand.
//
// It has no facts. A function is chosen by one scan of the syntax; see chosen.go.
package unitssa

import (
	"go/ast"
	"go/types"
	"reflect"
	"slices"
	"sync"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"github.com/vippslint/vippslint/internal/guard"
	"github.com/vippslint/vippslint/internal/relevant"
)

// Analyzer gives a *Unit.
var Analyzer = &analysis.Analyzer{
	Name:       "vippsssa",
	Doc:        "build SSA for the functions that flow and evidence look at",
	Run:        guard.Run(run),
	Requires:   []*analysis.Analyzer{relevant.Analyzer},
	ResultType: reflect.TypeFor[*Unit](),
}

// A Unit is the SSA of the chosen functions of one package.
type Unit struct {
	Pkg *ssa.Package // nil where nothing was chosen

	// Funcs are the chosen functions and the function literals in them, in the
	// order of the source. Every one has a body. The package initialiser comes
	// first, where it sets variables.
	Funcs []*ssa.Function

	index   sync.Once
	globals map[*ssa.Global][]ssa.Instruction // see Uses
}

// WithInit lists Funcs and the package initialiser, which is always among them
// here.
func (u *Unit) WithInit() []*ssa.Function {
	if u.Pkg == nil {
		return u.Funcs
	}
	if init := u.Pkg.Func("init"); init != nil && !slices.Contains(u.Funcs, init) {
		return append(slices.Clip(u.Funcs), init)
	}
	return u.Funcs
}

// Uses lists the instructions of the package that use the variable g of a
// package, in the order of the source.
func (u *Unit) Uses(g *ssa.Global) []ssa.Instruction {
	u.index.Do(func() {
		u.globals = map[*ssa.Global][]ssa.Instruction{}
		for _, fn := range u.WithInit() {
			for _, b := range fn.Blocks {
				for _, in := range b.Instrs {
					var operands [10]*ssa.Value
					for _, op := range in.Operands(operands[:0]) {
						if g, ok := (*op).(*ssa.Global); ok && !slices.Contains(u.globals[g], in) {
							u.globals[g] = append(u.globals[g], in)
						}
					}
				}
			}
		}
	})
	return u.globals[g]
}

func run(pass *analysis.Pass) (any, error) {
	kind := pass.ResultOf[relevant.Analyzer].(relevant.Kind)
	if kind == relevant.Others {
		return &Unit{}, nil
	}
	chosen := choose(pass, kind)
	if len(chosen.decls) == 0 && !chosen.vars {
		return &Unit{}, nil
	}
	prog := ssa.NewProgram(pass.Fset, ssa.BuilderMode(0))
	prog.SetNoReturn(noReturn)
	for _, p := range pass.Pkg.Imports() {
		prog.CreatePackage(p, nil, nil, true)
	}
	files, info := trim(pass, chosen.decls)
	pkg := prog.CreatePackage(pass.Pkg, files, info, false)
	pkg.Build()
	return &Unit{Pkg: pkg, Funcs: bodies(pass, pkg, chosen.decls)}, nil
}

// trim gives the files of the package without the bodies that are not wanted.
// The files and declarations of the pass are shared with other analyzers, so it
// copies whatever it changes. The language version of a file is kept by the
// address of the file, so the table of versions gets the copies too.
func trim(pass *analysis.Pass, keep map[*ast.FuncDecl]bool) ([]*ast.File, *types.Info) {
	info := *pass.TypesInfo
	info.FileVersions = make(map[*ast.File]string, len(pass.Files))
	files := make([]*ast.File, len(pass.Files))
	for i, f := range pass.Files {
		file := *f
		file.Decls = make([]ast.Decl, len(f.Decls))
		for j, d := range f.Decls {
			if fn, ok := d.(*ast.FuncDecl); ok && fn.Body != nil && !keep[fn] {
				bare := *fn
				bare.Body = nil
				d = &bare
			}
			file.Decls[j] = d
		}
		files[i] = &file
		if v, ok := pass.TypesInfo.FileVersions[f]; ok {
			info.FileVersions[&file] = v
		}
	}
	return files, &info
}

// bodies lists the functions that have one, literals behind the function they
// stand in.
func bodies(pass *analysis.Pass, pkg *ssa.Package, chosen map[*ast.FuncDecl]bool) []*ssa.Function {
	var list []*ssa.Function
	var add func(fn *ssa.Function)
	add = func(fn *ssa.Function) {
		if len(fn.Blocks) == 0 {
			return
		}
		list = append(list, fn)
		for _, lit := range fn.AnonFuncs {
			add(lit)
		}
	}
	if init := pkg.Func("init"); init != nil && setsVariables(init) {
		add(init)
	}
	for _, file := range pass.Files {
		for _, d := range file.Decls {
			decl, ok := d.(*ast.FuncDecl)
			if !ok || !chosen[decl] {
				continue
			}
			if obj, ok := pass.TypesInfo.Defs[decl.Name].(*types.Func); ok {
				if fn := pkg.Prog.FuncValue(obj); fn != nil {
					add(fn)
				}
			}
		}
	}
	return list
}

// setsVariables reports whether a package initialiser stores to anything but
// the flag that says it ran.
func setsVariables(init *ssa.Function) bool {
	for _, b := range init.Blocks {
		for _, instr := range b.Instrs {
			if st, ok := instr.(*ssa.Store); ok {
				if g, ok := st.Addr.(*ssa.Global); !ok || g.Name() != "init$guard" {
					return true
				}
			}
		}
	}
	return false
}
