package flow

import (
	"go/types"

	"golang.org/x/tools/go/ssa"
)

// A shelf is a function of the standard library that passes values on. What it
// puts away in its receiver or first argument lies, for flow, in the first field
// or element there.
type shelf struct {
	from  []shelved // what the result is, or one of them
	into  int       // the operand into which it stores; -1: none
	store []shelved // what it stores there

}

// shelved is a part of an operand.
type shelved struct {
	operand int
	path    Path
}

// inside is the part of a sync or atomic value that holds what is stored in it.
var inside = Path{Field(0)}

var (
	element0 = []shelved{{0, Path{Elem}}}
	kept0    = []shelved{{0, inside}}
)

// listers are functions of which every element of the result is one of an
// operand: of these operands, a list of lists counting as one list more.
var listers = map[string][]shelved{
	"slices.Clone":       element0,
	"slices.Clip":        element0,
	"slices.Grow":        element0,
	"slices.Compact":     element0,
	"slices.CompactFunc": element0,
	"slices.Delete":      element0,
	"slices.DeleteFunc":  element0,
	"slices.Repeat":      element0,
	"slices.Concat":      {{0, Path{Elem, Elem}}},
	"slices.Insert":      {{0, Path{Elem}}, {2, Path{Elem}}},
	"slices.Replace":     {{0, Path{Elem}}, {3, Path{Elem}}},
	"slices.Values":      element0,
	"slices.All":         element0,
	"slices.Backward":    element0,
	"slices.Collect":     element0,
	"slices.Sorted":      element0,
	"slices.SortedFunc":  element0,
	"maps.Clone":         element0,
	"maps.All":           element0,
	"maps.Values":        element0,
	"maps.Collect":       element0,
}

// shelfs are the functions that hand on or keep single values.
var shelfs = map[string]shelf{
	"slices.Max":     {from: element0, into: -1},
	"slices.Min":     {from: element0, into: -1},
	"slices.MaxFunc": {from: element0, into: -1},
	"slices.MinFunc": {from: element0, into: -1},
	"cmp.Or":         {from: element0, into: -1},

	"maps.Copy": {into: 0, store: []shelved{{1, Path{Elem}}}},

	"sync.Map.Load":          {from: kept0, into: -1},
	"sync.Map.LoadAndDelete": {from: kept0, into: -1},
	"sync.Map.LoadOrStore":   {from: []shelved{{0, inside}, {2, nil}}, into: 0, store: []shelved{{2, nil}}},
	"sync.Map.Store":         {into: 0, store: []shelved{{2, nil}}},
	"sync.Pool.Get":          {from: kept0, into: -1},
	"sync.Pool.Put":          {into: 0, store: []shelved{{1, nil}}},
}

// atomics are the types of sync/atomic that hold one value, and how its
// functions name them.
var atomics = []string{"Int32", "Int64", "Uint32", "Uint64", "Value", "Pointer"}

func init() {
	for _, name := range atomics {
		for op, s := range map[string]shelf{
			"Load":           {from: kept0, into: -1},
			"Store":          {into: 0, store: []shelved{{1, nil}}},
			"Swap":           {from: kept0, into: 0, store: []shelved{{1, nil}}},
			"CompareAndSwap": {into: 0, store: []shelved{{2, nil}}},
			"Add":            {into: 0, store: []shelved{{1, nil}}, from: []shelved{{0, inside}, {1, nil}}},
		} {
			shelfs["sync/atomic."+name+"."+op] = s
			plain := shelf{into: s.into, store: s.store}
			for _, f := range s.from {
				if f.operand == 0 {
					f.path = nil
				}
				plain.from = append(plain.from, f)
			}
			shelfs["sync/atomic."+op+name] = plain
		}
	}
}

// shelfOf is what is known of a function of the standard library.
func shelfOf(fn *types.Func) (s shelf, list []shelved) {
	if fn == nil || fn.Pkg() == nil {
		return shelf{into: -1}, nil
	}
	switch fn.Pkg().Path() {
	case "slices", "maps", "cmp", "sync", "sync/atomic":
		name := qualified(fn)
		if s, ok := shelfs[name]; ok {
			return s, nil
		}
		return shelf{into: -1}, listers[name]
	}
	return shelf{into: -1}, nil
}

// unshelved gives what a call of a function of the standard library hands on;
// nil where nothing is known of it.
func (t *tracer) unshelved(call *ssa.Call, s spot) []link {
	fn := calleeOf(&call.Call)
	known, list := shelfOf(fn)
	from := known.from
	path := s.path
	if list != nil {
		if len(path) == 0 || !isEntry(path[0]) {
			return nil
		}
		from, path = list, path[1:]
	}
	if s.result != 0 {
		return nil
	}
	var edges []link
	for _, f := range from {
		if f.operand < len(call.Call.Args) {
			edges = append(edges, link{
				to:   spot{v: call.Call.Args[f.operand], path: join(f.path, path...), ctx: s.ctx, at: call},
				note: "returned by " + fn.Name(),
				pos:  call.Pos(),
			})
		}
	}
	return edges
}

// shelved gives what a call of a function of the standard library stores to
// part rest of its operand i; ok tells whether it is one of which that is known.
func (t *tracer) shelved(call ssa.CallInstruction, i int, rest Path, s spot) (edges []link, ok bool) {
	fn := calleeOf(call.Common())
	if !shelves(fn, i) {
		return nil, false
	}
	known, _ := shelfOf(fn)
	if len(rest) > 0 && (isEntry(rest[0]) || rest[0] == inside[0]) {
		rest = rest[1:]
	} else if fn.Signature().Recv() != nil {
		return nil, true
	}
	for _, f := range known.store {
		if args := call.Common().Args; f.operand < len(args) {
			edges = append(edges, link{
				to:  spot{v: args[f.operand], path: join(f.path, rest...), ctx: s.ctx, at: call},
				pos: call.Pos(),
			})
		}
	}
	return edges, true
}

// shelves reports whether a function of the standard library is known to store
// to its operand i.
func shelves(fn *types.Func, i int) bool {
	known, _ := shelfOf(fn)
	return known.into == i && len(known.store) > 0
}

// handsOnFunc reports whether a call gives a function that runs the one that it
// got as operand i.
func handsOnFunc(common *ssa.CallCommon) (i int, ok bool) {
	fn := calleeOf(common)
	if fn == nil || fn.Pkg() == nil || fn.Pkg().Path() != "sync" {
		return 0, false
	}
	switch fn.Name() {
	case "OnceValue", "OnceValues", "OnceFunc":
		return 0, true
	}
	return 0, false
}
